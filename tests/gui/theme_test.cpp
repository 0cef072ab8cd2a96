#include "tests/gui/shots.h"
#include "ui/theme/widgets.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDirIterator>
#include <QFontInfo>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

using namespace sluice::ui;
using namespace sluice::tests;

class ThemeTest : public QObject {
    Q_OBJECT
    static QList<Colours> allSets() { return {Colours::light(), Colours::darkSet(), Colours::contrastSet()}; }

private Q_SLOTS:
    void initTestCase() { Theme::install(*qApp, Theme::Mode::Light); }

    void contrastIsWcags() {
        QCOMPARE(qRound(contrast(Qt::black, Qt::white) * 100), 2100);
        QCOMPARE(qRound(contrast(QColor(0x76, 0x76, 0x76), Qt::white) * 100), 454);
    }

    void everyPairIsReadable_data() {
        QTest::addColumn<QColor>("ink");
        QTest::addColumn<QColor>("ground");
        QTest::addColumn<double>("least");
        for (const auto &colours : allSets()) {
            const QString set = colours.highContrast ? QStringLiteral("high contrast ")
                                : colours.dark       ? QStringLiteral("dark ")
                                                     : QStringLiteral("light ");
            for (const auto &pair : colours.textPairs())
                QTest::newRow(qPrintable(set + pair.name))
                    << pair.ink << pair.ground << (colours.highContrast ? 7.0 : 4.5); // WCAG 2.1: AAA, AA
        }
    }
    void everyPairIsReadable() {
        QFETCH(QColor, ink);
        QFETCH(QColor, ground);
        QFETCH(double, least);
        const double ratio = contrast(ink, ground);
        QVERIFY2(ratio >= least,
                 qPrintable(QStringLiteral("%1 on %2 is %3").arg(ink.name(), ground.name()).arg(ratio)));
    }

    void controlsHaveVisibleOutlines() {
        for (const auto &c : allSets()) {
            QVERIFY(contrast(c.lineStrong, c.card) >= 3.0);
            QVERIFY(contrast(c.focus, c.page) >= 3.0);
            QVERIFY(contrast(c.focus, c.card) >= 3.0);
        }
    }

