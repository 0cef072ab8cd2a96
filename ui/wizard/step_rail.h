#pragma once

#include <QStringList>
#include <QWidget>

namespace sluice::ui {

/// The wizard's steps at the left: done (check mark), current, to come. Says its state to screen readers as one
/// sentence.
class StepRail : public QWidget {
    Q_OBJECT
public:
    explicit StepRail(const QStringList &steps, QWidget *parent = nullptr);
    void setState(int current, const QList<int> &withErrors);
    void setSandbox(bool sandbox);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QStringList m_steps;
    QList<int> m_errors;
    int m_current = 0;
    bool m_sandbox = false;
};

} // namespace sluice::ui
