#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>

#include "core/host/export_test.hpp"
#include "host/src/abi.hpp"
#include "host/src/elf_file.hpp"

using namespace attache;
using test::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

const std::string built = ATTACHE_BINARY_DIR "/tests/plugins";

void copy(const std::string& from, const TemporaryFolder& folder, const std::string& name) {
  fs::copy_file(from, folder.path() + "/" + name, fs::copy_options::overwrite_existing);
}

/// What discovery says of one file in an extra folder.
host::Rejected refusal_of(const std::string& file) {
  const TemporaryFolder folder;
  copy(file, folder, "x.attache.so");
  const auto found = host::discover({folder.path()});
  for (const auto& rejected : found.rejected) {
    if (rejected.path == folder.path() + "/x.attache.so") return rejected;
  }
  FAIL("not refused: " << file);
  return {};
}

host::Rejected refusal_of_variant(const std::string& name) { return refusal_of(built + "/refused/" + name + "/" + name + ".attache.so"); }

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

const host::PluginInfo* plugin_of(const host::Discovery& found, const std::string& id) {
  const auto place = std::find_if(found.plugins.begin(), found.plugins.end(), [&](const auto& plugin) { return plugin.id == id; });
  return place == found.plugins.end() ? nullptr : &*place;
}

}  // namespace

TEST_CASE("a plugin in an extra folder is found with its options, digest and contract") {
  const auto found = host::discover({built});
  const auto* plugin = plugin_of(found, "misbehaving");
  REQUIRE(plugin != nullptr);
  CHECK(plugin->path == fs::canonical(built + "/misbehaving.attache.so").string());
  CHECK(plugin->abi == host::Abi{}.text());
  CHECK(plugin->sha256().size() == 64);
  REQUIRE(plugin->options.size() == 2);
  CHECK(plugin->options[0].id == "mode");
  CHECK(plugin->options[0].default_text == "well");
  const auto* minimal = plugin_of(found, "minimal");
  REQUIRE(minimal != nullptr);
  CHECK(minimal->extensions == std::vector<std::string>{"min", "txt"});
}

TEST_CASE("the folders are searched in the documented order, extra ones first, relative ones of the environment never") {
  ::setenv("ATTACHE_PLUGIN_PATH", "/opt/one:relative:/opt/two", 1);
  ::setenv("XDG_DATA_HOME", "/home/x/data", 1);
  const auto folders = host::discover({built}).folders;
  ::unsetenv("ATTACHE_PLUGIN_PATH");
  ::unsetenv("XDG_DATA_HOME");
  REQUIRE(folders.size() == 6);
  CHECK(folders[0] == fs::canonical(built).string());
  CHECK(folders[1] == "/opt/one");
  CHECK(folders[2] == "/opt/two");
  CHECK(folders[3] == "/home/x/data/attache/plugins/1");
  CHECK(folders[4] == "/usr/local/lib/attache/plugins/1");
  CHECK(folders[5].ends_with("lib/attache/plugins/1"));
}

TEST_CASE("the first file of an id wins and the others are shown as shadowed") {
  const TemporaryFolder first;
  const TemporaryFolder second;
  copy(built + "/minimal.attache.so", first, "b.attache.so");
  copy(built + "/minimal.attache.so", second, "a.attache.so");
  const auto found = host::discover({first.path(), second.path()});
  REQUIRE(plugin_of(found, "minimal") != nullptr);
  CHECK(plugin_of(found, "minimal")->path == first.path() + "/b.attache.so");
  REQUIRE(found.rejected.size() == 1);
  CHECK(found.rejected[0].shadowed);
  CHECK(contains(found.rejected[0].reason, "shadowed by " + first.path()));
  CHECK(host::find_plugin(found, "minimal").has_value());
}

