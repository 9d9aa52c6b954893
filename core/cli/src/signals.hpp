#pragma once

namespace attache::cli::signals {

/// A closed pipe becomes a write error instead of a silent death, and descriptors 0 to 2 are open, so that no file we open can
/// become "stdout" by accident. Call first.
void prepare_streams();
/// SIGINT and SIGTERM end the program with 130 and 143, also where it is process 1 of a container. While an export runs, the room
/// `host` catches them itself and cleans up.
void install();

}  // namespace attache::cli::signals
