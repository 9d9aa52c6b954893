#include "trade/src/import/mapping.hpp"

#include <toml++/toml.h>
#include <algorithm>
#include <array>
#include <filesystem>
#include <functional>
#include <sstream>

#include "trade/src/import/letters.hpp"
#include "value/digest.hpp"
#include "value/joined.hpp"
#include "value/regular_file.hpp"

namespace attache::trade {

namespace {

const std::vector<std::string> top_keys = {"title", "detect", "basis", "release", "file", "numbers", "areas", "columns", "table", "flows"};

/// Walks through one mapping; the first thing that is wrong ends it.
class Reader {
 public:
  Reader(const toml::table& root, std::string file) : root_(root), file_(std::move(file)) {}

  Outcome<Mapping> read() {
    check_keys(root_, top_keys);
    out_.title = text(root_, "title");
    list("detect", out_.detect);
    pairs("basis", [this](const std::string& key, const std::string& value) { out_.basis[key] = value; });
    pairs("areas", [this](const std::string& key, const std::string& value) { out_.areas[key] = value; });
    read_file();
    read_flows();
    if (const toml::table* table = root_["table"].as_table()) {
      out_.is_cross = true;
      read_table(*table);
    }
    if (const toml::table* columns = root_["columns"].as_table()) read_columns(*columns);
    if (!out_.is_cross && out_.columns.empty()) refuse(root_, "the mapping has neither [columns] nor [table]", "say where the values are");
    if (problem_.what.empty()) return std::move(out_);
    return fail(problem_);
  }

 private:
  void refuse(const toml::node& at, std::string what, std::string next) {
    if (!problem_.what.empty()) return;
    problem_ = {.failure = Failure::data, .rule = "mapping", .what = std::move(what), .where = {}, .why = {}, .next = std::move(next)};
    problem_.where = {
        .file = file_, .line = static_cast<int>(at.source().begin.line), .column = static_cast<int>(at.source().begin.column), .field = {}};
  }

  void check_keys(const toml::table& table, const std::vector<std::string>& known) {
    for (const auto& [key, node] : table) {
      const std::string name(key.str());
      if (std::find(known.begin(), known.end(), name) != known.end()) continue;
      const std::string near = did_you_mean(name, known);
      refuse(node, "a mapping has no key '" + name + "' here", near.empty() ? "there are " + joined(known) : near);
    }
  }

  std::string text(const toml::table& table, std::string_view key) {
    const toml::node* node = table.get(key);
    if (node == nullptr) return {};
    if (const auto value = node->value<std::string>(); value && node->is_string()) return *value;
    refuse(*node, "'" + std::string(key) + "' must be a text", "put it in quotes");
    return {};
  }

  std::size_t number(const toml::table& table, std::string_view key, std::size_t otherwise) {
    const toml::node* node = table.get(key);
    if (node == nullptr) return otherwise;
    if (const auto value = node->value<std::int64_t>(); node->is_integer() && *value >= 1 && *value <= 1000)
      return static_cast<std::size_t>(*value);
    refuse(*node, "'" + std::string(key) + "' must be a number from 1 to 1000", "count rows and columns from 1");
    return otherwise;
  }

  void list(std::string_view key, std::vector<std::string>& to) {
    const toml::node* node = root_.get(key);
    if (node == nullptr) return;
    if (const toml::array* array = node->as_array()) {
      for (const toml::node& each : *array) {
        if (each.is_string()) to.push_back(*each.value<std::string>());
      }
      if (to.size() == array->size()) return;
    }
    refuse(*node, "'" + std::string(key) + "' must be a list of texts", "write [\"…\", \"…\"]");
  }

  using TakePair = std::function<void(const std::string&, const std::string&)>;
  void pairs(std::string_view name, const TakePair& take) {
    const toml::table* table = root_[name].as_table();
    if (table == nullptr) return;
    for (const auto& [key, node] : *table) {
      if (node.is_string()) {
        take(std::string(key.str()), *node.value<std::string>());
      } else if (node.is_integer()) {
        take(std::string(key.str()), std::to_string(*node.value<std::int64_t>()));
      } else {
        refuse(node, "'" + std::string(key.str()) + "' must be a text", "put it in quotes");
      }
    }
  }

  void read_file() {
    if (const toml::table* file = root_["file"].as_table()) {
      check_keys(*file, {"encoding", "separator", "header_row"});
      out_.encoding = text(*file, "encoding");
      const std::string separator = text(*file, "separator");
      if (separator.size() > 1) refuse(*file, "the separator must be one character", "write \",\", \";\", \"\\t\" or \"|\"");
      if (!separator.empty()) out_.separator = separator.front();
      out_.header_row = number(*file, "header_row", 1);
    }
    if (const toml::table* numbers = root_["numbers"].as_table()) {
      check_keys(*numbers, {"decimal", "grouped"});
      const std::string point = text(*numbers, "decimal");
      if (!point.empty() && point != "." && point != ",") refuse(*numbers, "the decimal sign must be . or ,", "write decimal = \",\"");
      if (!point.empty()) out_.numbers.point = point.front();
      out_.numbers.grouped = (*numbers)["grouped"].value_or(false);
    }
    if (const toml::table* release = root_["release"].as_table()) {
      check_keys(*release, {"valuation_exports", "valuation_imports"});
      out_.valuation_exports = text(*release, "valuation_exports");
      out_.valuation_imports = text(*release, "valuation_imports");
    }
  }

