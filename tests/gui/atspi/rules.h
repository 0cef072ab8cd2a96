#pragma once

#include "tests/gui/atspi/node.h"

namespace sluice::tests {

/// What a screen reader cannot use in what shows below `root`: controls without a name or a role, names that it is told
/// to pass over. In words; empty is success.
QString silent(const Node &root);

/// For messages: what it is in and where; a node without a name is found by that.
QString placeOf(const Node &node);

/// What holds an item's focus: the table of a cell, the drawing of a part; any other node is itself.
Node owner(const Node &node);

/// The stops that Tab makes within `root`, as they were met, against what shows there: each is met, and each lies below
/// or to the right of the one before, but for one wrap. In words; empty is success.
QString disorder(const Node &root, const QList<Node> &stops);

} // namespace sluice::tests
