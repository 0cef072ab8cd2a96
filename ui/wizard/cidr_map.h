#pragma once

#include "core/blueprint/blueprint.h"

#include <QWidget>

namespace sluice::ui {

/// The three private ranges as bars: what the account uses, what the platform reserves, and what the draft proposes.
/// Live.
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

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Mark {
        QRectF box;
        QString words;
    };
    QList<blueprint::NetworkInUse::Block> m_used;
    QList<blueprint::NetworkInUse::Block> m_reserved;
    QList<Choice> m_choices;
    QList<Mark> m_marks; ///< of the last paint, for tool tips
};

} // namespace sluice::ui
