#pragma once

#include <attache/plugin.h>

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "value/outcome.hpp"

namespace attache::host::check {

/// How the host presents itself to the plugin.
enum class HostKind {
  own,
  oldest,  ///< of the first minor, its tables ending where those of that minor end
  newer,   ///< of a later minor: every open struct is larger than the plugin knows
  bare     ///< with none of the optional interfaces
};

/// One run of a plugin: over which document, with which options, by which host, in which surroundings. Equal trials are run once.
struct Trial {
  std::string document = "sample";  ///< a name that document_named() knows
  std::vector<std::pair<std::string, std::string>> options;
  std::string output_name;  ///< bytes; "" = "document." and the plugin's first extension
  bool single = false;

  HostKind host = HostKind::own;
  std::int64_t rows_at_once = 0;   ///< a read gives no more rows; 0 = as many as it asks for
  bool reads_fail = false;         ///< the first read of rows fails
  bool opens_fail = false;         ///< the first artifact cannot be opened
  std::int64_t sink_bytes = -1;    ///< sinks take so many bytes in all; −1 = any number
  std::uint64_t largest_file = 0;  ///< the system's limit for every file that is written; 0 = none
  int cancel_at = 0;               ///< this call of progress is told to stop, and all later ones; 0 = none

  bool comma_locale = false;  ///< LC_NUMERIC writes "0,5" where such a locale can be had
  std::string time_zone;      ///< TZ; "" = the caller's
  bool other_user = false;    ///< other HOME, USER, LANG, COLUMNS …
  bool strict_umask = false;  ///< 077
  bool other_folder = false;  ///< another current folder
  bool fenced = false;        ///< behind the fence of real exports: it can write among its artifacts and nowhere else
  bool later = false;         ///< begun when the clock shows another second, and another of the two-second units of ZIP files
  int times = 1;              ///< one after the other in one process
  int threads = 1;            ///< so many at once
  int number = 1;             ///< the second of two trials that are equal otherwise

  auto operator<=>(const Trial&) const = default;
};

struct SeenFile {
  std::string name, media_type;
  std::uint64_t bytes = 0;
  std::string sha256;
};

/// What was seen of a trial.
struct Observation {
  std::string accident;  ///< "crashed: Segmentation fault (signal 11)", "was not done after 20 s"; "" = the call returned
  std::string skipped;   ///< why the trial could not be made; "" = it was

  bool done = false;    ///< the host has its files
  std::string problem;  ///< else: what the host says of it
  attache_status status = ATTACHE_OK;
  std::string error;  ///< the plugin's own text
  bool host_failed = false;
  bool threw = false;
  std::string misuse;

  std::vector<SeenFile> files;
  std::vector<std::string> opened, left_open;
  std::vector<std::string> strays;  ///< files that nobody opened, with the folder they lie in
  bool opens_paths = false;         ///< at least one artifact is written by path
  bool runs_differ = false;         ///< of several times or threads

  int progress_calls = 0;
  std::string odd_progress;      ///< "it went back from 0.8 to 0.1"
  double until_return_s = 0;     ///< from the call of progress that was told to stop to the end of the export
  std::int64_t written = 0;      ///< bytes through sinks
  std::uint64_t rows_read = 0;   ///< of the table with most rows, different ones
  std::uint64_t rows_there = 0;  ///< in that table

  std::vector<std::string> changes;  ///< of the process: "the current folder", "the handler of SIGINT"
  int descriptors_gained = 0;        ///< between the first and the last run
  int threads_left = 0, children_left = 0;
  std::uint64_t memory_bytes = 0;  ///< more than before, at most
  std::string noise;               ///< "it wrote 12 bytes to standard output or error, which begin: …"
  std::string folder;              ///< where its artifacts lie

  /// The call returned success and the host took the files.
  [[nodiscard]] bool exported() const { return accident.empty() && skipped.empty() && done; }
  /// The plugin said no with a reason: an option, a thing it does not support, data it cannot take.
  [[nodiscard]] bool refused() const;
  /// What went wrong, in a phrase; "" when exported.
  [[nodiscard]] std::string story() const;
};

/// "over the document 'empty' with header=false", to say which trial it was.
[[nodiscard]] std::string name_of(const Trial& trial);

[[nodiscard]] std::string text_of(const Trial& trial);
[[nodiscard]] Outcome<Trial> trial_from(std::string_view text);
[[nodiscard]] std::string text_of(const Observation& seen);
[[nodiscard]] Outcome<Observation> observation_from(std::string_view text);

}  // namespace attache::host::check
