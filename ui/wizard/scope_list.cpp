#include "ui/wizard/scope_list.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QPushButton>
#include <QTimer>

#include <algorithm>

namespace sluice::ui {

namespace {
constexpr int kColumns = 2;
constexpr std::chrono::milliseconds kCopied(2000); ///< how long the button says that it did
} // namespace

ScopeList::ScopeList(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout)
    , m_copy(new QPushButton(tr("Copy a&ll scopes"))) {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kMedium);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(space::kWide);
    m_grid->setVerticalSpacing(space::kHair);
    for (int i = 0; i < kColumns; ++i)
        m_grid->setColumnStretch(i, 1);
    column->addLayout(m_grid);
    m_copy->setObjectName(QStringLiteral("copyScopesButton"));
    m_copy->setIcon(Theme::icon(QStringLiteral("copy")));
    m_copy->setAutoDefault(false);
    column->addWidget(m_copy, 0, Qt::AlignLeft);
    connect(m_copy, &QPushButton::clicked, this, &ScopeList::copy);
}

void ScopeList::setScopes(const QStringList &scopes) {
    if (scopes == m_scopes)
        return;
    m_scopes = scopes;
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    QStringList kinds;
    QMap<QString, QStringList> byKind;
    for (const QString &scope : scopes) {
        const QString kind = scope.section(QLatin1Char(':'), 0, 0);
        if (!kinds.contains(kind))
            kinds.append(kind);
        byKind[kind].append(scope);
    }
    const int rows = (static_cast<int>(kinds.size()) + kColumns - 1) / kColumns;
    for (int i = 0; i < kinds.size(); ++i) {
        auto *line = new Text(byKind[kinds[i]].join(QStringLiteral(", ")), Type::Caption, Text::Ink::Soft);
        line->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_grid->addWidget(line, i % rows, i / rows, Qt::AlignTop);
    }
}

void ScopeList::copy() {
    QGuiApplication::clipboard()->setText(copyText());
    m_copy->setMinimumWidth(m_copy->width()); // the word changes, the button stays
    m_copy->setIcon(Theme::icon(QStringLiteral("check"), Tone::Pass));
    m_copy->setText(tr("%1 scopes copied").arg(m_scopes.size()));
    QTimer::singleShot(kCopied, this, [this] {
        m_copy->setIcon(Theme::icon(QStringLiteral("copy")));
        m_copy->setText(tr("Copy a&ll scopes"));
    });
}

} // namespace sluice::ui
