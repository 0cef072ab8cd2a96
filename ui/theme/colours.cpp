#include "ui/theme/colours.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace sluice::ui {

namespace {

ToneColours shades(const char *ink, const char *soft, const char *line, const char *solid, const char *onSolid) {
    return {QColor(QLatin1String(ink)), QColor(QLatin1String(soft)), QColor(QLatin1String(line)),
            QColor(QLatin1String(solid)), QColor(QLatin1String(onSolid))};
}

double linear(double channel) {
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &c) {
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}

} // namespace

double contrast(const QColor &a, const QColor &b) {
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

Colours Colours::light() {
    Colours c;
    c.page = QColor(0xf6, 0xf7, 0xf9);
    c.card = QColor(0xff, 0xff, 0xff);
    c.sunken = QColor(0xed, 0xf0, 0xf4);
    c.hover = QColor(0xe9, 0xed, 0xf3);
    c.line = QColor(0xdd, 0xe2, 0xea);
    c.lineStrong = QColor(0x86, 0x90, 0xa2);
    c.text = QColor(0x14, 0x1b, 0x27);
    c.textSoft = QColor(0x4a, 0x56, 0x69);
    c.textFaint = QColor(0x8c, 0x96, 0xa6);
    c.focus = QColor(0x1f, 0x5f, 0xd6);
    c.m_tones = {
        shades("#3f4b5e", "#edf0f4", "#c9d0db", "#4a5669", "#ffffff"), // Neutral
        shades("#1a55c4", "#e6eefc", "#b3cbf5", "#1f5fd6", "#ffffff"), // Accent
        shades("#0f6b42", "#e2f5ea", "#9dd8b8", "#157a4c", "#ffffff"), // Pass
        shades("#ad1f2d", "#fdeaec", "#f1b1b7", "#c02a38", "#ffffff"), // Fail
        shades("#7d5300", "#fdf3dc", "#e7cc8b", "#8a5c00", "#ffffff"), // Unknown
        shades("#0b5f86", "#e0f2fa", "#9bd0e6", "#0f6d99", "#ffffff"), // Running
        shades("#4e5a6d", "#f1f3f6", "#a9b3c2", "#586477", "#ffffff"), // Planned
        shades("#ad1f2d", "#fdeaec", "#f1b1b7", "#c02a38", "#ffffff"), // Danger
        shades("#6a35b0", "#f2eafb", "#cfb7ee", "#7340bd", "#ffffff"), // Sandbox
    };
    return c;
}

Colours Colours::darkSet() {
    Colours c;
    c.dark = true;
    c.page = QColor(0x12, 0x16, 0x1d);
    c.card = QColor(0x1a, 0x20, 0x2a);
    c.sunken = QColor(0x0d, 0x11, 0x17);
    c.hover = QColor(0x24, 0x2c, 0x38);
    c.line = QColor(0x2c, 0x35, 0x43);
    c.lineStrong = QColor(0x6d, 0x7a, 0x8e);
    c.text = QColor(0xec, 0xf0, 0xf6);
    c.textSoft = QColor(0xb0, 0xba, 0xc9);
    c.textFaint = QColor(0x6b, 0x77, 0x89);
    c.focus = QColor(0x78, 0xaa, 0xff);
    c.m_tones = {
        shades("#c5cedb", "#252d39", "#465263", "#5b6779", "#ffffff"), // Neutral
        shades("#8cb6ff", "#1a2a47", "#34568f", "#2a65d4", "#ffffff"), // Accent
        shades("#6fd6a0", "#12301f", "#2b6d4a", "#1b7a4d", "#ffffff"), // Pass
        shades("#ff97a0", "#3d1a1f", "#8a3a44", "#c23643", "#ffffff"), // Fail
        shades("#f0c264", "#352911", "#7a6029", "#8d6410", "#ffffff"), // Unknown
        shades("#72c9ee", "#10303f", "#2c6b85", "#12719c", "#ffffff"), // Running
        shades("#b0bac9", "#20262f", "#566274", "#5b6779", "#ffffff"), // Planned
        shades("#ff97a0", "#3d1a1f", "#8a3a44", "#c23643", "#ffffff"), // Danger
        shades("#c9a6f7", "#2b1f3f", "#60458c", "#7b4cc4", "#ffffff"), // Sandbox
    };
    return c;
}

Colours Colours::contrastSet() {
    Colours c;
    c.dark = true;
    c.highContrast = true;
    c.page = QColor(0x00, 0x00, 0x00);
    c.card = QColor(0x00, 0x00, 0x00);
    c.sunken = QColor(0x0a, 0x0a, 0x0a);
    c.hover = QColor(0x1c, 0x1c, 0x1c);
    c.line = QColor(0xb4, 0xb4, 0xb4);
    c.lineStrong = QColor(0xff, 0xff, 0xff);
    c.text = QColor(0xff, 0xff, 0xff);
    c.textSoft = QColor(0xe6, 0xe6, 0xe6);
    c.textFaint = QColor(0xa8, 0xa8, 0xa8);
    c.focus = QColor(0xff, 0xe1, 0x00);
    c.m_tones = {
        shades("#f0f0f0", "#161616", "#f0f0f0", "#e6e6e6", "#000000"), // Neutral
        shades("#9ccbff", "#000f24", "#9ccbff", "#9ccbff", "#000000"), // Accent
        shades("#6dffa6", "#001a0b", "#6dffa6", "#6dffa6", "#000000"), // Pass
        shades("#ffb0b6", "#260306", "#ffb0b6", "#ffb0b6", "#000000"), // Fail
        shades("#ffd95e", "#1f1600", "#ffd95e", "#ffd95e", "#000000"), // Unknown
        shades("#86e0ff", "#00161f", "#86e0ff", "#86e0ff", "#000000"), // Running
        shades("#e0e0e0", "#121212", "#e0e0e0", "#d6d6d6", "#000000"), // Planned
        shades("#ffb0b6", "#260306", "#ffb0b6", "#ffb0b6", "#000000"), // Danger
        shades("#e2c4ff", "#17082a", "#e2c4ff", "#e2c4ff", "#000000"), // Sandbox
    };
    return c;
}

QPalette Colours::palette() const {
    QPalette p;
    const ToneColours accent = tone(Tone::Accent);
    const auto all = [&p](QPalette::ColorRole role, const QColor &colour) {
        p.setColor(QPalette::Active, role, colour);
        p.setColor(QPalette::Inactive, role, colour);
        p.setColor(QPalette::Disabled, role, colour);
    };
    all(QPalette::Window, page);
    all(QPalette::WindowText, text);
    all(QPalette::Base, card);
    all(QPalette::AlternateBase, highContrast ? hover : dark ? QColor(0x1d, 0x24, 0x2f) : QColor(0xf8, 0xf9, 0xfb));
    all(QPalette::Text, text);
    all(QPalette::Button, card);
    all(QPalette::ButtonText, text);
    all(QPalette::BrightText, accent.onSolid);
    all(QPalette::ToolTipBase, dark ? hover : QColor(0x1d, 0x25, 0x33));
    all(QPalette::ToolTipText, QColor(0xf4, 0xf6, 0xfa));
    all(QPalette::PlaceholderText, textSoft);
    all(QPalette::Highlight, accent.solid);
    all(QPalette::HighlightedText, accent.onSolid);
    all(QPalette::Link, accent.ink);
    all(QPalette::LinkVisited, accent.ink);
    // Fusion draws its bevels from these; left out they come out white on a dark page.
    all(QPalette::Light, dark ? hover : card);
    all(QPalette::Midlight, line);
    all(QPalette::Mid, line);
    all(QPalette::Dark, lineStrong);
    all(QPalette::Shadow, dark ? QColor(0x05, 0x07, 0x0a) : QColor(0xb4, 0xbc, 0xc9));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::Link})
        p.setColor(QPalette::Disabled, role, textFaint);
    p.setColor(QPalette::Disabled, QPalette::Base, page);
    p.setColor(QPalette::Disabled, QPalette::Button, page);
    p.setColor(QPalette::Disabled, QPalette::Highlight, lineStrong);
    return p;
}

