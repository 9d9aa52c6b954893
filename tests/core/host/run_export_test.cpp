#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <thread>

#include "core/host/export_test.hpp"

using namespace attache;
using test::misbehaving_job;
using test::TemporaryFolder;

namespace {

using Names = std::vector<std::string>;

/// Runs the mode over an existing file and expects it to fail so, leaving the old file and nothing else.
std::string failure_of(const std::string& mode, Failure failure, host::Limits limits = {}) {
  const TemporaryFolder folder;
  folder.write("out.txt", "old");
  auto job = misbehaving_job(folder, mode);
  limits.total_s = limits.total_s > 0 ? limits.total_s : 30;
  job.limits = limits;
  job.overwrite = true;
  const auto result = host::run_export_of(job, test::sample_source);
  REQUIRE_FALSE_MESSAGE(result.has_value(), mode);
  CHECK_MESSAGE(result.error().failure == failure, mode << ": " << test::what_of(result));
  CHECK_MESSAGE(folder.names() == Names{"out.txt"}, mode);
  CHECK(folder.read("out.txt") == "old");
  CHECK_MESSAGE(result.error().what.find('\n') == std::string::npos, mode);
  return result.error().what;
}

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a plugin that behaves writes its file whole, with its digest") {
  const TemporaryFolder folder;
  const auto result = host::run_export_of(misbehaving_job(folder, "well"), test::sample_source);
  REQUIRE_MESSAGE(result.has_value(), test::what_of(result));
  CHECK(folder.names() == Names{"out.txt"});
  CHECK(folder.read("out.txt") == "well\n");
  REQUIRE(result->files.size() == 1);
  CHECK(result->files[0].path == folder.path() + "/out.txt");
  CHECK(result->files[0].bytes == 5);
  CHECK(result->files[0].media_type == "text/plain");
  CHECK(result->files[0].sha256 == "718bdcfd1af83d3188b23c2d0899e8dbae4f3644c8ca952fc770fb989dc98afd");
  CHECK_FALSE(result->files[0].unchanged);
  CHECK(result->warnings == Names{"the text 'history' is older than the data"});
}

TEST_CASE("a plugin that hangs is stopped at its limit") {
  host::Limits stall;
  stall.stall_s = 0.3;
  CHECK(contains(failure_of("hang", Failure::time_limit, stall), "showed no sign of life"));
  host::Limits total;
  total.total_s = 0.4;
  CHECK(contains(failure_of("busy", Failure::time_limit, total), "was not done after"));
}

TEST_CASE("progress is a sign of life") {
  host::Limits limits;
  limits.stall_s = 2;  // generous: a loaded machine may keep the worker waiting
  limits.total_s = 4;
  CHECK(contains(failure_of("busy", Failure::time_limit, limits), "was not done after"));
}

TEST_CASE("a file that grows past the limit is the plugin's failure, also when the plugin ignores it") {
  host::Limits limits;
  limits.file_bytes = 1 << 20;
  CHECK(contains(failure_of("endless", Failure::plugin, limits), "misbehaving: the file 'out.txt' grew beyond the limit of 1 MiB"));
  CHECK(contains(failure_of("ignores-errors", Failure::plugin, limits), "misbehaving: the file 'out.txt' grew beyond the limit of 1 MiB"));
}

TEST_CASE("a plugin that eats memory is stopped at the limit") {
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  host::Limits limits;
  limits.memory_bytes = std::uint64_t{1} << 30;
  CHECK(contains(failure_of("out-of-memory", Failure::plugin, limits), "ran out of memory"));
#endif
}

TEST_CASE("a failure of the data keeps its own kind and is not blamed on the plugin") {
  const TemporaryFolder folder;
  auto job = misbehaving_job(folder, "well");
  job.request.pair = "FAIL";
  const auto refused = host::run_export_of(job, test::sample_source);
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().failure == Failure::data);
  CHECK(refused.error().what == "sources.csv:3:1: no source 'x'");
  job.request.pair = "CRASH";
  const auto crashed = host::run_export_of(job, test::sample_source);
  REQUIRE_FALSE(crashed.has_value());
  CHECK(crashed.error().failure == Failure::internal);
  CHECK(contains(crashed.error().what, "the worker that builds the document crashed"));
  CHECK(folder.names().empty());
}

