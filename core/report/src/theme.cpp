#include "theme.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>

#include "embedded.hpp"
#include "find_file.hpp"
#include "options.hpp"
#include "report/report.hpp"
#include "toml_node.hpp"

namespace attache::report {

namespace {

bool is_hex(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); });
}

struct Reader {
  Theme& theme;
  std::vector<Problem>& problems;

  void problem(const Node& node, std::string what, std::string next = {}) {
    problems.push_back(file_problem(node.at, "theme", std::move(what), std::move(next)));
  }

  void unknown(const Member& member, const std::vector<std::string>& known) {
    const std::string hint = did_you_mean(member.key, known);
    std::string all = "known:";
    for (const auto& key : known) all += " " + key;
    problem(member.node, "no key '" + member.key + "' in a theme", hint.empty() ? all : hint);
  }

  void color(const std::string& key, const Node& node) {
    const auto* text = node.text();
    if (text == nullptr || text->size() != 7 || text->front() != '#' || !is_hex(text->substr(1))) {
      return problem(node, "'" + key + "' must be a colour", "write \"#1F4E79\"");
    }
    theme["theme." + key] = *text;
  }

  void colors(const Member& member) {
    static const std::vector<std::string> known = {"accent", "text", "muted", "rule", "fill", "series"};
    if (member.key == "series") {
      const auto* list = member.node.list();
      if (list == nullptr || list->empty() || list->size() > 8)
        return problem(member.node, "'color.series' must be a list of 1 to 8 colours");
      for (std::size_t i = 0; i < list->size(); ++i) color("color.series." + std::to_string(i + 1), (*list)[i]);
    } else if (std::find(known.begin(), known.end(), member.key) != known.end()) {
      color("color." + member.key, member.node);
    } else {
      unknown(member, known);
    }
  }

  void font(const Member& face) {
    static const std::vector<std::string> faces = {"body", "bold", "italic", "heading", "symbols"};
    static const std::vector<std::string> keys = {"file", "index", "sha256"};
    if (std::find(faces.begin(), faces.end(), face.key) == faces.end()) return unknown(face, faces);
    if (face.node.table() == nullptr) return problem(face.node, "'font." + face.key + "' must be a table with file, index, sha256");
    const std::string prefix = "theme.font." + face.key + ".";
    for (const auto& part : keys) theme[prefix + part] = part == "index" ? "0" : "";
    for (const auto& member : *face.node.table()) {
      const auto* text = member.node.text();
      const auto* number = std::get_if<std::int64_t>(&member.node.value);
      if (member.key == "file" && text != nullptr && text->starts_with('/')) {
        theme[prefix + "file"] = *text;
      } else if (member.key == "index" && number != nullptr && *number >= 0) {
        theme[prefix + "index"] = std::to_string(*number);
      } else if (member.key == "sha256" && text != nullptr && text->size() == 64 && is_hex(*text)) {
        theme[prefix + "sha256"] = *text;
      } else if (std::find(keys.begin(), keys.end(), member.key) == keys.end()) {
        unknown(member, keys);
      } else {
        problem(member.node, "'font." + face.key + "." + member.key + "' is not right",
                "file: an absolute path; index: 0 or more; sha256: 64 hexadecimal digits");
      }
    }
    if (theme[prefix + "file"].empty()) problem(face.node, "'font." + face.key + "' has no file");
  }

  void page(const Member& member) {
    const auto* text = member.node.text();
    const auto* number = std::get_if<std::int64_t>(&member.node.value);
    if (member.key == "size") {
      if (text == nullptr || (*text != "A4" && *text != "Letter")) return problem(member.node, "'page.size' must be \"A4\" or \"Letter\"");
      theme["theme.page.size"] = *text;
    } else if (member.key == "margin") {
      if (number == nullptr || *number < 5 || *number > 60) return problem(member.node, "'page.margin' must be 5 to 60 (millimetres)");
      theme["theme.page.margin"] = std::to_string(*number);
    } else {
      unknown(member, {"size", "margin"});
    }
  }

  void each(const Member& member, const std::function<void(const Member&)>& read) {
    if (member.node.table() == nullptr) return problem(member.node, "'" + member.key + "' must be a table");
    for (const auto& child : *member.node.table()) read(child);
  }

  void member(const Member& top) {
    if (top.key == "id") return;
    if (top.key == "font") return each(top, [this](const Member& m) { font(m); });
    if (top.key == "color") return each(top, [this](const Member& m) { colors(m); });
    if (top.key == "page") return each(top, [this](const Member& m) { page(m); });
    unknown(top, {"id", "font", "color", "page"});
  }
};

}  // namespace

void read_theme(const std::string& text, const std::string& file, Theme& theme, std::vector<Problem>& problems) {
  auto root = read_toml(text, file);
  if (!root) {
    problems.push_back(root.error());
    return;
  }
  Reader reader{theme, problems};
  for (const auto& member : *root->table()) reader.member(member);
}

Outcome<Theme> find_theme(const std::string& name, const std::string& dataset_folder) {
  Theme theme;
  std::vector<Problem> problems;
  read_theme(embedded_themes().front().text, "<built in>/default.toml", theme, problems);
  if (!name.empty() && name != "default") {
    auto found = find_text({"theme", "themes", name, dataset_folder}, embedded_themes());
    if (!found) return fail(found.error());
    read_theme(found->text, found->file, theme, problems);
  }
  if (!problems.empty()) return fail(problems.front());
  return theme;
}

Outcome<std::map<std::string, std::string>> theme_keys(const std::string& theme, const std::string& dataset_folder) {
  return find_theme(theme, dataset_folder);
}

}  // namespace attache::report
