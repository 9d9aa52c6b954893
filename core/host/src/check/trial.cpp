#include "host/src/check/trial.hpp"

namespace attache::host::check {

bool Observation::refused() const {
  const bool says_no = status == ATTACHE_ERR_OPTION || status == ATTACHE_ERR_UNSUPPORTED || status == ATTACHE_ERR_DATA;
  return accident.empty() && skipped.empty() && !done && !threw && says_no && !error.empty();
}

std::string Observation::story() const {
  if (!accident.empty()) return "it " + accident;
  if (!skipped.empty()) return skipped;
  return done ? std::string{} : problem;
}

std::string name_of(const Trial& trial) {
  std::string name = "over the document '" + trial.document + "'";
  for (const auto& [key, value] : trial.options) {
    const bool is_short = value.size() <= 40;
    name += (&key == &trial.options.front().first ? " with " : ", ") + key + "=" + (is_short ? value : value.substr(0, 20) + "…");
  }
  const auto add = [&name](bool is_so, std::string_view words) { is_so ? (name += ", ").append(words) : name; };
  add(trial.single, "to one stream");
  add(trial.host != HostKind::own, "by another host");
  add(trial.reads_fail, "when tables cannot be read");
  add(trial.opens_fail, "when its file cannot be opened");
  add(trial.sink_bytes >= 0, "when sinks fail");
  add(trial.largest_file != 0, "on a full disk");
  add(trial.cancel_at != 0, "told to stop");
  add(trial.comma_locale, "under another locale");
  add(trial.fenced, "behind the fence");
  add(trial.threads > 1, "on several threads at once");
  return name;
}

}  // namespace attache::host::check
