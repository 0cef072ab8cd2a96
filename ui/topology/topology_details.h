#pragma once

#include "ui/topology/topology_model.h"

#include <QScrollArea>

class QGridLayout;
class QVBoxLayout;

namespace sluice::ui {

class Badge;
class Banner;
class Text;

/// Key/values of the selected node, each copyable one with its button, and what went wrong.
class TopologyDetails : public QScrollArea {
    Q_OBJECT
public:
    explicit TopologyDetails(QWidget *parent = nullptr);
    /// nullptr = nothing is selected.
    void show(const TopologyNode *node);
    using QWidget::show;

private:
    void clearFacts();
    Text *m_title;
    Text *m_kind;
    Badge *m_badge;
    Banner *m_error;
    Text *m_hint;
    QWidget *m_facts;
    QGridLayout *m_grid;
    TopologyNode m_shown;
    bool m_any = false;
};

} // namespace sluice::ui
