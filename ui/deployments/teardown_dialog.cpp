#include "ui/deployments/teardown_dialog.h"

#include "ui/theme/widgets.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QVBoxLayout>
#include <algorithm>

namespace sluice::ui {

namespace {

constexpr int kLines = 3; ///< of the text below the headline

} // namespace

TeardownDialog::TeardownDialog(const DeploymentView &view, QWidget *parent)
    : QDialog(parent)
    , m_name(view.name)
    , m_headline(new QLabel(this))
    , m_text(new QLabel(this))
    , m_table(new QTableWidget(0, 3, this))
    , m_prompt(new QLabel(this))
    , m_typed(new QLineEdit(this))
    , m_progress(new QProgressBar(this))
    , m_destroy(new QPushButton(tr("&Tear down"), this))
    , m_close(new QPushButton(tr("Keep it"), this)) {
    setWindowTitle(tr("Tear down %1").arg(view.name));
    setObjectName(QStringLiteral("teardownDialog"));
    resize(720, 560);
    m_headline->setFont(Theme::font(Type::Title));
    m_headline->setObjectName(QStringLiteral("teardownHeadline"));
    m_text->setWordWrap(true);
    m_text->setObjectName(QStringLiteral("teardownText"));
    // Room for all that it will say, so that the table does not jump under the eye.
    m_text->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_text->setMinimumHeight(kLines * QFontMetrics(Theme::font(Type::Body)).lineSpacing());
    m_table->setObjectName(QStringLiteral("teardownTable"));
    m_table->setAccessibleName(tr("What will be deleted"));
    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_typed->setObjectName(QStringLiteral("teardownName"));
    m_typed->setAccessibleName(tr("Type the deployment's name to confirm"));
    m_prompt->setText(tr("Type <b>%1</b> to &confirm:").arg(view.name.toHtmlEscaped()));
    m_prompt->setBuddy(m_typed);
    m_destroy->setObjectName(QStringLiteral("teardownConfirmButton"));
    m_destroy->setProperty("tone", QStringLiteral("danger"));
    m_destroy->setEnabled(false);
    m_destroy->setAutoDefault(false);
    m_close->setObjectName(QStringLiteral("teardownCloseButton"));
    m_progress->hide();

    auto *confirm = new QHBoxLayout;
    confirm->addWidget(m_prompt);
    confirm->addWidget(m_typed, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_destroy);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(m_headline);
    layout->addWidget(m_text);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_progress);
    layout->addLayout(confirm);
    layout->addLayout(buttons);
    const QList<QWidget *> order{m_table, m_typed, m_close, m_destroy};
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
    m_typed->setFocus();

    connect(m_typed, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_destroy->setEnabled(!m_running && text == m_name); });
    connect(m_typed, &QLineEdit::returnPressed, m_destroy, &QPushButton::click);
    connect(m_destroy, &QPushButton::clicked, this, [this] {
        m_running = true;
        m_destroy->setEnabled(false);
        m_typed->setEnabled(false);
        m_close->setText(tr("Stop"));
        m_headline->setText(tr("Tearing down %1").arg(m_name));
        m_progress->setRange(0, 0);
        m_progress->show();
        Q_EMIT teardownRequested();
    });
    connect(m_close, &QPushButton::clicked, this, [this] {
        if (!m_running)
            return reject();
        m_close->setEnabled(false);
        m_text->setText(tr("Stopping: deletes that were sent land and are recorded. Resume goes on later."));
        Q_EMIT cancelRequested();
    });
    fillWhatGoes(view);
}

