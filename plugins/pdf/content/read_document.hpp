#pragma once
/// The contract's document becomes this exporter's: blocks read, unknown kinds replaced by their fallbacks, cells printed by the host.

#include <attache/plugin.hpp>

#include "content/content.hpp"

#include <cstdint>

namespace attache::pdf {

[[nodiscard]] Document read_document(const sdk::Context& context);

/// A table as it is printed: columns for machines left out, rows beyond the limit left out, citations beside what they support.
[[nodiscard]] Table read_table(const sdk::Context& context, const attache_table_ref& reference);
[[nodiscard]] Chart read_chart(const sdk::Context& context, const attache_chart& chart);
/// The numbers of a column as printed (divided by its magnitude); nothing where a cell is missing.
[[nodiscard]] std::vector<std::optional<double>> read_numbers(const sdk::Table& table, std::uint32_t column, std::int64_t first,
                                                              std::int64_t count);

[[nodiscard]] Text read_text(const attache_inline* line);
[[nodiscard]] std::string read_string(attache_str text);

/// The host's words.
class HostPhrases : public Phrases {
 public:
  explicit HostPhrases(const sdk::Context& context) : context_(context) {}
  [[nodiscard]] std::string say(const std::string& id, const Arguments& arguments = {}) const override;
  [[nodiscard]] std::string number(std::int64_t value, int scale) const override;

 private:
  const sdk::Context& context_;
};

}  // namespace attache::pdf
