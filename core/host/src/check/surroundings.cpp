#include "host/src/check/surroundings.hpp"

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <clocale>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <filesystem>

#include "host/src/check/comma_locale.hpp"

namespace attache::host::check {
namespace {

namespace fs = std::filesystem;
constexpr const char* not_set = "\1";

}  // namespace

TrialFolders TrialFolders::in(const std::string& folder) {
  TrialFolders folders{folder + "/out", folder + "/current", folder + "/home", folder + "/tmp"};
  std::error_code error;
  for (const std::string* each : {&folders.artifacts, &folders.current, &folders.home, &folders.temporary})
    fs::create_directories(*each, error);
  return folders;
}

Surroundings::Surroundings(const Trial& trial, const TrialFolders& folders) : mask_(::umask(trial.strict_umask ? 077 : 022)) {
  std::error_code error;
  folder_ = fs::current_path(error).string();
  locale_ = std::setlocale(LC_ALL, nullptr);
  rlimit limit{};
  ::getrlimit(RLIMIT_FSIZE, &limit);
  file_limit_ = limit.rlim_cur;
  if (trial.largest_file != 0) {
    limit.rlim_cur = trial.largest_file;
    ::setrlimit(RLIMIT_FSIZE, &limit);
    std::signal(SIGXFSZ, SIG_IGN);
  }
  set("HOME", folders.home);
  set("TMPDIR", folders.temporary);
  if (trial.other_user) {
    constexpr std::array<std::pair<const char*, const char*>, 12> others = {{{"USER", "somebody"},
                                                                             {"LOGNAME", "somebody"},
                                                                             {"HOSTNAME", "elsewhere"},
                                                                             {"LANG", "tr_TR.UTF-8"},
                                                                             {"LANGUAGE", "tr:de"},
                                                                             {"LC_ALL", "tr_TR.UTF-8"},
                                                                             {"COLUMNS", "13"},
                                                                             {"TERM", "dumb"},
                                                                             {"SHELL", "/bin/false"},
                                                                             {"PATH", "/nowhere"},
                                                                             {"XDG_CONFIG_HOME", "/nowhere"},
                                                                             {"SOURCE_DATE_EPOCH", "86400"}}};
    for (const auto& [name, value] : others) set(name, value);
  }
  if (!trial.time_zone.empty()) {
    set("TZ", trial.time_zone);
    ::tzset();
  }
  if (trial.comma_locale) use_comma_locale(folders.artifacts + "/../locale");
  if (::chdir((trial.other_folder ? folders.home : folders.current).c_str()) != 0) missing_ = "a folder of the trial cannot be entered";
}

Surroundings::~Surroundings() {
  std::setlocale(LC_ALL, locale_.c_str());
  for (auto entry = saved_.rbegin(); entry != saved_.rend(); ++entry) {
    if (entry->second == not_set)
      ::unsetenv(entry->first.c_str());
    else
      ::setenv(entry->first.c_str(), entry->second.c_str(), 1);
  }
  ::tzset();
  rlimit limit{};
  ::getrlimit(RLIMIT_FSIZE, &limit);
  limit.rlim_cur = file_limit_;
  ::setrlimit(RLIMIT_FSIZE, &limit);
  ::umask(mask_);
  if (::chdir(folder_.c_str()) != 0) return;  // it was removed meanwhile
}

void Surroundings::set(const char* name, const std::string& value) {
  const char* old = std::getenv(name);
  saved_.emplace_back(name, old == nullptr ? not_set : old);
  ::setenv(name, value.c_str(), 1);
}

void Surroundings::use_comma_locale(const std::string& folder) {
  for (const char* installed : {"de_DE.UTF-8", "fr_FR.UTF-8", "ru_RU.UTF-8", "kk_KZ.UTF-8", "tr_TR.UTF-8", "es_ES.UTF-8"}) {
    if (std::setlocale(LC_ALL, installed) == nullptr) continue;
    set("LC_ALL", installed);
    return;
  }
  const std::string made = make_comma_locale(folder);
  set("LOCPATH", folder);
  set("LC_NUMERIC", made);
  const bool works =
      !made.empty() && std::setlocale(LC_NUMERIC, made.c_str()) != nullptr && std::strcmp(std::localeconv()->decimal_point, ",") == 0;
  if (!works) missing_ = "this system has no locale with a decimal comma, and none can be made";
}

}  // namespace attache::host::check
