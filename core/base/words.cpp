#include "core/base/words.h"

namespace sluice {

QString numberText(double value, int decimals) {
    QString text = decimals < 0 ? QString::number(value) : QString::number(value, 'f', decimals);
    //: How a number is written: only the sign between the two zeros counts.
    return text.replace(QLatin1Char('.'), BaseWords::tr("0.0").mid(1, 1));
}

} // namespace sluice