QList<Colours::Pair> Colours::textPairs() const {
    QList<Pair> pairs;
    const QList<std::pair<QString, QColor>> grounds{{QStringLiteral("page"), page},
                                                    {QStringLiteral("card"), card},
                                                    {QStringLiteral("sunken"), sunken},
                                                    {QStringLiteral("hover"), hover}};
    for (const auto &[name, ground] : grounds) {
        pairs.append({QStringLiteral("text on ") + name, text, ground});
        pairs.append({QStringLiteral("secondary text on ") + name, textSoft, ground});
    }
    for (int i = 0; i < m_tones.size(); ++i) {
        const ToneColours &t = m_tones[i];
        const QString word = toneWord(static_cast<Tone>(i));
        for (const auto &[name, ground] : grounds)
            pairs.append({word + QStringLiteral(" ink on ") + name, t.ink, ground});
        pairs.append({word + QStringLiteral(" ink on its fill"), t.ink, t.soft});
        pairs.append({QStringLiteral("text on fill of ") + word, text, t.soft});
        pairs.append({QStringLiteral("secondary text on fill of ") + word, textSoft, t.soft});
        pairs.append({word + QStringLiteral(" label on solid"), t.onSolid, t.solid});
    }
    const QPalette p = palette();
    pairs.append({QStringLiteral("tool tip"), p.color(QPalette::ToolTipText), p.color(QPalette::ToolTipBase)});
    pairs.append({QStringLiteral("text on alternate row"), text, p.color(QPalette::AlternateBase)});
    pairs.append({QStringLiteral("secondary text on alternate row"), textSoft, p.color(QPalette::AlternateBase)});
    return pairs;
}

QString toneIcon(Tone tone) {
    switch (tone) {
    case Tone::Pass:
        return QStringLiteral("pass");
    case Tone::Fail:
        return QStringLiteral("fail");
    case Tone::Unknown:
        return QStringLiteral("unknown");
    case Tone::Running:
        return QStringLiteral("running");
    case Tone::Planned:
        return QStringLiteral("planned");
    case Tone::Danger:
        return QStringLiteral("warning");
    case Tone::Sandbox:
        return QStringLiteral("sandbox");
    case Tone::Neutral:
    case Tone::Accent:
        break;
    }
    return QStringLiteral("info");
}

QString toneWord(Tone tone) {
    const auto tr = [](const char *text) { return QCoreApplication::translate("sluice::ui", text); };
    switch (tone) {
    case Tone::Pass:
        return tr("Pass");
    case Tone::Fail:
        return tr("Failed");
    case Tone::Unknown:
        return tr("Unknown");
    case Tone::Running:
        return tr("Running");
    case Tone::Planned:
        return tr("Planned");
    case Tone::Danger:
        return tr("Danger");
    case Tone::Sandbox:
        return tr("Sandbox");
    case Tone::Accent:
        return tr("Accent");
    case Tone::Neutral:
        break;
    }
    return tr("Neutral");
}

} // namespace sluice::ui
