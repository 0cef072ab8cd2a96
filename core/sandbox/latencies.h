#pragma once

#include "core/base/result.h"

#include <QMap>
#include <QString>

namespace sluice::sandbox {

/// Nominal seconds by name. Provisioning times are typical ones (DIGITALOCEAN.md 1.9 to 1.12, 3); the rest are lags of
/// the platform's own bookkeeping.
QMap<QString, double> defaultLatencies();

/// The defaults overlaid by a JSON object name -> seconds; InvalidInput names an unknown name or a value that is no
/// time.
Result<QMap<QString, double>> readLatencies(const QString &file);

} // namespace sluice::sandbox
