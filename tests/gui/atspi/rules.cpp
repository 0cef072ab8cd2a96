#include "tests/gui/atspi/rules.h"

#include <QSet>

namespace sluice::tests {

namespace {

bool isItem(const QString &role) {
    static const QSet<QString> items{QStringLiteral("cell"),
                                     QStringLiteral("page tab"),
                                     QStringLiteral("tree item"),
                                     QStringLiteral("list item"),
                                     QStringLiteral("column header"),
                                     QStringLiteral("table column header"),
                                     QStringLiteral("table row header")};
    return items.contains(role);
}

/// A reader goes through these without a word.
bool isMute(const QString &role) {
    return role.isEmpty() || role == QLatin1String("filler") || role == QLatin1String("unknown") ||
           role == QLatin1String("invalid");
}

bool isWindow(const QString &role) {
    return role == QLatin1String("frame") || role == QLatin1String("dialog") || role == QLatin1String("application");
}

bool isDecoration(const QString &role) {
    return role == QLatin1String("scroll bar") || role == QLatin1String("grip") || role == QLatin1String("splitter");
}

/// Where Tab must stop.
bool isStop(const Node &node) {
    const quint64 states = node.states();
    if (!Node::has(states, State::Focusable) || !Node::has(states, State::Enabled))
        return false;
    const QString role = node.role();
    // Tab goes to the checked one of a group of radio buttons, the arrow keys to the others.
    if (role == QLatin1String("radio button"))
        return Node::has(states, State::Checked);
    // A text that can be selected may be focused, and need not be; a group hands the focus on to what is in it. What is
    // within a spin box, it speaks for itself.
    const Node parent = node.parent();
    return !isItem(role) && role != QLatin1String("label") && role != QLatin1String("panel") && owner(node) == node &&
           parent.role() != QLatin1String("spin box") && parent.role() != QLatin1String("combo box");
}

} // namespace

QString silent(const Node &root) {
    QStringList complaints;
    for (const Node &node : showing(root)) {
        const QString role = node.role();
        if (isItem(role) || isWindow(role) || isDecoration(role))
            continue;
        const QString name = node.name().trimmed();
        const bool control = Node::has(node.states(), State::Focusable) || !node.actions().isEmpty();
        const QString who = placeOf(node);
        if (control && name.isEmpty() && node.parent().role() != QLatin1String("spin box"))
            complaints << who + QStringLiteral(" has no name");
        if ((control || !name.isEmpty()) && isMute(role))
            complaints << who + QStringLiteral(" is passed over");
        // Its name is what is chosen; what it is for stands beside it or in its description.
        if (role == QLatin1String("combo box") && node.labelledBy().isNull() && node.description().isEmpty())
            complaints << who + QStringLiteral(" does not say what is chosen");
    }
    return complaints.join(QStringLiteral("; "));
}

QString placeOf(const Node &node) {
    constexpr int kAncestors = 6;
    QStringList words{node.words()};
    Node above = node.parent();
    for (int i = 0; i < kAncestors && !above.isNull(); ++i, above = above.parent())
        words << above.words();
    const QRect box = node.box();
    return words.join(QStringLiteral(" in ")) +
           QStringLiteral(" at %1,%2 %3x%4").arg(box.x()).arg(box.y()).arg(box.width()).arg(box.height());
}

Node owner(const Node &node) {
    const Node parent = node.parent();
    const bool part = parent.role() == QLatin1String("graphic");
    return part || isItem(node.role()) ? parent : node;
}

QString disorder(const Node &root, const QList<Node> &stops) {
    QStringList complaints;
    int wraps = 0;
    for (int i = 0; i < stops.size(); ++i) {
        const QRect before = stops[i].box();
        const QRect after = stops[(i + 1) % stops.size()].box();
        const bool above =
            after.bottom() < before.top() && after.left() <= before.right(); // else it is the next column
        const bool left =
            after.top() <= before.bottom() && after.bottom() >= before.top() && after.right() < before.left();
        if ((above || left) && ++wraps > 1)
            complaints << QStringLiteral("Tab jumps back from %1 to %2")
                              .arg(stops[i].words(), stops[(i + 1) % stops.size()].words());
    }
    if (!complaints.isEmpty()) {
        for (const Node &stop : stops)
            complaints << placeOf(stop);
    }
    for (const Node &node : showing(root)) {
        if (isStop(node) && !stops.contains(node))
            complaints << node.words() + QStringLiteral(" is not reached by Tab");
    }
    return complaints.join(QStringLiteral("; "));
}

} // namespace sluice::tests
