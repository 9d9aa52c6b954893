#pragma once

namespace attache::cli::signals {

inline constexpr int interrupt = 2;   ///< SIGINT
inline constexpr int terminate = 15;  ///< SIGTERM

/// A closed pipe becomes a write error instead of a silent death, and descriptors 0 to 2 are open, so that no file we open can
/// become "stdout" by accident. Call first.
void prepare_streams();
/// SIGINT and SIGTERM are noted; the second one ends the program at once.
void install();
/// The first signal that came, 0 = none.
[[nodiscard]] int received();

}  // namespace attache::cli::signals
