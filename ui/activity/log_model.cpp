#include "ui/activity/log_model.h"

#include "ui/theme/theme.h"

#include <QRegularExpression>

namespace sluice::ui {

LogLine callLine(const QString &method, const QString &path, int status, const QString &requestId, int milliseconds,
                 const QString &note) {
    const QString answer = status == 0 ? LogModel::tr("no answer") : QString::number(status);
    LogLine line{
        .text = LogModel::tr("%1 %2 → %3 in %4 ms %5").arg(method, path, answer).arg(milliseconds).arg(note).trimmed(),
        .requestId = requestId};
    if (status == 429)
        line.level = LogLine::Level::Warning;
    else if (status == 0 || (status >= 400 && status != 404))
        line.level = LogLine::Level::Error;
    return line;
}

LogLine operationLine(const QString &text, const QStringList &steps, bool isError) {
    LogLine line{.text = text};
    const QString head = text.section(QLatin1String(": "), 0, 0);
    if (steps.contains(head))
        line.step = head;
    static const QRegularExpression request(QStringLiteral("\\brequest ([A-Za-z0-9][A-Za-z0-9-]{7,})"));
    if (const auto match = request.match(text); match.hasMatch())
        line.requestId = match.captured(1);
    if (isError)
        line.level = LogLine::Level::Error;
    return line;
}

void LogModel::clear() {
    beginResetModel();
    m_lines.clear();
    endResetModel();
}

void LogModel::append(const QList<LogLine> &lines) {
    if (lines.isEmpty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(lines.size()) - 1);
    m_lines += lines;
    endInsertRows();
    if (const int over = rowCount() - kMostLines; over > 0) {
        // In larger lots: taking one line from the front of thousands at every call is work for nothing.
        const int lot = std::min(rowCount(), over + kMostLines / 10);
        beginRemoveRows({}, 0, lot - 1);
        m_lines.remove(0, lot);
        endRemoveRows();
    }
}

int LogModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int LogModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LogModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid() || index.row() >= m_lines.size())
        return {};
    const LogLine &line = m_lines[index.row()];
    const bool isText = index.column() == TextColumn;
    switch (role) {
    case Qt::DisplayRole:
        return isText ? line.text : line.requestId;
    case Qt::ToolTipRole:
        return isText ? line.text : line.requestId.isEmpty() ? QString() : tr("Click to copy this request id");
    case Qt::AccessibleTextRole:
        if (isText && line.level == LogLine::Level::Error)
            return tr("Error: %1").arg(line.text);
        if (isText && line.level == LogLine::Level::Warning)
            return tr("Warning: %1").arg(line.text);
        return isText ? line.text : line.requestId;
    case Qt::DecorationRole:
        if (isText && line.level == LogLine::Level::Error)
            return Theme::icon(QStringLiteral("fail"), Tone::Fail);
        if (isText && line.level == LogLine::Level::Warning)
            return Theme::icon(QStringLiteral("warning"), Tone::Unknown);
        return {};
    case WholeRole:
        return line.whole();
    case StepRole:
        return line.step;
    case LevelRole:
        return static_cast<int>(line.level);
    default:
        return {};
    }
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == TextColumn ? tr("What happened") : tr("Request id");
}

void LogFilter::setText(const QString &text) {
    m_text = text;
    invalidateFilter();
}

void LogFilter::setStep(const QString &step) {
    m_step = step;
    invalidateFilter();
}

void LogFilter::setOnlyErrors(bool only) {
    m_onlyErrors = only;
    invalidateFilter();
}

bool LogFilter::filterAcceptsRow(int row, const QModelIndex &parent) const {
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (m_onlyErrors && index.data(LogModel::LevelRole).toInt() != static_cast<int>(LogLine::Level::Error))
        return false;
    if (!m_step.isEmpty() && index.data(LogModel::StepRole).toString() != m_step)
        return false;
    return m_text.isEmpty() || index.data(LogModel::WholeRole).toString().contains(m_text, Qt::CaseInsensitive);
}

} // namespace sluice::ui
