#pragma once

#include "ui/wizard/draft_picture.h"

#include <QTimer>
#include <QWidget>

namespace sluice::ui {

class Text;
class TopologyView;

/// The drawing beside the fields: it grows with the pages and follows what is typed. A picture of the fields, so
/// nothing in it takes the focus; what it shows stands in its accessible description.
class DraftDrawing final : public QWidget {
    Q_OBJECT
public:
    explicit DraftDrawing(const Draft *draft, QWidget *parent = nullptr);
    /// The page that is shown. Pages that were reached stay drawn, until another account is chosen.
    void setPage(Page page);
    /// The draft changed: drawn soon, once for many changes.
    void follow();
    const TopologyView *view() const { return m_view; }

protected:
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void draw();
    const Draft *m_draft;
    TopologyView *m_view;
    Text *m_legend;
    QTimer m_soon;
    Page m_page = Page::Account;
    Page m_reached = Page::Account;
};

} // namespace sluice::ui
