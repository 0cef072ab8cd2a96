#pragma once

namespace sluice {

/// The process's memory holds tokens and keys: no core file of it is written, and other programs of the same user
/// cannot read it (Linux; elsewhere only the core file). First thing in a program's main().
void keepMemoryPrivate();

} // namespace sluice
