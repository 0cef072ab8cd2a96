#include "ui/verification/recheck.h"

#include <QSettings>
#include <algorithm>
#include <chrono>

namespace sluice::ui {

namespace {

QString keyOf(const QString &deployment) {
    return QStringLiteral("recheck/") + deployment;
}

} // namespace

Recheck::Recheck(Desk *desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk) {
    m_timer.setInterval(std::chrono::seconds(15));
    connect(&m_timer, &QTimer::timeout, this, [this] { tick(QDateTime::currentDateTimeUtc()); });
    connect(desk, &Desk::viewChanged, this, &Recheck::follow);
    QSettings settings;
    settings.beginGroup(QStringLiteral("recheck"));
    if (!settings.childKeys().isEmpty())
        m_timer.start();
}

int Recheck::minutes(const QString &deployment) const {
    return std::max(0, QSettings().value(keyOf(deployment)).toInt());
}

void Recheck::setMinutes(const QString &deployment, int minutes) {
    QSettings settings;
    if (minutes <= 0) {
        settings.remove(keyOf(deployment));
        m_verdicts.remove(deployment);
        return;
    }
    settings.setValue(keyOf(deployment), minutes);
    m_timer.start();
    follow(deployment);
}

void Recheck::tick(const QDateTime &now) {
    bool any = false;
    for (const DeploymentView &view : m_desk->deployments()) {
        const int every = minutes(view.name);
        any = any || every > 0;
        if (every == 0 || view.phase != QLatin1String("ready") || !view.running.isEmpty())
            continue;
        QDateTime last = m_tried.value(view.name);
        for (const store::HistoryItem &item : view.history) {
            if (item.kind == QLatin1String("verify") && (!last.isValid() || item.at > last))
                last = item.at;
        }
        if (last.isValid() && last.secsTo(now) < every * 60)
            continue;
        m_tried[view.name] = now;
        Q_EMIT due(view.name);
    }
    if (!any)
        m_timer.stop(); // an idle window wakes for nothing
}

void Recheck::follow(const QString &deployment) {
    const DeploymentView *view = m_desk->view(deployment);
    if (!view || !view->running.isEmpty() || view->verdict.isEmpty() || minutes(deployment) == 0)
        return;
    const QString before = m_verdicts.value(deployment);
    m_verdicts[deployment] = view->verdict;
    if (!before.isEmpty() && before != view->verdict)
        Q_EMIT verdictChanged(deployment, before, view->verdict);
}

} // namespace sluice::ui
