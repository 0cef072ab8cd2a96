#include "ui/theme/theme.h"

#include "ui/theme/accessible_roles.h"
#include "ui/theme/focus_ring.h"
#include "ui/theme/style.h"
#include "ui/theme/system_appearance.h"

#include <QEvent>
#include <QFile>
#include <QFontDatabase>
#include <QHash>
#include <QIconEngine>
#include <QMetaEnum>
#include <QPainter>
#include <QResource>
#include <QSettings>
#include <QStyleFactory>
#include <QSvgRenderer>

#include <future>
#include <memory>
#ifdef SLUICE_FONTCONFIG
#include <fontconfig/fontconfig.h>
#endif

// In the global namespace: a static library's resources are linked in only when named.
static void initResources() {
    Q_INIT_RESOURCE(sluice);
}

namespace sluice::ui {

namespace {

constexpr const char *kModeKey = "appearance";
constexpr const char *kMotionKey = "motion";

Theme *g_current = nullptr;
std::future<void> g_fontsAhead;
Colours g_colours = Colours::light();

std::shared_ptr<QSvgRenderer> rendererFor(const QString &name, const QColor &ink) {
    static QHash<QString, std::shared_ptr<QSvgRenderer>> cache;
    const QString key = name + QLatin1Char('|') + ink.name();
    if (const auto hit = cache.constFind(key); hit != cache.constEnd())
        return *hit;
    initResources();
    QFile file(QStringLiteral(":/sluice/icons/%1.svg").arg(name));
    QByteArray svg;
    if (file.open(QIODevice::ReadOnly))
        svg = file.readAll();
    svg.replace("#000", ink.name().toLatin1());
    auto renderer = std::make_shared<QSvgRenderer>(svg);
    cache.insert(key, renderer);
    return renderer;
}

/// Paints by the theme of the moment: icons need not be remade when the appearance changes.
class TintedIcon : public QIconEngine {
public:
    TintedIcon(QString name, Tone tone)
        : m_name(std::move(name))
        , m_tone(tone) {}
    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override {
        const Colours &c = Theme::colours();
        QColor ink = m_tone == Tone::Neutral ? c.textSoft : c.tone(m_tone).ink;
        if (mode == QIcon::Disabled)
            ink = c.textFaint;
        if (mode == QIcon::Selected)
            ink = c.tone(Tone::Accent).onSolid;
        Theme::paintIcon(painter, m_name, rect, ink);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    QIconEngine *clone() const override { return new TintedIcon(*this); }

private:
    QString m_name;
    Tone m_tone;
};

} // namespace

OnPaper::OnPaper()
    : m_screen(g_colours) {
    g_colours = Colours::light();
    g_colours.page = g_colours.card;
}

OnPaper::~OnPaper() {
    g_colours = m_screen;
}

Theme::Theme(QApplication &app)
    : QObject(&app)
    , m_app(app)
    , m_system(new SystemAppearance(this)) {
    connect(m_system, &SystemAppearance::changed, this, [this] {
        if (m_mode == Mode::System)
            apply();
        else if (m_motion == Motion::System)
            Q_EMIT changed();
    });
    app.installEventFilter(this);
    m_startedDark = app.palette().color(QPalette::Window).lightness() < 128;
}

Theme *Theme::install(QApplication &app, Mode mode) {
    if (!g_current) {
        g_current = new Theme(app);
        connect(g_current, &QObject::destroyed, [] { g_current = nullptr; });
        loadFonts();
        FocusRing::follow(app);
        installAccessibleRoles();
        app.setStyle(new Style(QStyleFactory::create(QStringLiteral("Fusion"))));
    }
    g_current->m_mode = mode;
    g_current->apply();
    return g_current;
}

Theme *Theme::current() {
    return g_current;
}

const Colours &Theme::colours() {
    return g_colours;
}

void Theme::readFontsAhead() {
#ifdef SLUICE_FONTCONFIG
    // Qt's own FcInit() finds the work done. Two threads that do it at once would both read everything.
    g_fontsAhead = std::async(std::launch::async, [] { FcInit(); });
#endif
}

void Theme::loadFonts() {
    static const bool loaded = [] {
        if (g_fontsAhead.valid())
            g_fontsAhead.get();
        initResources();
        for (const auto *weight : {"Regular", "Medium", "SemiBold"}) {
            // Not compressed in the program (sluice.qrc), so that it is read where it is.
            const QResource font(QStringLiteral(":/sluice/fonts/Inter-%1.otf").arg(QLatin1String(weight)));
            QFontDatabase::addApplicationFontFromData(
                QByteArray::fromRawData(reinterpret_cast<const char *>(font.data()), font.size()));
        }
        return true;
    }();
    Q_UNUSED(loaded)
}

QFont Theme::font(Type type) {
    QFont font;
    font.setFamilies({QStringLiteral("Inter"), QStringLiteral("Noto Sans"), QStringLiteral("Noto Sans CJK JP"),
                      QStringLiteral("Noto Color Emoji")});
    switch (type) {
    case Type::Caption:
    case Type::CaptionStrong:
        font.setPointSizeF(8.5);
        break;
    case Type::Heading:
        font.setPointSizeF(12.5);
        break;
    case Type::Title:
        font.setPointSizeF(18);
        break;
    case Type::Figure:
        font.setPointSizeF(22);
        break;
    case Type::Mono:
        font.setFamilies(
            {QStringLiteral("JetBrains Mono"), QStringLiteral("DejaVu Sans Mono"), QStringLiteral("monospace")});
        font.setStyleHint(QFont::Monospace);
        font.setPointSizeF(9.5);
        break;
    case Type::Body:
    case Type::Medium:
    case Type::Strong:
        font.setPointSizeF(10);
        break;
    }
    if (type == Type::Strong || type == Type::Heading || type == Type::Title || type == Type::Figure)
        font.setWeight(QFont::DemiBold);
    if (type == Type::Medium || type == Type::CaptionStrong)
        font.setWeight(QFont::Medium);
    return font;
}

QIcon Theme::icon(const QString &name, Tone tone) {
    return QIcon(new TintedIcon(name, tone));
}

QPixmap Theme::pixmap(const QString &name, int size, const QColor &ink, qreal ratio) {
    QPixmap pixmap(QSizeF(size * ratio, size * ratio).toSize());
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintIcon(&painter, name, QRectF(0, 0, size, size), ink);
    return pixmap;
}

void Theme::paintIcon(QPainter *painter, const QString &name, const QRectF &box, const QColor &ink) {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    rendererFor(name, ink)->render(painter, box);
    painter->restore();
}

bool Theme::isDark() const {
    if (m_mode != Mode::System)
        return m_mode != Mode::Light;
    if (isHighContrast())
        return true;
    return m_system->scheme() == SystemAppearance::Scheme::Unknown
               ? m_startedDark
               : m_system->scheme() == SystemAppearance::Scheme::Dark;
}

bool Theme::isHighContrast() const {
    return m_mode == Mode::HighContrast || (m_mode == Mode::System && m_system->wantsHighContrast());
}

Theme::Mode Theme::remembered() {
    bool known = false;
    const QByteArray word = QSettings().value(QLatin1String(kModeKey)).toString().toLatin1();
    const int value = QMetaEnum::fromType<Mode>().keyToValue(word.constData(), &known);
    return known ? static_cast<Mode>(value) : Mode::System;
}

void Theme::remember(Mode mode) {
    QSettings().setValue(QLatin1String(kModeKey),
                         QLatin1String(QMetaEnum::fromType<Mode>().valueToKey(static_cast<int>(mode))));
    setMode(mode);
}

void Theme::setMode(Mode mode) {
    if (mode == m_mode)
        return;
    m_mode = mode;
    apply();
}

bool Theme::isMotionReduced() const {
    return m_motion == Motion::Reduced || (m_motion == Motion::System && m_system->wantsReducedMotion());
}

bool Theme::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() != QEvent::StyleAnimationUpdate || !isMotionReduced())
        return QObject::eventFilter(watched, event);
    event->ignore(); // a style's animation ends when its target does not take the next picture
    return true;
}

Theme::Motion Theme::rememberedMotion() {
    bool known = false;
    const QByteArray word = QSettings().value(QLatin1String(kMotionKey)).toString().toLatin1();
    const int value = QMetaEnum::fromType<Motion>().keyToValue(word.constData(), &known);
    return known ? static_cast<Motion>(value) : Motion::System;
}

void Theme::rememberMotion(Motion motion) {
    QSettings().setValue(QLatin1String(kMotionKey),
                         QLatin1String(QMetaEnum::fromType<Motion>().valueToKey(static_cast<int>(motion))));
    setMotion(motion);
}

void Theme::setMotion(Motion motion) {
    if (motion == m_motion)
        return;
    m_motion = motion;
    Q_EMIT changed();
}

void Theme::apply() {
    g_colours = isHighContrast() ? Colours::contrastSet() : isDark() ? Colours::darkSet() : Colours::light();
    m_app.setFont(font(Type::Body));
    m_app.setPalette(g_colours.palette());
    Q_EMIT changed();
}

} // namespace sluice::ui
