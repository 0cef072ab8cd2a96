#pragma once

#include "ui/theme/accessible_drawing.h"
#include "ui/topology/topology_scene.h"

#include <QGraphicsView>
#include <QTimer>

namespace sluice::ui {

/// Looks at a TopologyScene. Ctrl+wheel, + and - zoom; 0 or F fits; dragging pans; arrow keys walk, Enter selects,
/// Escape clears.
class TopologyView : public QGraphicsView, public DrawingParts {
    Q_OBJECT
public:
    explicit TopologyView(QWidget *parent = nullptr, Arrangement arrangement = Arrangement::Wide);
    void setModel(const TopologyModel &model);
    const TopologyModel &model() const { return m_scene->model(); }
    TopologyScene *topology() const { return m_scene; }
    QString selectedId() const { return m_scene->selected(); }
    /// What a part or an edge's label says in full: the drawing may elide it.
    QString toolTipAt(const QPointF &position) const;
    qreal zoom() const { return transform().m11(); }

    /// Puts the keyboard's place on a part, without selecting it.
    void setFocusedNode(const QString &id);
    /// So many pixels at the right are under something else: the drawing keeps its size where its letters would become
    /// small, and moves aside for the part that is selected.
    void setCovered(int pixels);

    QStringList partIds() const override;
    QString partWords(const QString &id) const override;
    QRect partBox(const QString &id) const override;
    QString focusedPart() const override { return m_scene->focusedNode(); }
    QString selectedPart() const override { return m_scene->selected(); }
    void focusPart(const QString &id) override;
    void pressPart(const QString &id) override;

public Q_SLOTS:
    void select(const QString &id);
    void zoomBy(qreal factor);
    void fit();

Q_SIGNALS:
    /// By mouse or keyboard; empty = nothing is selected any more.
    void selected(const QString &id);
    /// The keyboard's place moved within the drawing.
    void focusMoved(const QString &id);
    /// The mouse points at another part; empty = none.
    void pointed(const QString &id);
    /// Enter: the details of the selected part are wanted.
    void opened(const QString &id);

protected:
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void drawBackground(QPainter *painter, const QRectF &rect) override;

private:
    void choose(const QString &id);
    void point(const QString &id);
    void animateIfMeasured();
    QTimer m_rest;         ///< what moves comes to rest
    QStringList m_results; ///< of the edges, as last told
    TopologyScene *m_scene;
    QPoint m_pressedAt;
    QString m_lastFocus;
    bool m_ownZoom = false; ///< the user zoomed: resizing no longer fits
    int m_covered = 0;
    void makeRoom();
    void showFree(const QString &id, int margin);
};

} // namespace sluice::ui
