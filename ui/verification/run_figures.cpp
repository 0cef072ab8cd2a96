#include "ui/verification/run_figures.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

namespace sluice::ui {

namespace {

QString tr(const char *text) {
    return QCoreApplication::translate("sluice::ui", text);
}

double median(QList<qint64> values) {
    if (values.isEmpty())
        return 0;
    std::sort(values.begin(), values.end());
    const qsizetype middle = values.size() / 2;
    return values.size() % 2 == 1 ? static_cast<double>(values[middle])
                                  : static_cast<double>(values[middle - 1] + values[middle]) / 2;
}

} // namespace

QList<RunFigures> runFigures(const QList<store::HistoryItem> &history, int most) {
    QList<RunFigures> runs;
    for (auto it = history.crbegin(); it != history.crend() && runs.size() < most; ++it) {
        if (it->kind != QLatin1String("verify"))
            continue;
        const auto report = verify::reportFromJson(it->document);
        if (!report)
            continue;
        RunFigures run{.at = it->at, .verdict = report->verdict};
        QList<qint64> times;
        for (const verify::Cell &cell : report->cells) {
            run.pass += cell.verdict == verify::Verdict::Pass ? 1 : 0;
            run.fail += cell.verdict == verify::Verdict::Fail ? 1 : 0;
            run.unknown += cell.verdict == verify::Verdict::Unknown ? 1 : 0;
            for (const verify::Evidence &evidence : cell.evidence) {
                if (evidence.milliseconds > 0)
                    times << evidence.milliseconds;
            }
        }
        run.medianMilliseconds = median(times);
        runs.prepend(run);
    }
    return runs;
}

QString runsInWords(const QList<RunFigures> &runs) {
    if (runs.isEmpty())
        return tr("No verification is stored yet.");
    const auto passed = std::count_if(runs.cbegin(), runs.cend(),
                                      [](const RunFigures &r) { return r.verdict == verify::Verdict::Pass; });
    const auto broken = std::find_if(runs.crbegin(), runs.crend(),
                                     [](const RunFigures &r) { return r.verdict != verify::Verdict::Pass; });
    const QString text = tr("%1 of the last %2 verifications passed.").arg(passed).arg(runs.size());
    if (broken == runs.crend())
        return text;
    return text + QLatin1Char(' ') +
           tr("The last that did not: %1.").arg(QLocale().toString(broken->at.toLocalTime(), QLocale::ShortFormat));
}

} // namespace sluice::ui
