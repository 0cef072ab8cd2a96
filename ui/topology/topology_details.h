#pragma once

#include "ui/topology/topology_model.h"

#include <QScrollArea>

class QGridLayout;
class QVBoxLayout;

namespace sluice::ui {

class Badge;
class Banner;
class Text;

/// Key/values of the selected node, each copyable one with its button, and what went wrong. Lies over the drawing.
class TopologyDetails : public QScrollArea {
    Q_OBJECT
public:
    explicit TopologyDetails(QWidget *parent = nullptr);
    /// nullptr = nothing is selected.
    void show(const TopologyNode *node);
    using QWidget::show;
    /// Buttons that lead to what the window can do about a part; without (the default) there are none.
    void setActionsVisible(bool visible);
    /// Puts the keyboard into the details: on the first thing that can be done there.
    void takeFocus();

    QSize sizeHint() const override;

Q_SIGNALS:
    void closeRequested();
    /// verify | evidence | activity
    void actionRequested(const QString &action);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void clearFacts();
    Text *m_title;
    Text *m_kind;
    Badge *m_badge;
    Banner *m_error;
    Banner *m_alert;
    QWidget *m_actions;
    bool m_hasActions = false;
    Text *m_hint;
    QWidget *m_facts;
    QGridLayout *m_grid;
    TopologyNode m_shown;
    bool m_any = false;
};

} // namespace sluice::ui
