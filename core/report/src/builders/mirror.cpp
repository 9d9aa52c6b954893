#include "../trade.hpp"
#include "builders.hpp"

namespace attache::report {

namespace {

struct Columns {
  int period, direction, exporter, importer, difference, relative;
};

Columns add_columns(Context& context, TableMaker& maker) {
  Columns c{};
  c.period = maker.column("TIME_PERIOD", context.t("report.column.period"), Type::date, Role::period);
  c.direction = maker.column("DIRECTION", context.t("report.column.direction"), Type::text, Role::key);
  c.exporter = maker.measure("exports_fob", context.t("report.column.exporter-says"));
  c.importer = maker.measure("imports_cif", context.t("report.column.importer-says"));
  c.difference = maker.measure("difference", context.t("report.column.difference"), {Formula::difference, c.importer, c.exporter, -1});
  c.relative = maker.measure("asymmetry", context.t("report.column.asymmetry"));
  maker.at(c.relative).unit = "%";
  const int status = maker.column("OBS_STATUS", context.t("report.column.status"), Type::text, Role::status);
  for (const int index : {c.exporter, c.importer}) maker.at(index).status_column = status;
  const int by_exporter =
      maker.column("SOURCE_EXPORTER", context.t("report.column.source-of", {{"of", context.t("report.column.exporter-says")}}),
                   Type::integer, Role::citation);
  const int by_importer =
      maker.column("SOURCE_IMPORTER", context.t("report.column.source-of", {{"of", context.t("report.column.importer-says")}}),
                   Type::integer, Role::citation);
  maker.at(c.exporter).citation_column = by_exporter;
  maker.at(c.importer).citation_column = by_importer;
  return c;
}

void add_rows(Context& context, TableMaker& maker, const Columns& c, const std::string& from, const std::string& to) {
  const std::string direction = context.t("report.direction", {{"from", context.area(from)}, {"to", context.area(to)}});
  for (const auto& year : context.trade().years) {
    const Quantity exporter = annual_total(context, from, to, "X", year.year);
    const Quantity importer = annual_total(context, to, from, "M", year.year);
    if (!exporter.present() || !importer.present()) continue;
    maker.row();
    maker.set(c.period, Cell(year.period));
    maker.set(c.direction, Cell(direction));
    maker.set(c.exporter, exporter, context);
    maker.set(c.importer, importer, context);
    maker.set(c.difference, difference(importer, exporter), context);
    maker.set(c.relative, asymmetry(importer, exporter), context);
  }
}

void build(Context& context, const Options& options, SectionDraft& draft) {
  const auto& p = context.parameters;
  const Trade& trade = context.trade();
  if (trade.years.empty()) return;
  TableMaker maker(draft.id, context.t("report.table.mirror", {{"first", context.area(p.self)}, {"second", context.area(p.other)}}),
                   context.t("report.sheet.mirror"));
  maker.table().key_columns = 2;
  const Columns columns = add_columns(context, maker);
  add_rows(context, maker, columns, p.self, p.other);
  add_rows(context, maker, columns, p.other, p.self);
  if (maker.empty()) {
    const std::string silent = trade.mirrored ? p.self : p.other;
    Inline text =
        plain(context.t("report.sentence.one-sided", {{"reporter", context.area(trade.reporter)}, {"silent", context.area(silent)}}));
    context.cite(text, trade.years.back().turnover.sources);
    draft.add(draft.id + "-text", Paragraph{ParagraphRole::body, std::move(text)});
    return;
  }
  context.method("report.method.asymmetry");
  if (options.flag("text")) draft.add(draft.id + "-text", Paragraph{ParagraphRole::body, plain(context.t("report.sentence.mirror"))});
  draft.add(draft.id + "-table", TableRef{maker.finish(context), 0, {}});
}

}  // namespace

Builder mirror_builder() {
  return {"mirror",
          "What each of the two declares of the same flows, and how far they are apart",
          {{"text", OptionType::boolean, "true", "Say what the table compares", {}}},
          build};
}

}  // namespace attache::report
