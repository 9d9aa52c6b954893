#include <algorithm>
#include <cstdint>

#include "../figures.hpp"
#include "../trade.hpp"
#include "builders.hpp"

namespace attache::report {

namespace {

struct Tile {
  std::string label;
  Edtf period;
  Quantity value;
  Quantity change;  ///< per cent on `change_label`; not present = none
  std::string change_label, note;
};

class Tiles {
 public:
  Tiles(Context& context, std::string block_id) : context_(context), block_(std::move(block_id)) {}

  void add(Tile tile) {
    KeyFigure key;
    const std::string period = context_.language.date(tile.period);
    const char* form = tile.period.start().approximate ? "report.label-as-of" : "report.label-period";
    key.label = tile.period.is_undated() ? tile.label : context_.t(form, {{"label", tile.label}, {"period", period}});
    const int magnitude = prose_magnitude(tile.value);
    key.value = figure(context_, tile.value, magnitude);
    key.unit = tile.value.present() ? unit_name(context_, tile.value.unit, magnitude) : std::string();
    key.note = tile.value.present() ? std::move(tile.note) : why_missing(tile);
    if (!tile.value.sources.empty()) key.citation = context_.cite(tile.value.sources.front());
    context_.trace(block_, tile.label, key.value.printed, tile.value);
    any_ = any_ || tile.value.present();
    if (tile.change.present()) {
      key.change = figure(context_, tile.change, 0, context_.trade().growth_decimals, true);
      key.change_label = std::move(tile.change_label);
      context_.trace(block_, tile.label + ": " + key.change_label, key.change->printed, tile.change);
    }
    block.figures.push_back(std::move(key));
  }
  [[nodiscard]] bool any() const { return any_; }
  KeyFigures block;

 private:
  /// "not available: no figure in this dataset": what the sign in the tile's place of a number means.
  [[nodiscard]] std::string why_missing(const Tile& tile) const {
    const std::string sign = context_.language.figure(nullptr, 0, tile.value.missing, "");
    std::string words;
    for (const auto& [known, meaning] : context_.language.legend()) {
      if (known == sign) words = meaning;
    }
    if (words.empty()) return tile.note;
    return tile.note.empty() ? words : context_.t("report.missing-note", {{"meaning", words}, {"note", tile.note}});
  }

