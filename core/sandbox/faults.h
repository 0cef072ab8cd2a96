#pragma once

#include "core/base/json.h"
#include "core/base/result.h"

#include <QList>
#include <QRegularExpression>
#include <functional>
#include <optional>

namespace sluice::sandbox {

/// One rule of the fault file or of POST /_sluice/faults:
///
///     {"method": "POST", "path": "^/v2/vpcs$", "fault": "502_but_created",
///      "nth": 1 | "from": 3 | "every": 2 | "probability": 0.1,   which of the matching calls (default: all)
///      "count": 1,                                               how often at most (default: no limit)
///      "seconds": 5}                                             retry-after; delay of "slow"
///
/// Faults before the call takes effect: any status from 400 to 599 as text ("401", "403", "404", "409", "422", "500",
/// "503"), "429" (with retry-after), "429_no_retry_after", "503_html", "timeout" (never answers), "reset_before" (TCP
/// RST). Faults after it: "500_but_created", "502_but_created", "timeout_but_created", "reset" (RST instead of the
/// reply), "truncated", "malformed", "wrong_types", "empty_body", "huge_body" (20 MiB), "slow_body" (drips), "slow"
/// (late by `seconds`, nominal), "stale_list" (the list as it was at the previous look), "hide_ids" (the reply without
/// its ids).
struct FaultRule {
    QByteArray method; ///< empty = any
    QRegularExpression path;
    QString fault;
    int nth = 0, from = 0, every = 0;
    double probability = 1;
    int count = -1;
    double seconds = 1;
    int matched = 0, fired = 0;
};

class Faults {
public:
    /// Adds the rules of an array (or one object); InvalidInput names the wrong member.
    Status add(const Json &rules);
    Status addFile(const QString &file);
    void clear() { m_rules.clear(); }
    /// The first rule that fires for this call. `random` gives [0, 1).
    std::optional<FaultRule> next(const QByteArray &method, const QString &path, const std::function<double()> &random);
    Json toJson() const;

private:
    QList<FaultRule> m_rules;
};

} // namespace sluice::sandbox
