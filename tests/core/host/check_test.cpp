// Every rule of the conformance check is kept by a plugin that means well, and every error rule is seen broken by one made for it.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <limits>
#include <set>

#include "core/host/export_test.hpp"
#include "host/check.hpp"
#include "host/src/check/process_state.hpp"
#include "host/src/elf_file.hpp"
#include "support/in_process.hpp"

namespace {

namespace fs = std::filesystem;
using namespace attache;
using attache::test::TemporaryFolder;
using host::Verdict;

const std::string plugins = ATTACHE_BINARY_DIR "/tests/plugins";

/// What is copied to which name, with its manifest or without.
struct Faulty {
  std::string rule;
  std::string name;         ///< a fault of the nonconforming plugin, or a file below tests/plugins
  std::string what{};       ///< part of what must be said
  bool is_variant = false;  ///< `name` is a folder with a minimal.attache.so, or a file
};

/// A plugin made for each error rule.
const std::vector<Faulty>& faulty_plugins() {
  static const std::vector<Faulty> all = {
      {"one-entry", "nonconforming/two-symbols/minimal.attache.so", "also exports minimal_second_symbol", true},
      {"textrel", "nonconforming/textrel/minimal.attache.so", "changed while it is loaded", true},
      {"exec-stack", "nonconforming/exec-stack/minimal.attache.so", "executable", true},
      {"rpath", "nonconforming/rpath/minimal.attache.so", "'/opt/elsewhere/lib'", true},
      {"undefined-symbols", "refused/undefined/undefined.attache.so", "attache_nobody_provides_this", true},
      {"descriptor", "refused/two-options/two-options.attache.so", "two options 'size'", true},
      {"id-and-file", "refused/no-manifest/no-manifest.attache.so", "its id is 'minimal'", true},
      {"no-exit", "ends-the-process", "it uses _exit"},
      {"no-processes", "leaves-children", "it uses fork"},
      {"no-signals", "changes-signals", "it uses signal"},
      {"no-global-state", "changes-folder", "it uses chdir, setlocale, umask"},
      {"default-options", "always-refuses", "nothing pleases it"},
      {"empty-document", "needs-blocks", "crashed"},
      {"every-block", "knows-no-charts", "'block-chart'"},
      {"future-block", "no-fallbacks", "is lost"},
      {"future-nested", "one-fallback", "is lost"},
      {"future-void", "needs-children", "crashed"},
      {"future-values", "knows-all-roles", "crashed"},
      {"no-metadata", "needs-a-title", "crashed"},
      {"all-missing", "needs-values", "crashed"},
      {"one-row", "needs-two-rows", "one row is no table"},
      {"no-rows", "needs-rows", "crashed"},
      {"no-columns", "needs-columns", "crashed"},
      {"hundred-columns", "sixty-columns", "crashed"},
      {"large-table", "thousand-rows", "crashed"},
      {"deep-sections", "ten-levels", "crashed"},
      {"huge-text", "short-texts", "crashed"},
      {"hostile-text", "plain-texts", "crashed"},
      {"bidi", "no-overrides", "crashed"},
      {"right-to-left", "left-to-right", "crashed"},
      {"extreme-numbers", "small-numbers", "crashed"},
      {"odd-dates", "our-era", "crashed"},
      {"odd-links", "trusts-links", "crashed"},
      {"every-choice", "only-a", "letter=b"},
      {"odd-options", "short-options", "word=xxxx"},
      {"closed-artifacts", "leaves-open", "open"},
      {"artifacts-not-empty", "empty-file", "is empty"},
      {"output-names", "own-file-names", ".fixed"},
      {"single-artifact", "two-files", "more than one file"},
      {"all-rows", "skips-rows", "0 of 3000 rows"},
      {"same-bytes", "shows-process", "differs from byte"},
      {"same-bytes-later", "shows-clock", "two seconds later"},
      {"same-bytes-again", "counts-exports", "second export"},
      {"time-zone", "shows-zone", "differs from byte"},
      {"foreign-locale", "shows-locale", "decimal comma"},
      {"user-environment", "shows-user", "differs from byte"},
      {"umask", "shows-umask", "umask 077"},
      {"current-folder", "shows-folder", "differs from byte"},
      {"batch-size", "shows-batches", "differs from byte"},
      {"reentrant", "counts-exports", "four exports"},
      {"older-host", "reads-too-far", "crashed"},
      {"newer-host", "knows-one-host", "not the host it was built for"},
      {"no-interfaces", "needs-interfaces", "crashed"},
      {"cancel", "never-stops", "not ATTACHE_CANCELLED"},
      {"sink-failure", "ignores-failures", "it says it is done"},
      {"disk-full", "ignores-failures", "it says it is done"},
      {"open-failure", "ignores-failures", "it says it is done"},
      {"read-failure", "ignores-failures", "it says it is done"},
      {"error-text", "says-nothing", "no text"},
      {"no-exceptions", "throws", "an exception left it"},
      {"quiet", "prints", "debug"},
      {"no-stray-files", "writes-elsewhere", "'stray.txt' in the current folder"},
      {"fence", "needs-its-cache", "its cache cannot be written"},
      {"descriptors", "leaks-descriptors", "2 more files open"},
      {"threads-joined", "leaves-threads", "threads running"},
      {"no-children", "leaves-children", "processes running"},
      {"process-state", "changes-signals", "the handler of SIGUSR1"},
      {"thread-tags", "calls-from-elsewhere", "called progress from another thread"},
  };
  return all;
}

/// Rules whose fault the tests below make by hand.
const std::set<std::string> made_by_hand = {"trusted-file", "is-library", "manifest-agrees"};

std::string nonconforming(const TemporaryFolder& folder, const std::string& name) {
  const std::string file = folder.path() + "/" + name + ".attache.so";
  fs::copy_file(plugins + "/nonconforming/nonconforming.attache.so", file);
  REQUIRE(host::pack(file));
  return file;
}

host::CheckReport check(const std::string& file, std::vector<std::string> only, bool isolate = true) {
  const auto report = host::check_plugin({file, std::move(only), isolate, 30});
  REQUIRE_MESSAGE(report.has_value(), test::what_of(report));
  return *report;
}

/// A crash is the end of the process with the sanitizer's own report.
#ifdef __SANITIZE_ADDRESS__
constexpr bool is_sanitized = true;
#else
constexpr bool is_sanitized = false;
#endif

}  // namespace

