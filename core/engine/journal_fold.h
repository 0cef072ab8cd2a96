#pragma once

#include "core/engine/step.h"

namespace sluice::engine {

/// What the journal says of one step; the fold of its entries.
struct StepRecord {
    StepPhase phase = StepPhase::Planned;
    QString id;              ///< remote id once known; empty again after Deleted
    bool openIntent = false; ///< a create was announced and its outcome is not known
    bool openDelete = false; ///< a delete was announced and the absence is not confirmed
    bool everIntended = false;
    bool notFound =
        false; ///< a rebuild saw no such object: it is looked for again, and made only when somebody says so
    int attempts = 0;
    QDateTime intendedAt; ///< of the first intent that is still open or was accepted
    QDateTime acceptedAt;
    QDateTime started;
    QDateTime finished;
    QStringList deletedIds;
    bool released = false; ///< it was let go of, not deleted: what stands of it was kept on purpose
    QString detail;        ///< for people, in the language of the run that wrote it
    Facts outputs;
    Error error;
};

/// Folds one more entry into its step's record.
void applyEntry(StepRecord &record, const store::Entry &entry);
QMap<QString, StepRecord> foldJournal(const QList<store::Entry> &journal);

Json factsToJson(const Facts &facts);
/// Secrets are redacted: what this returns may be stored.
Json errorToJson(const Error &error);
Error errorFromJson(const Json &json);

} // namespace sluice::engine
