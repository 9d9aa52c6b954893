#include "toml_node.hpp"

#include <toml++/toml.h>
#include <algorithm>
#include <sstream>

namespace attache::report {

namespace {

Position position(const toml::source_region& region, const std::string& file) {
  return {file, static_cast<int>(region.begin.line), static_cast<int>(region.begin.column), {}};
}

Node convert(const toml::node& from, const std::string& file) {
  Node node{position(from.source(), file), false};
  if (const auto* table = from.as_table()) {
    Members members;
    for (const auto& [key, value] : *table) {
      Node child = convert(value, file);
      // a plain value is where its key stands; an implicit table has no position of its own
      if (key.source().begin.line > 0) child.at = position(key.source(), file);
      members.push_back({std::string(key.str()), std::move(child)});
    }
    std::stable_sort(members.begin(), members.end(), [](const Member& a, const Member& b) {
      return std::pair(a.node.at.line, a.node.at.column) < std::pair(b.node.at.line, b.node.at.column);
    });
    node.value = std::move(members);
  } else if (const auto* array = from.as_array()) {
    NodeList list;
    for (const auto& element : *array) list.push_back(convert(element, file));
    node.value = std::move(list);
  } else if (const auto* text = from.as_string()) {
    node.value = text->get();
  } else if (const auto* integer = from.as_integer()) {
    node.value = integer->get();
  } else if (const auto* real = from.as_floating_point()) {
    node.value = real->get();
  } else if (const auto* boolean = from.as_boolean()) {
    node.value = boolean->get();
  } else {
    std::ostringstream out;
    from.visit([&](const auto& value) {
      if constexpr (toml::is_date<decltype(value)> || toml::is_time<decltype(value)> || toml::is_date_time<decltype(value)>)
        out << value.get();
    });
    node.value = out.str();
  }
  return node;
}

}  // namespace

std::string_view Node::kind() const {
  constexpr std::string_view names[] = {"true or false", "a whole number", "a number", "text", "a list", "a table"};
  return names[value.index()];
}

Outcome<Node> read_toml(std::string_view text, const std::string& file) {
  try {
    const toml::table table = toml::parse(text, std::string_view(file));
    return convert(table, file);
  } catch (const toml::parse_error& error) {
    Problem problem;
    problem.failure = Failure::usage;
    problem.rule = "toml";
    problem.what = "this is not TOML";
    problem.where = position(error.source(), file);
    problem.why = std::string(error.description());
    return fail(std::move(problem));
  }
}

}  // namespace attache::report
