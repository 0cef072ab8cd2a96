#include "drawing.h"

#include "ui/topology/topology_render.h"

#include <QApplication>

namespace sluice::ctl {

namespace {

Result<ui::TopologyModel> modelOf(operations::Workspace &workspace, const QString &deployment, const Json &document) {
    const auto record = workspace.deployment(deployment);
    if (!record)
        return record.error();
    const auto plan = blueprint::planFromJson(record->plan);
    if (!plan)
        return plan.error();
    const auto steps = workspace.steps(deployment);
    if (!steps)
        return steps.error();
    QMap<QString, QString> outputs;
    if (record->outputs.is_object()) {
        for (const auto &[key, value] : record->outputs.items()) {
            if (value.is_string())
                outputs.insert(QString::fromStdString(key), QString::fromStdString(value.get<std::string>()));
        }
    }
    QList<verify::Cell> cells;
    if (const auto report = verify::reportFromJson(document))
        cells = report->cells;
    return ui::topologyOf(*plan, *steps, outputs, cells);
}

} // namespace

std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv, bool painting) {
    if (!painting)
        return std::make_unique<QCoreApplication>(argc, argv);
    // A command never opens a window: painting goes to memory, with or without a display.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QApplication>(argc, argv);
}

Status drawDeployment(operations::Workspace &workspace, const QString &deployment, const Json &document,
                      const QString &folder) {
    for (const QString &format : {QStringLiteral("svg"), QStringLiteral("png")}) {
        const Status drawn =
            drawFile(workspace, deployment, document, format, folder + QStringLiteral("/topology.") + format);
        if (!drawn)
            return drawn;
    }
    return Ok{};
}

Status drawFile(operations::Workspace &workspace, const QString &deployment, const Json &document,
                const QString &format, const QString &file) {
    const auto model = modelOf(workspace, deployment, document);
    if (!model)
        return model.error();
    return format == QLatin1String("svg")   ? ui::renderSvg(*model, file)
           : format == QLatin1String("pdf") ? ui::renderPdf(*model, file)
                                            : ui::renderPng(*model, file);
}

} // namespace sluice::ctl
