#include <algorithm>
#include <cstdint>
#include <set>

#include "analysis/rank.hpp"

#include "../trade.hpp"
#include "builders.hpp"

namespace attache::report {

namespace {

struct Partner {
  std::string area;
  Quantity exports, imports, turnover;
};

/// The partners of the reporter in a year; World and other groups are no partners.
std::vector<Partner> partners_of(Context& context, const std::string& reporter, int year, const std::string& currency) {
  std::set<std::string> ids;
  for (const auto& row : context.data.flows) {
    const auto* area = context.data.area(row.partner);
    const bool is_group = row.partner == "WLD" || (area != nullptr && (area->kind == "group" || area->kind == "special"));
    if (row.reporter == reporter && row.frequency == "A" && row.period.start().year == year && !is_group && context.visible(row))
      ids.insert(row.partner);
  }
  std::vector<Partner> all;
  for (const auto& id : ids) {
    const auto total = [&](const char* flow) {
      Quantity value = annual_total(context, reporter, id, flow, year);
      if (!value.present() || value.unit == currency) return value;
      context.warn("partners: " + reporter + " with " + id + " is in " + value.unit + ", the others in " + currency + ": it is left out");
      return Quantity::none(Missing::not_applicable, currency);
    };
    Partner partner{id, total("X"), total("M"), {}};
    partner.turnover = sum(partner.exports, partner.imports);
    all.push_back(std::move(partner));
  }
  std::stable_sort(all.begin(), all.end(), [](const Partner& a, const Partner& b) {
    if (a.turnover.present() != b.turnover.present()) return a.turnover.present();
    return a.turnover.present() && *a.turnover.value > *b.turnover.value;
  });
  return all;
}

/// Coverage says that every partner is there, so that a place among them means something.
bool is_full(const Context& context, const std::string& reporter, int year) {
  bool full = false;
  for (const auto& row : context.data.coverage) {
    const bool fits = row.reporter == reporter && row.frequency == "A" && row.period.start().year <= year && row.period.end().year >= year;
    if (fits && row.covered != "full") return false;
    full = full || fits;
  }
  return full;
}

struct Columns {
  int rank, partner, exports, exports_share, imports, imports_share, turnover;
};

Columns add_columns(Context& context, TableMaker& maker, bool ranked) {
  Columns c{};
  c.partner = maker.column("COUNTERPART_AREA", context.t("report.column.partner"), Type::text, Role::area);
  c.rank = ranked ? maker.column("RANK", context.t("report.column.rank-place"), Type::integer, Role::other) : -1;
  const std::string share = context.t("report.column.share");
  const auto side = [&](const char* id, const std::string& group) {
    const int value = maker.measure(id, context.t("report.column.value"));
    const int part = maker.measure(std::string(id) + "_share", share);
    maker.at(value).group = maker.at(part).group = group;
    maker.at(part).unit = "%";
    return std::pair(value, part);
  };
  std::tie(c.exports, c.exports_share) = side("exports", context.t("report.column.reporter-exports"));
  std::tie(c.imports, c.imports_share) = side("imports", context.t("report.column.reporter-imports"));
  c.turnover = maker.measure("turnover", context.t("report.figure.turnover"), {Formula::sum, c.exports, c.imports, -1});
  const int cited = maker.column("SOURCE", context.t("report.column.source"), Type::integer, Role::citation);
  const int status = maker.column("OBS_STATUS", context.t("report.column.status"), Type::text, Role::status);
  for (const int index : {c.exports, c.imports, c.turnover}) {
    maker.at(index).citation_column = cited;
    maker.at(index).status_column = status;
  }
  return c;
}

void build(Context& context, const Options& options, SectionDraft& draft) {
  const Trade& trade = context.trade();
  const TradeRow* year = trade.latest();
  if (year == nullptr) return;
  const auto all = partners_of(context, trade.reporter, year->year, year->turnover.unit);
  if (all.size() < 2) return;
  TableMaker maker(
      draft.id,
      context.t("report.table.partners", {{"reporter", context.area(trade.reporter)}, {"year", context.language.date(year->period)}}),
      context.t("report.sheet.partners"));
  const bool full = is_full(context, trade.reporter, year->year);
  const Columns c = add_columns(context, maker, full);
  std::vector<analysis::Contender> contenders;
  for (const auto& partner : all) contenders.push_back({partner.turnover.value, false});
  const auto ranks = analysis::competition_ranks(contenders);
  const Quantity world_exports = annual_total(context, trade.reporter, "WLD", "X", year->year);
  const Quantity world_imports = annual_total(context, trade.reporter, "WLD", "M", year->year);
  const std::string& pair_partner = trade.mirrored ? context.parameters.self : context.parameters.other;
  const auto limit = static_cast<std::size_t>(options.integer("top"));
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (limit > 0 && i >= limit && all[i].area != pair_partner) continue;
    maker.row();
    if (full) maker.set(c.rank, ranks[i].place > 0 ? Cell(std::int64_t{ranks[i].place}) : Cell(Missing::not_available));
    maker.set(c.partner, Cell(context.area(all[i].area)));
    maker.set(c.exports, all[i].exports, context);
    maker.set(c.exports_share, percent(all[i].exports, world_exports), context);
    maker.set(c.imports, all[i].imports, context);
    maker.set(c.imports_share, percent(all[i].imports, world_imports), context);
    maker.set(c.turnover, all[i].turnover, context);
  }
  context.method("report.method.share");
  Inline note =
      plain(context.t(full ? "report.note.partners-full" : "report.note.partners-partial", {{"reporter", context.area(trade.reporter)}}));
  context.cite(note, year->turnover.sources);
  maker.table().note = std::move(note);
  draft.add(draft.id + "-table", TableRef{maker.finish(context), 0, {}});
}

}  // namespace

Builder partners_builder() {
  return {"partners",
          "The pair among the reporter's partners, with shares and places",
          {{"top", OptionType::integer, "10", "So many partners, and the pair's own; 0 = all", {}}},
          build};
}

}  // namespace attache::report
