#pragma once

#include <QCoreApplication>

/// The words that core makes for people. They are translated where they are made: `VerifyWords::tr("...")` asks Qt's
/// translator, which the window alone installs (before any thread starts; the asking itself is thread-safe). Without
/// one, as in sluicectl, sluice-sandbox and the tests, every text is the English of the source.
///
/// Three kinds of text never go through here, because something decides by them or somebody else said them: names and
/// codes (steps, kinds, cells, causes, JSON keys, cloud names, tags), what is sent (requests, commands, cloud-init) and
/// what was received (the API's words, output of hosts). core/sandbox plays the cloud and speaks English alone.
///
/// A text is one sentence with %1 in it: never glue fragments, other languages put them elsewhere. Ask inside a
/// function: a static text would be made before the translator is there.
namespace sluice {

struct BaseWords {
    Q_DECLARE_TR_FUNCTIONS(core::base)
};
struct HttpWords {
    Q_DECLARE_TR_FUNCTIONS(core::http)
};
struct CloudWords {
    Q_DECLARE_TR_FUNCTIONS(core::digitalocean)
};
struct KubernetesWords {
    Q_DECLARE_TR_FUNCTIONS(core::kubernetes)
};
struct SshWords {
    Q_DECLARE_TR_FUNCTIONS(core::ssh)
};
struct StoreWords {
    Q_DECLARE_TR_FUNCTIONS(core::store)
};
struct BlueprintWords {
    Q_DECLARE_TR_FUNCTIONS(core::blueprint)
};
struct EngineWords {
    Q_DECLARE_TR_FUNCTIONS(core::engine)
};
struct VerifyWords {
    Q_DECLARE_TR_FUNCTIONS(core::verify)
};
struct OperationsWords {
    Q_DECLARE_TR_FUNCTIONS(core::operations)
};

/// A number inside such a text, with the decimal sign of its language and not of the computer's settings: sluicectl
/// writes 1.5 everywhere. Fewer than 0 decimals: as many as it takes.
QString numberText(double value, int decimals = -1);

} // namespace sluice