  Context& context_;
  std::string block_;
  bool any_ = false;
};

/// " [3]": the number of a source where it stands in plain words.
std::string mark_of(std::uint32_t source_number) { return source_number > 0 ? " [" + std::to_string(source_number) + "]" : ""; }

/// The growth of a quoted figure on the same months of the year before, from the same source.
void add_growth(Context& context, Tile& tile, const dataset::Observation* row) {
  const Observed before = row == nullptr ? Observed{} : year_before(context, *row);
  if (before.row == nullptr) return;
  tile.change = growth(tile.value, before.quantity);
  tile.change_label = context.t("report.change-on", {{"period", context.language.date(before.row->period)}});
  context.method("report.method.growth");
}

/// "statistics of Russia; Kazakhstan itself: 24.6 bn USD [3]": what the perspective's own statistics say of the same year.
std::string with_own(Context& context, const std::string& block, const Edtf& period, std::string words) {
  const auto& own = context.trade().own;
  if (!own || own->period != period) return words;
  std::string value = traced(context, {block, "turnover, own statistics"}, own->turnover, amount(context, own->turnover));
  for (const auto& source : own->turnover.sources) value += mark_of(context.cite(source));
  return context.t("report.own-beside", {{"basis", words}, {"area", context.area(context.parameters.self)}, {"value", value}});
}

void add_headline(Context& context, Tiles& tiles, const std::string& figure_id) {
  const Headline head = headline(context);
  Tile tile{context.t("report.figure." + figure_id), head.period, {}, {}, {}, basis_of(context, head, figure_id)};
  if (figure_id == "turnover") tile.value = head.turnover;
  if (figure_id == "exports") tile.value = head.exports;
  if (figure_id == "imports") tile.value = head.imports;
  if (figure_id == "balance") tile.value = head.of_parts(difference);
  if (figure_id == "coverage") tile.value = head.of_parts(percent);
  if (figure_id == "normalised-balance") tile.value = head.of_parts(normalised_balance);
  if (figure_id == "balance" || figure_id == "coverage" || figure_id == "normalised-balance") context.method("report.method." + figure_id);
  // Nobody is credited with a figure that he does not give.
  if (!tile.value.present())
    tile.note = head.present ? context.t(tile.value.missing == Missing::not_applicable ? "report.not-comparable" : "report.no-figure")
                             : std::string();
  if (head.declared && figure_id == "turnover") tile.note = with_own(context, "key-figures", head.period, std::move(tile.note));
  if (figure_id == "turnover") add_growth(context, tile, head.turnover_row);
  if (figure_id == "exports") add_growth(context, tile, head.exports_row);
  if (figure_id == "imports") add_growth(context, tile, head.imports_row);
  if (const auto* row = head.declared ? context.trade().year(head.period.start().year) : nullptr) {
    if (figure_id == "turnover") tile.change = row->turnover_growth;
    if (figure_id == "exports") tile.change = row->exports_growth;
    if (figure_id == "imports") tile.change = row->imports_growth;
    tile.change_label = context.t("report.change-on", {{"period", context.language.integer(row->year - 1, false)}});
  }
  tiles.add(std::move(tile));
}

/// A figure of the last full year in declared statistics: "turnover-year", "exports-year" …; left out when the headline is that year.
void add_year(Context& context, Tiles& tiles, const std::string& figure_id) {
  const TradeRow* row = context.trade().latest();
  if (row == nullptr || headline(context).declared) return;
  const std::string flow = figure_id.substr(0, figure_id.size() - 5);
  Tile tile{context.t("report.figure." + flow),
            row->period,
            {},
            {},
            context.t("report.change-on", {{"period", context.language.integer(row->year - 1, false)}}),
            context.t("report.basis.reporter", {{"area", context.area(context.trade().reporter)}})};
  if (flow == "turnover") tile.value = row->turnover, tile.change = row->turnover_growth;
  if (flow == "turnover") tile.note = with_own(context, "key-figures", row->period, std::move(tile.note));
  if (flow == "exports") tile.value = row->exports, tile.change = row->exports_growth;
  if (flow == "imports") tile.value = row->imports, tile.change = row->imports_growth;
  if (flow == "balance") tile.value = row->balance;
  if (flow == "coverage") tile.value = row->coverage;
  context.method("report.method.growth");
  tiles.add(std::move(tile));
}

/// What other sources say of the same matter, when they differ: "other sources: 7,512.8; 7,598 km".
std::string other_values(Context& context, const Observed& shown) {
  std::vector<std::string> values;
  for (const auto& claim : context.data.claims) {
    if (claim.observation != shown.row->id || !context.visible(claim)) continue;
    for (const auto& rival : context.data.claims) {
      const bool contradicts = std::find(claim.contradicts.begin(), claim.contradicts.end(), rival.id) != claim.contradicts.end();
      if (!contradicts || !context.visible(rival) || !rival.value || rival.unit != claim.unit) continue;
      const std::string value = context.language.quantity(*rival.value, -1, rival.unit, 0, text::UnitForm::abbreviated);
      context.trace({"key-figures", -1, rival.subject, value, rival.value->text(), rival.id, {"claims:" + rival.id}});
      values.push_back(value + mark_of(context.cite(rival.source)));
    }
  }
  return values.empty() ? std::string() : context.t("report.other-sources", {{"values", context.language.list(values)}});
}

void add_indicator(Context& context, Tiles& tiles, const std::string& id) {
  const auto* indicator = context.data.indicator(id);
  if (indicator == nullptr) {
    // A dataset need not have every indicator a report asks for; a misspelt one is worth a word.
    std::vector<std::string> names;
    for (const auto& known : context.data.indicators) names.push_back(known.id);
    if (const std::string hint = did_you_mean(id, names); !hint.empty()) context.warn("key-figures: no indicator '" + id + "'; " + hint);
    return;
  }
  const auto rows = observed(context, id);
  Tile tile{context.in(indicator->name), {}, Quantity::none(Missing::not_available), {}, {}, {}};
  if (!rows.empty()) {
    const auto& row = *rows.front().row;
    // a count belongs to one of the two; trade and the border to both
    const bool is_count = row.unit == "1" || row.unit == "persons";
    if (is_count || row.counterpart.empty())
      tile.label = context.t("report.label-area", {{"label", tile.label}, {"area", context.area(row.area)}});
    tile.period = row.period;
    tile.value = rows.front().quantity;
    const std::string others = other_values(context, rows.front());
    tile.note = others.empty() ? basis(context, row) : others;
  }
  if (!tile.value.present() && tile.note.empty()) tile.note = context.t("report.no-figure");
  tiles.add(std::move(tile));
}

void build(Context& context, const Options& options, SectionDraft& draft) {
  static const std::vector<std::string> of_headline = {"turnover", "exports", "imports", "balance", "coverage", "normalised-balance"};
  Tiles tiles(context, draft.id + "-tiles");
  for (const auto& id : options.list("figures")) {
    if (std::find(of_headline.begin(), of_headline.end(), id) != of_headline.end()) {
      add_headline(context, tiles, id);
    } else if (id.ends_with("-year")) {
      add_year(context, tiles, id);
    } else {
      add_indicator(context, tiles, id);
    }
  }
  if (tiles.any()) draft.add(draft.id + "-tiles", std::move(tiles.block));
}

}  // namespace

Builder key_figures_builder() {
  return {"key-figures",
          "The headline figures with their change, basis and source",
          {{"figures",
            OptionType::list,
            "turnover,exports,imports,balance,coverage,turnover-year",
            "turnover, exports, imports, balance, coverage, normalised-balance (newest period); turnover-year … (last full year of "
            "declared statistics); or an indicator's id",
            {}}},
          build};
}

}  // namespace attache::report