TEST_CASE("a process that the plugin forked does not go on with the export") {
  for (const char* mode : {"child-closes", "child-writes", "child-returns", "child-throws", "child-logs"}) {
    for (int again = 0; again < 3; ++again) {
      const std::string what = failure_of(mode, Failure::plugin);
      const bool came_back = contains(what, "misbehaving: a process that the plugin forked went on with the export");
      const bool was_ended = contains(what, "misbehaving: the plugin left 1 process running");  // before it came that far
      CHECK_MESSAGE((came_back || was_ended), mode << ": " << what);
    }
  }
}

TEST_CASE("the text of an error that did not fail the export is a warning") {
  const TemporaryFolder folder;
  const auto result = host::run_export_of(misbehaving_job(folder, "text-and-success"), test::sample_source);
  REQUIRE_MESSAGE(result.has_value(), test::what_of(result));
  CHECK(folder.read("out.txt") == "well\n");
  CHECK(result->warnings == Names{"the text 'history' is older than the data", "misbehaving: two rows were left out"});
}

TEST_CASE("a wrong option fails before anything is started") {
  const TemporaryFolder folder;
  auto job = misbehaving_job(folder, "well");
  job.options = {{"mod", "well"}};
  const auto result = host::run_export_of(job, test::sample_source);
  REQUIRE_FALSE(result.has_value());
  CHECK(result.error().failure == Failure::usage);
  CHECK(result.error().next == "did you mean 'mode'?");
}

TEST_CASE("existing files stay without overwrite, unless they are the same") {
  const TemporaryFolder folder;
  folder.write("out.txt", "other");
  auto job = misbehaving_job(folder, "well");
  const auto refused = host::run_export_of(job, test::sample_source);
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().failure == Failure::cannot_create);
  CHECK(contains(refused.error().next, "--overwrite"));
  CHECK(folder.read("out.txt") == "other");
  folder.write("out.txt", "well\n");
  const auto same = host::run_export_of(job, test::sample_source);
  REQUIRE(same.has_value());
  CHECK(same->files[0].unchanged);
  folder.write("out.txt", "other");
  job.overwrite = true;
  const auto replaced = host::run_export_of(job, test::sample_source);
  REQUIRE(replaced.has_value());
  CHECK_FALSE(replaced->files[0].unchanged);
  CHECK(folder.read("out.txt") == "well\n");
  CHECK(folder.names() == Names{"out.txt"});
}

TEST_CASE("several files appear together or not at all") {
  const TemporaryFolder folder;
  folder.write("out.second.txt", "in the way");
  auto job = misbehaving_job(folder, "two-files");
  REQUIRE_FALSE(host::run_export_of(job, test::sample_source).has_value());
  CHECK(folder.names() == Names{"out.second.txt"});
  job.overwrite = true;
  const auto both = host::run_export_of(job, test::sample_source);
  REQUIRE(both.has_value());
  CHECK(both->files.size() == 2);
  CHECK(folder.read("out.second.txt") == "second\n");
  job.output = "-";
  const auto streamed = host::run_export_of(job, test::sample_source);
  REQUIRE_FALSE(streamed.has_value());
  CHECK(streamed.error().failure == Failure::usage);
}

TEST_CASE("the trace is placed with the output or not at all") {
  const TemporaryFolder folder;
  const TemporaryFolder other;
  auto job = misbehaving_job(folder, "well");
  job.trace = other.path() + "/trace.json";
  REQUIRE(host::run_export_of(job, test::sample_source).has_value());
  CHECK(other.read("trace.json") == "{\"trace\": []}\n");
  CHECK(other.names() == Names{"trace.json"});
  other.write("trace.json", "old");
  std::filesystem::remove(folder.path() + "/out.txt");
  REQUIRE_FALSE(host::run_export_of(job, test::sample_source).has_value());
  CHECK(other.read("trace.json") == "old");
  CHECK(folder.names().empty());
}

