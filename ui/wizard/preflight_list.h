#pragma once

#include "core/base/result.h"
#include "ui/theme/widgets.h"

#include <QMap>
#include <QWidget>

class QGridLayout;

namespace sluice::ui {

/// What the preflight reads of the account, each with its state as the answers come: being read, read, refused. What
/// never got an answer ends as not known, never as read.
class PreflightList final : public QWidget {
    Q_OBJECT
public:
    explicit PreflightList(QWidget *parent = nullptr);
    void clear();
    /// Names as in blueprint::ReadProgress.
    void show(const QString &what, bool answered, const Status &status);
    using QWidget::show;
    /// No answer comes any more.
    void finish();
    Tone toneOf(const QString &what) const;

private:
    struct Row {
        Badge *badge = nullptr;
        Text *text = nullptr;
    };
    QGridLayout *m_grid;
    QMap<QString, Row> m_rows;
};

} // namespace sluice::ui
