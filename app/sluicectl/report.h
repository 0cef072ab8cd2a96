#pragma once

#include "core/base/json.h"

namespace sluice::ctl {

/// Text for a person out of the contract's documents; every figure comes from the document, nothing is recomputed.
QString planText(const Json &document);
QString outputsText(const Json &document);
QString matrixText(const Json &document);
QString certificateText(const Json &document);
/// "0 left", and how many are kept on purpose, of a certificate.
QString leftText(const Json &certificate);
QString errorText(const Json &document);
QString stepsText(const Json &document);
QString rebuildText(const Json &document);
QString changesText(const Json &document);
QString repairsText(const Json &document);
QString driftText(const Json &document);

} // namespace sluice::ctl
