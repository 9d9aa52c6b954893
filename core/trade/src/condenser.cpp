#include "trade/src/condenser.hpp"

#include <algorithm>
#include <cassert>

namespace attache::trade {

namespace {

constexpr std::size_t most_notes = 20;

/// Which dimensions a row breaks down: fewer bits, coarser row.
unsigned breakdown(const TradeRow& row) {
  return (row.partner2 != 0 ? 1U : 0U) | (row.customs != 0 ? 2U : 0U) | (row.transport != 0 ? 4U : 0U) | (row.supply != 0 ? 8U : 0U);
}

/// A sum of parts is missing as soon as one part is.
bool add_up(std::int64_t& sum, text::Missing& missing, std::int64_t part, text::Missing part_missing) {
  if (missing == text::Missing::present) missing = part_missing;
  return !__builtin_add_overflow(sum, part, &sum);
}

std::string area_text(AreaCode area) {
  const std::string_view iso3 = area < first_own_area ? iso3_of(area) : std::string_view();
  return iso3.empty() ? std::to_string(area) : std::string(iso3);
}

}  // namespace

std::string key_text(const TradeRow& row) {
  const Series series = row.product.series();
  std::string product = row.product.code();
  if (product.empty()) product = "a code of level " + std::to_string(series.level);
  std::string out = area_text(row.reporter) + ' ' + std::string(flow_code(row.flow)) + ' ' + area_text(row.partner) + ' ' +
                    row.period.text() + ' ' + std::string(classification_code(series.classification)) + ' ' + product;
  if (row.partner2 != 0) out += " partner2 " + area_text(row.partner2);
  if (row.customs != 0) out += " customs C" + std::string(row.customs < 10 ? "0" : "") + std::to_string(row.customs);
  if (row.transport != 0) out += " transport " + std::to_string(row.transport);
  if (row.supply != 0) out += " supply " + std::to_string(row.supply);
  return out;
}

Position Condenser::place(const Origin& origin) const {
  Position at;
  if (origin.file < files_.size()) at.file = files_[origin.file];
  at.line = static_cast<int>(origin.line);
  return at;
}

Outcome<> Condenser::repeated(const SourcedRow& row) {
  const bool same = row.row == last_.row;
  if (same) ++duplicates_;
  if (same && notes_.size() >= most_notes) return {};
  Problem problem{.failure = Failure::data,
                  .severity = same ? Severity::warning : Severity::error,
                  .rule = same ? "duplicate-row" : "contradicting-rows",
                  .what = (same ? "the row of " : "two different rows of ") + key_text(row.row) + (same ? " is there twice" : ""),
                  .where = place(row.origin),
                  .why = (same ? "the same row is at " : "the other is at ") + place(last_.origin).text(),
                  .next = same ? "it was counted once" : "take one of them out, or import the files as two releases"};
  if (!same) return fail(std::move(problem));
  notes_.push_back(std::move(problem));
  return {};
}

Outcome<> Condenser::close_group(std::vector<TradeRow>& totals) {
  if (group_.empty()) return {};
  const auto coarser = [](unsigned a, unsigned b) {
    const int bits_a = __builtin_popcount(a);
    const int bits_b = __builtin_popcount(b);
    return bits_a != bits_b ? bits_a < bits_b : a < b;
  };
  unsigned chosen = breakdown(group_.front());
  for (const TradeRow& row : group_) chosen = coarser(breakdown(row), chosen) ? breakdown(row) : chosen;
  TradeRow total;
  bool first = true;
  for (const TradeRow& row : group_) {
    if (breakdown(row) != chosen) continue;
    if (first) {
      total = row;
      total.partner2 = total.transport = 0;
      total.customs = total.supply = 0;
      total.summed = true;
      first = false;
      continue;
    }
    bool fits = add_up(total.value, total.value_missing, row.value, row.value_missing);
    fits = add_up(total.net_weight, total.net_weight_missing, row.net_weight, row.net_weight_missing) && fits;
    if (row.quantity_unit != total.quantity_unit) total.quantity_missing = text::Missing::not_applicable;
    fits = add_up(total.quantity, total.quantity_missing, row.quantity, row.quantity_missing) && fits;
    if (!fits) return fail(Failure::data, "the sum of the parts of " + key_text(row) + " is too large", "import with fewer decimals");
    total.net_weight_estimated = total.net_weight_estimated || row.net_weight_estimated;
    total.quantity_estimated = total.quantity_estimated || row.quantity_estimated;
  }
  if (total.value_missing != text::Missing::present) total.value = 0;
  if (total.net_weight_missing != text::Missing::present) total.net_weight = 0;
  if (total.quantity_missing != text::Missing::present) total.quantity = 0;
  totals.push_back(total);
  ++summed_;
  group_.clear();
  return {};
}

Outcome<> Condenser::add(std::span<const SourcedRow> rows, std::vector<TradeRow>& totals, std::vector<TradeRow>& details) {
  for (const SourcedRow& each : rows) {
    const auto order = any_ ? compare_short_keys(last_.row, each.row) : std::strong_ordering::less;
    assert(order <= 0);
    if (order < 0) {
      if (auto closed = close_group(totals); !closed) return closed;
      has_total_ = false;
    } else if (compare_keys(last_.row, each.row) == 0) {
      if (auto done = repeated(each); !done) return done;
      continue;
    }
    any_ = true;
    last_ = each;
    if (each.row.is_total()) {
      totals.push_back(each.row);
      has_total_ = true;
    } else {
      details.push_back(each.row);
      if (!has_total_) group_.push_back(each.row);
    }
  }
  return {};
}

Outcome<> Condenser::finish(std::vector<TradeRow>& totals) { return close_group(totals); }

}  // namespace attache::trade
