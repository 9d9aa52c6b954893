#include "definition.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <set>

#include "toml_node.hpp"

namespace attache::report {

namespace {

const std::vector<std::string> top_keys = {"id", "title", "summary", "plugin", "perspective", "period", "marking", "layout", "section"};

std::optional<int> year(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 1 || value > 9999) return std::nullopt;
  return value;
}

void read_layout(const Members& members, const std::string& prefix, Definition::Data& data, std::vector<Problem>& problems) {
  for (const auto& member : members) {
    const std::string key = prefix + "." + member.key;
    if (const auto* table = member.node.table()) {
      read_layout(*table, key, data, problems);
    } else if (const auto* number = std::get_if<std::int64_t>(&member.node.value)) {
      data.layout[key] = std::to_string(*number);
    } else if (member.node.text() != nullptr) {
      data.layout[key] = *member.node.text();
    } else {
      problems.push_back(file_problem(member.node.at, "layout", "'" + key + "' must be text or a whole number"));
    }
  }
}

void read_period(const Node& node, Definition::Data& data, std::vector<Problem>& problems) {
  if (const auto* table = node.table()) {
    for (const auto& member : *table) {
      const auto* years = std::get_if<std::int64_t>(&member.node.value);
      if (member.key == "last_years" && years != nullptr && *years > 0 && *years < 10000) {
        data.period.last_years = static_cast<int>(*years);
      } else {
        problems.push_back(
            file_problem(member.node.at, "period", "'" + member.key + "' does not say a period", "write { last_years = 12 }"));
      }
    }
    return;
  }
  auto period = node.text() != nullptr ? Period::parse(*node.text())
                                       : Outcome<Period>(fail(Failure::usage, "a period must be text or { last_years = 12 }"));
  if (period) {
    data.period = *period;
  } else {
    problems.push_back(file_problem(node.at, "period", period.error().what, "write \"all\", \"2005..2015\" or { last_years = 12 }"));
  }
}

void read_section(const Node& node, std::set<std::string>& ids, Definition::Data& data, std::vector<Problem>& problems) {
  const Members* members = node.table();
  if (members == nullptr) {
    problems.push_back(file_problem(node.at, "section", "a section must be a table", "write [[section]]"));
    return;
  }
  const auto use = std::find_if(members->begin(), members->end(), [](const Member& m) { return m.key == "use"; });
  if (use == members->end() || use->node.text() == nullptr) {
    problems.push_back(file_problem(node.at, "section", "a section without a builder", "add use = \"key-figures\" or another builder"));
    return;
  }
  const Builder* builder = find_builder(*use->node.text());
  if (builder == nullptr) {
    std::vector<std::string> names;
    for (const auto& known : builders()) names.emplace_back(known.id);
    problems.push_back(
        file_problem(use->node.at, "unknown-builder", "no builder '" + *use->node.text() + "'", did_you_mean(*use->node.text(), names)));
    return;
  }
  std::vector<OptionSpec> specs = common_options();
  specs.insert(specs.end(), builder->options.begin(), builder->options.end());
  SectionSpec section{builder, std::string(builder->id), Options(specs), node.at};
  read_options(*members, specs, {"use"}, section.options, problems);
  if (!section.options.text("id").empty()) section.id = section.options.text("id");
  if (!std::all_of(section.id.begin(), section.id.end(),
                   [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; })) {
    problems.push_back(file_problem(node.at, "section-id", "section id '" + section.id + "' may hold a-z, 0-9 and '-' only"));
  } else if (!ids.insert(section.id).second) {
    problems.push_back(
        file_problem(node.at, "section-id", "two sections have the id '" + section.id + "'", "give this one an id = \"…\" of its own"));
  }
  data.sections.push_back(std::move(section));
}

void read_word(const Node& node, const OptionSpec& spec, std::string& into, std::vector<Problem>& problems) {
  if (auto value = read_option(node, spec)) {
    into = std::get<std::string>(*value);
  } else {
    problems.push_back(value.error());
  }
}

void read_local(const Node& node, std::string_view id, LocalText& into, std::vector<Problem>& problems) {
  if (auto value = read_option(node, {id, OptionType::local_text, "", "", {}})) {
    into = std::get<LocalText>(*value);
  } else {
    problems.push_back(value.error());
  }
}

void read_member(const Member& member, Definition::Data& data, std::vector<Problem>& problems) {
  const std::string& key = member.key;
  if (key == "id") return read_word(member.node, {"id", OptionType::text, "", "", {}}, data.name, problems);
  if (key == "title") return read_local(member.node, "title", data.title, problems);
  if (key == "summary") return read_local(member.node, "summary", data.summary, problems);
  if (key == "plugin") return read_word(member.node, {"plugin", OptionType::text, "", "", {}}, data.plugin, problems);
  if (key == "marking") return read_word(member.node, {"marking", OptionType::text, "", "", {}}, data.marking, problems);
  if (key == "perspective") {
    return read_word(member.node, {"perspective", OptionType::choice, "", "", {"first", "second", "both"}}, data.perspective, problems);
  }
  if (key == "period") return read_period(member.node, data, problems);
  if (key == "layout" && member.node.table() != nullptr) return read_layout(*member.node.table(), "layout", data, problems);
  if (key == "section" && member.node.list() != nullptr) {
    std::set<std::string> ids;
    for (const auto& node : *member.node.list()) read_section(node, ids, data, problems);
    return;
  }
  if (key == "layout" || key == "section") {
    problems.push_back(
        file_problem(member.node.at, "section", "'" + key + "' must be " + (key == "layout" ? "a table" : "written [[section]]")));
    return;
  }
  const std::string hint = did_you_mean(key, top_keys);
  problems.push_back(file_problem(member.node.at, "unknown-key", "no key '" + key + "' in a report", hint));
}

}  // namespace

Outcome<Period> Period::parse(std::string_view text) {
  Period period;
  if (text == "all" || text.empty()) return period;
  if (text.starts_with("last ")) {
    period.last_years = year(text.substr(5));
    if (period.last_years) return period;
  } else if (const auto dots = text.find(".."); dots != std::string_view::npos) {
    period.from = year(text.substr(0, dots));
    period.to = year(text.substr(dots + 2));
    if (period.from && period.to && *period.from <= *period.to) return period;
  } else if (const auto one = year(text)) {
    period.from = period.to = one;
    return period;
  }
  return fail(Failure::usage, "'" + std::string(text) + "' is no period", "write 'all', 'last 12', '2014' or '2005..2015'");
}

std::string Period::text() const {
  if (last_years) return "last " + std::to_string(*last_years);
  if (from && to) return std::to_string(*from) + ".." + std::to_string(*to);
  return "all";
}

void read_definition(const std::string& text, Definition::Data& data, std::vector<Problem>& problems) {
  data.toml = text;
  auto root = read_toml(text, data.file);
  if (!root) {
    problems.push_back(root.error());
    return;
  }
  for (const auto& member : *root->table()) read_member(member, data, problems);
  if (data.sections.empty() && problems.empty()) {
    problems.push_back(
        file_problem({data.file, 1, 1, {}}, "section", "a report without sections", "add [[section]] and use = \"key-figures\""));
  }
}

}  // namespace attache::report
