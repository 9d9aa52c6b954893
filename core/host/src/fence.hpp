#pragma once

#include <string>
#include <vector>

namespace attache::host {

/// Puts the calling thread, and every thread and process it starts from now on, behind the kernel's Landlock: files are written, made,
/// renamed and removed only beneath `writable` (and in /dev/null); where the kernel can, no TCP, no signals and no abstract sockets to
/// others. Reading and running programs stay allowed. It cannot be undone. Returns the Landlock version in force; 0 = none, the thread is
/// as it was, except that no program it runs gains rights.
int fence_in(const std::vector<std::string>& writable);

}  // namespace attache::host
