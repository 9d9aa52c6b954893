#include "commands/common.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>

#include "exit_code.hpp"
#include "messages.hpp"
#include "output.hpp"
#include "value/add_once.hpp"

namespace attache::cli {

namespace {

/// Code points: what the few non-ASCII names in our lists take on a terminal.
std::size_t width(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

void write_problem(JsonWriter& json, const Problem& problem) {
  json.begin_object().field("type", problem.rule.empty() ? "error" : problem.rule).field("message", problem.message());
  if (problem.where.line > 0) json.field("rowNumber", problem.where.line);
  if (problem.where.column > 0) json.field("column", problem.where.column);
  if (!problem.where.field.empty()) json.field("fieldName", problem.where.field);
  json.field("what", problem.what);
  if (!problem.why.empty()) json.field("why", problem.why);
  if (!problem.next.empty()) json.field("next", problem.next);
  json.end_object();
}

void write_stats(JsonWriter& json, const std::vector<Problem>& problems) {
  json.field("valid", count(problems, Severity::error) == 0).key("stats").begin_object();
  json.field("errors", count(problems, Severity::error)).field("warnings", count(problems, Severity::warning)).end_object();
}

void write_list(JsonWriter& json, std::string_view name, Severity severity, const std::vector<Problem>& problems) {
  json.key(name).begin_array();
  for (const Problem& problem : problems) {
    if (problem.severity == severity) write_problem(json, problem);
  }
  json.end_array();
}

}  // namespace

Argument dataset_argument(bool required) {
  return {.name = "DATASET", .value = Value::dataset, .help = "folder with a datapackage.json, or that file", .required = required};
}

Option json_option() { return {.name = "json", .help = "print one JSON document"}; }

Option strict_option() { return {.name = "strict", .help = "take warnings as errors", .configurable = true}; }

Option plugin_dir_option() {
  return {.name = "plugin-dir",
          .value = Value::folder,
          .placeholder = "DIR",
          .help = "search this folder for plugins first (repeatable)",
          .repeatable = true,
          .configurable = true};
}

Outcome<int> printed(std::string_view data, int code) {
  if (auto done = print(data); !done) return fail(done.error());
  return code;
}

std::string dataset_folder(const std::string& dataset) {
  const std::filesystem::path path = dataset;
  if (path.filename() != "datapackage.json") return dataset;
  return path.has_parent_path() ? path.parent_path().string() : ".";
}

Outcome<> check_dataset_path(const std::string& dataset) {
  namespace fs = std::filesystem;
  std::error_code ignored;
  const std::string next = "give the folder that holds its datapackage.json";
  const bool exists = fs::exists(dataset, ignored);
  if (ignored == std::errc::permission_denied) {
    return fail(Failure::permission, "'" + dataset + "' cannot be reached: Permission denied", "open its folders with chmod u+x");
  }
  if (!exists) return fail(Failure::missing_input, "there is no dataset '" + dataset + "'", next);
  if (fs::is_directory(dataset, ignored) || fs::path(dataset).filename() == "datapackage.json") return {};
  return fail(Failure::data, "'" + dataset + "' is no dataset", next);
}

int say_problems(const std::vector<Problem>& problems) {
  int code = 0;
  for (const Problem& problem : problems) {
    messages::problem(problem);
    if (problem.severity == Severity::error && code == 0) code = exit_code(problem.failure);
  }
  return code;
}

std::size_t count(const std::vector<Problem>& problems, Severity severity) {
  return static_cast<std::size_t>(
      std::count_if(problems.begin(), problems.end(), [severity](const Problem& each) { return each.severity == severity; }));
}

std::string problems_json(const std::vector<Problem>& problems) {
  std::vector<std::string> files;
  for (const Problem& problem : problems) add_once(files, problem.where.file);
  JsonWriter json;
  json.begin_object();
  write_stats(json, problems);
  json.key("tasks").begin_array();
  for (const std::string& file : files) {
    std::vector<Problem> own;
    std::copy_if(problems.begin(), problems.end(), std::back_inserter(own), [&](const Problem& each) { return each.where.file == file; });
    json.begin_object().field("name", std::filesystem::path(file).stem().string()).field("place", file);
    write_stats(json, own);
    write_list(json, "errors", Severity::error, own);
    write_list(json, "warnings", Severity::warning, own);
    json.end_object();
  }
  return json.end_array().end_object().text();
}

std::string counted(std::size_t number, const std::string& noun) { return std::to_string(number) + ' ' + noun + (number == 1 ? "" : "s"); }

std::string aligned(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width(row[i]));
  }
  std::string out;
  for (const auto& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      line += row[i];
      if (i + 1 < row.size()) line.append(widths[i] + 2 - width(row[i]), ' ');
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + '\n';
  }
  return out;
}

std::string readable_size(std::uint64_t bytes) {
  static constexpr std::array<const char*, 4> units = {"kB", "MB", "GB", "TB"};
  if (bytes < 1000) return std::to_string(bytes) + " bytes";
  std::uint64_t tenths = (bytes + 50) / 100;
  std::size_t unit = 0;
  for (; tenths >= 10000 && unit + 1 < units.size(); ++unit) tenths = (tenths + 500) / 1000;
  return std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10) + ' ' + units[unit];
}

}  // namespace attache::cli
