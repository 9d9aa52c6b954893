/// Exporter "xlsx": a document as an Excel workbook that a trade analyst sends on.
#include <attache/plugin.hpp>

#include <array>
#include <cstdint>

#include "exporter.hpp"

namespace {

using attache::xlsx::TableLook;

struct Xlsx {
  static constexpr const char *id = "xlsx", *title = "Excel workbook",
                              *description =
                                  "One table a sheet with live formulas and native charts; contents, notes and sources linked both ways",
                              *version = "0.1.0", *vendor = "Attaché", *license = "Apache-2.0", *url = "",
                              *media_type = attache::xlsx::xlsx_media_type, *extensions = "xlsx";
  static constexpr std::uint32_t flags = ATTACHE_PLUGIN_DETERMINISTIC | ATTACHE_PLUGIN_REENTRANT | ATTACHE_PLUGIN_ALL_ROWS;
  static constexpr const char* compressions[] = {"fast", "small"};
  static constexpr const char* looks[] = {"none", "light", "medium"};
  static constexpr std::array options{
      attache::sdk::option_choice("compression", "Compression", "fast, or small: a few per cent less for more time", "fast", compressions),
      attache::sdk::option_bool("charts", "Charts", "Draw the document's charts on the sheets of their tables", true),
      attache::sdk::option_bool("formulas", "Formulas",
                                "Write totals, shares and growth as live formulas with their values; false: values only", true),
      attache::sdk::option_choice("table-style", "Table style", "The spreadsheet's own table style", "light", looks)};

  static void run(attache::sdk::Exporting<Xlsx>& job) {
    attache::xlsx::Options chosen;
    chosen.smallest = job.choice<"compression">() == 1;
    chosen.charts = job.option<"charts">();
    chosen.formulas = job.option<"formulas">();
    const int look = job.choice<"table-style">();
    chosen.look = look == 0 ? TableLook::none : look == 1 ? TableLook::light : TableLook::medium;
    attache::xlsx::export_workbook(job, chosen);
  }
};

}  // namespace

ATTACHE_EXPORTER(Xlsx)
