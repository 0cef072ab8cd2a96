#pragma once

#include "ui/theme/widgets.h"
#include "ui/wizard/draft.h"
#include "ui/wizard/field.h"

#include <QMap>
#include <QScrollArea>

class QVBoxLayout;

namespace sluice::ui {

/// One page: a view of the draft. `refresh` shows the draft's values and problems; edits go to the draft at once.
class WizardPage : public QScrollArea {
    Q_OBJECT
public:
    WizardPage(Draft *draft, const QString &name, const QString &title, const QString &intro,
               QWidget *parent = nullptr);
    const QString &name() const { return m_name; }
    const QString &title() const { return m_title; }
    /// JSON names of the blueprint's fields that are edited here.
    virtual QStringList fields() const { return {}; }
    /// "Next" is possible.
    virtual bool isComplete() const { return m_draft->hasFacts() && !m_draft->hasErrorIn(fields()); }
    virtual void refresh();
    virtual void enter() {}
    /// No field is ever narrower than it can be: there is no bar to scroll sideways.
    QSize minimumSizeHint() const override;

protected:
    QVBoxLayout *content() const { return m_content; }
    /// Adds a field that shows the problems of `key`; taking the proposal calls `take`.
    Field *addField(const QString &key, const QString &label, QWidget *editor, const QString &hint,
                    const std::function<void(const QString &)> &take = {}, QVBoxLayout *to = nullptr);
    Field *field(const QString &key) const { return m_fields.value(key); }
    Draft *m_draft;

private:
    QString m_name;
    QString m_title;
    QVBoxLayout *m_content;
    QMap<QString, Field *> m_fields;
};

} // namespace sluice::ui
