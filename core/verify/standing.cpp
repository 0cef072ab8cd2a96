#include "core/verify/standing.h"

#include "core/verify/observations.h"

#include <algorithm>

namespace sluice::verify {

namespace {

void replaceOrAppend(QList<Cell> &cells, const Cell &cell) {
    const auto same = std::find_if(cells.begin(), cells.end(), [&](const Cell &each) { return each.id == cell.id; });
    if (same == cells.end())
        cells.append(cell);
    else
        *same = cell;
}

} // namespace

bool Standing::needsWholeRun() const {
    return verdict == Verdict::Unknown && !again.isEmpty() && overall(cells) == Verdict::Pass;
}

Standing standingOf(const QList<Report> &reports) {
    Standing standing;
    bool passedSinceWhole = false;
    for (const Report &report : reports) {
        if (report.isWhole()) {
            standing = Standing{.cells = report.cells,
                                .verdict = report.verdict,
                                .wholeAt = report.finishedAt,
                                .againAt = {},
                                .again = {}};
            passedSinceWhole = report.verdict == Verdict::Pass;
            continue;
        }
        for (const Cell &cell : report.cells) {
            replaceOrAppend(standing.cells, cell);
            standing.again.insert(cell.id, report.finishedAt);
        }
        standing.againAt = report.finishedAt;
        passedSinceWhole = passedSinceWhole && overall(report.cells) == Verdict::Pass;
        const Verdict all = overall(standing.cells);
        standing.verdict = all == Verdict::Pass && !passedSinceWhole ? Verdict::Unknown : all;
    }
    return standing;
}

} // namespace sluice::verify
