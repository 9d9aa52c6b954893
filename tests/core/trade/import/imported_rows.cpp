#include "imported_rows.hpp"

#include <doctest/doctest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>

namespace attache::test {

using namespace trade;

namespace {

std::string amount(std::int64_t value, text::Missing missing) { return missing == text::Missing::present ? std::to_string(value) : "-"; }

}  // namespace

std::string trade_file(const std::string& name) { return std::string(ATTACHE_SOURCE_DIR) + "/tests/data/trade/" + name; }

WrittenFile::WrittenFile(const std::string& name, const std::string& bytes) {
  std::string pattern = (std::filesystem::temp_directory_path() / "attache-import-XXXXXX").string();
  REQUIRE(mkdtemp(pattern.data()) != nullptr);
  folder_ = pattern;
  path_ = folder_ + "/" + name;
  std::ofstream(path_, std::ios::binary) << bytes;
}

WrittenFile::~WrittenFile() { std::filesystem::remove_all(folder_); }

std::string ImportedRows::text() const {
  std::string out;
  for (const SourcedRow& each : rows) {
    const TradeRow& row = each.row;
    out += codes.area_id(row.reporter) + ' ' + std::string(flow_code(row.flow)) + ' ' + codes.area_id(row.partner) + ' ' +
           row.period.text() + ' ' + codes.classification_text(row.product.series().classification) + ' ' +
           codes.product_code(row.product) + ' ' + amount(row.value, row.value_missing);
    if (row.net_weight_missing == text::Missing::present)
      out += ' ' + std::to_string(row.net_weight) + (row.net_weight_estimated ? "kg?" : "kg");
    if (row.quantity_unit != 0)
      out += ' ' + amount(row.quantity, row.quantity_missing) + codes.unit_text(row.quantity_unit) + (row.quantity_estimated ? "?" : "");
    if (row.partner2 != 0) out += " partner2=" + codes.area_id(row.partner2);
    if (row.customs != 0) out += " customs=" + std::to_string(row.customs);
    if (row.transport != 0) out += " transport=" + std::to_string(row.transport);
    if (row.supply != 0) out += " supply=" + std::to_string(row.supply);
    if (row.status != 'A') out += std::string(" ") + row.status;
    out += '\n';
  }
  return out;
}

std::string ImportedRows::problems() const {
  std::string out;
  for (const Problem& each : ready.problems) {
    Problem problem = each;
    problem.where.file = std::filesystem::path(each.where.file).filename().string();
    out += std::string(problem.severity == Severity::error ? "error " : "warning ") + problem.rule + ' ' + problem.message() + '\n';
  }
  return out;
}

std::unique_ptr<MemoryFlowSource> ImportedRows::source() const {
  Release release = ready.release;
  release.id = "r";
  auto source = MemoryFlowSource::of({{release, rows}}, codes);
  REQUIRE_MESSAGE(source, source.error().message());
  return std::move(*source);
}

ImportedRows imported(const std::vector<std::string>& files, const ImportOptions& options) {
  ImportedRows out;
  auto ready = ready_import(files, options);
  REQUIRE_MESSAGE(ready, ready.error().message());
  out.ready = std::move(*ready);
  if (!out.ready.is_usable) return out;
  std::uint32_t file = 0;
  for (const RowInput& input : out.ready.inputs) {
    auto reader = input.open(out.codes);
    REQUIRE_MESSAGE(reader, reader.error().message());
    std::vector<SourcedRow> batch;
    do {
      const auto read = (*reader)->read(batch);
      REQUIRE_MESSAGE(read, read.error().message());
      for (SourcedRow& row : batch) row.origin.file = file;
      out.rows.insert(out.rows.end(), batch.begin(), batch.end());
    } while (!batch.empty());
    ++file;
  }
  return out;
}

ImportedRows imported_text(const std::string& text, const ImportOptions& options) {
  const WrittenFile file("file.csv", text);
  return imported({file.path()}, options);
}

}  // namespace attache::test
