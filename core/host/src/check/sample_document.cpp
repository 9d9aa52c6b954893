#include "host/src/check/sample_document.hpp"

#include <cstdint>

#include "host/src/check/sample_tables.hpp"

namespace attache::host::check {
namespace {

using namespace report;

Inline words(std::string text) {
  Run run;
  run.text = std::move(text);
  return {run};
}

Inline rich_text() {
  Run plain, strong, link, inner, code, cited, kazakh;
  plain.text = "Turnover reached ";
  strong.text = "US$21.0 billion";
  strong.style = Run::strong | Run::emphasis;
  link.text = "the customs service";
  link.href = "https://example.org/?a=1&b=\"2\"";
  inner.text = "see the table";
  inner.href = "#trade-table";
  code.text = "TOTAL";
  code.style = Run::code;
  cited.citation = 1;
  kazakh.text = "Қазақстан мен Ресей";
  kazakh.lang = "kk";
  Run space;
  space.text = " ";
  return {plain, strong, cited, space, link, space, inner, space, code, space, kazakh};
}

Figure figure(Decimal value, std::string printed, std::string status = {}) { return {Cell(value), std::move(status), std::move(printed)}; }

Block key_figures() {
  KeyFigure turnover;
  turnover.label = "Turnover, January–June 2015";
  turnover.unit = "billion USD";
  turnover.value = figure(Decimal(78, 1), "7.8 [p]", "P");
  turnover.previous = figure(Decimal(99, 1), "9.9");
  turnover.change = figure(Decimal(-212, 1), "−21.2");
  turnover.change_label = "on January–June 2014";
  turnover.citation = 1;
  turnover.trend_table = 0;
  turnover.trend_column = 2;
  KeyFigure investment;
  investment.label = "Investment";
  investment.unit = "billion USD";
  investment.value = {Cell(Missing::not_available), "", "[x]"};
  investment.note = "source not named";
  KeyFigure visits;
  visits.label = "Visits";
  visits.value = {Cell(std::int64_t{14}), "", "14"};
  return {"key-figures", KeyFigures{{turnover, investment, visits}}};
}

Block chart() {
  Chart chart;
  chart.table = 0;
  chart.category_column = 0;
  chart.series = {{2, SeriesKind::column, 0, "Exports"}, {4, SeriesKind::line, 1, "Growth"}};
  chart.title = "Exports and their growth";
  chart.alt_text = "Columns of exports from 2012 to 2015 and a line of their growth";
  chart.axis_unit = "million USD";
  chart.secondary_axis_unit = "%";
  chart.note = words("Growth only where the years are adjacent.");
  return {"trade-chart", chart};
}

Block timeline() {
  const auto entry = [](Edtf date, std::string printed, std::string type, std::string title, bool planned) {
    TimelineEntry made;
    made.date = date;
    made.printed_date = std::move(printed);
    made.type = std::move(type);
    made.title = std::move(title);
    made.planned = planned;
    made.status = planned ? "planned" : "";
    return made;
  };
  TimelineEntry first = entry(sample_date(1992, 5, 25), "25 May 1992", "agreement", "Treaty of Friendship", false);
  first.place = "Moscow";
  first.text = rich_text();
  first.citation = 2;
  return {
      "chronology",
      Timeline{{first, entry(sample_date(1994, 3, 0), "March 1994", "visit", "First state visit", false),
                entry(sample_date(2003, 0, 0), "2003", "event", "Year of Kazakhstan in Russia", false),
                entry(Edtf(sample_point(2015, 10, 14), sample_point(2015, 10, 16)), "14–16 October 2015", "visit", "State visit", false),
                entry(Edtf(sample_point(2015, 1, 0), Date{}), "since January 2015", "membership", "Eurasian Economic Union", false),
                entry(Edtf(), "undated", "visit", "Next visit", true)}}};
}

Block conflict() {
  ConflictClaim official{"Trade turnover was 21.0 billion", "Statistics Committee, 2014", "21.0 billion USD", "preferred", true, 1};
  ConflictClaim spoken{"\"About 28 billion\"", "the Minister, Astana, 14 October 2015", "28 billion USD", "normal", false, 2};
  return {"conflict-turnover",
          Conflict{"Turnover in 2014", {official, spoken}, words("The two differ by a third; the statistics are the yardstick.")}};
}

Block quotation() {
  return {"quotation", Quotation{words("We are not merely neighbours; we are allies."), words("Translated from Russian."), "N. N.",
                                 "President", "Astana, 15 October 2015", 2}};
}

Block hostile_texts() {
  List list;
  list.items = {
      words("=1+1"),
      words("+SUM(A1:A9), -2+3, @cmd"),
      words("\"quotes\", commas; semicolons\tand tabs"),
      words("two\nlines\r\nthree"),
      words(std::string("control \x01\x08\x1f characters")),
      words("עברית وعربية next to Latin"),
      words("Ә ә Ғ ғ Қ қ Ң ң Ө ө Ұ ұ Ү ү Һ һ І і; Россия, Ё ё"),
      words("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" + std::string(120, 'x')),
      words("<b>&amp;</b> %s %n {0} ${HOME}"),
      words("  blanks around  "),
      words("e\xCC\x81 combining, \xF0\x9F\x87\xB0\xF0\x9F\x87\xBF flag, \xE2\x80\x8B zero width, \xC2\xA0no-break, \xC2\xADsoft")};
  return {"hostile", list};
}

Block restricted_section() {
  Section section;
  section.title = "For official use";
  section.sheet_name = "Restricted";
  section.restricted = true;
  section.page = PageHint::keep_together;
  section.children.push_back({"talking-points", List{true, {words("First point."), words("Second point.")}}});
  return {"restricted", section};
}

Block body() {
  Section trade;
  trade.title = "Trade: exports & \"imports\"";
  trade.sheet_name = "Trade";
  trade.page = PageHint::landscape;
  trade.children.push_back({"trade-lead", Paragraph{ParagraphRole::lead, rich_text()}});
  trade.children.push_back({"trade-head", Heading{1, words("By year")}});
  trade.children.push_back({"trade-table", TableRef{0, 2, "2 of 4 years are left out; the workbook has them all."}});
  trade.children.push_back(chart());
  trade.children.push_back({"trade-note", Note{NoteRole::method, 1, words("Values FOB for exports, CIF for imports.")}});
  Section products;
  products.level = 2;
  products.title = "Products";
  products.children.push_back({"types-table", TableRef{1, 0, {}}});
  products.children.push_back({"empty-table", TableRef{2, 0, {}}});
  products.children.push_back({"one-row-table", TableRef{3, 0, {}}});
  trade.children.push_back({"products", products});
  return {"trade", trade};
}

Block sources() {
  SourceEntry customs{1,
                      "customs",
                      "Customs Service",
                      "Trade statistics <2015>",
                      "1 September 2015",
                      "https://example.org/trade?x=1&y=2",
                      "2 November 2015",
                      "CC BY 4.0",
                      "ru",
                      words("Customs Service, Trade statistics <2015>, 1 September 2015.")};
  SourceEntry press{
      2, "press", "Пресс-служба", "Переговоры", "14 October 2015", "", "", "", "ru", words("Пресс-служба, «Переговоры», 14 October 2015.")};
  Section section;
  section.title = "Sources";
  section.role = SectionRole::sources;
  section.children.push_back({"sources-list", Sources{{customs, press}}});
  return {"sources", section};
}

Block cover() {
  Section section;
  section.title = "";
  section.role = SectionRole::cover;
  section.children.push_back({"cover-lead", Paragraph{ParagraphRole::lead, words("A sample of everything")}});
  section.children.push_back({"cover-break", PageBreak{}});
  return {"cover", section};
}

Block summary() {
  Section section;
  section.title = "At a glance";
  section.role = SectionRole::summary;
  section.children.push_back(key_figures());
  section.children.push_back({"warning", Note{NoteRole::warning, 0, words("Figures for 2015 are provisional.")}});
  Section box;
  box.level = 2;
  box.title = "In a box";
  box.role = SectionRole::box;
  box.children.push_back({"box-text", Paragraph{ParagraphRole::small, words("A framed aside.")}});
  section.children.push_back({"box", box});
  return {"summary", section};
}

Block politics() {
  Section section;
  section.title = "Политический диалог";
  section.sheet_name = "Politics";
  section.page = PageHint::new_page;
  section.children.push_back(timeline());
  section.children.push_back(quotation());
  section.children.push_back(conflict());
  section.children.push_back(hostile_texts());
  return {"politics", section};
}

Block notes() {
  Section section;
  section.title = "Notes";
  section.role = SectionRole::notes;
  section.children.push_back({"legend", Legend{{{"[x]", "not available"},
                                                {"[z]", "not applicable"},
                                                {"[c]", "confidential"},
                                                {"0*", "less than half the unit"},
                                                {"[P]", "provisional"}}}});
  return {"notes", section};
}

std::vector<std::pair<std::string, std::string>> sample_meta() {
  return {{"as_of", "14 October 2015"},
          {"as_of.iso", "2015-10-14"},
          {"dataset", "sample"},
          {"direction", "ltr"},
          {"draft", "false"},
          {"edition", "1"},
          {"embargo", ""},
          {"first", "KAZ"},
          {"first.name", "Kazakhstan"},
          {"generator", "attache test"},
          {"language", "en"},
          {"licence", "CC BY 4.0"},
          {"marking", "OFFICIAL"},
          {"pair", "KAZ-RUS"},
          {"period", "2012–2015"},
          {"perspective", "KAZ"},
          {"producer", "Desk \"Asia\""},
          {"report", "briefing"},
          {"second", "RUS"},
          {"second.name", "Russia"},
          {"subtitle", "Sample of every block"},
          {"theme.color.accent", "#1F4E79"},
          {"theme.color.fill", "#EEF3F8"},
          {"theme.color.muted", "#666666"},
          {"theme.color.rule", "#BBBBBB"},
          {"theme.color.series.1", "#1F4E79"},
          {"theme.color.series.2", "#C55A11"},
          {"theme.color.text", "#111111"},
          {"theme.page.margin", "20"},
          {"theme.page.size", "A4"},
          {"title", "Kazakhstan and Russia"}};
}

}  // namespace

Document empty_document() {
  Document document;
  Section root;
  root.level = 0;
  root.title = "Nothing to report";
  document.root = {"root", root};
  document.meta = {{"language", "en"}, {"title", "Nothing to report"}};
  return document;
}

Document sample_document() {
  Document document;
  Section root;
  root.level = 0;
  root.title = "Kazakhstan and Russia";
  Section contents;
  contents.title = "Contents";
  contents.role = SectionRole::contents;
  contents.children.push_back({"contents-list", Contents{}});
  root.children = {cover(), {"contents", contents}, summary(), body(), politics(), restricted_section(), notes(), sources()};
  document.root = {"root", root};
  document.tables = {yearly_table(), types_table(), empty_table(), one_row_table()};
  document.meta = sample_meta();
  document.source_date_epoch = 1444780800;
  document.warnings = {"the text 'history' is older than the data"};
  return document;
}

Document large_document(std::int64_t rows, int columns) {
  Document document = empty_document();
  document.tables = {large_table(rows, columns)};
  std::get<Section>(document.root.data).children.push_back({"rows", TableRef{0, 0, {}}});
  return document;
}

}  // namespace attache::host::check
