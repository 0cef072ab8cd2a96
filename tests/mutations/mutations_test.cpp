#include "tests/mutations/mutants.h"

#include <QRegularExpression>

using namespace sluice;
using namespace sluice::test;

namespace {

/// The causes that the report names on cells that do not pass.
QStringList causesOf(const Json &report) {
    QStringList causes;
    for (const Json &cell : jsonMember(report, "cells")) {
        const QString cause = jsonString(jsonMember(cell, "diagnosis"), "cause");
        if (jsonString(cell, "verdict") != QLatin1String("pass") && !cause.isEmpty() && !causes.contains(cause))
            causes << cause;
    }
    return causes;
}

/// One line for each cell that does not pass: QTest cuts a whole report short, and the reason is never at its
/// beginning.
QByteArray unpassed(const CtlResult &result) {
    QByteArray text = "verdict " + jsonString(result.document, "verdict").toUtf8();
    for (const Json &cell : jsonMember(result.document, "cells")) {
        if (jsonString(cell, "verdict") != QLatin1String("pass"))
            text += '\n' + QStringList{jsonString(cell, "id"), jsonString(cell, "verdict"),
                                       jsonString(cell, "observed"), jsonString(jsonMember(cell, "diagnosis"), "cause")}
                               .join(QStringLiteral(" | "))
                               .toUtf8();
    }
    return text;
}

bool offers(const Json &report, const QString &cause, const QString &action) {
    for (const Json &cell : jsonMember(report, "cells")) {
        const Json &diagnosis = jsonMember(cell, "diagnosis");
        if (jsonString(diagnosis, "cause") == cause && jsonString(diagnosis, "action") == action)
            return true;
    }
    return false;
}

/// Runs the suite row by row; each row measured through the programs, from outside.
struct Row {
    QString name, verdict, causes, remedy;
    bool named = false;
};

} // namespace

class MutationsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_deployed.start(), qPrintable(m_deployed.problem)); }
    void noFaultPasses_data();
    void noFaultPasses();
    void enoughAreNamed();
    void cleanupTestCase();

private:
    QString verdictOf(const CtlResult &result) const { return jsonString(result.document, "verdict"); }
    Deployed m_deployed;
    QList<Mutant> m_mutants;
    bool m_all = true; ///< no selection
    QList<Row> m_rows;
};

void MutationsTest::noFaultPasses_data() {
    QTest::addColumn<int>("index");
    // SLUICE_MUTANTS: an expression; only the faults whose name it matches are run.
    const QRegularExpression wanted(qEnvironmentVariable("SLUICE_MUTANTS"));
    QVERIFY2(wanted.isValid(), qPrintable(wanted.errorString()));
    for (const Mutant &mutant : mutants(m_deployed)) {
        if (wanted.match(mutant.name).hasMatch())
            m_mutants << mutant;
    }
    m_all = wanted.pattern().isEmpty();
    for (qsizetype i = 0; i < m_mutants.size(); ++i)
        QTest::newRow(qPrintable(m_mutants.at(i).name)) << static_cast<int>(i);
}

void MutationsTest::noFaultPasses() {
    QFETCH(int, index);
    const Mutant &mutant = m_mutants.at(index);
    Row row{.name = mutant.name};
    m_deployed.problem.clear();
    mutant.breakIt(m_deployed);
    QVERIFY2(m_deployed.problem.isEmpty(), qPrintable(m_deployed.problem));

    const CtlResult broken = m_deployed.verify();
    row.verdict = verdictOf(broken);
    const QStringList causes = causesOf(broken.document);
    row.causes = causes.join(QStringLiteral(", "));
    const auto match = std::find_if(causes.begin(), causes.end(),
                                    [&mutant](const QString &cause) { return mutant.causes.contains(cause); });
    row.named = match != causes.end();
    row.remedy = QStringLiteral("by hand");
    const bool offered = mutant.automatic.isEmpty() || (row.named && offers(broken.document, *match, mutant.automatic));
    CtlResult mended;
    if (!mutant.automatic.isEmpty()) {
        const CtlResult ran = m_deployed.remedy(mutant.automatic);
        mended = m_deployed.verify();
        row.remedy = QStringLiteral("%1: %2").arg(mutant.automatic, verdictOf(mended));
        QVERIFY2(ran.exitCode == 0, (ran.standardOutput + ran.standardError).constData());
    }
    if (mutant.mendIt) {
        mutant.mendIt(m_deployed);
        QVERIFY2(m_deployed.problem.isEmpty(), qPrintable(m_deployed.problem));
        mended = m_deployed.verify();
        if (mutant.automatic.isEmpty())
            row.remedy += QStringLiteral(": ") + verdictOf(mended);
    }
    m_rows << row;
    const QByteArray seen = unpassed(broken);
    QVERIFY2(broken.exitCode == 3 || broken.exitCode == 4, seen.constData());
    QVERIFY2(row.verdict == QLatin1String("fail") || row.verdict == QLatin1String("unknown"), seen.constData());
    QVERIFY2(offered, qPrintable(QStringLiteral("no %1 offered; causes: %2").arg(mutant.automatic, row.causes)));
    QVERIFY2(verdictOf(mended) == QLatin1String("pass"), unpassed(mended).constData());
    if (!row.named)
        qWarning("true cause not named: %s", qPrintable(row.causes));
}

void MutationsTest::enoughAreNamed() {
    const auto named = std::count_if(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.named; });
    QVERIFY(m_rows.size() >= (m_all ? 40 : 1));
    QVERIFY2(named * 10 >= m_rows.size() * 9, qPrintable(QStringLiteral("%1 of %2").arg(named).arg(m_rows.size())));
}

void MutationsTest::cleanupTestCase() {
    const QString path = qEnvironmentVariable("SLUICE_MUTATIONS");
    if (path.isEmpty())
        return;
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QTextStream out(&file);
    out << "| fault | verdict | causes named | true cause | remedy and what it brought |\n|---|---|---|---|---|\n";
    for (const Row &row : std::as_const(m_rows))
        out << "| " << row.name << " | " << row.verdict << " | " << row.causes << " | "
            << (row.named ? "named" : "**not named**") << " | " << row.remedy << " |\n";
    const auto passes = std::count_if(m_rows.begin(), m_rows.end(),
                                      [](const Row &row) { return row.verdict == QLatin1String("pass"); });
    const auto named = std::count_if(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.named; });
    out << "\n" << m_rows.size() << " faults, " << passes << " false passes, " << named << " named truly.\n";
}

QTEST_GUILESS_MAIN(MutationsTest)
#include "mutations_test.moc"
