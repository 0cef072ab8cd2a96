#pragma once

namespace sluice::ui {

/// Tells assistive technology what our drawings are: Qt calls every drawing and scroll area a "client", which a screen
/// reader skips without a word.
void installAccessibleRoles();

} // namespace sluice::ui
