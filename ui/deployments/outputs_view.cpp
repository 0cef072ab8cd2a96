#include "ui/deployments/outputs_view.h"

#include "ui/deployments/copy_field.h"
#include "ui/theme/widgets.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QVBoxLayout>

namespace sluice::ui {

OutputsView::OutputsView(QWidget *parent)
    : QWidget(parent)
    , m_table(new QTableWidget(0, 3, this))
    , m_empty(new QLabel(tr("Outputs appear here as soon as resources are ready."), this))
    , m_copyAll(new QPushButton(tr("Copy &all as JSON"), this)) {
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    m_table->setObjectName(QStringLiteral("outputsTable"));
    m_table->setAccessibleName(tr("Outputs"));
    m_table->setHorizontalHeaderLabels({tr("Output"), tr("Value"), QString()});
    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false); // Tab leads on to the copy buttons
    m_table->setAlternatingRowColors(true);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_copyAll->setObjectName(QStringLiteral("copyAllOutputsButton"));
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_copyAll);
    layout->addWidget(m_empty);
    layout->addWidget(m_table, 1);
    layout->addLayout(buttons);
    connect(m_copyAll, &QPushButton::clicked, this,
            [this] { copyText(QString::fromUtf8(toJsonText(engine::outputsToJson(m_outputs), 2))); });
    show(DeploymentView{});
}

void OutputsView::show(const DeploymentView &view) {
    m_empty->setVisible(view.outputs.isEmpty());
    m_table->setVisible(!view.outputs.isEmpty());
    m_copyAll->setEnabled(!view.outputs.isEmpty());
    if (view.outputs == m_outputs)
        return;
    m_outputs = view.outputs;
    m_table->setRowCount(static_cast<int>(m_outputs.size()));
    int row = 0;
    for (auto it = m_outputs.cbegin(); it != m_outputs.cend(); ++it, ++row) {
        auto *value = new QTableWidgetItem(it.value());
        value->setFont(Theme::font(Type::Mono));
        m_table->setItem(row, 0, new QTableWidgetItem(it.key()));
        m_table->setItem(row, 1, value);
        m_table->setCellWidget(row, 2, new CopyButton(it.value(), it.key(), m_table));
    }
}

} // namespace sluice::ui
