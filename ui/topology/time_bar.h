#pragma once

#include "ui/topology/topology_history.h"

#include <QWidget>

class QLabel;
class QSlider;
class QToolButton;

namespace sluice::ui {

/// Slides through the events of a deployment; the right end is the present.
class TimeBar : public QWidget {
    Q_OBJECT
public:
    explicit TimeBar(QWidget *parent = nullptr);
    /// Keeps the place in the past when events are added behind it.
    void setMoments(const QList<Moment> &moments);
    bool isPast() const;
    /// The event that is shown; invalid time at the present.
    Moment moment() const;

Q_SIGNALS:
    void moved();

private:
    void told();
    QSlider *m_slider;
    QLabel *m_words;
    QToolButton *m_now;
    QList<Moment> m_moments;
};

} // namespace sluice::ui
