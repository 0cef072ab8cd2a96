#pragma once

#include <QDBusConnection>
#include <QList>
#include <QRect>
#include <QString>
#include <QStringList>

#include <functional>

class QDBusMessage;

/// Another program's accessibility tree, seen as an assistive program sees it: by the messages of AT-SPI and nothing
/// else. Nothing is remembered between two questions.
namespace sluice::tests {

/// Numbers of AT-SPI's states (atspi-constants.h).
enum class State {
    Active = 1,
    Checked = 4,
    Enabled = 8,
    Focusable = 11,
    Focused = 12,
    Selected = 23,
    Sensitive = 24,
    Showing = 25,
    Visible = 30
};

class Node {
public:
    Node() = default;
    Node(const QString &service, const QString &path);
    bool isNull() const { return m_path.isEmpty(); }
    friend bool operator==(const Node &a, const Node &b) { return a.m_service == b.m_service && a.m_path == b.m_path; }
    friend bool operator!=(const Node &a, const Node &b) { return !(a == b); }

    QString name() const;
    QString role() const; ///< as AT-SPI calls it: "push button", "cell"
    QString description() const;
    quint64 states() const;
    bool is(State state) const { return has(states(), state); }
    static bool has(quint64 states, State state) { return states >> static_cast<int>(state) & 1u; }
    QList<Node> children() const;
    Node parent() const;
    QRect box() const;       ///< on the screen
    Node labelledBy() const; ///< the label beside it

    QStringList actions() const;
    bool act(const QString &action) const;
    QString text() const;
    bool setText(const QString &text) const;
    bool grabFocus() const;
    int rows() const;
    int columns() const;
    Node cell(int row, int column) const;

    /// For messages: role and name.
    QString words() const;

private:
    QDBusMessage call(const char *interface, const char *method, const QVariantList &arguments = {}) const;
    QVariant property(const char *interface, const char *name) const;
    QString m_service;
    QString m_path;
};

using Test = std::function<bool(const Node &)>;

/// The connection to the accessibility bus that nodes speak over; it is named by whoever opened it.
QDBusConnection accessibilityBus();
bool openAccessibilityBus(const QString &sessionAddress);
void closeAccessibilityBus();

/// The running program of that name; null when it is not there (yet).
Node program(const QString &name);
/// What shows, from `root` downwards in the tree's order. Cells of tables are left out: there are hundreds.
QList<Node> showing(const Node &root);
/// The first that shows and passes.
Node find(const Node &root, const Test &test);
/// The first that shows with this role and a name that begins so.
Node find(const Node &root, const QString &role, const QString &name);

} // namespace sluice::tests
