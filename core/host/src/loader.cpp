// The one place that maps plugins. Boost.DLL without its filesystem library; the exact absolute path, so that nothing is decorated or
// searched; all symbols resolved now, so that a missing one is an error here and not the end of the process later.
#define BOOST_DLL_USE_STD_FS
#include <dlfcn.h>

#include <boost/dll/shared_library.hpp>
#include <filesystem>
#include <map>
#include <mutex>

#include "host/export_call.hpp"

namespace attache::host {
namespace {

std::string loader_text(const std::string& path) {
  const char* said = dlerror();
  std::string text = said == nullptr ? std::string("the dynamic loader gave no reason") : std::string(said);
  if (text.rfind(path + ": ", 0) == 0) text.erase(0, path.size() + 2);
  return text;
}

}  // namespace

Outcome<const attache_plugin*> load_plugin(const std::string& path) {
  namespace dll = boost::dll;
  // Never unloaded: a plugin's strings, threads and thread-locals would die with it. Kept reachable so that leak checkers see why.
  static auto& loaded = *new std::map<std::string, dll::shared_library>;
  static std::mutex mutex;
  const std::lock_guard<std::mutex> lock(mutex);
  if (!std::filesystem::path(path).is_absolute()) return fail(Failure::internal, "the plugin path '" + path + "' is not absolute");
  (void)dlerror();
  dll::fs::error_code error;
  dll::shared_library library(path, error, dll::load_mode::rtld_now | dll::load_mode::rtld_local);
  if (error)
    return fail(Failure::plugin, path + " cannot be loaded: " + loader_text(path),
                "install what it needs, or rebuild the plugin for this system");
  if (!library.has(ATTACHE_ENTRY_NAME)) {
    return fail(Failure::plugin, path + " has no entry " ATTACHE_ENTRY_NAME,
                "it is no plugin of this contract: rebuild it with attache_add_plugin");
  }
  const auto entry = library.get<const attache_plugin*()>(ATTACHE_ENTRY_NAME);
  loaded.emplace(path, std::move(library));
  return entry();
}

}  // namespace attache::host