TEST_CASE("a file or folder that others may change is refused with the remedy") {
  const TemporaryFolder folder;
  copy(built + "/minimal.attache.so", folder, "minimal.attache.so");
  const std::string file = folder.path() + "/minimal.attache.so";
  ::chmod(file.c_str(), 0666);
  auto found = host::discover({folder.path()});
  REQUIRE(found.rejected.size() == 1);
  CHECK(found.rejected[0].failure == Failure::permission);
  CHECK(found.rejected[0].reason == "it can be changed by everybody");
  CHECK(found.rejected[0].next == "chmod o-w '" + file + "'");
  const auto refused = host::find_plugin(found, "minimal");
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().failure == Failure::permission);
  ::chmod(file.c_str(), 0644);
  ::chmod(folder.path().c_str(), 0777);
  found = host::discover({folder.path()});
  REQUIRE(found.rejected.size() == 1);
  CHECK(found.rejected[0].path == folder.path());
  const auto named = host::find_plugin(found, "csv");
  REQUIRE_FALSE(named.has_value());
  CHECK(named.error().what == "the plugin folder '" + folder.path() + "' cannot be used: it can be changed by everybody");
  ::chmod(folder.path().c_str(), 01777);
  CHECK(host::discover({folder.path()}).rejected.empty());
  if (::geteuid() == 0) {
    REQUIRE(::chown(file.c_str(), 12345, 0) == 0);
    CHECK(contains(host::discover({folder.path()}).rejected.at(0).reason, "belongs to another user (uid 12345)"));
  }
}

TEST_CASE("what cannot be a plugin here is refused with what it is and what to do") {
  const TemporaryFolder folder;
  copy(built + "/minimal.attache.so", folder, "minimal.attache.so");
  const std::string bytes = folder.read("minimal.attache.so");
  const auto changed = [&](std::initializer_list<std::pair<std::size_t, char>> patches) {
    std::string copy = bytes;
    for (const auto& [at, byte] : patches) copy[at] = byte;
    return copy;
  };
  constexpr std::size_t elf_class = 4, byte_order = 5, type = 16, machine = 18, section_table = 40;
  std::string headless = bytes;
  headless.replace(section_table, 8, 8, '\0');
  const std::string as_built = "rebuild it for this system";
  const std::string again = "copy or build it again";
  const std::vector<std::array<std::string, 4>> files = {
      {"aarch64", changed({{machine, static_cast<char>(183)}}), "it was built for aarch64, this program for ", as_built},
      {"i386", changed({{elf_class, 1}, {machine, 3}}), "it is a 32-bit library, this program has 64 bits", as_built},
      {"order", changed({{byte_order, 2}}), "it was built for a machine with another byte order", as_built},
      {"program", changed({{type, 2}}), "it is not a shared library", as_built},
      {"headless", headless, "it has no section table, where its manifest is found",
       "strip it without --strip-section-headers, or build it again"},
      {"half", bytes.substr(0, bytes.size() / 2), "it is cut off", again},
      {"stub", bytes.substr(0, 40), "it is cut off", again},
      {"empty", "", "it is empty", again},
      {"text", "this is a text with the right ending\n", "it is not an ELF file",
       "a plugin is a shared library that attache_add_plugin makes"},
  };
  for (const auto& [name, content, reason, next] : files) folder.write(name + ".attache.so", content);
  fs::create_directory(folder.path() + "/folder.attache.so");
  REQUIRE(::mkfifo((folder.path() + "/pipe.attache.so").c_str(), 0600) == 0);
  const auto found = host::discover({folder.path()});
  CHECK(plugin_of(found, "minimal") != nullptr);
  const auto check_refused = [&](const std::string& name, const std::string& reason, const std::string& next) {
    const auto place = std::find_if(found.rejected.begin(), found.rejected.end(), [&](const auto& each) { return each.id == name; });
    REQUIRE_MESSAGE(place != found.rejected.end(), name);
    CHECK_MESSAGE(place->reason.starts_with(reason), place->reason);
    CHECK_MESSAGE(place->next == next, place->next);
    CHECK_FALSE(place->shadowed);
  };
  for (const auto& [name, content, reason, next] : files) check_refused(name, reason, next);
  check_refused("folder", "it is a folder, no regular file", "remove it, or give it another name");
  check_refused("pipe", "it is a named pipe, no regular file", "remove it, or give it another name");
  CHECK(found.rejected.size() == files.size() + 2);
  const auto no_entry = refusal_of_variant("no-entry");
  CHECK(no_entry.reason == "it is no plugin: it exports no attache_plugin_v1");
  CHECK(no_entry.next == "build it with attache_add_plugin");
}

