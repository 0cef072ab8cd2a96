#include "ui/theme/error_banner.h"

#include <QLayout>

namespace sluice::ui {

QString errorDetails(const Error &error) {
    QStringList lines;
    const auto add = [&lines](const QString &words, const QString &value) {
        if (!value.isEmpty())
            lines << words.arg(value);
    };
    add(ErrorBanner::tr("What you can do: %1"), error.remedy);
    add(ErrorBanner::tr("Resource: %1"), error.resource);
    add(ErrorBanner::tr("Call: %1"),
        error.httpStatus == 0 ? error.path
                              : QStringLiteral("%1  HTTP %2").arg(error.path).arg(error.httpStatus).trimmed());
    add(ErrorBanner::tr("Request id for support: %1"), error.requestId);
    return lines.join(QLatin1Char('\n'));
}

ErrorBanner::ErrorBanner(QWidget *parent)
    : Banner(Tone::Fail, {}, {}, parent)
    , m_copy(new CopyButton({}, tr("all of it"), this)) {
    setObjectName(QStringLiteral("errorBanner"));
    for (Text *text : findChildren<Text *>())
        text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    layout()->addWidget(m_copy);
    layout()->setAlignment(m_copy, Qt::AlignTop);
    hide();
}

void ErrorBanner::show(const Error &error) {
    setVisible(!error.message.isEmpty());
    if (error == m_error)
        return;
    m_error = error;
    set(Tone::Fail, error.message, errorDetails(error));
    m_copy->setText(error.toString());
}

} // namespace sluice::ui
