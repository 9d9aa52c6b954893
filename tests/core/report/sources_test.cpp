#include <set>

#include "small_dataset.hpp"

using namespace attache;
using namespace attache::test;

namespace {

/// The numbers of sources that a reader meets.
class Cited {
 public:
  explicit Cited(const report::Document& document) : document_(document) { visit(document.root); }
  std::set<std::uint32_t> numbers;
  std::set<std::uint32_t> listed;

 private:
  /// "[3]" in plain words.
  void words(const std::string& text) {
    for (std::size_t at = text.find('['); at != std::string::npos; at = text.find('[', at + 1)) {
      std::uint32_t number = 0;
      std::size_t end = at + 1;
      for (; end < text.size() && text[end] >= '0' && text[end] <= '9'; ++end)
        number = number * 10 + static_cast<std::uint32_t>(text[end] - '0');
      if (end > at + 1 && end < text.size() && text[end] == ']') numbers.insert(number);
    }
  }
  void runs(const report::Inline& text) {
    for (const auto& run : text) {
      numbers.insert(run.citation);
      words(run.text);
    }
  }
  void table(const report::Table& table) {
    runs(table.note);
    for (const auto& row : table.rows) {
      for (std::size_t i = 0; i < row.size(); ++i) {
        if (const auto* text = std::get_if<std::string>(&row[i].value)) words(*text);
        const auto* number = std::get_if<std::int64_t>(&row[i].value);
        if (number != nullptr && table.columns[i].role == report::Role::citation) numbers.insert(static_cast<std::uint32_t>(*number));
      }
    }
  }
  void visit(const report::Block& block) {
    std::visit([this](const auto& data) { put(data); }, block.data);
  }
  void put(const report::Section& section) {
    for (const auto& child : section.children) visit(child);
  }
  void put(const report::Heading& heading) { runs(heading.text); }
  void put(const report::Paragraph& paragraph) { runs(paragraph.text); }
  void put(const report::List& list) {
    for (const auto& item : list.items) runs(item);
  }
  void put(const report::KeyFigures& figures) {
    for (const auto& figure : figures.figures) {
      numbers.insert(figure.citation);
      words(figure.note);
    }
  }
  void put(const report::TableRef& ref) { table(document_.tables[ref.table]); }
  void put(const report::Chart& chart) { runs(chart.note); }
  void put(const report::Timeline& timeline) {
    for (const auto& entry : timeline.entries) {
      numbers.insert(entry.citation);
      runs(entry.text);
    }
  }
  void put(const report::Quotation& quotation) {
    numbers.insert(quotation.citation);
    runs(quotation.text);
    runs(quotation.note);
  }
  void put(const report::Note& note) { runs(note.text); }
  void put(const report::Conflict& conflict) {
    for (const auto& claim : conflict.claims) {
      numbers.insert(claim.citation);
      words(claim.statement);
    }
    runs(conflict.assessment);
  }
  void put(const report::Sources& sources) {
    for (const auto& entry : sources.entries) listed.insert(entry.number);
  }
  void put(const report::Legend&) {}
  void put(const report::PageBreak&) {}
  void put(const report::Contents&) {}

  const report::Document& document_;
};

}  // namespace

TEST_CASE("every source that is listed is cited where its row is printed") {
  for (const char* as_of : {"2015-10-16", "2021-12-31", "2026-03-01"}) {
    for (const char* name : {"briefing", "factsheet", "chronology", "trade-sheet"}) {
      report::Request request;
      request.as_of = as_of;
      const Cited cited(build(name, request));
      CHECK_FALSE(cited.listed.empty());
      for (const auto number : cited.listed) CHECK_MESSAGE(cited.numbers.contains(number), name, " ", as_of, ": [", number, "]");
    }
  }
}

TEST_CASE("the further sources of an event stand behind its title, in a timeline as in a table") {
  DatasetFolder folder;
  folder.table("sources",
               "id,type,publisher,title,published\npaper,news-item,The Paper,A story,2015-10-15\n"
               "gazette,news-item,The Gazette,Another,2015-10-15\n");
  folder.table("events", "id,type,date,host,title@en,outcome@en,status,source\nv,visit,2015-10-14,KAZ,A visit,It went well,held,paper\n");
  folder.table("citations", "id,table,row,source\nc,events,v,gazette\n");
  CHECK(has(dump(build_small(folder, "briefing")), "A visit [2]"));
  const auto document = build_small(folder, "chronology");
  for (const auto& section : std::get<report::Section>(document.root.data).children) {
    for (const auto& block : std::get<report::Section>(section.data).children) {
      const auto* timeline = std::get_if<report::Timeline>(&block.data);
      if (timeline == nullptr) continue;
      const auto& entry = timeline->entries.front();
      CHECK(entry.citation == 1);
      REQUIRE(entry.text.size() == 2);
      CHECK(entry.text[0].citation == 2);
      return;
    }
  }
  FAIL("no timeline");
}
