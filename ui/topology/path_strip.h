#pragma once

#include "ui/topology/topology_path.h"

#include <QWidget>

namespace sluice::ui {

/// The way of a packet in words, below the drawing: a column per hop with its rule and what was measured. Its height
/// never changes, so that pointing at things moves nothing.
class PathStrip : public QWidget {
    Q_OBJECT
public:
    explicit PathStrip(QWidget *parent = nullptr);
    void setHops(const QList<PathHop> &hops);
    const QList<PathHop> &hops() const { return m_hops; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {240, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<PathHop> m_hops;
};

} // namespace sluice::ui
