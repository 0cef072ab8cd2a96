// Opens a fleet of 1,000 deployments with 10,000 nodes, pans and zooms it, and prints the times beside those of a bare
// QGraphicsView with as many plain rectangles, in the same run on the same machine. Times of one frame are those of a
// whole synchronous repaint of the window's area.

#include "ui/theme/theme.h"
#include "ui/topology/fleet_view.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QGraphicsRectItem>
#include <QScrollBar>
#include <QTextStream>

#include <algorithm>
#include <cmath>

namespace {

using namespace sluice::ui;

constexpr int kFrames = 240;
constexpr QSize kWindow(1280, 800);

struct Figures {
    double open = 0; ///< milliseconds from the call to the first painted frame
    QList<double> frames;
    double at(double share) const {
        QList<double> sorted = frames;
        std::sort(sorted.begin(), sorted.end());
        return sorted[std::min<qsizetype>(sorted.size() - 1, qsizetype(share * double(sorted.size())))];
    }
};

double milliseconds(const QElapsedTimer &timer) {
    return double(timer.nsecsElapsed()) / 1e6;
}

QList<FleetTile> fleetOf(int deployments, int nodes) {
    const QList<QPair<Tone, QString>> marks{{Tone::Pass, QStringLiteral("pass")},
                                            {Tone::Fail, QStringLiteral("fail")},
                                            {Tone::Unknown, QStringLiteral("unknown")},
                                            {Tone::Running, QStringLiteral("running")}};
    QList<FleetTile> tiles;
    for (int i = 0; i < deployments; ++i) {
        const auto &[tone, mark] = marks[i % 7 == 0 ? (i / 7) % 4 : 0];
        tiles.append({QStringLiteral("payments-egress-%1").arg(i, 4, 10, QLatin1Char('0')), QStringLiteral("sfo3"),
                      QStringLiteral("ready"), QStringLiteral("203.0.113.%1").arg(i % 250), mark, tone,
                      QList<NodeStatus>(nodes, NodeStatus::Ready)});
    }
    return tiles;
}

/// Zoom steps between everything in sight and one tile large, each followed by pans; the same for both views.
void drive(QGraphicsView &view, qreal whole, Figures &figures) {
    for (int i = 0; i < kFrames; ++i) {
        QElapsedTimer timer;
        timer.start();
        if (i % 4 == 0) {
            const double phase = .5 - .5 * std::cos(2 * 3.14159265 * i / kFrames); // in, and out again
            const qreal zoom = whole * std::pow(1.2 / whole, phase);
            view.setTransform(QTransform::fromScale(zoom, zoom));
        } else {
            view.horizontalScrollBar()->setValue(view.horizontalScrollBar()->value() + 40);
            view.verticalScrollBar()->setValue(view.verticalScrollBar()->value() + 25);
        }
        view.viewport()->repaint();
        figures.frames.append(milliseconds(timer));
    }
}

Figures bare(int items) {
    Figures figures;
    QElapsedTimer timer;
    timer.start();
    QGraphicsScene scene;
    QGraphicsView view(&scene);
    view.resize(kWindow);
    const FleetLayout layout = layoutFleet(items, 1.6);
    for (const QRectF &box : layout.boxes)
        scene.addRect(box, QPen(Qt::black), QBrush(Qt::lightGray));
    scene.setSceneRect(layout.bounds);
    view.show();
    const qreal whole = std::min(kWindow.width() / layout.bounds.width(), kWindow.height() / layout.bounds.height());
    view.setTransform(QTransform::fromScale(whole, whole));
    QCoreApplication::processEvents();
    view.viewport()->repaint();
    figures.open = milliseconds(timer);
    drive(view, whole, figures);
    return figures;
}

Figures fleetView(const QList<FleetTile> &tiles) {
    Figures figures;
    QElapsedTimer timer;
    timer.start();
    FleetView view;
    view.resize(kWindow);
    view.show();
    QEventLoop loop;
    QObject::connect(&view, &FleetView::arranged, &loop, &QEventLoop::quit);
    view.setTiles(tiles);
    loop.exec();
    QCoreApplication::processEvents();
    view.viewport()->repaint();
    figures.open = milliseconds(timer);
    drive(view, view.zoom(), figures);
    return figures;
}

} // namespace

int main(int argc, char **argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM") && qEnvironmentVariableIsEmpty("DISPLAY"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    Theme::install(app, Theme::Mode::Light);
    const QList<FleetTile> tiles = fleetOf(1000, 10);
    QElapsedTimer summing;
    summing.start();
    const QString summary = fleetSummary(tiles);
    const double summed = milliseconds(summing);
    bare(10); // fonts, plugins and the first window are nobody's cost
    const Figures plain = bare(1000);
    const Figures ours = fleetView(tiles);
    QTextStream out(stdout);
    const auto row = [&](const char *what, double a, double b) {
        out << QStringLiteral("%1 %2 ms  bare %3 ms  ratio %4\n")
                   .arg(QLatin1String(what), -16)
                   .arg(a, 8, 'f', 2)
                   .arg(b, 8, 'f', 2)
                   .arg(a / b, 0, 'f', 2);
    };
    out << "fleet of 1000 deployments, 10000 nodes, " << kWindow.width() << "x" << kWindow.height() << ", " << kFrames
        << " frames of pan and zoom\n";
    row("open", ours.open, plain.open);
    out << QStringLiteral("summary          %1 ms  (%2)\n").arg(summed, 8, 'f', 2).arg(summary);
    row("frame p50", ours.at(.50), plain.at(.50));
    row("frame p95", ours.at(.95), plain.at(.95));
    row("frame longest", ours.at(1), plain.at(1));
    return 0;
}
