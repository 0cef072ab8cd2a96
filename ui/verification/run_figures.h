#pragma once

#include "core/store/store.h"
#include "core/verify/verify.h"

namespace sluice::ui {

/// One stored verification, as the history chart shows it.
struct RunFigures {
    QDateTime at; ///< UTC
    verify::Verdict verdict = verify::Verdict::Unknown;
    int pass = 0;
    int fail = 0;
    int unknown = 0;
    double medianMilliseconds = 0; ///< of all measurements of the run; 0 when nothing was measured
};

/// The last `most` verifications among the history, oldest first. A document that cannot be read is left out.
QList<RunFigures> runFigures(const QList<store::HistoryItem> &history, int most = 40);

/// In words, for a screen reader and for the summary: how many runs, how many passed, when it last did not.
QString runsInWords(const QList<RunFigures> &runs);

} // namespace sluice::ui
