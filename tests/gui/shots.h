#pragma once

#include <QDir>
#include <QLabel>
#include <QPixmap>
#include <QWidget>

namespace sluice::tests {

/// Folder for screenshots: $SLUICE_SHOTS or "screenshots" in the current folder.
inline QString shotsFolder() {
    const QString folder = qEnvironmentVariable("SLUICE_SHOTS", QStringLiteral("screenshots"));
    QDir().mkpath(folder);
    return folder;
}

/// Labels that show less than their text: too low for their lines, or too narrow for their only one.
inline QStringList cutOff(const QWidget *widget) {
    QStringList labels;
    for (const QLabel *label : widget->findChildren<QLabel *>()) {
        if (!label->isVisible() || label->text().isEmpty())
            continue;
        const bool cut = label->wordWrap() ? label->height() < label->heightForWidth(label->width())
                                           : label->width() < label->minimumSizeHint().width();
        if (cut)
            labels << QStringLiteral("\"%1\" is cut off (%2 x %3)")
                          .arg(label->text().left(60))
                          .arg(label->width())
                          .arg(label->height());
    }
    return labels;
}

/// Saves what `widget` shows as <folder>/<name>.png, "<name>@2x" in a run with QT_SCALE_FACTOR=2.
inline bool grabState(QWidget *widget, const QString &name) {
    const QString suffix = widget->devicePixelRatioF() > 1.5 ? QStringLiteral("@2x") : QString();
    return widget->grab().save(QStringLiteral("%1/%2%3.png").arg(shotsFolder(), name, suffix));
}

} // namespace sluice::tests
