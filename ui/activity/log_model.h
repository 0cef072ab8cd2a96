#pragma once

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace sluice::ui {

struct LogLine {
    enum class Level { Info, Warning, Error };
    QString text;
    QString requestId; ///< the platform's x-request-id; empty = none
    QString step;      ///< role name; empty = of no step
    Level level = Level::Info;
    QString whole() const { return requestId.isEmpty() ? text : text + QStringLiteral("  ") + requestId; }
};

/// One API call, as the log shows it. Refused and unanswered calls are errors; "not there" is an answer that a search
/// expects, and "too many" is retried.
LogLine callLine(const QString &method, const QString &path, int status, const QString &requestId, int milliseconds,
                 const QString &note);
/// A line that an operation logged: "<step>: words". `isError` = it told a step's or the run's failure.
LogLine operationLine(const QString &text, const QStringList &steps, bool isError);

/// The log, newest last, at most kMostLines.
class LogModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    static constexpr int kMostLines = 6000;
    enum Column { TextColumn, RequestColumn, ColumnCount };
    enum Role { WholeRole = Qt::UserRole, StepRole, LevelRole };
    using QAbstractTableModel::QAbstractTableModel;
    void clear();
    void append(const QList<LogLine> &lines);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<LogLine> m_lines;
};

/// By text (also the request id), by step, errors only: all of them together.
class LogFilter final : public QSortFilterProxyModel {
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void setText(const QString &text);
    void setStep(const QString &step); ///< empty = every step
    void setOnlyErrors(bool only);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString m_text;
    QString m_step;
    bool m_onlyErrors = false;
};

} // namespace sluice::ui
