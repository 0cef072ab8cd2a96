#include "ui/deployments/change_dialog.h"

#include "ui/theme/theme.h"
#include "ui/theme/widgets.h"

#include <QDialogButtonBox>
#include <QLocale>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace sluice::ui {

namespace {

constexpr int kMostNodes = 64;
constexpr int kMostUnits = 16;
constexpr int kSettleMilliseconds = 350;

QStringList sourcesOf(const QString &text) {
    static const QRegularExpression separators(QStringLiteral("[,;\\s]+"));
    return text.split(separators, Qt::SkipEmptyParts);
}

blueprint::Problems problemsOf(const Json &document, const QString &field) {
    blueprint::Problems problems;
    for (const Json &problem : jsonMember(document, "problems"))
        if (jsonString(problem, "field") == field)
            problems.append({.field = field,
                             .code = jsonString(problem, "code"),
                             .message = jsonString(problem, "message"),
                             .proposal = jsonString(problem, "proposal"),
                             .severity = jsonString(problem, "severity") == QLatin1String("error")
                                             ? blueprint::Problem::Severity::Error
                                             : blueprint::Problem::Severity::Warning});
    return problems;
}

} // namespace

ChangeDialog::ChangeDialog(const DeploymentView &view, QWidget *parent)
    : QDialog(parent)
    , m_now(view.plan.blueprint)
    , m_usdPerMonth(view.plan.usdPerMonth())
    , m_nodes(new QSpinBox)
    , m_units(new QSpinBox)
    , m_sources(new QLineEdit)
    , m_headline(new Text({}, Type::Heading))
    , m_consequences(new Text({}, Type::Body, Text::Ink::Soft))
    , m_change(new QPushButton(tr("&Change"))) {
    setObjectName(QStringLiteral("changeDialog"));
    setWindowTitle(tr("Change %1").arg(view.name));
    setMinimumWidth(620);
    m_nodes->setObjectName(QStringLiteral("changeNodes"));
    m_nodes->setRange(1, kMostNodes);
    m_nodes->setValue(m_now.nodeCount);
    m_units->setObjectName(QStringLiteral("changeUnits"));
    m_units->setRange(1, kMostUnits);
    m_units->setValue(m_now.natGatewaySize);
    m_sources->setObjectName(QStringLiteral("changeSources"));
    m_sources->setText(m_now.bastionSources.join(QStringLiteral(", ")));
    m_headline->setObjectName(QStringLiteral("changeHeadline"));
    m_consequences->setObjectName(QStringLiteral("changeConsequences"));
    m_change->setObjectName(QStringLiteral("changeConfirmButton"));
    m_change->setAutoDefault(false);
    m_change->setEnabled(false);
    m_nodesField = new Field(tr("Cluster &nodes"), m_nodes);
    m_unitsField = new Field(tr("NAT gateway &units"), m_units, tr("Throughput and included transfer grow with it."));
    m_sourcesField = new Field(tr("Addresses that may reach the &bastion's port 22"), m_sources);
    connect(m_nodesField, &Field::proposalTaken, this, [this](const QString &v) { m_nodes->setValue(v.toInt()); });
    connect(m_unitsField, &Field::proposalTaken, this, [this](const QString &v) { m_units->setValue(v.toInt()); });
    connect(m_sourcesField, &Field::proposalTaken, m_sources, &QLineEdit::setText);

    auto *result = new Card;
    auto *resultLayout = new QVBoxLayout(result);
    resultLayout->setContentsMargins(16, 12, 16, 12);
    resultLayout->addWidget(m_headline);
    resultLayout->addWidget(m_consequences);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(m_change, QDialogButtonBox::AcceptRole);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(new Text(tr("These can be changed where they stand; the egress IP stays. Region, networks and "
                                  "machine sizes are fixed: only a new deployment can have others."),
                               Type::Body, Text::Ink::Soft));
    layout->addWidget(m_nodesField);
    layout->addWidget(m_unitsField);
    layout->addWidget(m_sourcesField);
    layout->addWidget(result);
    layout->addStretch();
    layout->addWidget(buttons);

    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettleMilliseconds);
    connect(&m_settle, &QTimer::timeout, this, [this] { Q_EMIT previewRequested(request()); });
    connect(m_nodes, &QSpinBox::valueChanged, this, &ChangeDialog::edited);
    connect(m_units, &QSpinBox::valueChanged, this, &ChangeDialog::edited);
    connect(m_sources, &QLineEdit::textChanged, this, &ChangeDialog::edited);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_change, &QPushButton::clicked, this, [this] {
        Q_EMIT changeRequested(request());
        accept();
    });
    edited();
}

