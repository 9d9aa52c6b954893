#include "config_file.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <fstream>
#include <optional>
#include <sstream>

namespace attache::cli {

namespace {

class Reader {
 public:
  Reader(std::string file, std::vector<Problem>& problems) : file_(std::move(file)), problems_(problems) {}

  void read(const toml::table& table, std::vector<std::string> path) {
    for (const auto& [key, node] : table) {
      path.emplace_back(key.str());
      const Position where = at(key.source());
      if (const toml::table* inner = node.as_table()) {
        read(*inner, path);
        if (inner->empty()) entries_.push_back({path, {}, where});
      } else {
        entries_.push_back({path, values(node, where), where});
      }
      path.pop_back();
    }
  }

  std::vector<ConfigEntry> take() {
    std::stable_sort(entries_.begin(), entries_.end(),
                     [](const ConfigEntry& a, const ConfigEntry& b) { return a.where.line < b.where.line; });
    return std::move(entries_);
  }

  [[nodiscard]] Position at(const toml::source_region& region) const {
    Position position;
    position.file = file_;
    position.line = static_cast<int>(region.begin.line);
    position.column = static_cast<int>(region.begin.column);
    return position;
  }

 private:
  std::vector<std::string> values(const toml::node& node, const Position& where) {
    std::vector<std::string> out;
    if (const toml::array* array = node.as_array()) {
      for (const toml::node& each : *array) add(each, where, out);
    } else {
      add(node, where, out);
    }
    return out;
  }

  void add(const toml::node& node, const Position& where, std::vector<std::string>& out) {
    if (auto text = scalar(node)) {
      out.push_back(*text);
      return;
    }
    Problem problem;
    problem.failure = Failure::configuration;
    problem.what = "this kind of value is not used here";
    problem.where = where;
    problem.next = "write a text in quotes, a whole number, true or false";
    problems_.push_back(problem);
  }

  static std::optional<std::string> scalar(const toml::node& node) {
    if (const auto* text = node.as_string()) return text->get();
    if (const auto* number = node.as_integer()) return std::to_string(number->get());
    if (const auto* flag = node.as_boolean()) return flag->get() ? "true" : "false";
    return std::nullopt;
  }

  std::string file_;
  std::vector<Problem>& problems_;
  std::vector<ConfigEntry> entries_;
};

}  // namespace

std::string ConfigEntry::key() const {
  std::string out;
  for (const std::string& part : path) out += (out.empty() ? "" : ".") + part;
  return out;
}

std::vector<ConfigEntry> read_config_file(const std::string& path, std::vector<Problem>& problems) {
  Reader reader(path, problems);
  std::ifstream stream(path, std::ios::binary);
  std::stringstream text;
  if (!stream || !(text << stream.rdbuf())) {
    if (stream.is_open() && stream.peek() == std::ifstream::traits_type::eof() && !stream.bad()) return {};  // an empty file
    Problem problem;
    problem.failure = Failure::configuration;
    problem.what = "the configuration file cannot be read";
    problem.where.file = path;
    problem.next = "make it readable or remove it";
    problems.push_back(problem);
    return {};
  }
  try {
    reader.read(toml::parse(text.str(), path), {});
  } catch (const toml::parse_error& error) {
    Problem problem;
    problem.failure = Failure::configuration;
    problem.what = "this is not TOML";
    problem.why = std::string(error.description());
    problem.where = reader.at(error.source());
    problems.push_back(problem);
  }
  return reader.take();
}

}  // namespace attache::cli
