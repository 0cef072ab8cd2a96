#pragma once

#include "core/base/error.h"
#include "ui/theme/widgets.h"

namespace sluice::ui {

/// An error as one acts on it: what happened, what can be done, which call of which resource, the request id for the
/// platform's support. Its text can be selected, and copied as a whole.
class ErrorBanner : public Banner {
    Q_OBJECT
public:
    explicit ErrorBanner(QWidget *parent = nullptr);
    /// Without a message nothing is shown.
    void show(const Error &error);
    using QWidget::show;

private:
    Error m_error;
    CopyButton *m_copy;
};

/// The lines below the message, each beginning with what it is; empty parts are left out.
QString errorDetails(const Error &error);

} // namespace sluice::ui
