#include "line.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <stdexcept>

namespace attache::tests {

namespace fs = std::filesystem;

namespace {

std::string slurp(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

bool found(const std::string& text, const std::string& pattern) {
  return pattern.empty() ? text.empty() : std::regex_search(text, std::regex(pattern, std::regex::ECMAScript | std::regex::multiline));
}

}  // namespace

Shell::Shell() {
  std::string pattern = (fs::temp_directory_path() / "attache-cli-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
  folder_ = pattern;
  fs::create_directories(fs::path(folder_) / ".home");
  environment = {{"HOME", folder_ + "/.home"},
                 {"PATH", std::string(ATTACHE_BINARY_DIR) + "/bin:/usr/bin:/bin"},
                 {"TMPDIR", folder_ + "/.home"},
                 {"SAMPLES", std::string(ATTACHE_SOURCE_DIR) + "/samples"}};
}

Shell::~Shell() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

Outcome Shell::run(const std::string& line) const {
  const std::string out = folder_ + "/.home/stdout", err = folder_ + "/.home/stderr";
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  std::string command = "cd '" + folder_ + "' && " + line;
  std::vector<std::string> variables;
  for (const auto& [name, value] : environment) variables.push_back(name + '=' + value);
  std::vector<char*> env;
  for (std::string& each : variables) env.push_back(each.data());
  env.push_back(nullptr);
  std::string sh = "sh", option = "-c";
  char* const argv[] = {sh.data(), option.data(), command.data(), nullptr};
  pid_t child = 0;
  const int error = ::posix_spawn(&child, "/bin/sh", &actions, nullptr, argv, env.data());
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) throw std::runtime_error("cannot start /bin/sh");
  int status = 0;
  ::waitpid(child, &status, 0);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), slurp(out), slurp(err)};
}

void Shell::write(const std::string& name, const std::string& content) const {
  const fs::path path = fs::path(folder_) / name;
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << content;
}

std::string Shell::read(const std::string& name) const { return slurp(fs::path(folder_) / name); }

std::vector<std::string> Shell::files() const {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder_)) {
    if (entry.path().filename() != ".home") names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

void check(const Shell& shell, const std::vector<Line>& lines) {
  for (const Line& line : lines) {
    CAPTURE(line.line);
    const Outcome outcome = shell.run(line.line);
    CAPTURE(outcome.out);
    CAPTURE(outcome.err);
    CHECK(outcome.code == line.code);
    CHECK_MESSAGE(found(outcome.out, line.out), "stdout must match ", line.out);
    CHECK_MESSAGE(found(outcome.err, line.err), "stderr must match ", line.err);
  }
}

}  // namespace attache::tests
