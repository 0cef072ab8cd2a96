#pragma once

#include "core/verify/verify.h"

namespace sluice::verify {

/// History kinds: a whole matrix, and some of its cells measured again. Two kinds, so that nothing that counts
/// verifications ever takes the second for the first.
inline constexpr const char *kWholeKind = "verify";
inline constexpr const char *kCellsKind = "verify_cells";

/// What is known of a deployment from its stored reports: the last whole matrix, with the cells that were measured
/// again since in their place.
struct Standing {
    QList<Cell> cells;
    /// Pass only if the last whole run passed and nothing that was measured since said otherwise: cells of different
    /// hours do not add up to a proof. Fail as soon as one cell's last measurement failed. nullopt = never measured.
    std::optional<Verdict> verdict;
    QString wholeAt;              ///< end of the last whole run, ISO 8601 UTC; empty = there was none
    QString againAt;              ///< end of the last run of some cells after it; empty = none
    QMap<QString, QString> again; ///< id -> when, of the cells that were measured again since
    /// Every cell's last measurement passes, and still nobody measured the whole since one did not.
    bool needsWholeRun() const;
};

/// `reports` oldest first, whole and partial ones.
Standing standingOf(const QList<Report> &reports);

} // namespace sluice::verify
