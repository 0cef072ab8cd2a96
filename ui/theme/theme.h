#pragma once

#include "ui/theme/colours.h"

#include <QApplication>
#include <QFont>
#include <QIcon>
#include <QObject>
#include <QPixmap>

namespace sluice::ui {

/// Distances in device-independent pixels: multiples of 4. Gap between a label and its field 4; inside a card 16;
/// around a page 32.
namespace space {
inline constexpr int kHair = 4;
inline constexpr int kSmall = 8;
inline constexpr int kMedium = 12;
inline constexpr int kLarge = 16;
inline constexpr int kWide = 24;
inline constexpr int kPage = 32;
inline constexpr int kRadius = 6;
inline constexpr int kControl = 34; ///< height of buttons, inputs and combo boxes
} // namespace space

/// The type scale. Sizes in points: caption 8.5, body 10, strong 10 semibold, heading 12.5, title 18, figure 22,
/// mono 9.5.
enum class Type { Caption, CaptionStrong, Body, Medium, Strong, Heading, Title, Figure, Mono };

class SystemAppearance;

/// While one of these lives, colours are those of ink on white paper: what is drawn into a file is read, printed and
/// mailed by people who do not see this screen.
class OnPaper {
public:
    OnPaper();
    ~OnPaper();
    Q_DISABLE_COPY_MOVE(OnPaper)

private:
    Colours m_screen;
};

/// The look of the whole program: style, palette, fonts and icons. One per QApplication, which owns it.
/// Code that paints asks `Theme::colours()` in each paint, so that a switch needs nothing but a repaint.
class Theme : public QObject {
    Q_OBJECT
public:
    enum class Mode { System, Light, Dark, HighContrast };
    Q_ENUM(Mode)
    /// How much may move by itself. System follows the desktop live; its own choice wins.
    enum class Motion { System, Reduced, Full };
    Q_ENUM(Motion)
    /// Sets Fusion with our proxy style, fonts and palette; call once after the QApplication is made. System follows
    /// the desktop live (SystemAppearance); where the desktop does not say, the palette that the platform gave at
    /// start.
    static Theme *install(QApplication &app, Mode mode = Mode::System);
    /// Begins to read the system's font configuration (dozens of files and caches) on a thread of its own; call it
    /// before the QApplication is made, which takes as long. Optional: without it the first text pays for it.
    static void readFontsAhead();
    /// The installed theme; nullptr before install.
    static Theme *current();
    /// Colours of the installed theme; light before install, so that headless rendering needs no theme.
    static const Colours &colours();

    static QFont font(Type type);
    /// An own icon (file name in resources/icons without ".svg"), tinted; follows the theme only if made anew (see
    /// ThemedIcon users).
    static QIcon icon(const QString &name, Tone tone = Tone::Neutral);
    static QPixmap pixmap(const QString &name, int size, const QColor &ink, qreal ratio = 2.0);
    /// Paints the icon as vectors into `box`: crisp at every zoom and in SVG files.
    static void paintIcon(QPainter *painter, const QString &name, const QRectF &box, const QColor &ink);

    Mode mode() const { return m_mode; }
    bool isDark() const;
    bool isHighContrast() const;
    /// The mode that the person chose last, and the place that remembers it.
    static Mode remembered();
    void remember(Mode mode);
    void setMode(Mode mode);
    Motion motion() const { return m_motion; }
    /// Nothing moves by itself: no running dots, no busy bars, no fades. Whoever animates asks
    /// QStyle::SH_Widget_Animation_Duration, which is then 0, and again when changed() comes.
    bool isMotionReduced() const;
    static Motion rememberedMotion();
    void rememberMotion(Motion motion);
    void setMotion(Motion motion);
    /// Loads our fonts without touching the application's look (for headless rendering).
    static void loadFonts();

Q_SIGNALS:
    void changed();

protected:
    /// Ends the animations that the style began before less motion was wished for.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    explicit Theme(QApplication &app);
    void apply();
    QApplication &m_app;
    Mode m_mode = Mode::System;
    Motion m_motion = Motion::System;
    SystemAppearance *m_system;
    bool m_startedDark = false;
};

} // namespace sluice::ui
