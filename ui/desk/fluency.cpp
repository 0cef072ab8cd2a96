#include "ui/desk/fluency.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QEvent>
#include <QGuiApplication>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <algorithm>
#include <cmath>

namespace sluice::ui {

void DurationClasses::add(double milliseconds) {
    const double microseconds = std::max(1.0, milliseconds * 1000);
    const int index = static_cast<int>(std::ceil(8 * std::log2(microseconds)));
    ++m_classes[static_cast<std::size_t>(std::clamp(index, 0, kClasses - 1))];
    ++m_count;
}

double DurationClasses::at(double share) const {
    const auto wanted = static_cast<qint64>(std::ceil(share * static_cast<double>(m_count)));
    qint64 seen = 0;
    for (std::size_t i = 0; i < m_classes.size(); ++i) {
        seen += m_classes[i];
        if (seen >= wanted && seen > 0)
            return std::exp2(static_cast<double>(i) / 8) / 1000;
    }
    return 0;
}

Fluency::Fluency(QObject *parent)
    : QObject(parent) {
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(kBeat);
    connect(&m_timer, &QTimer::timeout, this, &Fluency::beat);
    QCoreApplication::instance()->installEventFilter(this);
}

bool Fluency::eventFilter(QObject *watched, QEvent *event) {
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
    case QEvent::Resize:
        watch();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void Fluency::watch() {
    m_wanted.start();
    if (m_timer.isActive())
        return;
    m_since.start();
    m_timer.start();
}

void Fluency::beat() {
    const double gap = static_cast<double>(m_since.nsecsElapsed()) / 1e6;
    m_since.start();
    m_figures.seconds += gap / 1000;
    record(std::max(0.0, gap - kBeat));
    if (m_wanted.elapsed() > kLinger)
        m_timer.stop();
}

void Fluency::record(double late) {
    if (late > m_figures.longest) {
        m_figures.longest = late;
        m_figures.longestAt = QDateTime::currentDateTimeUtc();
    }
    if (late > kFrame)
        ++m_figures.visible;
    m_late.add(late);
    // One long stall swallows beats; each of them stands for a click that would have waited, too.
    for (double missed = late - kBeat; missed > 0; missed -= kBeat)
        m_late.add(missed);
}

Fluency::Figures Fluency::figures() const {
    Figures figures = m_figures;
    figures.beats = m_late.count();
    figures.p50 = std::min(m_late.at(.50), m_figures.longest);
    figures.p99 = std::min(m_late.at(.99), m_figures.longest);
    return figures;
}

QString Fluency::words() const {
    const Figures f = figures();
    if (f.beats == 0)
        return tr("Nothing is measured yet: it is measured while the window is used or something runs.");
    const QLocale locale;
    const auto ms = [&locale](double value) { return locale.toString(value, 'f', value < 10 ? 1 : 0); };
    QString text = tr("Watched for %1 s while the window was used or something ran.").arg(ms(f.seconds));
    text += QLatin1Char('\n') +
            tr("Half of all clicks were taken within %1 ms, 99 of 100 within %2 ms.").arg(ms(f.p50), ms(f.p99));
    text += QLatin1Char('\n') +
            tr("The longest wait was %1 ms, at %2.")
                .arg(ms(f.longest), locale.toString(f.longestAt.toLocalTime().time(), QLocale::LongFormat));
    text += QLatin1Char('\n') + tr("Waits that can be seen (more than %1 ms): %2.").arg(ms(kFrame)).arg(f.visible);
    return text;
}

void showFluency(const Fluency *fluency, QWidget *parent) {
    const QString words = fluency->words();
    auto *box = new QMessageBox(QMessageBox::Information, Fluency::tr("How fluent is this window"),
                                Fluency::tr("How long the window let you wait"), QMessageBox::NoButton, parent);
    box->setObjectName(QStringLiteral("fluencyBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(words);
    box->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    QPushButton *close = box->addButton(Fluency::tr("&Close"), QMessageBox::RejectRole);
    QPushButton *copy = box->addButton(Fluency::tr("Co&py the figures"), QMessageBox::ActionRole);
    copy->setObjectName(QStringLiteral("fluencyCopyButton"));
    copy->disconnect(); // a copy does not close the box
    QObject::connect(copy, &QPushButton::clicked, copy, [copy, words] {
        QGuiApplication::clipboard()->setText(words);
        copy->setText(Fluency::tr("Copied"));
    });
    box->setDefaultButton(close);
    box->open();
}

} // namespace sluice::ui
