#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "dataset/dataset.hpp"
#include "dataset/pair.hpp"
#include "files.hpp"
#include "schema.hpp"
#include "text/language.hpp"

namespace attache::dataset {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

std::vector<std::string> columns_of(const TableSchema& table) {
  std::vector<std::string> columns;
  for (const Field& field : table.fields) columns.push_back(field.kind == Field::Kind::localised ? field.name + "@en" : field.name);
  return columns;
}

std::string header_line(const TableSchema& table) {
  std::string line;
  for (const std::string& column : columns_of(table)) line += (line.empty() ? "" : ",") + column;
  return line + "\n";
}

bool is_alpha3(const std::string& id) {
  return id.size() == 3 && std::all_of(id.begin(), id.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// The row of an area of the pair, as far as its id tells: an empty name is filled from CLDR and iso-codes.
std::string area_line(const TableSchema& areas, const std::string& id) {
  const bool country = is_alpha3(id);
  const bool subdivision = !country && id[0] >= 'A' && id[0] <= 'Z';
  std::string line;
  for (const Field& field : areas.fields) {
    if (field.name != "id") line += ',';
    if (field.name == "id") line += id;
    if (field.name == "kind") line += country ? "country" : subdivision ? "subnational" : "group";
    if (field.name == "iso3" && country) line += id;
    if (field.name == "iso3166_2" && subdivision) line += id;
  }
  return line + "\n";
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text;
}

std::string package_json(const Pair& pair) {
  Json resources = Json::array();
  for (const TableSchema& table : schemas()) {
    resources.push_back({{"name", table.name},
                         {"title", table.title},
                         {"path", table.name + ".csv"},
                         {"profile", "tabular-data-resource"},
                         {"format", "csv"},
                         {"mediatype", "text/csv"},
                         {"encoding", "utf-8"},
                         {"schema", "schema/" + table.name + ".json"}});
  }
  const std::string text = pair.first + "-" + pair.second;
  const Json package = {{"profile", "data-package"},
                        {"name", lower(text)},
                        {"title", pair.first + " – " + pair.second},
                        {"attache", {{"version", 1}, {"pairs", Json::array({text})}, {"defaults", {{"language", "en"}}}}},
                        {"resources", resources}};
  return package.dump(2) + "\n";
}

std::string readme(const Pair& pair) {
  const std::string text = pair.first + "-" + pair.second;
  std::string out =
      "# " + text + "\n\n" +
      "A dataset of what is known about how two areas deal with each other: one CSV table a subject, each row with its source.\n\n"
      "## What to do next\n\n"
      "1. `sources.csv`: a row for each document or database you read.\n"
      "2. `observations.csv`, `events.csv`, `agreements.csv`, `claims.csv` …: what they say, each row with `source`, and `quote` or "
      "`locator`.\n"
      "   A figure needs its indicator in `indicators.csv`.\n"
      "3. `attache data check .` says everything that is wrong, with file, line, column and what to do.\n"
      "4. `attache export . --pair " +
      text +
      " --report briefing -o briefing.pdf` makes the first document.\n\n"
      "## Conventions\n\n"
      "- An `id` is chosen by you and stays: lower-case words joined by dashes; countries are ISO 3166-1 alpha-3, subdivisions ISO "
      "3166-2.\n"
      "- Dates are EDTF: `2015-10-14`, `1994-03`, `2003`, `2003~` (about), `2015-01/2015-06`, `2015/..` (open).\n"
      "- A text has a column a language: `title@en`, `title@ru`; add columns for more languages, and to the table's file in `schema/`.\n"
      "- Several values in a cell are separated by `;`.\n"
      "- An empty figure is not zero: say why in `status` (O missing, L not collected, M cannot exist, Q suppressed).\n"
      "- A table you do not need may be deleted, together with its entry in `datapackage.json`.\n\n"
      "## Tables\n\n";
  for (const TableSchema& table : schemas()) out += "- `" + table.name + ".csv`: " + table.description + "\n";
  return out;
}

/// The codes a slip away: another letter, or two of them exchanged.
std::vector<std::string> countries_near(const std::string& code) {
  std::vector<std::string> out;
  const auto add = [&out](const std::string& near) {
    if (!text::area_name(near, "en").empty()) out.push_back(near);
  };
  for (std::size_t i = 0; i + 1 < code.size(); ++i) {
    std::string near = code;
    std::swap(near[i], near[i + 1]);
    add(near);
  }
  for (std::size_t i = 0; i < code.size(); ++i) {
    std::string near = code;
    for (near[i] = 'A'; near[i] <= 'Z'; ++near[i]) add(near);
  }
  return out;
}

Outcome<> check_code(const std::string& id) {
  std::string capitals = id;
  std::transform(id.begin(), id.end(), capitals.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  if (capitals != id && is_alpha3(capitals) && !text::area_name(capitals, "en").empty())
    return fail(Failure::usage, "'" + id + "' would be a group of areas; countries are written in capitals",
                "did you mean '" + capitals + "'?");
  if (!is_alpha3(id) || !text::area_name(id, "en").empty()) return {};
  const std::string near = did_you_mean(id, countries_near(id));
  return fail(Failure::usage, "'" + id + "' is no ISO 3166-1 alpha-3 code",
              near.empty() ? "write a country's code, or the name of a group or region in lower-case words joined by dashes" : near);
}

Outcome<> make_folder(const std::string& folder) {
  std::error_code error;
  const fs::file_status status = fs::status(folder, error);
  if (fs::exists(status) && !fs::is_directory(status))
    return fail(Failure::cannot_create, "'" + folder + "' is no folder", "name a new one");
  if (fs::exists(status) && !fs::is_empty(folder, error))
    return fail(Failure::cannot_create, "'" + folder + "' is not empty", "name a new folder");
  fs::create_directories(fs::path(folder) / "schema", error);
  if (!error) return {};
  Problem problem;
  problem.failure = Failure::cannot_create;
  problem.what = "cannot create '" + folder + "'";
  problem.why = error.message();
  return fail(std::move(problem));
}

/// Nothing half-made stays: the folder can be named again.
void take_back(const std::string& folder, const std::vector<std::string>& made) {
  std::error_code ignored;
  for (const std::string& path : made) fs::remove(path, ignored);
  fs::remove(fs::path(folder) / "schema", ignored);
  fs::remove(folder, ignored);
}

}  // namespace

Outcome<> init(const std::string& folder, std::string_view text) {
  const auto pair = parse_pair(text);
  if (!pair) return fail(pair.error());
  for (const std::string& id : {pair->first, pair->second}) {
    if (auto known = check_code(id); !known) return known;
  }
  if (auto made = make_folder(folder); !made) return made;
  std::vector<std::pair<std::string, std::string>> files;
  const std::vector<std::string> names = table_names();
  for (const TableSchema& table : schemas()) {
    std::string csv = header_line(table);
    if (table.name == "areas") csv += area_line(table, pair->first) + area_line(table, pair->second);
    files.emplace_back(table.name + ".csv", std::move(csv));
    files.emplace_back("schema/" + table.name + ".json", schema_json(table, columns_of(table), names));
  }
  files.emplace_back("README.md", readme(*pair));
  files.emplace_back("datapackage.json", package_json(*pair));
  std::vector<std::string> made;
  for (const auto& [name, bytes] : files) {
    auto written = write_new_file(folder + "/" + name, bytes);
    if (written) {
      made.push_back(folder + "/" + name);
      continue;
    }
    take_back(folder, made);
    return written;
  }
  return {};
}

}  // namespace attache::dataset