TEST_CASE("each error rule is broken by a plugin made for it, and says how") {
  for (const Faulty& faulty : faulty_plugins()) {
    CAPTURE(faulty.rule);
    CAPTURE(faulty.name);
    const TemporaryFolder folder;
    const std::string file = faulty.is_variant ? plugins + "/" + faulty.name : nonconforming(folder, faulty.name);
    const host::CheckReport report = check(file, {faulty.rule});
    REQUIRE(report.results.size() == 1);
    const host::CheckResult& result = report.results.front();
    CAPTURE(result.what);
    CHECK(result.verdict == Verdict::failed);
    const bool says_so = result.what.find(faulty.what) != std::string::npos;
    CHECK((says_so || (is_sanitized && result.what.find("without finishing") != std::string::npos)));
    CHECK_FALSE(result.next.empty());
  }
}

TEST_CASE("no error rule is without a plugin that breaks it") {
  std::set<std::string> seen = made_by_hand;
  for (const Faulty& faulty : faulty_plugins()) seen.insert(faulty.rule);
  for (const host::CheckRule& rule : host::check_rules()) {
    if (rule.severity == Severity::error) CHECK_MESSAGE(seen.count(std::string(rule.id)) == 1, std::string(rule.id));
  }
}

TEST_CASE("a plugin that means well keeps every rule but those about what its file imports") {
  const TemporaryFolder folder;
  const host::CheckReport report = check(nonconforming(folder, "well"), {});
  CHECK(report.results.size() == host::check_rules().size());
  const std::set<std::string> imports = {"no-exit", "no-abort", "no-processes", "no-signals", "no-global-state", "no-output", "no-clock"};
  std::set<std::string> broken;
  for (const host::CheckResult& each : report.results) {
    CAPTURE(each.what);
    if (each.verdict == Verdict::failed || each.verdict == Verdict::warned) broken.emplace(each.rule.id);
    CHECK_MESSAGE((each.verdict != Verdict::skipped || each.rule.id == "error-text"), std::string(each.rule.id));
  }
  CHECK(broken == imports);
}

TEST_CASE("what the runtime of a language imports is not held against the plugin") {
  const TemporaryFolder folder;
  const std::string file = folder.path() + "/nonconforming.attache.so";
  fs::copy_file(plugins + "/nonconforming/static-runtime/nonconforming.attache.so", file);
  const host::CheckReport report = check(file, {"no-abort"});
  CHECK(report.results[0].verdict == Verdict::skipped);
  CHECK(report.results[0].what.find("abort, as the runtime of C++ does that is linked into it") != std::string::npos);
  const host::CheckReport shared = check(nonconforming(folder, "well"), {"no-abort"});
  CHECK(shared.results[0].verdict == Verdict::warned);
}

TEST_CASE("a process whose peak of memory is lower than before has grown by nothing") {
  CHECK(host::check::memory_growth(std::numeric_limits<std::uint64_t>::max()) == 0);
  CHECK(host::check::memory_growth(0) > 0);
}

TEST_CASE("no run of a check writes outside its own folder, also where the plugin ignores the refusal") {
  if (host::write_fence().version == 0) return;
  const TemporaryFolder folder;
  const TemporaryFolder elsewhere;
  ::setenv("ATTACHE_TEST_STRAY", (elsewhere.path() + "/stray.txt").c_str(), 1);
  const host::CheckReport report = check(nonconforming(folder, "writes-afar"), {"default-options"});
  ::unsetenv("ATTACHE_TEST_STRAY");
  CHECK(report.results[0].verdict == Verdict::passed);
  CHECK(elsewhere.names().empty());
}

