#pragma once
/// Options of a section: declared by its builder, read from a report file, checked with positions and suggestions.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "text/language.hpp"
#include "toml_node.hpp"

namespace attache::report {

/// Text that a report file gives in one of three ways: "@message.id", plain text, or { en = "…", ru = "…" }.
struct LocalText {
  std::string message;
  std::map<std::string, std::string, std::less<>> by_language;  ///< key "" = for every language
  [[nodiscard]] bool empty() const { return message.empty() && by_language.empty(); }
  [[nodiscard]] std::string in(const text::Language& language) const;
};

enum class OptionType { boolean, integer, text, choice, list, local_text };

struct OptionSpec {
  std::string_view id;  ///< a dot stands for a table: "chart.line" is chart = { line = … }
  OptionType type = OptionType::text;
  std::string_view default_text;  ///< as it would be written; lists by ','
  std::string_view description;
  std::vector<std::string> choices;
};

using OptionValue = std::variant<bool, std::int64_t, std::string, std::vector<std::string>, LocalText>;

/// The options of one section: what was given, else the default.
class Options {
 public:
  explicit Options(const std::vector<OptionSpec>& specs);
  void set(std::string_view id, OptionValue value) { values_.insert_or_assign(std::string(id), std::move(value)); }
  [[nodiscard]] bool flag(std::string_view id) const;
  [[nodiscard]] std::int64_t integer(std::string_view id) const;
  [[nodiscard]] const std::string& text(std::string_view id) const;
  [[nodiscard]] const std::vector<std::string>& list(std::string_view id) const;
  [[nodiscard]] const LocalText& local(std::string_view id) const;

 private:
  std::map<std::string, OptionValue, std::less<>> values_;
};

/// Reads the members of a section into `options`; what does not fit is appended to `problems`. Keys in `reserved` are skipped.
void read_options(const Members& members, const std::vector<OptionSpec>& specs, const std::vector<std::string>& reserved, Options& options,
                  std::vector<Problem>& problems);

/// The node as a value of the type, or a problem.
[[nodiscard]] Outcome<OptionValue> read_option(const Node& node, const OptionSpec& spec);
[[nodiscard]] std::string_view name_of(OptionType type);
/// A problem of a report or theme file.
[[nodiscard]] Problem file_problem(const Position& at, std::string rule, std::string what, std::string next = {});

}  // namespace attache::report