TEST_CASE("a place that cannot be written is said before any work") {
  const TemporaryFolder folder;
  auto job = misbehaving_job(folder, "well");
  job.output = folder.path() + "/no/such/out.txt";
  const auto absent = host::run_export_of(job, test::sample_source);
  REQUIRE_FALSE(absent.has_value());
  CHECK(absent.error().failure == Failure::cannot_create);
  CHECK(contains(absent.error().next, "mkdir -p"));
  job.output = "/proc/out.txt";
  const auto refused = host::run_export_of(job, test::sample_source);
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().failure == Failure::cannot_create);
  job.output = folder.path();
  CHECK_FALSE(host::run_export_of(job, test::sample_source).has_value());
  if (::geteuid() != 0) {
    REQUIRE(::chmod(folder.path().c_str(), 0555) == 0);
    job.output = folder.path() + "/out.txt";
    const auto locked = host::run_export_of(job, test::sample_source);
    ::chmod(folder.path().c_str(), 0755);
    REQUIRE_FALSE(locked.has_value());
    CHECK(locked.error().failure == Failure::cannot_create);
  }
}

TEST_CASE("a full disk is an I/O error and leaves the old file") {
  const TemporaryFolder folder;
  if (::mount("tmpfs", folder.path().c_str(), "tmpfs", 0, "size=256k") != 0) {
    MESSAGE("skipped: this user may not mount a small file system");
    return;
  }
  folder.write("out.txt", "old");
  auto job = misbehaving_job(folder, "endless");
  job.overwrite = true;
  const auto result = host::run_export_of(job, test::sample_source);
  const Names names = folder.names();
  const std::string old = folder.read("out.txt");
  ::umount(folder.path().c_str());
  REQUIRE_FALSE(result.has_value());
  CHECK(result.error().failure == Failure::io);
  CHECK(contains(result.error().what, "No space left on device"));
  CHECK(names == Names{"out.txt"});
  CHECK(old == "old");
}

TEST_CASE("a signal to the parent stops the worker and cleans up") {
  const TemporaryFolder folder;
  auto job = misbehaving_job(folder, "busy");
  std::thread sender([] {
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    ::kill(::getpid(), SIGTERM);
  });
  const auto result = host::run_export_of(job, test::sample_source);
  sender.join();
  REQUIRE_FALSE(result.has_value());
  CHECK(result.error().failure == Failure::cancelled);
  CHECK(host::interrupted_by() == SIGTERM);
  CHECK(folder.names().empty());
  CHECK(host::run_export_of(misbehaving_job(folder, "well"), test::sample_source).has_value());
}

TEST_CASE("a signal that was ignored before stays ignored, and a hang-up stops the worker") {
  const TemporaryFolder folder;
  const auto old = std::signal(SIGINT, SIG_IGN);
  std::thread sender([] {
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    ::kill(::getpid(), SIGINT);
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    ::kill(::getpid(), SIGHUP);
  });
  const auto result = host::run_export_of(misbehaving_job(folder, "busy"), test::sample_source);
  sender.join();
  const bool still_ignored = std::signal(SIGINT, old) == SIG_IGN;
  CHECK(still_ignored);
  REQUIRE_FALSE(result.has_value());
  CHECK(result.error().failure == Failure::cancelled);
  CHECK(host::interrupted_by() == SIGHUP);
}

TEST_CASE("only what is surely a staging folder of a process that is gone is removed") {
  const TemporaryFolder folder;
  const auto old_folder = [&](const std::string& name, const std::vector<std::string>& files) {
    std::filesystem::create_directory(folder.path() + "/" + name);
    for (const auto& file : files) folder.write(name + "/" + file, file == "lock" ? "" : "mine");
    const std::filesystem::file_time_type hour_ago = std::filesystem::file_time_type::clock::now() - std::chrono::hours(1);
    for (const auto& file : files) std::filesystem::last_write_time(folder.path() + "/" + name + "/" + file, hour_ago);
    std::filesystem::last_write_time(folder.path() + "/" + name, hour_ago);
  };
  old_folder(".attache-backup", {"thesis.odt"});
  old_folder(".attache-notes1", {"lock", "thesis.odt"});
  old_folder(".attache-abc123", {});
  old_folder(".attache-settings", {"lock"});
  old_folder(".attache-gone01", {"lock", "trace.json"});
  REQUIRE(host::run_export_of(misbehaving_job(folder, "well"), test::sample_source).has_value());
  CHECK(folder.names() == Names{".attache-abc123", ".attache-backup", ".attache-notes1", ".attache-settings", "out.txt"});
}