void TeardownDialog::fillWhatGoes(const DeploymentView &view) {
    m_headline->setText(tr("Delete everything that %1 made?").arg(view.name));
    QString text =
        view.egressIp.isEmpty()
            ? tr("Only objects that this deployment made are deleted, each by its id after it was read back.")
            : tr("The egress IP %1 is given back and cannot be had again: partners that allow it will see another "
                 "address. "
                 "Only objects that this deployment made are deleted, each by its id after it was read back.")
                  .arg(view.egressIp);
    text += view.sandbox ? tr(" This is the simulated cloud.") : tr(" <b>This is a real account.</b>");
    m_text->setText(text);
    m_table->setHorizontalHeaderLabels({tr("Kind"), tr("Name"), tr("Id")});
    m_table->setRowCount(0);
    for (const engine::StepState &step : view.steps) {
        if (step.id.isEmpty() || step.phase == engine::StepPhase::Gone || step.kind == QLatin1String("check"))
            continue;
        const int row = m_table->rowCount();
        m_table->insertRow(row);
        m_table->setItem(row, 0, new QTableWidgetItem(blueprint::titleOf(step.kind)));
        m_table->setItem(
            row, 1, new QTableWidgetItem(step.cloudName.isEmpty() ? blueprint::titleOf(step.name) : step.cloudName));
        m_table->setItem(row, 2, new QTableWidgetItem(step.id));
    }
    fitColumns(m_table);
}

void TeardownDialog::show(const DeploymentView &view) {
    if (!m_running)
        return;
    int gone = 0;
    QStringList waiting;
    for (const engine::StepState &step : view.steps) {
        gone += step.phase == engine::StepPhase::Gone ? 1 : 0;
        if (step.phase == engine::StepPhase::Deleting) {
            const QString title = blueprint::titleOf(step.name);
            waiting << (step.detail.isEmpty() ? title : QStringLiteral("%1: %2").arg(title, step.detail));
        }
    }
    if (waiting.size() > kLines) {
        const qsizetype more = waiting.size() - (kLines - 1);
        waiting = waiting.mid(0, kLines - 1) << tr("and %1 more").arg(more);
    }
    m_progress->setRange(0, std::max(1, static_cast<int>(view.steps.size())));
    m_progress->setValue(gone);
    m_progress->setFormat(tr("%1 gone").arg(gone));
    m_text->setText(waiting.isEmpty() ? tr("Working") : waiting.join(QLatin1Char('\n')));
}

void TeardownDialog::finish(const DeploymentView &view, const Status &status) {
    m_running = false;
    m_progress->hide();
    m_prompt->hide();
    m_typed->hide();
    m_destroy->hide();
    m_close->setEnabled(true);
    m_close->setText(tr("Close"));
    m_close->setFocus();
    if (!status) {
        m_headline->setText(tr("The teardown stopped"));
        m_text->setText(status.error().toString());
    } else {
        const auto &kept = view.certificate.kept;
        const QString left = kept.isEmpty() ? tr("%1 left").arg(view.certificate.left.size())
                                            : tr("%1 left, %2 kept").arg(view.certificate.left.size()).arg(kept.size());
        m_headline->setText(
            tr("%1, %2 USD per hour").arg(left).arg(QLocale().toString(view.certificate.usdPerHour, 'f', 4)));
        m_text->setText(tr("Certificate of %1: a fresh sweep of the account looked for everything that was made.")
                            .arg(view.certificate.at));
    }
    if (!view.certificate.checked.isEmpty() || !view.certificate.left.isEmpty())
        fillCertificate(view);
}

void TeardownDialog::fillCertificate(const DeploymentView &view) {
    m_table->setAccessibleName(tr("Certificate"));
    m_table->setHorizontalHeaderLabels({tr("Looked for"), tr("Name"), tr("Result")});
    m_table->setRowCount(0);
    const auto add = [this](const engine::Certificate::Item &item, const QString &result, Tone tone) {
        const int row = m_table->rowCount();
        m_table->insertRow(row);
        m_table->setItem(row, 0, new QTableWidgetItem(blueprint::titleOf(item.kind)));
        m_table->setItem(row, 1, new QTableWidgetItem(item.name));
        m_table->setItem(row, 2, new QTableWidgetItem(Theme::icon(toneIcon(tone), tone), result));
    };
    for (const engine::Certificate::Item &item : view.certificate.left)
        add(item, tr("LEFT: %1").arg(item.id), Tone::Fail);
    const auto isKept = [&view](const engine::Certificate::Item &item) {
        return std::any_of(view.certificate.kept.cbegin(), view.certificate.kept.cend(),
                           [&item](const auto &kept) { return kept.kind == item.kind && kept.name == item.name; });
    };
    for (const engine::Certificate::Item &item : view.certificate.checked)
        add(item, item.how, isKept(item) ? Tone::Unknown : Tone::Pass);
    fitColumns(m_table);
}

} // namespace sluice::ui
