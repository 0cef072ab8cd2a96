#include "ui/topology/topology_render.h"

#include "ui/topology/topology_mermaid.h"
#include "ui/topology/topology_paint.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QImage>
#include <QPageLayout>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <algorithm>

namespace sluice::ui {

namespace {

constexpr qreal kTitle = 44;

QString tr(const char *text) {
    return QCoreApplication::translate("sluice::ui", text);
}

void paintSheet(QPainter *painter, const TopologyModel &model, const TopologyLayout &layout) {
    const Colours &c = Theme::colours();
    painter->fillRect(QRectF(0, 0, layout.bounds.width(), layout.bounds.height() + kTitle), c.page);
    painter->setFont(Theme::font(Type::Heading));
    painter->setPen(c.text);
    painter->drawText(QRectF(28, 16, layout.bounds.width() - 56, 26), Qt::AlignLeft | Qt::AlignVCenter,
                      model.sandbox ? tr("%1 (simulated)").arg(model.title) : model.title);
    // Ages grow stale in a file: the sheet says when it was measured.
    QDateTime measured;
    for (const TopologyEdge &edge : model.edges)
        if (edge.measuredAt.isValid() && (!measured.isValid() || edge.measuredAt > measured))
            measured = edge.measuredAt;
    if (measured.isValid()) {
        painter->setFont(Theme::font(Type::Body));
        painter->setPen(c.textSoft);
        painter->drawText(QRectF(28, 16, layout.bounds.width() - 56, 26), Qt::AlignRight | Qt::AlignVCenter,
                          tr("Measured %1 UTC").arg(measured.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm"))));
    }
    painter->translate(-layout.bounds.left(), -layout.bounds.top() + kTitle);
    paintTopology(painter, model, layout);
}

/// "just now" is true on a screen; a file is read later, and says the time.
TopologyModel dated(TopologyModel model) {
    for (TopologyEdge &edge : model.edges)
        if (edge.measuredAt.isValid())
            edge.age = ageText(edge.measuredAt, {});
    return model;
}

Error cannotWrite(const QString &path) {
    Error error;
    error.code = ErrorCode::Storage;
    error.message = QStringLiteral("The drawing cannot be written to %1.").arg(path);
    error.path = path;
    error.remedy = QStringLiteral("Choose a folder that exists and that you may write to.");
    return error;
}

} // namespace

Status renderSvg(const TopologyModel &given, const QString &path) {
    const TopologyModel model = dated(given);
    Theme::loadFonts();
    const OnPaper paper;
    const TopologyLayout layout = layoutOf(model);
    const QSizeF size = layout.bounds.size() + QSizeF(0, kTitle);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return cannotWrite(path);
    QSvgGenerator generator;
    generator.setOutputDevice(&file);
    generator.setResolution(96);
    generator.setSize(size.toSize());
    generator.setViewBox(QRectF(QPointF(), size));
    generator.setTitle(model.title);
    generator.setDescription(QStringLiteral("Topology and egress paths of %1").arg(model.title));
    QPainter painter;
    if (!painter.begin(&generator))
        return cannotWrite(path);
    paintSheet(&painter, model, layout);
    painter.end();
    if (!file.flush() || file.error() != QFileDevice::NoError)
        return cannotWrite(path);
    return Ok{};
}

Status renderPng(const TopologyModel &given, const QString &path, double scale) {
    const TopologyModel model = dated(given);
    Theme::loadFonts();
    const OnPaper paper;
    const double by = std::clamp(scale, 0.25, 8.0);
    const TopologyLayout layout = layoutOf(model);
    const QSizeF size = layout.bounds.size() + QSizeF(0, kTitle);
    QImage image((size * by).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDotsPerMeterX(3780); // 96 dpi: fonts in points come out the same everywhere
    image.setDotsPerMeterY(3780);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(by, by);
    paintSheet(&painter, model, layout);
    painter.end();
    if (!image.save(path, "PNG"))
        return cannotWrite(path);
    return Ok{};
}

Status renderPdf(const TopologyModel &given, const QString &path) {
    const TopologyModel model = dated(given);
    Theme::loadFonts();
    const OnPaper paper;
    const TopologyLayout layout = layoutOf(model);
    const QSizeF size = layout.bounds.size() + QSizeF(0, kTitle);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return cannotWrite(path);
    QPdfWriter writer(&file);
    writer.setTitle(model.title);
    writer.setCreator(QStringLiteral("Sluice " SLUICE_VERSION));
    writer.setResolution(96); // one unit of the drawing is one pixel: fonts in points come out as on screen
    writer.setPageLayout(
        QPageLayout(QPageSize(size * 72.0 / 96.0, QPageSize::Point, model.title, QPageSize::ExactMatch),
                    QPageLayout::Portrait, QMarginsF()));
    QPainter painter;
    if (!painter.begin(&writer))
        return cannotWrite(path);
    paintSheet(&painter, model, layout);
    painter.end();
    if (!file.flush() || file.error() != QFileDevice::NoError)
        return cannotWrite(path);
    return Ok{};
}

Status renderMermaid(const TopologyModel &model, const QString &path) {
    QFile file(path);
    const QByteArray text = toMermaid(dated(model)).toUtf8();
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(text) != text.size() || !file.flush())
        return cannotWrite(path);
    return Ok{};
}

Status renderFile(const TopologyModel &model, const QString &path) {
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == QLatin1String("svg"))
        return renderSvg(model, path);
    if (ending == QLatin1String("png"))
        return renderPng(model, path);
    if (ending == QLatin1String("pdf"))
        return renderPdf(model, path);
    if (ending == QLatin1String("mmd"))
        return renderMermaid(model, path);
    return Error{.code = ErrorCode::InvalidInput,
                 .message = QStringLiteral("A drawing cannot be written as \"%1\".").arg(ending),
                 .path = path,
                 .remedy = QStringLiteral("Let the file's name end with .svg, .png, .pdf or .mmd.")};
}

} // namespace sluice::ui
