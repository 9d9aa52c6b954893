// Trials and observations between processes, as JSON text.
#include <nlohmann/json.hpp>

#include "host/src/check/trial.hpp"
#include "host/src/wire.hpp"

namespace attache::host::check {
namespace {

using Json = nlohmann::json;

std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

template <class T, class Change>
void change_all(std::vector<T>& list, Change change) {
  for (T& each : list) change(each);
}

/// File names and option values are bytes.
template <class Change>
void change_bytes(Trial& trial, Change change) {
  trial.output_name = change(trial.output_name);
  change_all(trial.options, [&](auto& option) { option.second = change(option.second); });
}
template <class Change>
void change_bytes(Observation& seen, Change change) {
  change_all(seen.files, [&](SeenFile& file) { file.name = change(file.name); });
  for (auto* names : {&seen.opened, &seen.left_open, &seen.strays}) change_all(*names, [&](std::string& name) { name = change(name); });
  seen.folder = change(seen.folder);
}

}  // namespace

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Trial, document, options, output_name, single, host, rows_at_once, reads_fail, opens_fail, sink_bytes,
                                   largest_file, cancel_at, comma_locale, time_zone, other_user, strict_umask, other_folder, fenced, later,
                                   times, threads, number)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(SeenFile, name, media_type, bytes, sha256)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Observation, accident, skipped, done, problem, status, error, host_failed, threw, misuse, files, opened,
                                   left_open, strays, opens_paths, runs_differ, progress_calls, odd_progress, until_return_s, written,
                                   rows_read, rows_there, changes, descriptors_gained, threads_left, children_left, memory_bytes, noise,
                                   folder)

std::string text_of(const Trial& trial) {
  Trial sent = trial;
  change_bytes(sent, from_bytes);
  return dump(sent);
}

Outcome<Trial> trial_from(std::string_view text) {
  try {
    auto trial = Json::parse(text).get<Trial>();
    change_bytes(trial, to_bytes);
    return trial;
  } catch (const Json::exception& error) {
    return fail(Failure::internal, std::string("the worker does not understand its trial: ") + error.what());
  }
}

std::string text_of(const Observation& seen) {
  Observation sent = seen;
  change_bytes(sent, from_bytes);
  return dump(sent);
}

Outcome<Observation> observation_from(std::string_view text) {
  try {
    auto seen = Json::parse(text).get<Observation>();
    change_bytes(seen, to_bytes);
    return seen;
  } catch (const Json::exception& error) {
    return fail(Failure::internal, std::string("the worker's observation cannot be read: ") + error.what());
  }
}

}  // namespace attache::host::check
