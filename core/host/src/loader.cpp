// The one place that maps plugins. Boost.DLL without its filesystem library; the exact absolute path, so that nothing is decorated or
// searched; all symbols resolved now, so that a missing one is an error here and not the end of the process later.
#define BOOST_DLL_USE_STD_FS
#include <cxxabi.h>
#include <dlfcn.h>

#include <algorithm>
#include <boost/dll/shared_library.hpp>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <mutex>

#include "host/export_call.hpp"
#include "host/src/elf_file.hpp"
#include "value/joined.hpp"
#include "value/regular_file.hpp"

namespace attache::host {
namespace {

std::string loader_text(const std::string& path) {
  const char* said = dlerror();
  std::string text = said == nullptr ? std::string("the dynamic loader gave no reason") : std::string(said);
  if (text.rfind(path + ": ", 0) == 0) text.erase(0, path.size() + 2);
  return text;
}

std::string readable(const std::string& symbol) {
  int status = 0;
  char* text = abi::__cxa_demangle(symbol.c_str(), nullptr, nullptr, &status);
  std::string name = text == nullptr ? symbol : std::string(text);
  std::free(text);
  return name;
}

/// "the libraries a.so, b.so" or "the symbols f(int), g()" that this system lacks; "" when that is not what is wrong. Loads the needed
/// libraries, as loading the plugin would have.
std::string what_is_missing(const std::string& path) {
  const auto bytes = read_regular_file(path);
  const auto facts = bytes ? read_elf(*bytes) : fail(bytes.error());
  if (!facts) return {};
  std::vector<std::string> libraries;
  std::vector<void*> loaded;
  for (const std::string& name : facts->needed) {
    void* library = ::dlopen(name.c_str(), RTLD_LAZY | RTLD_LOCAL);
    if (library == nullptr)
      libraries.push_back(name);
    else
      loaded.push_back(library);
  }
  if (!libraries.empty()) return (libraries.size() == 1 ? "the library " : "the libraries ") + joined(libraries);
  std::vector<std::string> symbols;
  for (const std::string& name : facts->undefined) {
    const auto has = [&](void* library) { return ::dlsym(library, name.c_str()) != nullptr; };
    if (!has(RTLD_DEFAULT) && std::none_of(loaded.begin(), loaded.end(), has)) symbols.push_back(readable(name));
  }
  if (symbols.empty()) return {};
  std::sort(symbols.begin(), symbols.end());
  return (symbols.size() == 1 ? "the symbol " : "the symbols ") + joined(symbols);
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
  if (error) {
    const std::string said = loader_text(path);
    const std::string missing = what_is_missing(path);
    return fail(Failure::plugin, path + " cannot be loaded: " + (missing.empty() ? said : "this system lacks " + missing),
                "install what it needs, or rebuild the plugin for this system");
  }
  if (!library.has(ATTACHE_ENTRY_NAME)) {
    return fail(Failure::plugin, path + " has no entry " ATTACHE_ENTRY_NAME,
                "it is no plugin of this contract: rebuild it with attache_add_plugin");
  }
  const auto entry = library.get<const attache_plugin*()>(ATTACHE_ENTRY_NAME);
  loaded.emplace(path, std::move(library));
  return entry();
}

}  // namespace attache::host
