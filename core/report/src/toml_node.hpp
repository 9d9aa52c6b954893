#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "value/outcome.hpp"

namespace attache::report {

struct Node;
struct Member;
using NodeList = std::vector<Node>;
using Members = std::vector<Member>;

/// A value of a TOML file with its position. Dates and times of TOML arrive as text.
struct Node {
  Position at;
  std::variant<bool, std::int64_t, double, std::string, NodeList, Members> value;

  [[nodiscard]] const Members* table() const { return std::get_if<Members>(&value); }
  [[nodiscard]] const NodeList* list() const { return std::get_if<NodeList>(&value); }
  [[nodiscard]] const std::string* text() const { return std::get_if<std::string>(&value); }
  /// "text", "table" …, for messages.
  [[nodiscard]] std::string_view kind() const;
};

struct Member {
  std::string key;
  Node node;
};

/// Reads TOML; the members of a table keep the file's order. `file` is for positions only.
[[nodiscard]] Outcome<Node> read_toml(std::string_view text, const std::string& file);

}  // namespace attache::report
