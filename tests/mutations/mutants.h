#pragma once

#include "tests/mutations/deployed.h"

namespace sluice::test {

/// One fault. `causes`: the codes that name it truly (any one of them, on a cell that does not pass).
struct Mutant {
    QString name;
    std::function<void(Deployed &)> breakIt;
    std::function<void(Deployed &)> mendIt; ///< what the remedy's text asks a person to do
    QStringList causes;
    QString automatic; ///< the remedy that must bring the pass back by itself; empty = none is marked so
};

/// The list, in the order of the layers: cloud, cluster, hosts, probes. Each leaves the deployment as it found it.
QList<Mutant> mutants(Deployed &deployed);

} // namespace sluice::test
