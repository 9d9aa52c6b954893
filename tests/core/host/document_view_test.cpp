#include "host/document_view.hpp"

#include <cstdint>

#include <doctest/doctest.h>

#include "support/plain_printing.hpp"
#include "support/sample_document.hpp"
#include "support/what_of.hpp"

using namespace attache;

namespace {

std::unique_ptr<host::DocumentView> view_of(report::Document document) {
  auto view = host::DocumentView::make(std::move(document), test::plain_printing());
  REQUIRE_MESSAGE(view.has_value(), test::what_of(view));
  return std::move(*view);
}

std::string words(attache_str value) { return {value.data, value.size}; }

const attache_block* find(const attache_block& block, const std::string& id) {
  if (words(block.id) == id) return &block;
  for (std::uint32_t i = 0; i < block.child_count; ++i) {
    if (const auto* found = find(*block.children[i], id)) return found;
  }
  return nullptr;
}

bool falls_back_to_old_kinds(const attache_block& block) {
  const bool needs = block.kind == ATTACHE_CHART || block.kind == ATTACHE_TIMELINE || block.kind == ATTACHE_KEY_FIGURES ||
                     block.kind == ATTACHE_QUOTATION || block.kind == ATTACHE_CONFLICT || block.kind == ATTACHE_CONTENTS;
  if (needs && block.fallback == nullptr) return false;
  if (block.fallback != nullptr && !falls_back_to_old_kinds(*block.fallback)) return false;
  for (std::uint32_t i = 0; i < block.child_count; ++i) {
    if (!falls_back_to_old_kinds(*block.children[i])) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("every kind that needs a fallback has one, at every depth") {
  const auto view = view_of(test::sample_document());
  CHECK(falls_back_to_old_kinds(*view->document()->root));
}

TEST_CASE("a chart falls back to its own table and a timeline to a table of its entries") {
  const auto view = view_of(test::sample_document());
  const auto& root = *view->document()->root;
  const auto* chart = find(root, "trade-chart")->fallback;
  REQUIRE(chart->kind == ATTACHE_TABLE_REF);
  CHECK(static_cast<const attache_table_ref*>(chart->data)->table == 0);
  const auto* timeline = find(root, "chronology")->fallback;
  REQUIRE(timeline->kind == ATTACHE_TABLE_REF);
  const auto& table = *view->document()->tables[static_cast<const attache_table_ref*>(timeline->data)->table];
  CHECK(words(table.id) == "chronology");
  CHECK(table.row_count == 6);
  CHECK(view->format_cell(static_cast<const attache_table_ref*>(timeline->data)->table, 0, 4) == "since January 2015");
}

TEST_CASE("texts end with NUL and keep their bytes") {
  const auto view = view_of(test::sample_document());
  const auto* block = find(*view->document()->root, "hostile");
  const auto* list = static_cast<const attache_list*>(block->data);
  CHECK(words(list->items[0]->runs[0].text) == "=1+1");
  CHECK(list->items[5]->runs[0].text.data[list->items[5]->runs[0].text.size] == '\0');
  CHECK(words(host::meta_value(view->document(), "pair")) == "KAZ-RUS");
  CHECK(host::meta_value(view->document(), "no-such-key").data == nullptr);
}

TEST_CASE("a decimal column gets one scale, and every value stays exact") {
  const auto view = view_of(test::sample_document());
  ATTACHE_NEW(attache_batch, batch);
  REQUIRE(view->read_batch(1, 0, 100, &batch) == ATTACHE_OK);
  CHECK(batch.row_count == 6);
  CHECK(view->document()->tables[1]->columns[4]->scale == 4);
  const auto* values = static_cast<const std::int64_t*>(batch.columns[4]->values);
  CHECK(values[0] == -12345678900);
  CHECK(values[5] == 1);
  CHECK(batch.columns[4]->null_count == 1);
  CHECK(batch.columns[4]->missing[2] == ATTACHE_CONFIDENTIAL);
  CHECK((batch.columns[4]->validity[0] & 4) == 0);
}

TEST_CASE("batches of any size join to the same rows") {
  const auto view = view_of(test::large_document(100, 3));
  for (const std::int64_t size : {1, 7, 8, 64, 1000}) {
    std::int64_t row = 0;
    while (row < 100) {
      ATTACHE_NEW(attache_batch, batch);
      REQUIRE(view->read_batch(0, row, size, &batch) == ATTACHE_OK);
      REQUIRE(batch.row_count == std::min<std::int64_t>(size, 100 - row));
      for (std::int64_t i = 0; i < batch.row_count; ++i) {
        const auto& key = *batch.columns[0];
        const std::string name(static_cast<const char*>(key.values) + key.offsets[i],
                               static_cast<std::size_t>(key.offsets[i + 1] - key.offsets[i]));
        CHECK(name == "row " + std::to_string(row + i));
        const auto& measure = *batch.columns[1];
        const bool present = measure.validity == nullptr || ((measure.validity[i / 8] >> (i % 8)) & 1) != 0;
        CHECK(present == ((row + i) % 17 != 0));
      }
      row += batch.row_count;
    }
  }
}

TEST_CASE("a dictionary keeps its codes from batch to batch") {
  const auto view = view_of(test::sample_document());
  ATTACHE_NEW(attache_batch, batch);
  REQUIRE(view->read_batch(1, 4, 2, &batch) == ATTACHE_OK);
  const auto& column = *batch.columns[8];
  REQUIRE(column.dictionary_size == 3);
  const auto code = static_cast<const std::int32_t*>(column.values)[1];
  CHECK(std::string(column.dictionary_bytes + column.dictionary_offsets[code], 3) == "RUS");
}

TEST_CASE("dates cross with their precision and their open ends") {
  const auto view = view_of(test::sample_document());
  ATTACHE_NEW(attache_batch, batch);
  REQUIRE(view->read_batch(1, 0, 100, &batch) == ATTACHE_OK);
  const auto* dates = static_cast<const attache_date*>(batch.columns[6]->values);
  CHECK(dates[0].precision == ATTACHE_DATE_DAY);
  CHECK(dates[2].precision == ATTACHE_DATE_MONTH);
  CHECK(dates[2].flags == ATTACHE_DATE_APPROXIMATE);
  CHECK(dates[8].day == 1);
  CHECK(dates[9].flags == ATTACHE_DATE_OPEN);
  CHECK(dates[9].precision == ATTACHE_DATE_NONE);
  CHECK(dates[10].precision == ATTACHE_DATE_NONE);
  CHECK(dates[10].flags == 0);
  for (int i = 0; i < 6; ++i) {
    const Edtf& original = std::get<Edtf>(view->source().tables[1].rows[static_cast<std::size_t>(i)][6].value);
    CHECK(host::date_from(dates[2 * i], dates[2 * i + 1]) == original);
  }
}

TEST_CASE("cells print with magnitude, decimals, signs and status") {
  const auto view = view_of(test::sample_document());
  CHECK(view->format_cell(0, 2, 0) == "6,747.0");
  CHECK(view->format_cell(0, 2, 3) == "6,388.0 [P]");
  CHECK(view->format_cell(0, 2, 4) == "0*");
  CHECK(view->format_cell(0, 4, 0) == "[z]");
  CHECK(view->format_cell(0, 4, 2) == "");
  CHECK(view->format_cell(1, 3, 0) == "2015");
  CHECK(view->format_cell(1, 5, 1) == "0*");
  CHECK(view->format_cell(99, 0, 0) == "");
}

TEST_CASE("a number that does not fit its column is refused by name") {
  auto document = test::large_document(2, 1);
  document.tables[0].rows[0][1] = report::Cell(Decimal(1, 18));
  document.tables[0].rows[1][1] = report::Cell(Decimal(1000, 0));
  const auto view = host::DocumentView::make(std::move(document), test::plain_printing());
  REQUIRE_FALSE(view.has_value());
  CHECK(view.error().failure == Failure::data);
  CHECK(view.error().what.find("table 'rows', column 'm0', row 2") != std::string::npos);
}

TEST_CASE("trailing zeros do not cost a column its scale") {
  auto document = test::large_document(2, 1);
  document.tables[0].rows[0][1] = report::Cell(Decimal(500000000000000000, 18));
  document.tables[0].rows[1][1] = report::Cell(Decimal(1000, 0));
  CHECK(view_of(std::move(document))->document()->tables[0]->columns[1]->scale == 1);
}

TEST_CASE("a document that contradicts itself is refused") {
  auto wrong_type = test::large_document(1, 1);
  wrong_type.tables[0].rows[0][1] = report::Cell(std::string("text"));
  CHECK_FALSE(host::DocumentView::make(std::move(wrong_type), test::plain_printing()).has_value());
  auto no_table = test::large_document(1, 1);
  no_table.tables.clear();
  CHECK_FALSE(host::DocumentView::make(std::move(no_table), test::plain_printing()).has_value());
  auto bad_text = test::empty_document();
  bad_text.meta.emplace_back("zzz", "\xFF");
  const auto refused = host::DocumentView::make(std::move(bad_text), test::plain_printing());
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().failure == Failure::data);
}

TEST_CASE("seasons, masked digits and unknown ends come back as they were") {
  for (const char* text : {"", "199X", "19XX", "2015-XX", "2015-03-XX", "2015-XX-XX", "2015-21", "1994~", "1994-03?", "2003%", "2015-01/..",
                           "../2015", "2015/", "2015-01/2015-06"}) {
    const auto date = Edtf::parse(text);
    REQUIRE(date.has_value());
    auto document = test::empty_document();
    report::KeyFigure figure;
    figure.value.cell = report::Cell(*date);
    std::get<report::Section>(document.root.data).children.push_back({"dates", report::KeyFigures{{figure}}});
    const auto view = view_of(std::move(document));
    const auto* figures = static_cast<const attache_key_figures*>(find(*view->document()->root, "dates")->data);
    const auto& cell = *figures->figures[0]->value;
    CHECK(host::date_from(cell.start, cell.end).text() == text);
  }
}
