#include <filesystem>

#include "commands/commands.hpp"
#include "commands/common.hpp"
#include "invocation.hpp"
#include "output.hpp"
#include "trade/diff.hpp"
#include "trade/memory_source.hpp"
#include "trade/sqlite_source.hpp"
#include "value/decimal.hpp"
#include "value/joined.hpp"

namespace attache::cli {

namespace {

using namespace trade;

/// The dataset's trade store, or its flows.csv where there is none.
Outcome<std::unique_ptr<FlowSource>> source_of(const std::string& path) {
  const std::string store = dataset_folder(path) + "/trade.sqlite";
  std::error_code ignored;
  if (std::filesystem::exists(std::filesystem::symlink_status(store, ignored))) {
    auto source = SqliteFlowSource::open(store);
    if (!source) return fail(source.error());
    return std::move(*source);
  }
  const auto loaded = dataset::load(path);
  if (!loaded) return fail(loaded.error());
  if (loaded->dataset == nullptr) {
    return fail(Failure::data, "the dataset '" + path + "' has errors", "see them with attache data check " + path);
  }
  auto source = MemoryFlowSource::of(*loaded->dataset);
  if (!source) return fail(source.error());
  return std::move(*source);
}

std::string_view name_of(Change change) {
  switch (change) {
    case Change::added:
      return "added";
    case Change::removed:
      return "removed";
    case Change::revised:
      return "revised";
    case Change::reflagged:
      return "reflagged";
  }
  return "";
}

std::string number(std::int64_t value, text::Missing missing, int scale) {
  return missing == text::Missing::present ? Decimal(value, scale).text() : "-";
}

/// What of a row may change, by name; only what differs is printed.
std::vector<std::pair<std::string, std::string>> figures(const TradeRow& row, const Release& release, const CodeBook& codes) {
  const auto yes = [](bool is) { return std::string(is ? "yes" : "no"); };
  static constexpr std::string_view kinds[] = {"no", "not available", "not applicable", "confidential", "not collected", "blank"};
  return {{"value", number(row.value, row.value_missing, release.value_scale)},
          {"net_weight", number(row.net_weight, row.net_weight_missing, release.weight_scale)},
          {"quantity", number(row.quantity, row.quantity_missing, release.quantity_scale)},
          {"quantity_unit", codes.unit_text(row.quantity_unit)},
          {"status", std::string(1, row.status)},
          {"value_missing", std::string(kinds[static_cast<std::size_t>(row.value_missing)])},
          {"net_weight_estimated", yes(row.net_weight_estimated)},
          {"quantity_estimated", yes(row.quantity_estimated)},
          {"summed", yes(row.summed)}};
}

/// Prints changes as they come, some thousand at a time; remembers the first failure.
class Printer {
 public:
  Printer(const CodeBook& codes, const Meta& meta, const std::string& before, const std::string& after, bool json)
      : codes_(codes), before_(meta.find(before)), after_(meta.find(after)), json_(json) {}

  void take(const RowChange& change) {
    if (!done_) return;
    const TradeRow& row = change.change == Change::added ? change.after : change.before;
    const std::vector<std::string> key = {std::string(name_of(change.change)),
                                          codes_.area_id(row.reporter),
                                          std::string(flow_code(row.flow)),
                                          codes_.area_id(row.partner),
                                          row.period.text(),
                                          codes_.classification_text(row.product.series().classification),
                                          codes_.product_code(row.product)};
    std::vector<std::pair<std::string, std::string>> before, after;
    if (change.change != Change::added) before = figures(change.before, before_->release, codes_);
    if (change.change != Change::removed) after = figures(change.after, after_->release, codes_);
    json_ ? write_json(key, before, after) : write_line(key, before, after);
    if (out_.size() > 1U << 16U) flush();
  }
  void add(std::string_view text) { out_ += text; }
  Outcome<> flush() {
    if (done_) done_ = print(out_);
    out_.clear();
    return done_;
  }

 private:
  using Figures = std::vector<std::pair<std::string, std::string>>;

