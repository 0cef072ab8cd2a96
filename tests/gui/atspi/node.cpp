#include "tests/gui/atspi/node.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusReply>
#include <QDBusVariant>

namespace sluice::tests {

namespace {

constexpr const char *kBus = "accessibility";
constexpr const char *kAccessible = "org.a11y.atspi.Accessible";
constexpr const char *kAction = "org.a11y.atspi.Action";
constexpr const char *kTable = "org.a11y.atspi.Table";
constexpr int kAnswerMs = 30000; ///< a window that does not answer for so long hangs
constexpr int kDeepest = 40;

Node nodeOf(const QDBusArgument &argument) {
    QString service;
    QDBusObjectPath path;
    argument.beginStructure();
    argument >> service >> path;
    argument.endStructure();
    return path.path().endsWith(QLatin1String("/null")) ? Node() : Node(service, path.path());
}

Node firstNode(const QDBusMessage &reply) {
    const QVariant value = reply.arguments().value(0);
    return value.canConvert<QDBusArgument>() ? nodeOf(value.value<QDBusArgument>()) : Node();
}

void collect(const Node &root, int depth, const std::function<bool(const Node &)> &take, bool &enough) {
    if (enough || depth > kDeepest)
        return;
    if (take(root)) {
        enough = true;
        return;
    }
    const QString role = root.role();
    if (role == QLatin1String("table") || role == QLatin1String("tree table") || role == QLatin1String("tree"))
        return;
    for (const Node &child : root.children()) {
        if (child.is(State::Showing))
            collect(child, depth + 1, take, enough);
    }
}

} // namespace

Node::Node(const QString &service, const QString &path)
    : m_service(service)
    , m_path(path) {}

QDBusMessage Node::call(const char *interface, const char *method, const QVariantList &arguments) const {
    if (isNull())
        return {};
    QDBusMessage message =
        QDBusMessage::createMethodCall(m_service, m_path, QLatin1String(interface), QLatin1String(method));
    message.setArguments(arguments);
    return accessibilityBus().call(message, QDBus::Block, kAnswerMs);
}

QVariant Node::property(const char *interface, const char *name) const {
    const QDBusReply<QDBusVariant> reply =
        call("org.freedesktop.DBus.Properties", "Get", {QLatin1String(interface), QLatin1String(name)});
    return reply.isValid() ? reply.value().variant() : QVariant();
}

QString Node::name() const {
    return property(kAccessible, "Name").toString();
}

QString Node::description() const {
    return property(kAccessible, "Description").toString();
}

QString Node::role() const {
    return call(kAccessible, "GetRoleName").arguments().value(0).toString();
}

quint64 Node::states() const {
    const QVariant value = call(kAccessible, "GetState").arguments().value(0);
    if (!value.canConvert<QDBusArgument>())
        return 0;
    const auto halves = qdbus_cast<QList<uint>>(value);
    return halves.size() == 2 ? static_cast<quint64>(halves[1]) << 32 | halves[0] : 0;
}

QList<Node> Node::children() const {
    QList<Node> found;
    const QVariant value = call(kAccessible, "GetChildren").arguments().value(0);
    if (!value.canConvert<QDBusArgument>())
        return found;
    const auto list = value.value<QDBusArgument>();
    list.beginArray();
    while (!list.atEnd()) {
        if (const Node node = nodeOf(list); !node.isNull())
            found << node;
    }
    list.endArray();
    return found;
}

Node Node::parent() const {
    const QVariant value = property(kAccessible, "Parent");
    return value.canConvert<QDBusArgument>() ? nodeOf(value.value<QDBusArgument>()) : Node();
}

QRect Node::box() const {
    const QVariant value = call("org.a11y.atspi.Component", "GetExtents", {0u}).arguments().value(0);
    if (!value.canConvert<QDBusArgument>())
        return {};
    int x = 0, y = 0, width = 0, height = 0;
    const auto box = value.value<QDBusArgument>();
    box.beginStructure();
    box >> x >> y >> width >> height;
    box.endStructure();
    return {x, y, width, height};
}

Node Node::labelledBy() const {
    constexpr uint kLabelledBy = 2; // ATSPI_RELATION_LABELLED_BY
    const QVariant value = call(kAccessible, "GetRelationSet").arguments().value(0);
    if (!value.canConvert<QDBusArgument>())
        return {};
    Node label;
    const auto relations = value.value<QDBusArgument>();
    relations.beginArray();
    while (!relations.atEnd()) {
        uint kind = 0;
        relations.beginStructure();
        relations >> kind;
        relations.beginArray();
        while (!relations.atEnd()) {
            if (const Node target = nodeOf(relations); kind == kLabelledBy)
                label = target;
        }
        relations.endArray();
        relations.endStructure();
    }
    relations.endArray();
    return label;
}

QStringList Node::actions() const {
    QStringList names;
    const int count = property(kAction, "NActions").toInt();
    for (int i = 0; i < count; ++i)
        names << call(kAction, "GetName", {i}).arguments().value(0).toString();
    return names;
}

bool Node::act(const QString &action) const {
    const auto index = static_cast<int>(actions().indexOf(action));
    return index >= 0 && call(kAction, "DoAction", {index}).arguments().value(0).toBool();
}

QString Node::text() const {
    return call("org.a11y.atspi.Text", "GetText", {0, -1}).arguments().value(0).toString();
}

bool Node::setText(const QString &text) const {
    return call("org.a11y.atspi.EditableText", "SetTextContents", {text}).arguments().value(0).toBool();
}

bool Node::grabFocus() const {
    return call("org.a11y.atspi.Component", "GrabFocus").arguments().value(0).toBool();
}

int Node::rows() const {
    return property(kTable, "NRows").toInt();
}

int Node::columns() const {
    return property(kTable, "NColumns").toInt();
}

Node Node::cell(int row, int column) const {
    return firstNode(call(kTable, "GetAccessibleAt", {row, column}));
}

QString Node::words() const {
    return isNull() ? QStringLiteral("nothing") : QStringLiteral("%1 \"%2\"").arg(role(), name());
}

QDBusConnection accessibilityBus() {
    return QDBusConnection(QLatin1String(kBus));
}

bool openAccessibilityBus(const QString &sessionAddress) {
    const QString session = QStringLiteral("session");
    const QDBusReply<QString> address =
        QDBusConnection::connectToBus(sessionAddress, session)
            .call(QDBusMessage::createMethodCall(QStringLiteral("org.a11y.Bus"), QStringLiteral("/org/a11y/bus"),
                                                 QStringLiteral("org.a11y.Bus"), QStringLiteral("GetAddress")),
                  QDBus::Block, kAnswerMs);
    QDBusConnection::disconnectFromBus(session);
    return address.isValid() && QDBusConnection::connectToBus(address.value(), QLatin1String(kBus)).isConnected();
}

void closeAccessibilityBus() {
    QDBusConnection::disconnectFromBus(QLatin1String(kBus));
}

Node program(const QString &name) {
    const Node desktop(QStringLiteral("org.a11y.atspi.Registry"), QStringLiteral("/org/a11y/atspi/accessible/root"));
    for (const Node &application : desktop.children()) {
        if (application.name() == name)
            return application;
    }
    return {};
}

QList<Node> showing(const Node &root) {
    QList<Node> found;
    bool enough = false;
    collect(
        root, 0,
        [&found](const Node &node) {
            found << node;
            return false;
        },
        enough);
    return found;
}

Node find(const Node &root, const Test &test) {
    Node found;
    bool enough = root.isNull();
    collect(
        root, 0,
        [&](const Node &node) {
            const bool passes = test(node);
            if (passes)
                found = node;
            return passes;
        },
        enough);
    return found;
}

Node find(const Node &root, const QString &role, const QString &name) {
    return find(root, [&](const Node &node) { return node.role() == role && node.name().startsWith(name); });
}

} // namespace sluice::tests
