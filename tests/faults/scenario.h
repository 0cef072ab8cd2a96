#pragma once

#include "core/base/json.h"

#include <QList>
#include <QString>

namespace sluice::test {

/// One life with one fault in it. The name says all, so that any scenario can be run again by it.
struct Scenario {
    QString name;     ///< "apply/before:http:7", "destroy/503_html@12"
    QString phase;    ///< apply | verify | change | rebuild | destroy: the command that the fault hits
    QString shim;     ///< order for the preloaded library (shim.cpp); empty = none
    Json apiFault;    ///< rule for the sandbox (core/sandbox/faults.h); null = none
    bool goOn = true; ///< after a hit apply: resume first, or tear down at once
};

/// What is wrong after it, in words; all empty = the scenario passed.
struct Outcome {
    QString orphans;    ///< left after the teardown, or something of somebody else is gone
    QString duplicates; ///< more than one of anything after the resume
    QString prompts;    ///< a question where none is needed, or an error that does not say what to do
    QString stuck;      ///< did not end, or could not be resumed or torn down
    QString journal;    ///< damaged, contradicting, or a create repeated without looking first
    bool hit = false;   ///< the fault took place
    bool passed() const {
        return orphans.isEmpty() && duplicates.isEmpty() && prompts.isEmpty() && stuck.isEmpty() && journal.isEmpty();
    }
};

/// How many moments of each kind one undisturbed phase has.
struct Moments {
    int http = 0, tls = 0, tlsReplies = 0, syncs = 0;
};
/// Records one undisturbed life; the map's keys are phases. Empty when even that failed (`problem` says why).
QMap<QString, Moments> recordLife(QString *problem);

/// All scenarios of these lives: every kill at every moment, and every API fault at every call (`full`) or at a
/// quarter of them, shifted from fault to fault so that every call meets several faults.
QList<Scenario> scenarios(const QMap<QString, Moments> &life, bool full);

/// Blocking; any thread.
Outcome runScenario(const Scenario &scenario);

} // namespace sluice::test
