#pragma once

#include <QString>

class QCoreApplication;

namespace sluice::ui {

/// The languages that the window speaks: "en" (the sources' own) and each with a resources/translations/sluice_*.ts.
QStringList languages();

/// Makes `application` speak `language` ("de", "en"); empty means the desktop's, where that is one of languages().
/// Takes Sluice's own words and, where the system has them, Qt's (the buttons of its dialogs). Call it once, before the
/// first widget: widgets ask for their words when they are made. Returns the language that is spoken; an unknown one
/// is English.
QString installLanguage(QCoreApplication &application, const QString &language = {});

} // namespace sluice::ui
