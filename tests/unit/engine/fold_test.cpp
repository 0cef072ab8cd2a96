#include "core/base/redact.h"
#include "core/engine/journal_fold.h"
#include "tests/support/engine_bench.h"

#include <QtTest>

using namespace sluice;
using namespace sluice::engine;
using store::EntryKind;

/// The journal's fold alone: what is known of a step after each prefix of its entries.
class FoldTest : public QObject {
    Q_OBJECT
    blueprint::Plan m_plan = testing::planForTests();
    static store::Entry entry(EntryKind kind, const QString &id = {}, const Json &payload = Json::object(),
                              const QString &step = QStringLiteral("vpc")) {
        return {.step = step,
                .kind = kind,
                .remoteId = id,
                .payload = payload,
                .at = QDateTime(QDate(2026, 1, 1), QTime(1, 2, 3), Qt::UTC)};
    }
    StepState stateAfter(const QList<store::Entry> &journal, const QString &step = QStringLiteral("vpc")) const {
        for (const StepState &state : replay(m_plan, journal))
            if (state.name == step)
                return state;
        return {};
    }

private Q_SLOTS:
    void emptyJournalIsThePlan() {
        const auto states = replay(m_plan, {});
        QCOMPARE(states.size(), m_plan.resources.size());
        for (const StepState &state : states)
            QCOMPARE(state.phase, StepPhase::Planned);
    }
    void everyPrefix() {
        const QString id = QStringLiteral("id-1");
        QList<store::Entry> journal{entry(EntryKind::Intent)};
        QCOMPARE(stateAfter(journal).phase, StepPhase::Unknown);
        QVERIFY(stateAfter(journal).id.isEmpty());
        journal << entry(EntryKind::Accepted, id);
        QCOMPARE(stateAfter(journal).phase, StepPhase::Created);
        QCOMPARE(stateAfter(journal).id, id);
        journal << entry(EntryKind::Done, id, {{"outputs", {{"vpc.id", "id-1"}}}});
        QCOMPARE(stateAfter(journal).phase, StepPhase::Ready);
        QCOMPARE(foldJournal(journal).value(QStringLiteral("vpc")).outputs.value(QStringLiteral("vpc.id")), id);
        journal << entry(EntryKind::DeleteIntent, id);
        QCOMPARE(stateAfter(journal).phase, StepPhase::Deleting);
        journal << entry(EntryKind::Deleted, id, {{"how", "GET answered 404"}});
        QCOMPARE(stateAfter(journal).phase, StepPhase::Gone);
        QCOMPARE(stateAfter(journal).detail, QStringLiteral("GET answered 404"));
        const StepRecord record = foldJournal(journal).value(QStringLiteral("vpc"));
        QVERIFY(record.id.isEmpty() && !record.openDelete && !record.openIntent);
        QCOMPARE(record.deletedIds, QStringList{id});
    }
    void refusalClosesTheIntentAndDoubtDoesNot() {
        const Json error = {{"code", "invalid_input"}, {"message", "no"}};
        QList<store::Entry> journal{entry(EntryKind::Intent),
                                    entry(EntryKind::Failed, {}, {{"error", error}, {"outcome_unknown", false}})};
        QVERIFY(!foldJournal(journal).value(QStringLiteral("vpc")).openIntent);
        QCOMPARE(stateAfter(journal).error.code, ErrorCode::InvalidInput);
        journal[1].payload["outcome_unknown"] = true;
        QVERIFY(foldJournal(journal).value(QStringLiteral("vpc")).openIntent);
    }
    void failureKeepsTheId() {
        const QList<store::Entry> journal{
            entry(EntryKind::Intent), entry(EntryKind::Accepted, QStringLiteral("id-1")),
            entry(EntryKind::Failed, {}, {{"error", {{"code", "failed"}, {"message", "ERROR"}}}})};
        QCOMPARE(stateAfter(journal).phase, StepPhase::Failed);
        QCOMPARE(stateAfter(journal).id, QStringLiteral("id-1"));
    }
    void startedChecksAreSimplyDueAgain() {
        const QString check = QStringLiteral("bastion_ready");
        QCOMPARE(stateAfter({entry(EntryKind::Intent, {}, Json::object(), check)}, check).phase, StepPhase::Waiting);
    }
    void errorsSurviveTheJournalWithoutSecrets() {
        registerSecret(QStringLiteral("dop_v1_verysecret"));
        const Error error{.code = ErrorCode::QuotaExceeded,
                          .message = QStringLiteral("token dop_v1_verysecret has no more droplets"),
                          .resource = QStringLiteral("bastion"),
                          .path = QStringLiteral("POST /v2/droplets"),
                          .httpStatus = 422,
                          .requestId = QStringLiteral("req-1"),
                          .remedy = QStringLiteral("Raise the limit.")};
        const Json json = errorToJson(error);
        QVERIFY(!toJsonText(json).contains("verysecret"));
        Error expected = error;
        expected.message = QStringLiteral("token [redacted] has no more droplets");
        QCOMPARE(errorFromJson(json), expected);
    }
    void stepJsonHasTheContractsKeys() {
        const Json json = toJson(stateAfter({entry(EntryKind::Intent)}));
        for (const char *key : {"name", "kind", "phase", "id", "started", "finished", "api_calls", "error"})
            QVERIFY2(json.contains(key), key);
        QCOMPARE(jsonString(json, "phase"), QStringLiteral("unknown"));
        QVERIFY(json["error"].is_null());
    }
};

QTEST_GUILESS_MAIN(FoldTest)
#include "fold_test.moc"
