#include "exporter.hpp"

#include "front_sheets.hpp"
#include "plan.hpp"

namespace attache::xlsx {
namespace {

Properties properties_of(const Call& call) {
  Properties out;
  out.title = meta(call, "title");
  out.subject = meta(call, "subtitle");
  out.author = meta(call, "producer");
  out.category = meta(call, "report");
  out.keywords = meta(call, "pair");
  out.comments = meta(call, "generator");
  out.status = meta(call, "marking");
  out.created = call.request().source_date_epoch;
  out.custom = {{"Pair", meta(call, "pair")},       {"Report", meta(call, "report")},   {"Period", meta(call, "period")},
                {"As of", meta(call, "as_of.iso")}, {"Edition", meta(call, "edition")}, {"Language", meta(call, "language")},
                {"Licence", meta(call, "licence")}, {"Marking", meta(call, "marking")}};
  return out;
}

}  // namespace

void export_workbook(const Call& call, const Options& options) {
  Workbook workbook(call.temporary_folder());
  Book book{workbook, call, theme_of(call), options, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}};
  book.header_left = meta(call, "title");
  book.header_right = meta(call, "marking");
  book.footer_right = word(call, "exporter.sheet.page", {{"page", "{page}"}, {"pages", "{pages}"}});
  workbook.set_properties(properties_of(call));
  Plan plan = plan_document(book);
  write_cover(book, plan);
  write_contents(book, plan);
  write_notes(book, plan);
  write_text_sheet(book, plan);
  for (TableSheet& table : plan.tables) write_table_sheet(book, table);
  call.progress(-1, "writing");
  deliver(call, workbook.finish(options.smallest), xlsx_media_type);
}

}  // namespace attache::xlsx
