#include "core/sandbox/world_file.h"

#include <QFile>
#include <QSaveFile>

namespace sluice::sandbox {

namespace {

Error storage(const QString &doing, const QString &path, const QString &why) {
    return Error{.code = ErrorCode::Storage,
                 .message = QStringLiteral("Cannot %1 the store %2: %3.").arg(doing, path, why),
                 .path = path,
                 .remedy = QStringLiteral("Give --store a file that you may read and write.")};
}

} // namespace

WorldFile::WorldFile(const QString &path, World *world)
    : m_path(path)
    , m_world(world) {
    m_soon.setSingleShot(true);
    m_soon.setInterval(20);
    connect(&m_soon, &QTimer::timeout, this, [this] {
        if (const Status written = write(); !written)
            qWarning("%s", qPrintable(written.error().toString()));
    });
    connect(world, &World::mutated, this, [this] {
        if (!m_soon.isActive())
            m_soon.start();
    });
}

Result<std::unique_ptr<WorldFile>> WorldFile::open(const QString &path, World *world) {
    QFile file(path);
    if (file.exists()) {
        if (!file.open(QIODevice::ReadOnly))
            return storage(QStringLiteral("read"), path, file.errorString());
        const auto json = parseJson(file.readAll());
        if (!json)
            return Error{.code = ErrorCode::Malformed,
                         .message = QStringLiteral("The store %1 is damaged.").arg(path),
                         .path = path,
                         .remedy =
                             QStringLiteral("Give another file, or remove this one to start with an empty account.")};
        if (const Status loaded = world->load(*json); !loaded)
            return loaded.error();
    }
    std::unique_ptr<WorldFile> store(new WorldFile(path, world));
    if (const Status written = store->write(); !written)
        return written.error();
    return store;
}

WorldFile::~WorldFile() {
    if (const Status written = write(); !written)
        qWarning("%s", qPrintable(written.error().toString()));
}

Status WorldFile::write() {
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly))
        return storage(QStringLiteral("write"), m_path, file.errorString());
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner); // user data and host keys are in it
    file.write(toJsonText(m_world->save(), 1));
    if (!file.commit())
        return storage(QStringLiteral("write"), m_path, file.errorString());
    return Ok{};
}

} // namespace sluice::sandbox
