#include "core/operations/measured.h"

namespace sluice::operations {

verify::Standing measuredOf(const QList<store::HistoryItem> &history) {
    QList<verify::Report> reports;
    for (const store::HistoryItem &item : history) {
        const bool isWhole = item.kind == QLatin1String(verify::kWholeKind);
        if (!isWhole && item.kind != QLatin1String(verify::kCellsKind))
            continue;
        const auto report = verify::reportFromJson(item.document);
        if (report && report->isWhole() == isWhole)
            reports.append(*report);
    }
    return verify::standingOf(reports);
}

} // namespace sluice::operations
