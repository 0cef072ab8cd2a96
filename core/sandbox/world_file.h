#pragma once

#include "core/sandbox/world.h"

#include <QTimer>

namespace sluice::sandbox {

/// Keeps a world in a file: written whole and atomically, soon after a change and at the end.
class WorldFile : public QObject {
    Q_OBJECT
public:
    /// Loads the world when the file exists. Storage when it cannot be read, Malformed when it is no store.
    static Result<std::unique_ptr<WorldFile>> open(const QString &path, World *world);
    ~WorldFile() override;
    Status write();

private:
    WorldFile(const QString &path, World *world);
    QString m_path;
    World *m_world;
    QTimer m_soon;
};

} // namespace sluice::sandbox
