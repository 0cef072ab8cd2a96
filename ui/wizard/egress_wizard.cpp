#include "ui/wizard/egress_wizard.h"

#include "ui/wizard/draft_drawing.h"
#include "ui/wizard/input_pages.h"
#include "ui/wizard/machines_page.h"
#include "ui/wizard/review_page.h"
#include "ui/wizard/step_rail.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QRadioButton>
#include <QScreen>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace sluice::ui {

namespace {
constexpr QSize kComfortable(1264, 808);
constexpr QSize kFrame(16, 44);   ///< what the desktop puts around a window
constexpr int kPageWidth = 580;   ///< below this a page would feel squeezed beside a drawing
constexpr int kDrawnFrom = 300;   ///< a narrower drawing has words that nobody can read
constexpr int kDrawnUpTo = 392;   ///< a wider one has nothing more to say
constexpr int kDrawnHeight = 520; ///< and so for its height
} // namespace

EgressWizard::EgressWizard(const operations::Account &account, QWidget *parent)
    : QDialog(parent)
    , m_draft(new Draft(this))
    , m_stack(new QStackedWidget) {
    setObjectName(QStringLiteral("egressWizard"));
    setWindowTitle(tr("New deployment"));
    resize(kComfortable.boundedTo(screen()->availableSize() - kFrame));
    m_draft->setAccount(account);

    auto *first = new AccountPage(m_draft);
    auto *review = new ReviewPage(m_draft);
    m_pages = {
        first, new PlacePage(m_draft), new NetworkPage(m_draft), new MachinesPage(m_draft), new AccessPage(m_draft),
        review};
    for (WizardPage *page : std::as_const(m_pages))
        m_stack->addWidget(page);
    m_rail = new StepRail({tr("Account"), tr("Place"), tr("Network"), tr("Machines"), tr("Access"), tr("Review")});

    m_error = new Banner(Tone::Fail, {});
    m_error->setObjectName(QStringLiteral("wizardError"));
    m_error->hide();
    const auto button = [](const QString &text, const char *name) {
        auto *made = new QPushButton(text); // its layout makes it ours, in the order of the eye
        made->setObjectName(QLatin1String(name));
        made->setMinimumWidth(104);
        made->setAutoDefault(false);
        return made;
    };
    m_cancel = button(tr("Cancel"), "wizardCancelButton");
    m_back = button(tr("&Back"), "wizardBackButton");
    m_next = button(tr("Ne&xt"), "wizardNextButton");
    m_create = button(tr("&Create"), "wizardCreateButton");
    m_next->setProperty("tone", QStringLiteral("primary"));
    m_create->setProperty("tone", QStringLiteral("primary"));

    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(space::kPage + 8, space::kMedium, space::kPage + 8, space::kLarge);
    buttons->setSpacing(space::kSmall);
    buttons->addWidget(m_cancel);
    buttons->addStretch();
    buttons->addWidget(m_back);
    buttons->addWidget(m_next);
    buttons->addWidget(m_create);
    auto *errors = new QHBoxLayout;
    errors->setContentsMargins(space::kPage + 8, space::kSmall, space::kPage + 8, 0);
    errors->addWidget(m_error);
    auto *line = new QFrame;
    line->setFrameShape(QFrame::HLine);
    line->setFixedHeight(1);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Mid);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_stack, 1);
    right->addLayout(errors);
    right->addSpacing(space::kSmall);
    right->addWidget(line);
    right->addLayout(buttons);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addLayout(right, 1);
    m_drawing = new DraftDrawing(m_draft);
    row->addWidget(m_drawing);

    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_back, &QPushButton::clicked, this, &EgressWizard::back);
    connect(m_next, &QPushButton::clicked, this, &EgressWizard::next);
    connect(m_create, &QPushButton::clicked, this, [this] {
        if (m_pages.last()->isComplete())
            Q_EMIT createRequested(m_draft->outcome()->plan);
    });
    connect(first, &AccountPage::connectRequested, this, [this](bool sandbox, const QString &token) {
        m_error->hide();
        setBusy(true);
        Q_EMIT connectRequested(sandbox, token);
    });
    connect(review, &ReviewPage::planRequested, this, [this] {
        setBusy(true);
        Q_EMIT planRequested(m_draft->blueprint());
    });
    connect(review, &ReviewPage::fieldRequested, this, [this](const QString &field) {
        for (int i = 0; i < m_pages.size(); ++i)
            if (m_pages[i]->fields().contains(field))
                return goTo(i);
        goTo(1);
    });
    connect(m_draft, &Draft::changed, this, &EgressWizard::refresh);
    connect(m_draft, &Draft::changed, m_drawing, &DraftDrawing::follow);
    for (WizardPage *page : std::as_const(m_pages))
        page->refresh();
    goTo(0);
    fold(); // before the first layout, which would make room for a drawing that has none
}

EgressWizard::~EgressWizard() = default;

const blueprint::Blueprint &EgressWizard::blueprint() const {
    return m_draft->blueprint();
}

