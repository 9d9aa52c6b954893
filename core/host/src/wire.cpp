#include "host/src/wire.hpp"

#include <charconv>
#include <cstdint>

#include <nlohmann/json.hpp>

namespace attache::host {
namespace {

using Json = nlohmann::ordered_json;

std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string bytes_at(const Json& json, const char* key) { return to_bytes(json.at(key).get<std::string>()); }

Json option_json(const OptionInfo& option) {
  Json json = {{"id", option.id}, {"type", option.type}, {"title", option.title}, {"description", option.description}};
  if (option.has_default) json["default"] = option.default_text;
  if (option.min) json["min"] = *option.min;
  if (option.max) json["max"] = *option.max;
  if (!option.choices.empty()) json["choices"] = option.choices;
  if (option.required) json["required"] = true;
  if (option.deprecated) json["deprecated"] = true;
  return json;
}

OptionInfo option_from(const Json& json) {
  OptionInfo option;
  json.at("id").get_to(option.id);
  json.at("type").get_to(option.type);
  json.at("title").get_to(option.title);
  json.at("description").get_to(option.description);
  option.has_default = json.contains("default");
  if (option.has_default) json.at("default").get_to(option.default_text);
  if (json.contains("min")) option.min = json.at("min").get<double>();
  if (json.contains("max")) option.max = json.at("max").get<double>();
  option.choices = json.value("choices", std::vector<std::string>{});
  option.required = json.value("required", false);
  option.deprecated = json.value("deprecated", false);
  return option;
}

Json plugin_json(const PluginInfo& plugin) {
  Json options = Json::array();
  for (const OptionInfo& option : plugin.options) options.push_back(option_json(option));
  return {{"manifest", 1},
          {"abi", plugin.abi},
          {"id", plugin.id},
          {"title", plugin.title},
          {"description", plugin.description},
          {"version", plugin.version},
          {"vendor", plugin.vendor},
          {"license", plugin.license},
          {"url", plugin.url},
          {"media_type", plugin.media_type},
          {"extensions", plugin.extensions},
          {"flags", plugin.flags},
          {"options", options}};
}

PluginInfo plugin_from(const Json& json) {
  PluginInfo plugin;
  json.at("abi").get_to(plugin.abi);
  json.at("id").get_to(plugin.id);
  json.at("title").get_to(plugin.title);
  json.at("description").get_to(plugin.description);
  json.at("version").get_to(plugin.version);
  json.at("vendor").get_to(plugin.vendor);
  json.at("license").get_to(plugin.license);
  json.at("url").get_to(plugin.url);
  json.at("media_type").get_to(plugin.media_type);
  json.at("extensions").get_to(plugin.extensions);
  json.at("flags").get_to(plugin.flags);
  for (const Json& option : json.at("options")) plugin.options.push_back(option_from(option));
  return plugin;
}

Json report_request_json(const report::Request& request) {
  Json json = {{"pair", request.pair},           {"report", from_bytes(request.report)},
               {"language", request.language},   {"period", request.period},
               {"as_of", request.as_of},         {"edition", request.edition},
               {"marking", request.marking},     {"theme", from_bytes(request.theme)},
               {"draft", request.draft},         {"strict", request.strict},
               {"generator", request.generator}, {"embargo", request.embargo}};
  if (request.source_date_epoch) json["source_date_epoch"] = *request.source_date_epoch;
  return json;
}

report::Request report_request_from(const Json& json) {
  report::Request request;
  json.at("pair").get_to(request.pair);
  request.report = bytes_at(json, "report");
  json.at("language").get_to(request.language);
  json.at("period").get_to(request.period);
  json.at("as_of").get_to(request.as_of);
  json.at("edition").get_to(request.edition);
  json.at("marking").get_to(request.marking);
  request.theme = bytes_at(json, "theme");
  json.at("draft").get_to(request.draft);
  json.at("strict").get_to(request.strict);
  json.at("generator").get_to(request.generator);
  json.at("embargo").get_to(request.embargo);
  if (json.contains("source_date_epoch")) request.source_date_epoch = json.at("source_date_epoch").get<std::int64_t>();
  return request;
}

Json job_json(const ExportJob& job) {
  Json options = Json::array();
  for (const auto& [key, value] : job.options) options.push_back({key, from_bytes(value)});
  return {{"dataset", from_bytes(job.dataset)}, {"request", report_request_json(job.request)},
          {"plugin", plugin_json(job.plugin)},  {"options", options},
          {"output", from_bytes(job.output)},   {"trace", from_bytes(job.trace)},
          {"memory", job.limits.memory_bytes},  {"file", job.limits.file_bytes}};
}

ExportJob job_from(const Json& json) {
  ExportJob job;
  job.dataset = bytes_at(json, "dataset");
  job.request = report_request_from(json.at("request"));
  job.plugin = plugin_from(json.at("plugin"));
  json.at("options").get_to(job.options);
  for (auto& option : job.options) option.second = to_bytes(option.second);
  job.output = bytes_at(json, "output");
  job.trace = bytes_at(json, "trace");
  json.at("memory").get_to(job.limits.memory_bytes);
  json.at("file").get_to(job.limits.file_bytes);
  return job;
}

Json problem_json(const Problem& problem) {
  return {{"failure", static_cast<int>(problem.failure)},
          {"severity", static_cast<int>(problem.severity)},
          {"rule", problem.rule},
          {"what", problem.what},
          {"file", problem.where.file},
          {"line", problem.where.line},
          {"column", problem.where.column},
          {"field", problem.where.field},
          {"why", problem.why},
          {"next", problem.next}};
}

Problem problem_from(const Json& json) {
  Problem problem;
  problem.failure = static_cast<Failure>(json.at("failure").get<int>());
  problem.severity = static_cast<Severity>(json.at("severity").get<int>());
  json.at("rule").get_to(problem.rule);
  json.at("what").get_to(problem.what);
  json.at("file").get_to(problem.where.file);
  json.at("line").get_to(problem.where.line);
  json.at("column").get_to(problem.where.column);
  json.at("field").get_to(problem.where.field);
  json.at("why").get_to(problem.why);
  json.at("next").get_to(problem.next);
  return problem;
}

Json to_json(const DocumentBuilt& built) { return {{"is", "built"}, {"warnings", built.warnings}}; }
Json to_json(const Progressed& progress) { return {{"is", "progress"}, {"fraction", progress.fraction}, {"stage", progress.stage}}; }
Json to_json(const Logged& logged) { return {{"is", "log"}, {"level", logged.level}, {"text", logged.text}}; }
Json to_json(const Described& described) { return {{"is", "described"}, {"manifest", described.manifest}}; }
Json to_json(const Done& done) {
  Json files = Json::array();
  for (const Staged& file : done.files)
    files.push_back({{"name", from_bytes(file.name)}, {"media_type", file.media_type}, {"bytes", file.bytes}});
  return {{"is", "done"}, {"files", files}};
}
Json to_json(const Observed& observed) { return {{"is", "observed"}, {"text", observed.text}}; }
Json to_json(const Problem& problem) { return {{"is", "problem"}, {"problem", problem_json(problem)}}; }
Json to_json(const Ended& ended) { return {{"is", "ended"}, {"status", ended.status}, {"left", ended.left}, {"names", ended.names}}; }

WorkerMessage message_of(const Json& json) {
  const std::string is = json.at("is");
  if (is == "built") return DocumentBuilt{json.at("warnings").get<std::vector<std::string>>()};
  if (is == "progress") return Progressed{json.at("fraction").get<double>(), json.at("stage").get<std::string>()};
  if (is == "log") return Logged{json.at("level").get<int>(), json.at("text").get<std::string>()};
  if (is == "described") return Described{json.at("manifest").get<std::string>()};
  if (is == "observed") return Observed{json.at("text").get<std::string>()};
  if (is == "problem") return problem_from(json.at("problem"));
  if (is == "ended")
    return Ended{json.at("status").get<int>(), json.at("left").get<int>(), json.at("names").get<std::vector<std::string>>()};
  Done done;
  for (const Json& file : json.at("files")) {
    done.files.push_back({bytes_at(file, "name"), file.at("media_type").get<std::string>(), file.at("bytes").get<std::uint64_t>()});
  }
  return done;
}

}  // namespace

// Everything but printable ASCII is written as %XX.
std::string from_bytes(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string text;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte < 0x7F && c != '%')
      text += c;
    else
      (((text += '%') += digits[byte >> 4U]) += digits[byte & 15U]);
  }
  return text;
}

