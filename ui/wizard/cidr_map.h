#pragma once

#include "core/blueprint/blueprint.h"

#include <QWidget>
#include <optional>

namespace sluice::ui {

/// The three private ranges as bars: what the account uses, what the platform reserves, and what the draft proposes.
/// Live: a proposal is dragged with the mouse (it snaps to blocks of its size; an overlap shows at once), or moved by
/// keys: Space takes the next proposal, the arrows go to the nearest free block, + and - change its size.
class CidrMap : public QWidget {
    Q_OBJECT
public:
    struct Choice {
        QString text; ///< as typed; drawn when it parses
        QString what; ///< "VPC", "Pods", "Services"
        bool clash = false;
    };
    explicit CidrMap(QWidget *parent = nullptr);
    void set(const QList<blueprint::NetworkInUse::Block> &used, const QList<blueprint::NetworkInUse::Block> &reserved,
             const QList<Choice> &choices);
    QSize sizeHint() const override { return {560, 236}; }
    QSize minimumSizeHint() const override { return {420, 236}; }

Q_SIGNALS:
    /// The proposal `choice` (its index in set()) should become `cidr`. The answer is a new set().
    void moved(int choice, const QString &cidr);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Mark {
        QRectF box;
        QString words;
        int choice = -1; ///< index of the proposal; -1 = not one
    };
    QRectF barOf(qsizetype row) const;
    int choiceAt(const QPointF &point) const;
    std::optional<Cidr> chosen(int choice) const;
    QList<int> choicesIn(const Cidr &range) const;
    QList<Cidr> othersThan(int choice) const;
    void describe();
    QList<blueprint::NetworkInUse::Block> m_used;
    QList<blueprint::NetworkInUse::Block> m_reserved;
    QList<Choice> m_choices;
    QList<Mark> m_marks; ///< of the last paint, for tool tips and the mouse
    int m_active = 0;    ///< the proposal that the keys move
    int m_dragged = -1;  ///< the proposal under the pressed mouse; -1 = none
    double m_grip = 0;   ///< where in its block it was taken, in addresses
};

} // namespace sluice::ui
