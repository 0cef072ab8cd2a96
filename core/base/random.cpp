#include "core/base/random.h"

#include <QRandomGenerator>
#include <QUuid>

namespace sluice {

QString randomLetters(int length) {
    QString text;
    for (int i = 0; i < length; ++i)
        text += QChar(static_cast<char16_t>(u'a' + QRandomGenerator::system()->bounded(26)));
    return text;
}

QString randomHex(int bytes) {
    QByteArray raw;
    for (int i = 0; i < bytes; ++i)
        raw.append(static_cast<char>(QRandomGenerator::system()->bounded(256)));
    return QString::fromLatin1(raw.toHex());
}

QString randomUuid() {
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace sluice