TEST_CASE("a plugin in a folder that others may change is refused, however deep it lies") {
  const TemporaryFolder folder;
  fs::create_directories(folder.path() + "/open/plugins");
  copy(built + "/minimal.attache.so", folder, "open/plugins/minimal.attache.so");
  REQUIRE(::chmod((folder.path() + "/open").c_str(), 0777) == 0);
  const auto found = host::inspect_plugin(folder.path() + "/open/plugins/minimal.attache.so");
  REQUIRE_FALSE(found.has_value());
  CHECK(found.error().failure == Failure::permission);
  CHECK(contains(found.error().what, "its folder " + folder.path() + "/open can be changed by everybody"));
  CHECK(found.error().next == "chmod o-w '" + folder.path() + "/open'");
}

TEST_CASE("a library that needs another one which is not there is refused with that one's name") {
  const auto refused = refusal_of_variant("lacks-library");
  CHECK_MESSAGE(contains(refused.reason, "this system lacks the library libattache-nowhere.so"), refused.reason);
  CHECK(refused.next == "install what it needs, or rebuild the plugin for this system");
}

TEST_CASE("no damaged library brings the reader down") {
  const TemporaryFolder folder;
  copy(built + "/minimal.attache.so", folder, "whole.so");
  const std::string bytes = folder.read("whole.so");
  unsigned seed = 20260101;
  for (int i = 0; i < 300; ++i) {
    std::string damaged = bytes;
    for (int k = 0; k < 8; ++k) {
      seed = seed * 1664525U + 1013904223U;
      damaged[(seed >> 8) % std::min<std::size_t>(damaged.size(), k < 4 ? 64 : damaged.size())] = static_cast<char>(seed >> 24);
    }
    (void)host::read_elf(damaged);
  }
  CHECK(host::read_elf(bytes).has_value());
}

TEST_CASE("other contracts are refused with both versions and the remedy") {
  auto refused = refusal_of_variant("newer-minor");
  CHECK(refused.reason == "built for plugin contract 1.1" + host::Abi{}.text().substr(3) + ", this program offers " + host::Abi{}.text());
  CHECK(contains(refused.next, "-DATTACHE_TARGET_MINOR=0"));
  CHECK(refused.failure == Failure::unavailable);
  CHECK(contains(refusal_of_variant("other-draft").next, "drafts do not mix"));
  CHECK(refusal_of_variant("other-major").reason == "built for plugin contract 2, this program offers " + host::Abi{}.text());
  CHECK(contains(refusal_of_variant("wrong-version").reason, "built for plugin contract 2.0"));
}

TEST_CASE("a library that lacks a symbol is refused with the symbol's name") {
  const std::string reason = refusal_of_variant("undefined").reason;
  CHECK_MESSAGE(contains(reason, "this system lacks the symbols attache::nobody(int), attache_nobody_provides_this"), reason);
}

TEST_CASE("a plugin without a manifest is described in a worker, and pack gives it one that strip keeps") {
  const TemporaryFolder folder;
  copy(built + "/refused/no-manifest/no-manifest.attache.so", folder, "minimal.attache.so");
  const std::string file = folder.path() + "/minimal.attache.so";
  const auto described = host::inspect_plugin(file);
  REQUIRE_MESSAGE(described.has_value(), test::what_of(described));
  CHECK(host::read_elf(folder.read("minimal.attache.so"))->manifest.empty());
  REQUIRE(host::pack(file).has_value());
  const std::string once = folder.read("minimal.attache.so");
  CHECK(host::read_elf(once)->manifest == host::manifest_text(*described));
  REQUIRE(host::pack(file).has_value());
  CHECK(folder.read("minimal.attache.so") == once);
  if (std::system(("strip '" + file + "'").c_str()) == 0) {
    const auto stripped = host::inspect_plugin(file);
    REQUIRE(stripped.has_value());
    CHECK(stripped->id == "minimal");
    CHECK(host::read_elf(folder.read("minimal.attache.so"))->manifest == host::manifest_text(*described));
    CHECK(folder.read("minimal.attache.so").size() < once.size());
  }
  test::TemporaryFolder output;
  auto job = test::misbehaving_job(output, "well");
  job.plugin = *host::inspect_plugin(file);
  job.options.clear();
  const auto result = host::run_export_of(job, test::sample_source);
  REQUIRE_MESSAGE(result.has_value(), test::what_of(result));
  CHECK(output.read("out.txt") == "Kazakhstan and Russia");
}

