#include "ui/topology/topology_history.h"

#include "core/verify/standing.h"

#include <QCoreApplication>

#include <algorithm>

namespace sluice::ui {

namespace {

QString tr(const char *text) {
    return QCoreApplication::translate("sluice::ui", text);
}

/// What an entry means for the deployment; empty for entries that change nothing that is drawn.
QString wordsOf(const store::Entry &entry) {
    using store::EntryKind;
    switch (entry.kind) {
    case EntryKind::Intent:
        return tr("asked for");
    case EntryKind::Accepted:
        return tr("accepted");
    case EntryKind::Done:
        return tr("ready");
    case EntryKind::Failed:
        return tr("failed");
    case EntryKind::DeleteIntent:
        return tr("deletion asked for");
    case EntryKind::Deleted:
        return tr("gone");
    case EntryKind::Released:
        return tr("released");
    case EntryKind::RunStarted:
        return tr("run started");
    case EntryKind::RunEnded:
        return tr("run ended");
    case EntryKind::UserDecision:
        break;
    }
    return {};
}

bool isVerification(const store::HistoryItem &item) {
    return item.kind == QLatin1String(verify::kWholeKind) || item.kind == QLatin1String(verify::kCellsKind);
}

} // namespace

QList<Moment> momentsOf(const blueprint::Plan &plan, const QList<store::Entry> &journal,
                        const QList<store::HistoryItem> &history) {
    QList<Moment> moments;
    for (const store::Entry &entry : journal) {
        const QString words = wordsOf(entry);
        if (words.isEmpty() || !entry.at.isValid())
            continue;
        const blueprint::PlannedResource *planned = plan.find(entry.step);
        QString name = planned && !planned->cloudName.isEmpty() ? planned->cloudName : entry.step;
        name.replace(QLatin1Char('_'), QLatin1Char(' '));
        moments.append({entry.at, name.isEmpty() ? words : tr("%1: %2").arg(name, words)});
    }
    for (const store::HistoryItem &item : history)
        if (isVerification(item) && item.at.isValid())
            if (const auto report = verify::reportFromJson(item.document))
                moments.append({item.at, (report->isWhole() ? tr("measured: %1") : tr("some checks measured again: %1"))
                                             .arg(verify::verdictName(report->verdict))});
    std::stable_sort(moments.begin(), moments.end(), [](const Moment &a, const Moment &b) { return a.at < b.at; });
    return moments;
}

TopologyModel topologyAt(const blueprint::Plan &plan, const QList<store::Entry> &journal,
                         const QList<store::HistoryItem> &history, const QDateTime &moment) {
    QList<store::Entry> until;
    QMap<QString, QString> outputs;
    QDateTime teardown;
    for (const store::Entry &entry : journal) {
        if (entry.at > moment)
            continue;
        until.append(entry);
        if (entry.kind == store::EntryKind::DeleteIntent)
            teardown = entry.at;
        if (entry.kind != store::EntryKind::Done)
            continue;
        // The journal's facts are "<step>.<fact>"; the drawing knows them as outputs, "<step>_<fact>".
        const Json &facts = jsonMember(entry.payload, "outputs");
        if (facts.is_object())
            for (const auto &[key, value] : facts.items())
                if (value.is_string())
                    outputs.insert(QString::fromStdString(key).replace(QLatin1Char('.'), QLatin1Char('_')),
                                   QString::fromStdString(value.get<std::string>()));
    }
    QList<verify::Cell> cells;
    QList<verify::Report> reports;
    for (const store::HistoryItem &item : history)
        if (isVerification(item) && item.at <= moment && (!teardown.isValid() || item.at > teardown))
            if (const auto report = verify::reportFromJson(item.document))
                reports.append(*report);
    cells = verify::standingOf(reports).cells;
    QList<engine::StepState> steps = engine::replay(plan, until);
    const auto running = std::find_if(until.crbegin(), until.crend(), [](const store::Entry &entry) {
        return entry.kind == store::EntryKind::RunStarted || entry.kind == store::EntryKind::RunEnded;
    });
    // Only when its run was over and no answer came is the outcome unknown; until then it was under way.
    if (running != until.crend() && running->kind == store::EntryKind::RunStarted)
        for (engine::StepState &step : steps)
            if (step.phase == engine::StepPhase::Unknown) {
                step.phase = engine::StepPhase::Intended;
                step.detail.clear();
            }
    return topologyOf(plan, steps, outputs, cells, moment);
}

} // namespace sluice::ui
