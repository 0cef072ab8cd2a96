#include "ui/verification/verdict_notice.h"

#include "ui/verification/matrix_model.h"

#include <QCoreApplication>

namespace sluice::ui {

namespace {

constexpr verify::Verdict kBestFirst[] = {verify::Verdict::Pass, verify::Verdict::Unknown, verify::Verdict::Fail};

/// What is no verdict's name is unknown.
int rankOf(const QString &verdict) {
    return verdict == verify::verdictName(verify::Verdict::Pass)   ? 0
           : verdict == verify::verdictName(verify::Verdict::Fail) ? 2
                                                                   : 1;
}

} // namespace

Notice verdictNotice(const QString &deployment, const QString &before, const QString &after) {
    const int then = rankOf(before);
    const int now = rankOf(after);
    return {.deployment = deployment,
            .title = QCoreApplication::translate("sluice::ui", "Egress IP"),
            .text = QCoreApplication::translate("sluice::ui", "%1: the verdict was %2 and is now %3")
                        .arg(deployment, verdictText(kBestFirst[then]), verdictText(kBestFirst[now])),
            .bad = now > then};
}

} // namespace sluice::ui
