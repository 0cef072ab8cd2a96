// The fault matrix: one life after the other, each with one fault at one moment, each ended by resume and destroy.
//   fault_matrix [--shard I/N] [--full] [--only NAME] [--list] [--workers N] [--table FILE]
// Needs SLUICE_BIN_DIR, SLUICE_SOURCE_DIR and SLUICE_FAULT_SHIM. Exit 1 when any scenario leaves an orphan, a
// duplicate, a question, a damaged journal, or cannot be resumed.

#include "tests/faults/scenario.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QFile>
#include <QTextStream>
#include <QThread>
#include <atomic>
#include <mutex>

using namespace sluice;
using namespace sluice::test;

namespace {

struct Table {
    int run = 0, hit = 0, orphans = 0, duplicates = 0, prompts = 0, stuck = 0, journal = 0;
    void add(const Outcome &outcome) {
        ++run;
        hit += outcome.hit;
        orphans += !outcome.orphans.isEmpty();
        duplicates += !outcome.duplicates.isEmpty();
        prompts += !outcome.prompts.isEmpty();
        stuck += !outcome.stuck.isEmpty();
        journal += !outcome.journal.isEmpty();
    }
    bool clean() const { return orphans + duplicates + prompts + stuck + journal == 0; }
};

} // namespace

int main(int argc, char **argv) {
    const QCoreApplication application(argc, argv);
    CLI::App cli{"One life with one fault at a time"};
    std::string shard = "0/1", only, tableFile;
    bool full = false, list = false;
    int workers = 3;
    cli.add_option("--shard", shard, "I/N");
    cli.add_flag("--full", full, "Every fault at every call");
    cli.add_option("--only", only, "One scenario by its name (its prefix)");
    cli.add_flag("--list", list, "Print the names");
    cli.add_option("--workers", workers, "Lives at a time")->check(CLI::Range(1, 16));
    cli.add_option("--table", tableFile, "File that gets the table");
    CLI11_PARSE(cli, argc, argv);

    QTextStream out(stdout);
    QString problem;
    const QMap<QString, Moments> life = recordLife(&problem);
    if (life.isEmpty()) {
        out << "No life could be recorded: " << problem << '\n';
        return 1;
    }
    for (auto phase = life.begin(); phase != life.end(); ++phase)
        out << phase.key() << ": " << phase->http << " API calls, " << phase->tls << " and " << phase->tlsReplies
            << " TLS records, " << phase->syncs << " durable writes\n";
    const QStringList part = QString::fromStdString(shard).split(QLatin1Char('/'));
    const int index = part.value(0).toInt();
    const int shards = std::max(1, part.value(1).toInt());
    QList<Scenario> chosen;
    const QList<Scenario> all = scenarios(life, full);
    for (qsizetype i = 0; i < all.size(); ++i)
        if (i % shards == index && (only.empty() || all.at(i).name.startsWith(QString::fromStdString(only))))
            chosen << all.at(i);
    if (list) {
        for (const Scenario &scenario : std::as_const(chosen))
            out << scenario.name << '\n';
        return 0;
    }
    out << chosen.size() << " scenarios\n" << Qt::flush;

    std::mutex lock;
    std::atomic<qsizetype> next{0};
    QMap<QString, Table> tables; // by "phase fault"
    Table total;
    std::vector<std::unique_ptr<QThread>> threads;
    for (int i = 0; i < workers; ++i) {
        threads.emplace_back(QThread::create([&] {
            for (qsizetype at = next++; at < chosen.size(); at = next++) {
                const Scenario &scenario = chosen.at(at);
                const Outcome outcome = runScenario(scenario);
                const std::lock_guard guard(lock);
                const QString what = scenario.shim.isEmpty() ? scenario.name.section(QLatin1Char('@'), 0, 0)
                                                             : scenario.name.section(QLatin1Char(':'), 0, 1);
                tables[what].add(outcome);
                total.add(outcome);
                if (!outcome.passed())
                    out << "FAIL " << scenario.name << (scenario.goOn ? " (resumed)" : " (torn down)")
                        << "\n  orphans: " << outcome.orphans << "\n  duplicates: " << outcome.duplicates
                        << "\n  prompts: " << outcome.prompts << "\n  stuck: " << outcome.stuck
                        << "\n  journal: " << outcome.journal << '\n'
                        << Qt::flush;
                if (total.run % 50 == 0)
                    out << total.run << " of " << chosen.size() << '\n' << Qt::flush;
            }
        }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        thread->wait();

    QString text =
        QStringLiteral("| fault | scenarios | took place | orphans | duplicates | prompts | stuck | journal |\n"
                       "|---|---|---|---|---|---|---|---|\n");
    const auto row = [&text](const QString &name, const Table &t) {
        text += QStringLiteral("| %1 | %2 | %3 | %4 | %5 | %6 | %7 | %8 |\n")
                    .arg(name)
                    .arg(t.run)
                    .arg(t.hit)
                    .arg(t.orphans)
                    .arg(t.duplicates)
                    .arg(t.prompts)
                    .arg(t.stuck)
                    .arg(t.journal);
    };
    for (auto it = tables.begin(); it != tables.end(); ++it)
        row(it.key(), *it);
    row(QStringLiteral("**all**"), total);
    out << text << Qt::flush;
    if (!tableFile.empty()) {
        QFile file(QString::fromStdString(tableFile));
        if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
            return 1;
    }
    return total.run > 0 && total.clean() ? 0 : 1;
}
