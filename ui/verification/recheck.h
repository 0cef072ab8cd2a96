#pragma once

#include "ui/desk/desk.h"

#include <QTimer>

namespace sluice::ui {

/// Verifies deployments again by itself, as often as their owner chose (never, unless chosen), and says when a verdict
/// changed. Only while the program runs; the choice is kept in the settings.
class Recheck final : public QObject {
    Q_OBJECT
public:
    explicit Recheck(Desk *desk, QObject *parent = nullptr);
    int minutes(const QString &deployment) const; ///< 0 = never
    void setMinutes(const QString &deployment, int minutes);
    /// Starts what is due at `now` (UTC): ready, idle, and not measured for as long as was chosen.
    void tick(const QDateTime &now);

Q_SIGNALS:
    void due(const QString &deployment);
    /// pass | fail | unknown, of a deployment that is verified by itself.
    void verdictChanged(const QString &deployment, const QString &before, const QString &after);

private:
    void follow(const QString &deployment);
    Desk *m_desk;
    QTimer m_timer;
    QMap<QString, QString> m_verdicts;
    QMap<QString, QDateTime> m_tried; ///< so that a failing start is not repeated at every tick
};

} // namespace sluice::ui
