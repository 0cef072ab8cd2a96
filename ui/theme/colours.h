#pragma once

#include <QColor>
#include <QList>
#include <QPalette>
#include <QString>

namespace sluice::ui {

/// What a mark means. Colour is never the only carrier: each tone also has an icon and a word (toneIcon, toneWord).
enum class Tone { Neutral, Accent, Pass, Fail, Unknown, Running, Planned, Danger, Sandbox };

/// The three colours of a tone: `ink` for text and strokes on page, card or `soft`; `soft` for fills; `solid` with
/// `onSolid` for buttons.
struct ToneColours {
    QColor ink;
    QColor soft;
    QColor line;
    QColor solid;
    QColor onSolid;
};

/// Every colour of one appearance. All text/background pairs that the product uses are in textPairs(), and each reaches
/// WCAG 2.1 AA.
struct Colours {
    bool dark = false;
    bool highContrast = false; ///< every pair of textPairs() reaches AAA (7:1)
    QColor page;               ///< window background
    QColor card;               ///< panels, inputs, lists
    QColor sunken;             ///< rails, headers, the drawing's ground
    QColor hover;
    QColor line;       ///< quiet separators
    QColor lineStrong; ///< outlines of inputs; 3:1 on card
    QColor text;
    QColor textSoft;  ///< secondary text; still 4.5:1
    QColor textFaint; ///< disabled only
    QColor focus;
    ToneColours tone(Tone tone) const { return m_tones[static_cast<int>(tone)]; }

    static Colours light();
    static Colours darkSet();
    /// Bright on black, every outline bright: for people who ask their desktop for more contrast.
    static Colours contrastSet();
    QPalette palette() const;

    struct Pair {
        QString name;
        QColor ink;
        QColor ground;
    };
    /// Every text/background pair in use, for the contrast test.
    QList<Pair> textPairs() const;

    QList<ToneColours> m_tones;
};

/// WCAG 2.1 contrast ratio, 1..21.
double contrast(const QColor &a, const QColor &b);

QString toneIcon(Tone tone);
QString toneWord(Tone tone);

} // namespace sluice::ui