std::string to_bytes(const std::string& text) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    unsigned byte = static_cast<unsigned char>(text[i]);
    if (text[i] == '%' && i + 2 < text.size()) {
      std::from_chars(text.data() + i + 1, text.data() + i + 3, byte, 16);
      i += 2;
    }
    bytes += static_cast<char>(byte);
  }
  return bytes;
}

std::string manifest_text(const PluginInfo& plugin) { return dump(plugin_json(plugin)); }

Outcome<PluginInfo> manifest_from(std::string_view text) {
  try {
    return plugin_from(Json::parse(text));
  } catch (const Json::exception& error) {
    return fail(Failure::plugin, std::string("its manifest cannot be read: ") + error.what(), "write it again: attache plugins pack FILE");
  }
}

std::string request_text(const WorkerRequest& request) {
  Json json = {{"plugin", from_bytes(request.plugin)},
               {"staging", from_bytes(request.staging)},
               {"output_name", from_bytes(request.output_name)},
               {"parent", request.parent}};
  if (request.job) json["job"] = job_json(*request.job);
  if (!request.trial.empty()) json["trial"] = request.trial;
  return dump(json);
}

Outcome<WorkerRequest> request_from(std::string_view text) {
  try {
    const Json json = Json::parse(text);
    WorkerRequest request;
    request.plugin = bytes_at(json, "plugin");
    request.staging = bytes_at(json, "staging");
    request.output_name = bytes_at(json, "output_name");
    json.at("parent").get_to(request.parent);
    if (json.contains("job")) request.job = job_from(json.at("job"));
    request.trial = json.value("trial", std::string{});
    return request;
  } catch (const Json::exception& error) {
    return fail(Failure::internal, std::string("the worker does not understand its request: ") + error.what());
  }
}

std::string message_line(const WorkerMessage& message) {
  return std::visit([](const auto& said) { return dump(to_json(said)); }, message) + "\n";
}

std::optional<WorkerMessage> message_from(std::string_view line) {
  try {
    return message_of(Json::parse(line));
  } catch (const Json::exception&) {
    return std::nullopt;
  }
}

}  // namespace attache::host
