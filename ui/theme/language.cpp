#include "ui/theme/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

// Outside of every namespace: the name that rcc gives to the resources of a static library.
static void initTranslations() {
    Q_INIT_RESOURCE(translations);
}

namespace sluice::ui {

namespace {

constexpr const char *kFolder = ":/sluice/translations";

bool install(QCoreApplication &application, const QString &file, const QString &folder) {
    auto *translator = new QTranslator(&application);
    if (translator->load(file, folder) && application.installTranslator(translator))
        return true;
    delete translator;
    return false;
}

} // namespace

QStringList languages() {
    return {QStringLiteral("en"), QStringLiteral("de")};
}

QString installLanguage(QCoreApplication &application, const QString &language) {
    initTranslations();
    // Not uiLanguages() of the whole list: who prefers French and then German gets English, as before.
    const QString wanted = language.isEmpty() ? QLocale::system().uiLanguages().value(0) : language;
    const QString code = QLocale(wanted).name().section(QLatin1Char('_'), 0, 0);
    const QString english = QStringLiteral("en");
    if (code == english || !install(application, QStringLiteral("sluice_") + code, QLatin1String(kFolder)))
        return english;
    // Without Qt's own words (a package of its own) its dialogs stay English; ours do not.
    install(application, QStringLiteral("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    if (!language.isEmpty())
        QLocale::setDefault(QLocale(code)); // asked for by hand: dates and numbers go with the words
    return code;
}

} // namespace sluice::ui