TEST_CASE("a check leaves nothing in the folder for temporary files") {
  const TemporaryFolder folder;
  const char* old = std::getenv("TMPDIR");
  const std::string kept = old == nullptr ? "" : old;
  ::setenv("TMPDIR", folder.path().c_str(), 1);
  check(plugins + "/minimal.attache.so", {"default-options", "same-bytes"});
  CHECK(folder.names().empty());
  kept.empty() ? ::unsetenv("TMPDIR") : ::setenv("TMPDIR", kept.c_str(), 1);
}

TEST_CASE("a file that others may change is looked at and not run") {
  const TemporaryFolder folder;
  const std::string file = folder.path() + "/minimal.attache.so";
  fs::copy_file(plugins + "/minimal.attache.so", file);
  fs::permissions(file, fs::perms::others_write, fs::perm_options::add);
  const host::CheckReport report = check(file, {"trusted-file", "one-entry", "default-options"});
  CHECK_FALSE(report.trusted);
  CHECK(report.results[0].verdict == Verdict::failed);
  CHECK(report.results[1].verdict == Verdict::passed);
  CHECK(report.results[2].verdict == Verdict::skipped);
}

TEST_CASE("a file that is no library breaks one rule and leaves the others open") {
  const TemporaryFolder folder;
  folder.write("text.attache.so", "no library");
  const host::CheckReport report = check(folder.path() + "/text.attache.so", {"is-library", "one-entry", "default-options"});
  CHECK(report.results[0].verdict == Verdict::failed);
  CHECK(report.count(Verdict::skipped) == 2);
}

TEST_CASE("a manifest that says something else than the code is found") {
  const TemporaryFolder folder;
  const std::string bytes = test::read_file(plugins + "/minimal.attache.so");
  std::string manifest = host::read_elf(bytes)->manifest;
  manifest.replace(manifest.find("1.0.0"), 5, "2.0.0");
  folder.write("minimal.attache.so", *host::with_section(bytes, host::manifest_section, manifest));
  const host::CheckReport report = check(folder.path() + "/minimal.attache.so", {"manifest-agrees"});
  CHECK(report.results[0].verdict == Verdict::failed);
}

TEST_CASE("rules that need a crash to be survived are judged in this process all the same when nothing crashes") {
  const TemporaryFolder folder;
  const host::CheckReport report = check(nonconforming(folder, "shows-batches"), {"batch-size", "default-options", "quiet"}, false);
  CHECK(report.results[0].rule.id == "default-options");
  CHECK(report.results[0].verdict == Verdict::passed);
  CHECK(report.results[1].verdict == Verdict::failed);
  CHECK(report.results[2].verdict == Verdict::skipped);
}

TEST_CASE("two checks of one plugin say the same") {
  const TemporaryFolder folder;
  const std::string file = nonconforming(folder, "ignores-failures");
  const auto words = [&file] {
    std::string all;
    for (const host::CheckResult& each : check(file, {"sink-failure", "disk-full", "cancel", "every-block", "odd-options"}).results)
      all += std::string(each.rule.id) + std::to_string(static_cast<int>(each.verdict)) + each.what + "\n";
    return all;
  };
  CHECK(words() == words());
}

TEST_CASE("an unknown rule gets a suggestion, a missing file its own failure") {
  const auto unknown = host::check_plugin({plugins + "/minimal.attache.so", {"one-entri"}, true, 20});
  REQUIRE_FALSE(unknown.has_value());
  CHECK(unknown.error().failure == Failure::usage);
  CHECK(unknown.error().next.find("one-entry") != std::string::npos);
  const auto missing = host::check_plugin({plugins + "/nothing.attache.so", {}, true, 20});
  REQUIRE_FALSE(missing.has_value());
  CHECK(missing.error().failure == Failure::missing_input);
}

TEST_CASE("the documentation lists the rules as they are") {
  const std::string path = ATTACHE_SOURCE_DIR "/sdk/docs/checks.md";
  const std::string text = test::read_file(path);
  std::string table = "| rule | severity | demand |\n|---|---|---|\n";
  for (const host::CheckRule& rule : host::check_rules()) {
    table += "| `" + std::string(rule.id) + "` | " + (rule.severity == Severity::error ? "error" : "warning") + " | " +
             std::string(rule.demand) + " |\n";
  }
  const std::size_t start = text.find("| rule |");
  REQUIRE(start != std::string::npos);
  const std::size_t end = text.find("\n\n", start) + 1;
  const bool same = text.substr(start, end - start) == table;
  if (!same && std::getenv("ATTACHE_ACCEPT") != nullptr)
    std::ofstream(path, std::ios::binary) << text.substr(0, start) + table + text.substr(end);
  CHECK_MESSAGE(same, "sdk/docs/checks.md differs from the rules; ATTACHE_ACCEPT=1 writes the table again");
}
