#include "ui/topology/time_bar.h"

#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

namespace sluice::ui {

TimeBar::TimeBar(QWidget *parent)
    : QWidget(parent)
    , m_slider(new QSlider(Qt::Horizontal))
    , m_words(new QLabel)
    , m_now(new QToolButton) {
    setObjectName(QStringLiteral("timeBar"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::kLarge, space::kHair, space::kLarge, space::kHair);
    row->setSpacing(space::kMedium);
    auto *title = new QLabel(tr("&History"));
    title->setFont(Theme::font(Type::Medium));
    title->setBuddy(m_slider);
    m_slider->setObjectName(QStringLiteral("timeSlider"));
    m_slider->setAccessibleName(tr("Moment of the deployment's history"));
    m_slider->setPageStep(5);
    m_words->setObjectName(QStringLiteral("timeWords"));
    m_words->setFont(Theme::font(Type::Body));
    m_words->setMinimumWidth(240);
    m_now->setObjectName(QStringLiteral("timeNow"));
    m_now->setText(tr("Back to now"));
    m_now->setAutoRaise(true);
    row->addWidget(title);
    row->addWidget(m_slider, 1);
    row->addWidget(m_words);
    row->addWidget(m_now);
    connect(m_slider, &QSlider::valueChanged, this, [this] {
        told();
        Q_EMIT moved();
    });
    connect(m_now, &QToolButton::clicked, this, [this] { m_slider->setValue(m_slider->maximum()); });
    setAutoFillBackground(true);
    if (Theme *theme = Theme::current())
        connect(theme, &Theme::changed, this, &TimeBar::told);
    setMoments({});
}

void TimeBar::setMoments(const QList<Moment> &moments) {
    const bool past = isPast();
    m_moments = moments;
    setVisible(moments.size() > 1);
    const QSignalBlocker quiet(m_slider);
    const int place = m_slider->value();
    m_slider->setMaximum(int(moments.size()));
    m_slider->setValue(past ? std::min(place, int(moments.size())) : int(moments.size()));
    told();
}

bool TimeBar::isPast() const {
    return m_slider->value() < m_moments.size();
}

Moment TimeBar::moment() const {
    return isPast() ? m_moments[m_slider->value()] : Moment{};
}

void TimeBar::told() {
    const Moment shown = moment();
    QString words = tr("Now");
    if (isPast())
        words = tr("%1 of %2 · %3 UTC · %4")
                    .arg(m_slider->value() + 1)
                    .arg(m_moments.size())
                    .arg(shown.at.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")), shown.words);
    m_words->setText(m_words->fontMetrics().elidedText(words, Qt::ElideRight, std::clamp(width() / 2, 240, 560)));
    m_words->setToolTip(words);
    m_slider->setAccessibleDescription(words);
    // Stays in its place when there is nothing to go back to: the bar does not jump.
    m_now->setEnabled(isPast());
    // The past has its own ground, and its words begin with the number of the event.
    QPalette ground = palette();
    const Colours &c = Theme::colours();
    ground.setColor(QPalette::Window, isPast() ? c.tone(Tone::Accent).soft : c.page);
    setPalette(ground);
}

} // namespace sluice::ui
