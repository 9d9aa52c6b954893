// The exporter `csv`. The first table becomes the output file, further ones "<stem>.<table id>.csv", prose "<stem>.text.csv"; a report
// that is one table (`extract`) becomes one file.
#include <attache/plugin.hpp>

#include <cstdint>

#include "csv_tables.hpp"
#include "csv_text.hpp"
#include "csv_writer.hpp"

namespace csv {
namespace {

namespace sdk = attache::sdk;

constexpr const char* profiles[] = {"rfc4180", "excel-eu", "tsv"};
constexpr const char* delimiters[] = {"comma", "semicolon", "tab", "pipe"};
constexpr std::string_view delimiter_characters = ",;\t|";
enum Profile { rfc4180, excel_eu, tsv };

struct Exporter {
  static constexpr const char *id = "csv", *title = "Comma-separated values",
                              *description = "One file a table, columns by id, exact numbers, ISO dates; prose in a file of its own",
                              *version = "0.1.0", *vendor = "Attaché", *license = "Apache-2.0", *url = "", *media_type = "text/csv",
                              *extensions = "csv;tsv";
  static constexpr std::uint32_t flags = ATTACHE_PLUGIN_DETERMINISTIC | ATTACHE_PLUGIN_REENTRANT | ATTACHE_PLUGIN_ALL_ROWS;
  static constexpr std::array options{
      sdk::option_bool("header", "Header row", "Write a first row with the ids of the columns", true),
      sdk::option_choice("profile", "Profile",
                         "rfc4180: comma, CRLF; excel-eu: semicolon, decimal comma, byte-order mark, texts that look like formulas are "
                         "disarmed; tsv: tab, LF",
                         "rfc4180", profiles),
      sdk::option_text("table", "Table", "Write only the table with this id"),
      sdk::option_choice("delimiter", "Delimiter", "Between fields, instead of the profile's", nullptr, delimiters)};
  static void run(sdk::Exporting<Exporter>& job);
};

Dialect dialect_of(const sdk::Exporting<Exporter>& job) {
  Dialect dialect;
  const auto profile = job.choice<"profile">();
  if (profile == excel_eu) {
    dialect.delimiter = ';';
    dialect.point = ',';
    dialect.byte_order_mark = true;
    dialect.guard_formulas = true;
  } else if (profile == tsv) {
    dialect.delimiter = '\t';
    dialect.line_end = "\n";
    dialect.media_type = "text/tab-separated-values";
  }
  if (job.is_set<"delimiter">()) dialect.delimiter = delimiter_characters[static_cast<std::size_t>(job.choice<"delimiter">())];
  dialect.header = job.option<"header">();
  return dialect;
}

std::string ids_of(const sdk::Context& job, const std::vector<std::uint32_t>& tables) {
  std::string ids;
  for (const std::uint32_t table : tables) ids += (ids.empty() ? "table=" : ", table=") + std::string(job.table(table).id());
  return ids;
}

/// Only the table that the option names.
void choose_table(const sdk::Exporting<Exporter>& job, Survey& found) {
  const std::string_view wanted = job.option<"table">();
  for (const std::uint32_t table : found.tables) {
    if (job.table(table).id() != wanted) continue;
    found = {{table}, {}};
    return;
  }
  const std::string there = found.tables.empty() ? "it has no tables" : "it has " + ids_of(job, found.tables);
  throw sdk::Error(ATTACHE_ERR_OPTION, "the report has no table '" + std::string(wanted) + "'; " + there);
}

void Exporter::run(sdk::Exporting<Exporter>& job) {
  const Dialect dialect = dialect_of(job);
  Survey found = survey(job);
  if (job.is_set<"table">()) choose_table(job, found);
  if (job.meta("report") == "extract" && !found.tables.empty()) found.rows.clear();
  if (job.single() && found.tables.size() > 1) {
    throw sdk::Error(ATTACHE_ERR_OPTION, "the report has " + std::to_string(found.tables.size()) +
                                             " tables, and standard output takes one; choose " + ids_of(job, found.tables) +
                                             ", or write to a file with -o");
  }
  const auto open = [&](const std::string& name) { return Writer(job.open(name, dialect.media_type), dialect); };
  const std::string extension = [&] {
    const std::string_view name = job.output_name();
    return name.size() > job.output_stem().size() ? std::string(name.substr(job.output_stem().size())) : std::string(".csv");
  }();
  for (std::size_t i = 0; i < found.tables.size(); ++i) {
    const sdk::Table table = job.table(found.tables[i]);
    const std::string further = std::string(job.output_stem()) + "." + std::string(table.id()) + extension;
    write_table(table, open(i == 0 ? std::string(job.output_name()) : further), dialect.header);
  }
  if (found.tables.empty()) return write_text(found.rows, open(std::string(job.output_name())), dialect.header);
  if (!found.has_prose()) return;
  if (job.single()) return job.log(ATTACHE_LOG_INFO, "the report's prose is left out of standard output");
  write_text(found.rows, open(std::string(job.output_stem()) + ".text" + extension), dialect.header);
}

}  // namespace
}  // namespace csv

ATTACHE_EXPORTER(csv::Exporter)
