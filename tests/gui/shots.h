#pragma once

#include <QDir>
#include <QPixmap>
#include <QWidget>

namespace sluice::tests {

/// Folder for screenshots: $SLUICE_SHOTS or "screenshots" in the current folder.
inline QString shotsFolder() {
    const QString folder = qEnvironmentVariable("SLUICE_SHOTS", QStringLiteral("screenshots"));
    QDir().mkpath(folder);
    return folder;
}

/// Saves what `widget` shows as <folder>/<name>.png, "<name>@2x" in a run with QT_SCALE_FACTOR=2.
inline bool grabState(QWidget *widget, const QString &name) {
    const QString suffix = widget->devicePixelRatioF() > 1.5 ? QStringLiteral("@2x") : QString();
    return widget->grab().save(QStringLiteral("%1/%2%3.png").arg(shotsFolder(), name, suffix));
}

} // namespace sluice::tests
