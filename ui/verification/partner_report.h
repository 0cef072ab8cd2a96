#pragma once

#include "ui/desk/desk.h"

namespace sluice::ui {

/// The last stored verification for the partner who allow-lists the address: who measured what, when, with the raw
/// answers. NotFound when nothing was ever verified. A simulated one says so on its first line.
Result<QString> partnerReportHtml(const DeploymentView &view);
/// The same as the stored document (verify::reportFromJson reads it), and "simulated".
Result<Json> partnerReportJson(const DeploymentView &view);
/// Writes it whole or not at all, as PDF or JSON by the name's ending. InvalidInput for another ending.
Status savePartnerReport(const DeploymentView &view, const QString &path);

} // namespace sluice::ui
