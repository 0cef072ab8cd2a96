#include "tests/faults/scenario.h"

namespace sluice::test {

namespace {

struct ApiFault {
    const char *name;
    double seconds = 1;
};

// Faults of the API's side, core/sandbox/faults.h.
constexpr ApiFault kApiFaults[] = {{"429"},
                                   {"429_no_retry_after"},
                                   {"500"},
                                   {"503"},
                                   {"503_html"},
                                   {"500_but_created"},
                                   {"502_but_created"},
                                   {"timeout"},
                                   {"timeout_but_created"},
                                   {"reset_before"},
                                   {"reset"},
                                   {"truncated"},
                                   {"malformed"},
                                   {"wrong_types"},
                                   {"empty_body"},
                                   {"hide_ids"},
                                   {"huge_body"},
                                   {"slow", 30},
                                   {"401"},
                                   {"403"},
                                   {"404"},
                                   {"409"},
                                   {"422"},
                                   {"stale_list"}};

class Maker {
public:
    explicit Maker(QList<Scenario> *made)
        : m_made(made) {}
    void shim(const QString &phase, const char *action, const char *event, int from, int to, int step = 1,
              const char *value = "") {
        for (int n = from; n <= to; n += step) {
            const QString order = QStringLiteral("%1:%2:%3%4")
                                      .arg(QLatin1String(action), QLatin1String(event))
                                      .arg(n)
                                      .arg(QLatin1String(value));
            add({.name = phase + QLatin1Char('/') + order, .phase = phase, .shim = order, .apiFault = nullptr});
        }
    }
    /// `method` empty: the n-th call of any method.
    void api(const QString &phase, const ApiFault &fault, int n, const QString &method = {}) {
        Json rule = {{"fault", fault.name}, {"nth", n}, {"count", 1}, {"seconds", fault.seconds}};
        if (!method.isEmpty())
            rule["method"] = method.toStdString();
        add({.name = QStringLiteral("%1/%2%3@%4").arg(phase, method, QLatin1String(fault.name)).arg(n),
             .phase = phase,
             .shim = {},
             .apiFault = rule});
    }

private:
    void add(Scenario scenario) {
        // Every second one is torn down at once instead of resumed.
        scenario.goOn = m_made->size() % 2 == 0;
        m_made->append(scenario);
    }
    QList<Scenario> *m_made;
};

constexpr int kEveryFewCalls = 7; ///< prime to the number of faults: over all of them every call is met
constexpr int kChanges = 2;       ///< PUTs of the phase "change": node pool and NAT gateway

} // namespace

QList<Scenario> scenarios(const QMap<QString, Moments> &life, bool full) {
    QList<Scenario> all;
    Maker make(&all);
    for (auto phase = life.begin(); phase != life.end(); ++phase) {
        const QString &name = phase.key();
        const Moments &m = phase.value();
        if (name == QLatin1String("verify") || name == QLatin1String("rebuild")) {
            // They change nothing in the cloud, so death alone is of interest.
            const int step = full ? 1 : 4;
            make.shim(name, "before", "http", 1, m.http, step);
            make.shim(name, "before", "reply", 2, m.http, step);
            make.shim(name, "before", "tls", 1, m.tls, step);
            make.shim(name, "before", "tlsreply", 3, m.tlsReplies, step);
            make.shim(name, "before", "sync", 1, m.syncs);
            make.shim(name, "after", "sync", 1, m.syncs);
            continue;
        }
        if (name == QLatin1String("change")) {
            // Most of its calls only look; the two that change something meet every fault.
            const int step = full ? 1 : 3;
            make.shim(name, "before", "http", 1, m.http, step);
            make.shim(name, "after", "http", 2, m.http, step);
            make.shim(name, "before", "reply", 3, m.http, step);
            make.shim(name, "before", "tls", 1, m.tls, step);
            make.shim(name, "before", "tlsreply", 2, m.tlsReplies, step);
            make.shim(name, "before", "sync", 1, m.syncs);
            make.shim(name, "after", "sync", 1, m.syncs);
            make.shim(name, "full", "sync", 1, m.syncs, full ? 1 : 5);
            for (const ApiFault &fault : kApiFaults)
                for (int n = 1; n <= kChanges; ++n)
                    make.api(name, fault, n, QStringLiteral("PUT"));
            continue;
        }
        // SIGKILL before a call leaves, when it has left, when its reply is there, around every durable write.
        make.shim(name, "before", "http", 1, m.http);
        make.shim(name, "after", "http", 1, m.http);
        make.shim(name, "before", "reply", 1, m.http);
        make.shim(name, "before", "tls", 1, m.tls);
        make.shim(name, "after", "tls", 1, m.tls);
        make.shim(name, "before", "tlsreply", 1, m.tlsReplies);
        make.shim(name, "before", "sync", 1, m.syncs);
        make.shim(name, "after", "sync", 1, m.syncs);
        // Faults of this machine.
        make.shim(name, "full", "sync", 1, m.syncs, full ? 1 : 5);
        make.shim(name, "locked", "sync", 3, m.syncs, full ? 1 : 12);
        make.shim(name, "reset", "http", 2, m.http, full ? 1 : 4);
        make.shim(name, "dns", "http", 2, m.http, full ? 1 : 6);
        make.shim(name, "corrupt", "tlsreply", 1, m.tlsReplies);
        make.shim(name, "clock", "http", 1, m.http, full ? 1 : 8, ":86400");
        make.shim(name, "clock", "http", 2, m.http, full ? 1 : 8, ":-86400");
        int shift = 0;
        for (const ApiFault &fault : kApiFaults) {
            for (int n = full ? 1 : 1 + shift % kEveryFewCalls; n <= m.http; n += full ? 1 : kEveryFewCalls)
                make.api(name, fault, n);
            ++shift;
        }
    }
    return all;
}

} // namespace sluice::test