TEST_CASE("without isolation the same export gives the same file") {
  const TemporaryFolder folder;
  auto job = misbehaving_job(folder, "well");
  job.isolate = false;
  const auto result = host::run_export_of(job, test::sample_source);
  REQUIRE_MESSAGE(result.has_value(), test::what_of(result));
  CHECK(folder.read("out.txt") == "well\n");
  CHECK(folder.names() == Names{"out.txt"});
}

TEST_CASE("warnings of a plugin reach the caller") {
  const TemporaryFolder folder;
  const auto result = host::run_export_of(misbehaving_job(folder, "warns"), test::sample_source);
  REQUIRE(result.has_value());
  CHECK(result->warnings.back() == "misbehaving: a font is missing");
}

TEST_CASE("a plugin that warns without end fills no memory: the rest is counted") {
  const TemporaryFolder folder;
  const auto result = host::run_export_of(misbehaving_job(folder, "warns-for-ever"), test::sample_source);
  REQUIRE(result.has_value());
  CHECK(result->warnings.size() == 201);
  CHECK(result->warnings.back() == "4801 more warnings are not shown");
}

TEST_CASE("a message that no worker would send is dropped") {
  const TemporaryFolder folder;
  const auto result = host::run_export_of(misbehaving_job(folder, "forges-a-line"), test::sample_source);
  REQUIRE(result.has_value());
  CHECK(result->warnings.size() == 1);
}

TEST_CASE("file names are bytes: one that is no UTF-8, hidden or long arrives as it was given") {
  const TemporaryFolder folder;
  folder.write("\xE9t\xE9 100%.txt", "");
  for (const std::string& name :
       {std::string("r\xE9sum\xE9.txt"), std::string(".h.txt"), std::string(".tmp"), std::string(250, 'a'), std::string("50%20 ё.txt")}) {
    auto job = misbehaving_job(folder, "shows-names");
    job.options.emplace_back("file", folder.path() + "/\xE9t\xE9 100%.txt");
    job.output = folder.path() + "/" + name;
    const auto result = host::run_export_of(job, test::sample_source);
    REQUIRE_MESSAGE(result.has_value(), test::what_of(result));
    CHECK(folder.read(name) == folder.path() + "/\xE9t\xE9 100%.txt\n" + name + "\n");
  }
}

TEST_CASE("a name that no file can have is refused before anything is started, with its reason") {
  const TemporaryFolder folder;
  auto job = misbehaving_job(folder, "well");
  job.output = folder.path() + "/a\nb.txt";
  const auto control = host::run_export_of(job, test::sample_source);
  REQUIRE_FALSE(control.has_value());
  CHECK(control.error().failure == Failure::usage);
  CHECK(contains(control.error().what, "a?b.txt' has a control character in it"));
  job.output = folder.path() + "/" + std::string(256, 'a');
  const auto long_name = host::run_export_of(job, test::sample_source);
  REQUIRE_FALSE(long_name.has_value());
  CHECK(long_name.error().failure == Failure::cannot_create);
  CHECK(contains(long_name.error().what, "has 256 bytes"));
  CHECK(folder.names().empty());
}

TEST_CASE("the path of an option is looked up where the caller is") {
  const TemporaryFolder folder;
  folder.write("logo.svg", "");
  auto job = misbehaving_job(folder, "shows-names");
  const auto before = std::filesystem::current_path();
  std::filesystem::current_path(folder.path());
  job.options.emplace_back("file", "logo.svg");
  const auto result = host::run_export_of(job, test::sample_source);
  std::filesystem::current_path(before);
  REQUIRE_MESSAGE(result.has_value(), test::what_of(result));
  CHECK(folder.read("out.txt") == folder.path() + "/logo.svg\nout.txt\n");
}

TEST_CASE("the output and its trace cannot be one file") {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder.path() + "/sub");
  for (const auto& [output, trace] :
       {std::pair("/out.txt", "/out.txt"), {"/out.txt", "/sub/../out.txt"}, {"/out.txt", "/out.second.txt"}}) {
    auto job = misbehaving_job(folder, "two-files");
    job.output = folder.path() + output;
    job.trace = folder.path() + trace;
    const auto result = host::run_export_of(job, test::sample_source);
    REQUIRE_FALSE(result.has_value());
    CHECK(result.error().failure == Failure::usage);
  }
  auto job = misbehaving_job(folder, "well");
  job.output = job.trace = "-";
  const auto both = host::run_export_of(job, test::sample_source);
  REQUIRE_FALSE(both.has_value());
  CHECK(both.error().failure == Failure::usage);
  CHECK(folder.names() == Names{"sub"});
}

