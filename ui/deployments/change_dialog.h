#pragma once

#include "ui/desk/desk.h"
#include "ui/wizard/field.h"

#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTimer>

namespace sluice::ui {

class Text;

/// New values for a standing deployment. Every edit is planned at once (nothing is changed by that); what follows and
/// what it costs is shown before the button can be pressed.
class ChangeDialog : public QDialog {
    Q_OBJECT
public:
    explicit ChangeDialog(const DeploymentView &view, QWidget *parent = nullptr);
    /// Only what differs from the deployment.
    operations::ChangeRequest request() const;
    /// The answer to previewRequested.
    void show(const Status &status, const Json &document);
    using QDialog::show;

protected:
    bool event(QEvent *event) override;

Q_SIGNALS:
    void previewRequested(const sluice::operations::ChangeRequest &request);
    void changeRequested(const sluice::operations::ChangeRequest &request);

private:
    void edited();
    bool isEmpty() const;

    blueprint::Blueprint m_now;
    double m_usdPerMonth;
    QSpinBox *m_nodes;
    QSpinBox *m_units;
    QLineEdit *m_sources;
    Field *m_nodesField;
    Field *m_unitsField;
    Field *m_sourcesField;
    Text *m_headline;
    Text *m_consequences;
    QPushButton *m_change;
    QTimer m_settle; ///< a number is typed digit by digit; only the last one is asked about
};

} // namespace sluice::ui