  void read_flows() {
    const toml::table* flows = root_["flows"].as_table();
    if (flows == nullptr) return;
    for (const auto& [key, node] : *flows) {
      const auto flow = parse_flow(node.value_or(std::string_view()));
      if (!flow) refuse(node, "'" + std::string(key.str()) + "' must be a flow", "write M, X, RM, RX, DX or FM");
      out_.cross.flows.emplace_back(lower_case(key.str()), flow.value_or(Flow::m));
    }
    // The longest first: "exports, re-exported" before "exports".
    std::stable_sort(out_.cross.flows.begin(), out_.cross.flows.end(),
                     [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
  }

  Place place(const toml::table& table, std::string_view key) {
    constexpr std::array<std::string_view, 5> places = {"nowhere", "title", "row", "column", "section"};
    const std::string given = text(table, key);
    if (given.empty()) return Place::nowhere;
    const auto* const at = std::find(places.begin() + 1, places.end(), given);
    if (at != places.end()) return static_cast<Place>(at - places.begin());
    refuse(*table.get(key), "'" + given + "' is no place of a table", "write title, row, column or section");
    return Place::nowhere;
  }

  void read_table(const toml::table& table) {
    check_keys(table, {"header", "header_row", "header_rows", "label", "values_under", "reporter", "partner", "period", "flow",
                       "period_title", "section_partner"});
    CrossShape& shape = out_.cross;
    shape.header = text(table, "header");
    shape.header_row = number(table, "header_row", 0);
    shape.header_rows = number(table, "header_rows", 1);
    shape.label = number(table, "label", 1);
    shape.values_under = lower_case(text(table, "values_under"));
    shape.reporter = place(table, "reporter");
    shape.partner = place(table, "partner");
    shape.period = place(table, "period");
    shape.flow = place(table, "flow");
    shape.period_title = lower_case(text(table, "period_title"));
    shape.section_partner = text(table, "section_partner");
    if (shape.header.empty() && shape.header_row == 0)
      refuse(table, "the table has no header", "give header = \"how it begins\" or header_row = 5");
    if (shape.period == Place::title && shape.period_title.find("{year}") == std::string::npos) {
      refuse(table, "the period is in the title, but where is not said", "write period_title = \"January-December {year}\"");
    }
  }

  void read_columns(const toml::table& columns) {
    std::vector<std::string> roles;
    for (std::size_t i = 0; i < role_count; ++i) roles.emplace_back(role_name(static_cast<Role>(i)));
    check_keys(columns, roles);
    for (const auto& [key, node] : columns) {
      const auto role = parse_role(key.str());
      if (role) out_.columns.emplace_back(*role, text(columns, key.str()));
    }
  }

  const toml::table& root_;
  std::string file_;
  Mapping out_;
  Problem problem_;
};

}  // namespace

Outcome<Mapping> parse_mapping(std::string_view text, const std::string& file) {
  toml::table root;
  try {
    root = toml::parse(text, file);
  } catch (const toml::parse_error& error) {
    return fail({.failure = Failure::data,
                 .rule = "mapping",
                 .what = std::string(error.description()),
                 .where = {.file = file,
                           .line = static_cast<int>(error.source().begin.line),
                           .column = static_cast<int>(error.source().begin.column),
                           .field = {}},
                 .why = {},
                 .next = "a mapping is a TOML file"});
  }
  auto mapping = Reader(root, file).read();
  if (mapping) mapping->digest = sha256_hex(text);
  return mapping;
}

Outcome<Mapping> load_mapping(const std::string& path_or_name) {
  std::vector<std::string> names;
  for (const MappingText& each : built_in_mappings()) {
    names.push_back(each.name);
    if (each.name != path_or_name) continue;
    auto mapping = parse_mapping(each.text, each.name + ".toml");
    if (mapping) mapping->name = each.name;
    return mapping;
  }
  if (!path_or_name.ends_with(".toml") && path_or_name.find('/') == std::string::npos) {
    const std::string near = did_you_mean(path_or_name, names);
    return fail(Failure::usage, "no mapping is called '" + path_or_name + "'",
                near.empty() ? "give a file ending in .toml, or one of " + joined(names) : near);
  }
  const auto text = read_regular_file(path_or_name);
  if (!text) return fail(text.error());
  auto mapping = parse_mapping(*text, path_or_name);
  if (mapping) mapping->name = std::filesystem::path(path_or_name).stem().string();
  return mapping;
}

Outcome<Layout> layout_of(const Mapping& mapping, const std::vector<std::string>& header, const std::string& file) {
  Layout layout;
  layout.format = FileFormat::mapped;
  layout.header = header;
  layout.header_records = mapping.header_row;
  for (const auto& [role, name] : mapping.columns) {
    const auto at =
        std::find_if(header.begin(), header.end(), [&wanted = name](const std::string& each) { return trimmed(each) == wanted; });
    if (at == header.end()) {
      const std::string near = did_you_mean(name, header);
      return fail({.failure = Failure::data,
                   .rule = "mapping",
                   .what = "the file has no column '" + name + "'",
                   .where = {.file = file, .line = 0, .column = 0, .field = {}},
                   .why = "the mapping takes it for the " + std::string(role_name(role)),
                   .next = near.empty() ? "correct the mapping's [columns]" : near});
    }
    layout.columns[static_cast<std::size_t>(role)] = static_cast<int>(at - header.begin());
  }
  return layout;
}

}  // namespace attache::trade
