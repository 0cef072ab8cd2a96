// A state file of any content: refused or read, never a crash.
#include "core/store/store.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

using namespace sluice;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static int argc = 0;
    static QCoreApplication application(argc, nullptr);
    static const QTemporaryDir folder;
    const QString name = folder.filePath(QStringLiteral("state.db"));
    for (const char *suffix : {"", "-wal", "-shm"})
        QFile::remove(name + QLatin1String(suffix));
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly))
        return 0;
    file.write(reinterpret_cast<const char *>(data), static_cast<qint64>(size));
    file.close();
    const auto opened = store::openStore(name);
    if (!opened) {
        if (opened.error().remedy.isEmpty())
            __builtin_trap();
        return 0;
    }
    if (const auto records = (*opened)->deployments())
        for (const store::DeploymentRecord &record : *records) {
            static_cast<void>((*opened)->journal(record.name));
            static_cast<void>((*opened)->history(record.name));
        }
    return 0;
}