TEST_CASE("a manifest that disagrees with the code is refused when the plugin is loaded") {
  const TemporaryFolder folder;
  auto job = test::misbehaving_job(folder, "well");
  job.plugin.version = "9.9.9";
  const auto result = host::run_export_of(job, test::sample_source);
  REQUIRE_FALSE(result.has_value());
  CHECK(result.error().failure == Failure::plugin);
  CHECK(contains(result.error().what, "the manifest in the file and its code disagree"));
}

TEST_CASE("an unknown plugin or extension gets the nearest name") {
  const auto found = host::discover({built});
  const auto unknown = host::find_plugin(found, "minimale");
  REQUIRE_FALSE(unknown.has_value());
  CHECK(unknown.error().failure == Failure::unavailable);
  CHECK(unknown.error().next == "did you mean 'minimal'?");
  CHECK(host::plugin_for_extension(found, "min")->id == "minimal");
  CHECK(host::plugin_for_extension(found, "txt")->id == "minimal");
  CHECK_FALSE(host::plugin_for_extension(found, "docx").has_value());
}

TEST_CASE("an extra folder that is not there is said") {
  const auto found = host::discover({"/no/such/folder"});
  REQUIRE(found.rejected.size() == 1);
  CHECK(found.rejected[0].reason == "there is no such folder");
  const auto named = host::plugin_for_extension(found, "csv");
  REQUIRE_FALSE(named.has_value());
  CHECK(named.error().failure == Failure::missing_input);
  CHECK(named.error().what == "the plugin folder '/no/such/folder' cannot be used: there is no such folder");
}

TEST_CASE("a folder of the environment that cannot be searched is said") {
  ::setenv("ATTACHE_PLUGIN_PATH", "relative:/no/such/folder", 1);
  const auto found = host::discover({built});
  ::unsetenv("ATTACHE_PLUGIN_PATH");
  REQUIRE(found.rejected.size() == 2);
  CHECK(found.rejected[0].reason == "a relative folder is not searched");
  CHECK(found.rejected[1].reason == "there is no such folder");
  CHECK(host::find_plugin(found, "minimal").has_value());
}

TEST_CASE("an entry that never returns is given up soon, and not waited for when another plugin is wanted") {
  const TemporaryFolder folder;
  copy(built + "/refused/endless-entry/endless-entry.attache.so", folder, "endless.attache.so");
  copy(built + "/minimal.attache.so", folder, "minimal.attache.so");
  auto started = std::chrono::steady_clock::now();
  const auto found = host::discover({folder.path()}, "minimal");
  CHECK(std::chrono::steady_clock::now() - started < std::chrono::milliseconds(1500));
  CHECK(host::find_plugin(found, "minimal").has_value());
  started = std::chrono::steady_clock::now();
  const auto all = host::discover({folder.path()});
  CHECK(std::chrono::steady_clock::now() - started < std::chrono::seconds(10));
  REQUIRE(all.rejected.size() == 1);
  CHECK(all.rejected[0].reason == "when it was loaded to be described, it took more than 2 s");
  const auto shown = host::inspect_plugin(folder.path() + "/endless.attache.so");
  REQUIRE_FALSE(shown.has_value());
  CHECK(contains(shown.error().what, "it took more than 2 s"));
}

TEST_CASE("an extension whose plugin is refused says which and why") {
  const TemporaryFolder folder;
  copy(built + "/minimal.attache.so", folder, "odd-name.attache.so");
  ::chmod((folder.path() + "/odd-name.attache.so").c_str(), 0666);
  const auto found = host::discover({folder.path()});
  const auto promised = host::plugin_for_extension(found, "min");
  REQUIRE_FALSE(promised.has_value());
  CHECK(promised.error().what == "plugin 'odd-name' is refused: " + folder.path() + "/odd-name.attache.so: it can be changed by everybody");
  const auto unknown = host::plugin_for_extension(found, "docx");
  REQUIRE_FALSE(unknown.has_value());
  CHECK(contains(unknown.error().next, "not used: " + folder.path() + "/odd-name.attache.so: it can be changed by everybody"));
}

TEST_CASE("a descriptor that cannot be right is refused with the reason") {
  CHECK(contains(refusal_of_variant("two-options").reason, "has two options 'size'"));
  CHECK(contains(refusal_of_variant("bad-default").reason, "has the option 'size' with the default 'large', which it does not take"));
  CHECK(contains(refusal_of_variant("bad-extension").reason, "has the impossible extension 'b/../a'"));
}
