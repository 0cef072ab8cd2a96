#pragma once

#include "ui/topology/topology_layout.h"

#include <QGraphicsScene>
#include <QSet>
#include <QTimer>
#include <QVariantAnimation>

namespace sluice::ui {

/// Holds one item per node and edge. Items know their id only; the model is here, and a change of states repaints
/// without moving.
class TopologyScene : public QGraphicsScene {
    Q_OBJECT
public:
    explicit TopologyScene(QObject *parent = nullptr, Arrangement arrangement = Arrangement::Wide);
    /// Returns true when the layout is new (another shape), false when only states changed.
    bool setModel(const TopologyModel &model);
    const TopologyModel &model() const { return m_model; }
    const TopologyLayout &layout() const { return m_layout; }
    /// Topmost node under a scene position; empty = none.
    QString nodeAt(const QPointF &position) const;
    /// Id of the edge whose label is under a scene position; empty = none.
    QString edgeAt(const QPointF &position) const;
    /// Where the keyboard goes from `id` in a direction (unit vector): left and right follow the traffic when an edge
    /// leads there, else the nearest node; `id` itself when there is none.
    QString neighbour(const QString &id, const QPointF &direction) const;

    void setHovered(const QString &id);
    void setSelected(const QString &id);
    void setFocusedNode(const QString &id);
    /// What is being decided just now.
    void setEmphasised(const QSet<QString> &ids);
    bool isEmphasised(const QString &id) const { return m_emphasised.contains(id); }
    /// Lets what the last model brought come in over this time.
    void growIn(int milliseconds);
    bool isGrowing() const { return m_growth.state() == QAbstractAnimation::Running; }
    /// How far a part has come in: 0 not at all, 1 wholly.
    qreal presence(const QString &id) const { return isGrowing() && m_arrived.contains(id) ? m_presence : 1; }
    const QString &hovered() const { return m_hovered; }
    const QString &selected() const { return m_selected; }
    const QString &focusedNode() const { return m_focused; }
    /// False while another's path is pointed at: then only that path stays bright. A mere selection dims nothing.
    bool isBright(const QString &id) const {
        return m_hovered.isEmpty() || m_bright.isEmpty() || m_bright.contains(id);
    }
    bool isHighlighted(const QString &id) const { return m_bright.contains(id); }
    qreal phase() const { return m_phase; }
    void setAnimated(bool animated);

private:
    void rebuild();
    void refresh();
    QPointF anchorOf(const QString &id) const;
    QString alongEdge(const QString &id, qreal direction) const;
    TopologyModel m_model;
    TopologyLayout m_layout;
    QString m_hovered;
    QString m_selected;
    QString m_focused;
    QSet<QString> m_bright;
    QSet<QString> m_emphasised;
    QSet<QString> m_arrived; ///< parts that the model before the last one did not have
    QVariantAnimation m_growth;
    qreal m_presence = 1;
    Arrangement m_arrangement;
    QTimer m_timer;
    qreal m_phase = -1;
};

} // namespace sluice::ui