operations::ChangeRequest ChangeDialog::request() const {
    operations::ChangeRequest request;
    if (m_nodes->value() != m_now.nodeCount)
        request.nodeCount = m_nodes->value();
    if (m_units->value() != m_now.natGatewaySize)
        request.natGatewaySize = m_units->value();
    const QStringList sources = sourcesOf(m_sources->text());
    if (sources != m_now.bastionSources)
        request.bastionSources = sources;
    return request;
}

// What is said about a change is as long as it is; the dialog only grows, so that nothing jumps back.
bool ChangeDialog::event(QEvent *event) {
    const bool done = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest) {
        const int needed = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width()) : sizeHint().height();
        if (needed > height())
            resize(width(), needed);
    }
    return done;
}

bool ChangeDialog::isEmpty() const {
    const operations::ChangeRequest wanted = request();
    return !wanted.nodeCount && !wanted.natGatewaySize && !wanted.bastionSources;
}

void ChangeDialog::edited() {
    m_change->setEnabled(false);
    for (Field *field : {m_nodesField, m_unitsField, m_sourcesField})
        field->setProblems({});
    if (isEmpty()) {
        m_settle.stop();
        m_headline->setText(tr("Nothing changes yet"));
        m_consequences->setText(tr("%1 USD a month, as now.").arg(QLocale().toString(m_usdPerMonth, 'f', 2)));
        return;
    }
    m_headline->setText(tr("Looking what follows from it"));
    m_consequences->setText(tr("The account is read; nothing is changed."));
    m_settle.start();
}

void ChangeDialog::show(const Status &status, const Json &document) {
    if (m_settle.isActive() || isEmpty())
        return; // an answer to an older question
    m_nodesField->setProblems(problemsOf(document, QStringLiteral("doks_node_count")) +
                              problemsOf(document, QStringLiteral("doks_cluster_subnet")));
    m_unitsField->setProblems(problemsOf(document, QStringLiteral("nat_gateway_size")));
    m_sourcesField->setProblems(problemsOf(document, QStringLiteral("bastion_ssh_sources")));
    m_change->setEnabled(status.has_value());
    if (!status) {
        m_headline->setText(tr("This cannot be done"));
        const bool atField = !m_nodesField->problemText().isEmpty() || !m_unitsField->problemText().isEmpty() ||
                             !m_sourcesField->problemText().isEmpty();
        return m_consequences->setText(atField ? tr("The reason stands at its field.") : status.error().message);
    }
    const double before = jsonDouble(document, "usd_per_month_before"), after = jsonDouble(document, "usd_per_month");
    m_headline->setText(before == after
                            ? tr("It costs %1 USD a month, as before").arg(QLocale().toString(after, 'f', 2))
                            : tr("It costs %1 USD a month instead of %2")
                                  .arg(QLocale().toString(after, 'f', 2))
                                  .arg(QLocale().toString(before, 'f', 2)));
    QStringList lines;
    for (const Json &change : jsonMember(document, "changes"))
        lines << jsonString(change, "message");
    m_consequences->setText(lines.join(QStringLiteral("\n\n")));
}

} // namespace sluice::ui