TEST_CASE("a trace goes to standard output when the output goes to a file") {
  const TemporaryFolder folder;
  auto job = misbehaving_job(folder, "well");
  job.trace = "-";
  std::fflush(stdout);
  const int saved = ::dup(STDOUT_FILENO);
  const int file = ::open((folder.path() + "/stdout").c_str(), O_WRONLY | O_CREAT, 0600);
  ::dup2(file, STDOUT_FILENO);
  const auto result = host::run_export_of(job, test::sample_source);
  ::dup2(saved, STDOUT_FILENO);
  ::close(file);
  ::close(saved);
  REQUIRE_MESSAGE(result.has_value(), test::what_of(result));
  CHECK(folder.read("stdout") == "{\"trace\": []}\n");
  CHECK(folder.names() == Names{"out.txt", "stdout"});
}

TEST_CASE("a replaced file keeps its mode") {
  const TemporaryFolder folder;
  folder.write("out.txt", "secret");
  REQUIRE(::chmod((folder.path() + "/out.txt").c_str(), 0600) == 0);
  auto job = misbehaving_job(folder, "well");
  job.overwrite = true;
  REQUIRE(host::run_export_of(job, test::sample_source).has_value());
  struct stat found {};
  REQUIRE(::stat((folder.path() + "/out.txt").c_str(), &found) == 0);
  CHECK((found.st_mode & 0777) == 0600);
  CHECK(folder.read("out.txt") == "well\n");
}

TEST_CASE("links are followed, and those that lead nowhere, in a circle or into a trap are refused") {
  const TemporaryFolder folder;
  const auto link = [&](const std::string& to, const std::string& name) {
    std::filesystem::create_symlink(to, folder.path() + "/" + name);
  };
  const auto export_to = [&](const std::string& name) {
    auto job = misbehaving_job(folder, "well");
    job.output = folder.path() + "/" + name;
    job.overwrite = true;
    const auto result = host::run_export_of(job, test::sample_source);
    return result ? std::string("done") : std::to_string(static_cast<int>(result.error().failure)) + ": " + result.error().what;
  };
  const std::string cannot_create = std::to_string(static_cast<int>(Failure::cannot_create)) + ": ";
  folder.write("real.txt", "old");
  link("real.txt", "first");
  link("first", "second");
  CHECK(export_to("second") == "done");
  CHECK(folder.read("real.txt") == "well\n");
  link("nothing.txt", "dangling");
  CHECK(export_to("dangling") ==
        cannot_create + "'" + folder.path() + "/dangling' is a link to '" + folder.path() + "/nothing.txt', which does not exist");
  link("circle-b", "circle-a");
  link("circle-a", "circle-b");
  CHECK(export_to("circle-a") == cannot_create + "'" + folder.path() + "/circle-a' is a link that leads back to itself");
  if (::geteuid() != 0) return;  // nobody else may give a link away
  REQUIRE(::chmod(folder.path().c_str(), 01777) == 0);
  link("real.txt", "trap");
  REQUIRE(::lchown((folder.path() + "/trap").c_str(), 12345, 0) == 0);
  CHECK(contains(export_to("trap"), std::to_string(static_cast<int>(Failure::permission)) + ": "));
  CHECK(contains(export_to("trap"), "is a link of another user (uid 12345)"));
  REQUIRE(::chmod(folder.path().c_str(), 0755) == 0);
  CHECK(export_to("trap") == "done");
}

TEST_CASE("the time limit holds while the document is built") {
  const TemporaryFolder folder;
  auto job = misbehaving_job(folder, "well");
  job.request.pair = "HANG";
  job.limits.total_s = 0.5;
  const auto result = host::run_export_of(job, test::sample_source);
  REQUIRE_FALSE(result.has_value());
  CHECK(result.error().failure == Failure::time_limit);
  CHECK(contains(result.error().what, "the worker that builds the document was not done after"));
}