int EgressWizard::pageIndex() const {
    return m_stack->currentIndex();
}

QString EgressWizard::pageName() const {
    return m_pages[pageIndex()]->name();
}

void EgressWizard::setAccount(const operations::Account &account) {
    m_draft->setAccount(account);
}

void EgressWizard::setFacts(const blueprint::AccountFacts &facts) {
    m_error->hide();
    m_draft->setFacts(facts);
}

void EgressWizard::setBlueprint(const blueprint::Blueprint &blueprint) {
    m_draft->setBlueprint(blueprint);
}

void EgressWizard::setPrices(const blueprint::Prices &prices) {
    m_draft->setPrices(prices);
}

void EgressWizard::setOwnAddress(const QString &address) {
    m_draft->setOwnAddress(address);
}

void EgressWizard::showPreflight(const QString &what, bool answered, const Status &status) {
    if (auto *review = findChild<ReviewPage *>())
        review->showPreflight(what, answered, status);
}

void EgressWizard::setPlanOutcome(const blueprint::PlanOutcome &outcome) {
    if (pageIndex() != int(m_pages.size()) - 1)
        return; // the operator went back meanwhile: the answer is to another question
    m_error->hide();
    m_draft->setOutcome(outcome);
}

void EgressWizard::setBusy(bool busy) {
    m_draft->setBusy(busy);
}

void EgressWizard::setError(const Error &error) {
    m_error->set(Tone::Fail, error.message, error.remedy);
    m_error->show();
    if (auto *review = findChild<ReviewPage *>())
        review->endPreflight();
    m_draft->setBusy(false);
}

void EgressWizard::next() {
    if (m_pages[pageIndex()]->isComplete() && pageIndex() + 1 < m_pages.size())
        goTo(pageIndex() + 1);
}

void EgressWizard::back() {
    if (pageIndex() > 0)
        goTo(pageIndex() - 1);
}

void EgressWizard::goTo(int index) {
    m_stack->setCurrentIndex(index);
    m_drawing->setPage(static_cast<Page>(index));
    m_error->hide();
    WizardPage *page = m_pages[index];
    page->verticalScrollBar()->setValue(0);
    refresh();
    page->enter();
    refresh();
    if (index + 1 == m_pages.size())
        return m_back->setFocus(Qt::OtherFocusReason);
    for (QWidget *widget = page->nextInFocusChain(); widget && widget != page; widget = widget->nextInFocusChain()) {
        const auto *radio = qobject_cast<QRadioButton *>(widget);
        if (page->isAncestorOf(widget) && widget->isVisibleTo(page) && widget->focusPolicy() & Qt::TabFocus &&
            widget->isEnabled() && (!radio || radio->isChecked())) {
            widget->setFocus(Qt::OtherFocusReason);
            break;
        }
    }
}

void EgressWizard::refresh() {
    const int index = pageIndex();
    const bool last = index + 1 == m_pages.size();
    QList<int> bad;
    m_pages[index]->refresh(); // the others when they are gone to
    for (int i = 0; i < m_pages.size(); ++i)
        if (m_draft->hasErrorIn(m_pages[i]->fields()))
            bad.append(i);
    m_rail->setState(index, bad);
    m_rail->setSandbox(m_draft->account().sandbox);
    m_back->setEnabled(index > 0);
    m_next->setVisible(!last);
    m_next->setEnabled(m_pages[index]->isComplete());
    m_create->setVisible(last);
    m_create->setEnabled(last && m_pages[index]->isComplete());
    m_create->setText(m_draft->account().sandbox ? tr("&Create in the sandbox") : tr("&Create, costs start now"));
    if (isVisible())
        fold(); // a page's words may need another width now
}

/// The drawing takes what the pages do not need, and nothing where they need it all.
void EgressWizard::fold() {
    const int need = m_stack->minimumSizeHint().width();
    setMinimumSize(m_rail->width() + need, std::min(kDrawnHeight, (screen()->availableSize() - kFrame).height()));
    const int room = width() - m_rail->width() - std::max(need, kPageWidth);
    const bool drawn = room >= kDrawnFrom && height() >= kDrawnHeight;
    m_drawing->setFixedWidth(std::clamp(room, kDrawnFrom, kDrawnUpTo));
    m_drawing->setVisible(drawn);
    static_cast<ReviewPage *>(m_pages.last())->setDrawn(!drawn);
    layout()->activate();
}

void EgressWizard::resizeEvent(QResizeEvent *event) {
    QDialog::resizeEvent(event);
    fold();
}

void EgressWizard::showEvent(QShowEvent *event) {
    fold();
    QDialog::showEvent(event);
}

void EgressWizard::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        QWidget *focus = focusWidget();
        if (auto *button = qobject_cast<QAbstractButton *>(focus); button && qobject_cast<QPushButton *>(focus)) {
            button->click();
            return;
        }
        // Create is never pressed by a stray Enter: it must have the focus.
        if (m_next->isVisible() && m_next->isEnabled())
            next();
        return;
    }
    QDialog::keyPressEvent(event);
}

} // namespace sluice::ui
