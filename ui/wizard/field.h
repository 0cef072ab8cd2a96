#pragma once

#include "core/blueprint/blueprint.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace sluice::ui {

class Text;

/// Label, editor, hint; below them what is wrong and a one-click proposal. The label is the editor's buddy.
class Field : public QWidget {
    Q_OBJECT
public:
    /// `label` may have a mnemonic (&); empty where something else names the editor. `hint` stays visible while nothing
    /// is wrong.
    Field(const QString &label, QWidget *editor, const QString &hint = {}, QWidget *parent = nullptr);
    void setProblems(const blueprint::Problems &problems);
    void setHint(const QString &hint);
    QString problemText() const;
    QLabel *proposalLink() const { return m_proposal; }

Q_SIGNALS:
    void proposalTaken(const QString &value);

private:
    QWidget *m_editor;
    Text *m_hint;
    Text *m_problem;
    QLabel *m_proposal;
    QString m_value;
};

} // namespace sluice::ui
