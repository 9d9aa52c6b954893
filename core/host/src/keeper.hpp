#pragma once

namespace attache::host {

/// Divides the worker in two and returns in the half that works, a child in a process group of its own. The other half, the keeper, stays
/// behind: it waits for the worker's end, ends every process that descends from it, also those that left its group or session, says Ended
/// on descriptor 3 and ends. At SIGTERM, and when `parent` is gone, it ends them all at once. For a process with one thread. False, with
/// errno, when there is no room for another process.
[[nodiscard]] bool work_under_keeper(int parent);

}  // namespace attache::host
