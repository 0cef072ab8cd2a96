#pragma once

namespace sluice {

/// The process's memory holds tokens and keys: no core file of it is written. First thing in a program's main().
void refuseCoreFile();

/// Nor may other programs of the same user read it (Linux; elsewhere without effect). Not for a program with windows:
/// desktop portals look at their caller through /proc and refuse one that hides, and with it the desktop's dark mode.
void hideFromSameUser();

} // namespace sluice
