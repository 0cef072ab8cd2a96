#pragma once

#include "ui/theme/theme.h"

#include <QFrame>
#include <QLabel>
#include <QTableView>
#include <QToolButton>

/// Small building blocks that every part of the window shares.
namespace sluice::ui {

/// A label of the type scale. `soft` = secondary ink. Wraps; plain text only.
class Text : public QLabel {
    Q_OBJECT
public:
    enum class Ink { Normal, Soft, Tone };
    explicit Text(const QString &text, Type type = Type::Body, Ink ink = Ink::Normal, QWidget *parent = nullptr);
    void setTone(Tone tone);

private:
    void applyInk();
    Ink m_ink;
    Tone m_tone = Tone::Neutral;
};

/// Rounded panel on the page. With a tone it takes the tone's fill and line.
class Card : public QFrame {
    Q_OBJECT
public:
    explicit Card(QWidget *parent = nullptr);
    void setTone(Tone tone); ///< Neutral = plain card

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone = Tone::Neutral;
};

/// Pill with icon and word: status never by colour alone.
class Badge : public QWidget {
    Q_OBJECT
public:
    explicit Badge(Tone tone = Tone::Neutral, const QString &word = {}, QWidget *parent = nullptr);
    void set(Tone tone, const QString &word);
    Tone tone() const { return m_tone; }
    QString word() const { return m_word; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone;
    QString m_word;
};

/// An icon of a tone, painted in the colours of the moment: a pixmap in a label would keep the old ones when the
/// appearance changes.
class Mark : public QWidget {
    Q_OBJECT
public:
    /// `size` in logical pixels.
    explicit Mark(int size, QWidget *parent = nullptr);
    void set(const QString &icon, Tone tone);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon;
    Tone m_tone = Tone::Neutral;
};

/// A message across the page: icon, one bold sentence, details, optional action link.
class Banner : public Card {
    Q_OBJECT
public:
    explicit Banner(Tone tone, const QString &title, const QString &details = {}, QWidget *parent = nullptr);
    void set(Tone tone, const QString &title, const QString &details);
    void setAction(const QString &text);
    QString title() const { return m_title->text(); }

Q_SIGNALS:
    void actionTriggered();

private:
    Mark *m_icon;
    Text *m_title;
    Text *m_details;
    QLabel *m_action;
};

/// Columns as wide as what they hold; the last takes the rest. (QTableView's own leaves a hole behind the last one.)
void fitColumns(QTableView *table);

/// Copies `text` to the clipboard; shows a check mark for a moment.
class CopyButton : public QToolButton {
    Q_OBJECT
public:
    explicit CopyButton(const QString &text, const QString &what, QWidget *parent = nullptr);
    void setText(const QString &text);

private:
    QString m_text;
};

} // namespace sluice::ui