  void write_line(const std::vector<std::string>& key, const Figures& before, const Figures& after) {
    const bool both = !before.empty() && !after.empty();
    const Figures& either = before.empty() ? after : before;
    std::string changes;
    for (std::size_t i = 0; i < either.size(); ++i) {
      if (both ? before[i].second == after[i].second : i > 0) continue;
      if (!changes.empty()) changes += ", ";
      if (i > 0) changes += either[i].first + ' ';
      changes += both ? before[i].second + " → " + after[i].second : either[i].second;
      if (i == 0) changes += ' ' + after_->release.currency;
    }
    out_ += joined(key, " ") + ": " + changes + '\n';
  }

  void write_json(const std::vector<std::string>& key, const Figures& before, const Figures& after) {
    static constexpr std::string_view names[] = {"change", "reporter", "flow", "partner", "period", "classification", "product"};
    out_ += first_ ? "\n    {" : ",\n    {";
    first_ = false;
    for (std::size_t i = 0; i < key.size(); ++i) out_ += (i == 0 ? "" : ", ") + json_string(names[i]) + ": " + json_string(key[i]);
    for (const auto& [name, side] : {std::pair("before", &before), std::pair("after", &after)}) {
      if (side->empty()) continue;
      out_ += ", " + json_string(name) + ": {";
      for (std::size_t i = 0; i < side->size(); ++i) {
        const auto& [what, text] = (*side)[i];
        out_ += (i == 0 ? "" : ", ") + json_string(what) + ": " + (i < 3 && text == "-" ? "null" : json_string(text));
      }
      out_ += '}';
    }
    out_ += '}';
  }

  const CodeBook& codes_;
  const ReleaseSummary* before_;
  const ReleaseSummary* after_;
  bool json_;
  bool first_ = true;
  std::string out_;
  Outcome<> done_;
};

std::string summary_line(const ReleaseDifference& found) {
  return std::to_string(found.added) + " added, " + std::to_string(found.removed) + " removed, " + std::to_string(found.revised) +
         " revised, " + std::to_string(found.reflagged) + " reflagged, " + std::to_string(found.same) + " the same\n";
}

Outcome<int> run(Invocation& call) {
  const std::string path = call.argument("DATASET"), before = call.argument("OLD"), after = call.argument("NEW");
  if (auto there = check_dataset_path(path); !there) return fail(there.error());
  const auto source = source_of(path);
  if (!source) return fail(source.error());
  const auto meta = (*source)->meta();
  if (!meta) return fail(meta.error());
  const bool json = call.flag("json");
  Printer printer((*source)->codes(), *meta, before, after, json);
  if (json) printer.add("{\n  \"old\": " + json_string(before) + ",\n  \"new\": " + json_string(after) + ",\n  \"changes\": [");
  const auto found = compare_releases(**source, before, after, [&](const RowChange& change) { printer.take(change); });
  if (!found) return fail(found.error());
  if (json) {
    printer.add(found->changes() == 0 ? "],\n" : "\n  ],\n");
    printer.add("  \"added\": " + std::to_string(found->added) + ",\n  \"removed\": " + std::to_string(found->removed) +
                ",\n  \"revised\": " + std::to_string(found->revised) + ",\n  \"reflagged\": " + std::to_string(found->reflagged) +
                ",\n  \"same\": " + std::to_string(found->same) + "\n}\n");
  } else {
    printer.add(summary_line(*found));
  }
  if (auto done = printer.flush(); !done) return fail(done.error());
  return 0;
}

}  // namespace

Command data_diff_command() {
  return {
      .path = "data diff",
      .summary = "Print how two releases of trade statistics differ",
      .description =
          "Compares the totals of two releases of a dataset's trade store, or of its flows.csv where it has none: rows added, "
          "removed, revised (another number) and reflagged (another status or mark), then how many of each.",
      .arguments = {dataset_argument(),
                    {.name = "OLD", .help = "the earlier release, as in releases.csv"},
                    {.name = "NEW", .help = "the later one"}},
      .options = {json_option()},
      .examples = {{"What changed from one release to the next", "attache data diff samples/kazakhstan-russia kaz-bns-2020 kaz-bns-2021"}},
      .run = run};
}

}  // namespace attache::cli
