#pragma once

#include "ui/desk/desk.h"

#include <QDialog>

namespace sluice::ui {

/// The last run in plain language, to read, to copy, and to send to somebody who was not there.
class ExplainDialog final : public QDialog {
    Q_OBJECT
public:
    explicit ExplainDialog(const DeploymentView &view, QWidget *parent = nullptr);
};

} // namespace sluice::ui