    void palettesAreComplete() {
        for (const auto &c : allSets()) {
            const QPalette p = c.palette();
            for (int role = 0; role < QPalette::NColorRoles; ++role)
                for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled})
                    if (role != QPalette::NoRole)
                        QVERIFY2(p.isBrushSet(group, static_cast<QPalette::ColorRole>(role)),
                                 qPrintable(QString::number(role)));
        }
    }

    void ownFontIsUsed() {
        QCOMPARE(QFontInfo(Theme::font(Type::Body)).family(), QStringLiteral("Inter"));
        QVERIFY(QFile::exists(QStringLiteral(":/sluice/fonts/OFL.txt")));
    }

    void everyIconDraws() {
        QDirIterator it(QStringLiteral(":/sluice/icons"));
        int count = 0;
        while (it.hasNext()) {
            QVERIFY2(QSvgRenderer(it.next()).isValid(), qPrintable(it.fileName()));
            const QImage image = Theme::pixmap(it.fileName().chopped(4), 24, Qt::red).toImage();
            bool inked = false;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x) {
                    const QColor c = image.pixelColor(x, y);
                    inked |= c.alpha() > 200;
                    if (c.alpha() > 200)
                        QVERIFY2(c.red() > 200 && c.green() < 60, qPrintable(it.fileName()));
                }
            QVERIFY2(inked, qPrintable(it.fileName()));
            ++count;
        }
        QVERIFY(count >= 25);
        for (int i = 0; i <= static_cast<int>(Tone::Sandbox); ++i)
            QVERIFY(QFile::exists(QStringLiteral(":/sluice/icons/%1.svg").arg(toneIcon(static_cast<Tone>(i)))));
    }

    void theChoiceIsRemembered() {
        QTemporaryDir folder;
        QCoreApplication::setOrganizationName(QStringLiteral("sluice-test"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
        QCOMPARE(Theme::remembered(), Theme::Mode::System);
        Theme::current()->remember(Theme::Mode::HighContrast);
        QVERIFY(Theme::current()->isHighContrast());
        QCOMPARE(qApp->palette().color(QPalette::Window), Colours::contrastSet().page);
        QCOMPARE(Theme::remembered(), Theme::Mode::HighContrast);
        QSettings().setValue(QStringLiteral("appearance"), QStringLiteral("Purple"));
        QCOMPARE(Theme::remembered(), Theme::Mode::System);
        Theme::current()->setMode(Theme::Mode::Light);
    }

    void switchingRepaintsEverything() {
        Theme *theme = Theme::current();
        Text soft(QStringLiteral("x"), Type::Body, Text::Ink::Soft);
        Banner banner(Tone::Fail, QStringLiteral("It failed"), QStringLiteral("Details"));
        banner.resize(400, 80);
        banner.show();
        const auto shows = [&banner](const QColor &colour) {
            const QImage image = banner.grab().toImage();
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < 48; ++x) // the icon stands at the left
                    if (image.pixelColor(x, y) == colour)
                        return true;
            return false;
        };
        const QColor light = Colours::light().tone(Tone::Fail).ink;
        const QColor dark = Colours::darkSet().tone(Tone::Fail).ink;
        QCoreApplication::processEvents();
        QVERIFY(shows(light));
        theme->setMode(Theme::Mode::Dark);
        QCoreApplication::processEvents(); // a palette reaches widgets through events
        QVERIFY(theme->isDark());
        QCOMPARE(qApp->palette().color(QPalette::Window), Colours::darkSet().page);
        QCOMPARE(soft.palette().color(QPalette::WindowText), Colours::darkSet().textSoft);
        QVERIFY(shows(dark));
        QVERIFY(!shows(light));
        theme->setMode(Theme::Mode::Light);
        QCoreApplication::processEvents();
        QCOMPARE(soft.palette().color(QPalette::WindowText), Colours::light().textSoft);
        QVERIFY(shows(light));
    }

    void pictures() {
        for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark, Theme::Mode::HighContrast}) {
            Theme::current()->setMode(mode);
            QWidget window;
            window.resize(760, 620);
            auto *column = new QVBoxLayout(&window);
            column->setContentsMargins(32, 32, 32, 32);
            auto *row = new QHBoxLayout;
            for (const char *tone : {"primary", "", "danger", "quiet"}) {
                auto *button = new QPushButton(QStringLiteral("Button"));
                button->setProperty("tone", QLatin1String(tone));
                if (!*tone)
                    button->setAutoDefault(false);
                row->addWidget(button);
            }
            auto *off = new QPushButton(QStringLiteral("Disabled"));
            off->setEnabled(false);
            row->addWidget(off);
            column->addLayout(row);
            auto *edit = new QLineEdit(QStringLiteral("10.100.0.0/24"));
            auto *wrong = new QLineEdit(QStringLiteral("10.20.0.0/24"));
            wrong->setProperty("problem", QStringLiteral("error"));
            auto *combo = new QComboBox;
            combo->addItem(QStringLiteral("San Francisco 3 (sfo3)"));
            auto *check = new QCheckBox(QStringLiteral("High availability"));
            check->setChecked(true);
            for (QWidget *widget : std::initializer_list<QWidget *>{edit, wrong, combo, new QSpinBox, check,
                                                                    new QCheckBox(QStringLiteral("Off"))})
                column->addWidget(widget);
            auto *badges = new QHBoxLayout;
            for (int i = 0; i <= static_cast<int>(Tone::Sandbox); ++i)
                badges->addWidget(new Badge(static_cast<Tone>(i)));
            column->addLayout(badges);
            column->addWidget(new Banner(Tone::Sandbox, QStringLiteral("Simulated cloud: nothing costs money"),
                                         QStringLiteral("Details.")));
            column->addWidget(new Banner(Tone::Fail, QStringLiteral("The region has no capacity"),
                                         QStringLiteral("Choose another.")));
            column->addStretch();
            window.show();
            QVERIFY(grabState(&window, mode == Theme::Mode::HighContrast ? QStringLiteral("theme-contrast")
                                       : mode == Theme::Mode::Dark       ? QStringLiteral("theme-dark")
                                                                         : QStringLiteral("theme-light")));
        }
        Theme::current()->setMode(Theme::Mode::Light);
    }
};

QTEST_MAIN(ThemeTest)
#include "theme_test.moc"
