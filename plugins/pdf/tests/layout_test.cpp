#include "layout/layout.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "content/long_cells.hpp"
#include "fake_shaper.hpp"
#include "layout/fit.hpp"
#include "layout/paginate.hpp"

using namespace attache::pdf;
using namespace attache::pdf::test;

namespace {

std::string sentence(int words) {
  std::string text;
  for (int i = 0; i < words; ++i) text += (i > 0 ? " word" : "word") + std::to_string(i % 10);
  return text;
}

Table table_of(int rows) {
  Table table;
  table.title = "A table";
  table.columns.resize(3);
  table.columns[0].title = "Year";
  table.columns[0].header = true;
  table.columns[1].title = "Exports";
  table.columns[1].number = true;
  table.columns[2].title = "Remark";
  for (int i = 0; i < rows; ++i)
    table.rows.push_back({RowKind::body, 0, {"row" + std::to_string(i), std::to_string(1000 + i), sentence(i % 7)}, {}});
  table.rows.push_back({RowKind::total, 0, {"Total", "99999 [p]", ""}, {}});
  return table;
}

Section section_of(std::string title, Blocks blocks) {
  Section section;
  section.title = std::move(title);
  section.blocks = std::move(blocks);
  return section;
}

Document sample() {
  Document document;
  document.language = "en";
  document.meta = {{"title", "A title"}, {"marking", "PUBLIC"}, {"as_of", "16 October 2015"}};
  document.root.level = 0;
  document.root.blocks.push_back({"contents", Contents{}});
  for (int i = 0; i < 9; ++i) {
    Blocks blocks;
    for (int k = 0; k < 5; ++k) blocks.push_back({"", Paragraph{Paragraph::Kind::body, plain(sentence(35 + 23 * k + i))}});
    if (i == 3) blocks.push_back({"table", table_of(120)});
    document.root.blocks.push_back({"section-" + std::to_string(i), section_of("Section " + std::to_string(i), blocks)});
  }
  return document;
}

struct Laid {
  Document document;
  FakeShaper shaper;
  FakePhrases phrases;
  Style style;
  DisplayList list;
  explicit Laid(Document d, TocWish toc = TocWish::automatic)
      : document(std::move(d)), style(Style::from(document, "")), list(lay_out(document, style, phrases, shaper, {toc})) {}
};

struct Placed {
  std::size_t page;
  double x, y, size;
  int element;
  std::string text;
};

std::vector<Placed> texts_of(const DisplayList& list, bool artifacts = false) {
  std::vector<Placed> out;
  for (std::size_t p = 0; p < list.pages.size(); ++p)
    for (const Item& item : list.pages[p].items)
      if (const auto* text = std::get_if<TextItem>(&item.shape); text != nullptr && (item.element >= 0 || artifacts))
        out.push_back({p, text->at.x, text->at.y, text->size, item.element, words_of(*text)});
  return out;
}

}  // namespace

TEST_CASE("no text of the column stands outside the margins, and none is smaller than 8 points") {
  const Laid laid(sample());
  for (std::size_t p = 0; p < laid.list.pages.size(); ++p)
    for (const Item& item : laid.list.pages[p].items) {
      const auto* text = std::get_if<TextItem>(&item.shape);
      if (text == nullptr) continue;
      CHECK(text->size >= 8);
      double width = 0;
      for (const Piece& piece : text->pieces)
        width += piece.shaped->width * text->size + (piece.space_after && &piece != &text->pieces.back() ? 0.25 * text->size : 0);
      CHECK(text->at.x >= laid.style.margin_side - 0.01);
      CHECK(text->at.x + width <= laid.list.pages[p].width - laid.style.margin_side + 0.05);
      if (item.element >= 0) {
        CHECK(text->at.y <= laid.list.pages[p].height - laid.style.margin_bottom);
        CHECK((p == 0 || text->at.y >= laid.style.margin_top));
      }
    }
}

TEST_CASE("every row of a table stands on exactly one page, and its head on every page it covers") {
  const Laid laid(sample());
  std::map<std::string, std::vector<std::size_t>> pages;
  for (const Placed& text : texts_of(laid.list)) pages[text.text].push_back(text.page);
  std::set<std::size_t> covered;
  for (int i = 0; i < 120; ++i) {
    const auto& found = pages["row" + std::to_string(i)];
    REQUIRE(found.size() == 1);
    covered.insert(found[0]);
  }
  REQUIRE(covered.size() >= 3);
  std::set<std::size_t> headed;
  for (const Placed& text : texts_of(laid.list, true))
    if (text.text == "Exports") headed.insert(text.page);
  CHECK(headed == covered);
}

TEST_CASE("a total stays with the row before it") {
  const Laid laid(sample());
  std::size_t last = 0, total = 0;
  for (const Placed& text : texts_of(laid.list)) {
    if (text.text == "row119") last = text.page;
    if (text.text == "Total") total = text.page;
  }
  CHECK(last == total);
}

TEST_CASE("no line of a paragraph stands alone on a page") {
  const Laid laid(sample());
  std::map<int, std::map<std::size_t, std::set<double>>> lines;  // element → page → baselines
  for (const Placed& text : texts_of(laid.list))
    if (laid.list.elements[static_cast<std::size_t>(text.element)].type == "P") lines[text.element][text.page].insert(text.y);
  int split = 0;
  for (const auto& [element, by_page] : lines) {
    if (by_page.size() < 2) continue;
    ++split;
    for (const auto& [page, baselines] : by_page) CHECK(baselines.size() >= 2);
  }
  CHECK(split > 0);
}

TEST_CASE("a head stays with the text below it") {
  const Laid laid(sample());
  const auto texts = texts_of(laid.list);
  for (std::size_t i = 0; i + 1 < texts.size(); ++i)
    if (laid.list.elements[static_cast<std::size_t>(texts[i].element)].type == "H2" && texts[i + 1].element != texts[i].element)
      CHECK(texts[i + 1].page == texts[i].page);
}

TEST_CASE("the table of contents prints the page of each head") {
  const Laid laid(sample(), TocWish::yes);
  REQUIRE(laid.list.heads.size() == 9);
  for (const Head& head : laid.list.heads) {
    bool found = false;
    const auto texts = texts_of(laid.list);
    for (std::size_t i = 0; i + 1 < texts.size(); ++i)
      if (texts[i].page == 0 && texts[i].text == head.title) found = found || texts[i + 1].text == std::to_string(head.place.page + 1);
    CHECK_MESSAGE(found, head.title);
  }
}

TEST_CASE("a short document has no table of contents unless it is asked for") {
  Document document = sample();
  document.root.blocks.resize(3);
  CHECK(texts_of(Laid(document).list).front().text == "A title");
  const auto count = [](const DisplayList& list) {
    return std::count_if(list.elements.begin(), list.elements.end(), [](const Element& e) { return e.type == "TOCI"; });
  };
  CHECK(count(Laid(document).list) == 0);
  CHECK(count(Laid(document, TocWish::yes).list) == 2);
}

TEST_CASE("a row higher than a page is cut by lines and loses none") {
  Document document = sample();
  Table table = table_of(2);
  table.rows[0].cells[2] = sentence(4000);
  document.root.blocks = {{"table", table}};
  const Laid laid(document);
  std::size_t words = 0;
  for (const Placed& text : texts_of(laid.list)) {
    CHECK(text.y <= 841.89 - laid.style.margin_bottom);
    for (std::size_t at = text.text.find("word"); at != std::string::npos; at = text.text.find("word", at + 1)) ++words;
  }
  CHECK(words == 4000 + 1);
  CHECK(laid.list.pages.size() > 2);
}

TEST_CASE("a table too wide for the page is set in parts that repeat its first column") {
  Document document = sample();
  Table table;
  table.columns.resize(40);
  table.columns[0].header = true;
  TableRow row{RowKind::body, 0, std::vector<std::string>(40, "123456"), {}};
  for (std::size_t k = 1; k < 40; ++k) table.columns[k].number = true;
  row.cells[0] = "key";
  table.rows = {row};
  document.root.blocks = {{"wide", table}};
  const Laid laid(document);
  const auto texts = texts_of(laid.list);
  const auto keys = std::count_if(texts.begin(), texts.end(), [](const Placed& t) { return t.text == "key"; });
  const auto values = std::count_if(texts.begin(), texts.end(), [](const Placed& t) { return t.text == "123456"; });
  CHECK(keys > 1);
  CHECK(values == 39);
}

TEST_CASE("numbers of a column end at one edge, whatever signs follow them") {
  Document document = sample();
  Table table = table_of(3);
  document.root.blocks = {{"table", table}};
  const Laid laid(document);
  std::set<long> edges;
  for (const Placed& text : texts_of(laid.list))
    if (text.text.starts_with("100") || text.text.starts_with("99999")) {
      const std::string digits = text.text.substr(0, text.text.find(' '));
      edges.insert(std::lround(10 * (text.x + 0.5 * 8.5 * static_cast<double>(digits.size()))));
    }
  CHECK(edges.size() == 1);
}

TEST_CASE("the unit of a key figure is never broken over two lines") {
  Document document = sample();
  KeyFigures figures;
  for (int i = 0; i < 8; ++i) figures.figures.push_back({"Balance", "billion USD", "about −2.9", "", "", "", 0, 1, {}});
  document.root.blocks = {{"figures", figures}};
  int whole = 0;
  for (const Placed& text : texts_of(Laid(document).list)) {
    whole += text.text.find("billion\u00A0USD") != std::string::npos ? 1 : 0;
    CHECK_FALSE(text.text.ends_with("billion"));
    CHECK_FALSE(text.text.starts_with("USD"));
  }
  CHECK(whole == 8);
}

TEST_CASE("a page limit drops blocks in the declared order until the document fits") {
  Document document = sample();
  document.meta["layout.pages.max"] = "2";
  Blocks filler;
  for (int i = 0; i < 12; ++i) filler.push_back({"", Paragraph{Paragraph::Kind::body, plain(sentence(70))}});
  const Blocks optional(4, Block{"", Paragraph{Paragraph::Kind::body, plain(sentence(150))}});
  document.root.blocks = {{"main", section_of("Main", filler)},
                          {"partners", section_of("Partners", optional)},
                          {"mirror-line", section_of("Mirror", optional)}};
  FakeShaper shaper;
  FakePhrases phrases;
  std::vector<std::string> left_out;
  const DisplayList list = lay_out_within(document, Style::from(document, ""), phrases, shaper, {}, left_out);
  CHECK(list.pages.size() <= 2);
  REQUIRE(!left_out.empty());
  CHECK(left_out[0] == "mirror-line");
}

TEST_CASE("a page limit cuts products below the fifth and years before the last five") {
  Section root;
  root.blocks = {{"products-export", table_of(9)}, {"trade-annual", table_of(8)}};
  std::vector<std::string> left_out;
  CHECK(shorten(root, Shortening::products_below_five, left_out));
  CHECK(shorten(root, Shortening::years_before_last_five, left_out));
  const auto& products = std::get<Table>(root.blocks[0].data);
  const auto& years = std::get<Table>(root.blocks[1].data);
  CHECK(products.rows.size() == 6);
  CHECK(products.rows[0].cells[0] == "row0");
  CHECK(years.rows[0].cells[0] == "row3");
  CHECK(years.rows.back().kind == RowKind::total);
  CHECK_FALSE(shorten(root, Shortening::mirror, left_out));
}

TEST_CASE("a section on landscape pages uses their width") {
  Document document = sample();
  Section wide = section_of("Wide", {{"", Paragraph{Paragraph::Kind::body, plain(sentence(60))}}});
  wide.page = PageHint::landscape;
  document.root.blocks = {{"a", section_of("First", {})}, {"wide", wide}, {"b", section_of("Last", {})}};
  const Laid laid(document);
  REQUIRE(laid.list.pages.size() == 3);
  CHECK(laid.list.pages[1].width > laid.list.pages[1].height);
  CHECK(laid.list.pages[2].width < laid.list.pages[2].height);
}

TEST_CASE("a long box of claims goes on over a page end, a short one stays whole") {
  const auto pages_of = [](int claims) {
    Document document = sample();
    Conflict conflict;
    conflict.topic = "Turnover";
    for (int i = 0; i < claims; ++i) conflict.claims.push_back({"claim" + std::to_string(i), "somebody", "21 billion", "", false, 0});
    document.root.blocks = {{"p", Paragraph{Paragraph::Kind::body, plain(sentence(560))}}, {"conflict", conflict}};
    std::set<std::size_t> pages;
    for (const Placed& text : texts_of(Laid(document).list))
      if (text.text.starts_with("claim")) pages.insert(text.page);
    return pages.size();
  };
  CHECK(pages_of(3) == 1);
  CHECK(pages_of(14) == 2);
}

TEST_CASE("a long marking is printed whole on the cover and on every page, and the title beside it ends with an ellipsis") {
  Document document = sample();
  document.meta["marking"] =
      "TOP SECRET – RELEASABLE TO KAZAKHSTAN AND RUSSIA ONLY, AFTER SIGNING THE REGISTER OF READERS AND NEVER BY MAIL";
  document.meta["title"] = "A long title about how the two neighbours deal with each other in trade, transport, culture and education";
  const Laid laid(document);
  REQUIRE(laid.list.pages.size() > 1);
  for (std::size_t p = 0; p < 2; ++p) {
    std::string all;
    bool ellipsis = false;
    for (const Placed& text : texts_of(laid.list, true)) {
      if (text.page != p) continue;
      if (laid.list.pages[p].height - text.y > 40) all += text.text + " ";
      ellipsis = ellipsis || text.text.ends_with("…");
      CHECK(text.size >= 8);
    }
    for (const char* word : {"TOP", "SECRET", "RELEASABLE", "KAZAKHSTAN", "RUSSIA", "ONLY", "REGISTER", "READERS", "NEVER", "MAIL"})
      CHECK_MESSAGE(all.find(word) != std::string::npos, word);
    CHECK(ellipsis == (p == 1));
  }
}

TEST_CASE("key figures stand in boxes of one height, number and unit on one line, and a missing one is small") {
  Document document = sample();
  KeyFigures figures;
  for (int i = 0; i < 8; ++i) figures.figures.push_back({"Balance", "billion USD", "about −2.9", "", "", sentence(i), 0, 1, {}});
  figures.figures[3].value = "[x]";
  figures.figures[3].unit.clear();
  document.root.blocks = {{"figures", figures}};
  const Laid laid(document);
  std::set<double> heights, numbers, units;
  for (const Item& item : laid.list.pages[0].items)
    if (const auto* box = std::get_if<RectItem>(&item.shape); box != nullptr && box->width == 2.4) heights.insert(box->height);
  for (const Placed& text : texts_of(laid.list)) {
    if (text.text.starts_with("−2.9")) numbers.insert(text.y);
    if (text.text.find("billion") != std::string::npos) units.insert(text.y);
    if (text.text == "[x]") CHECK(text.size <= 10);
  }
  CHECK(heights.size() == 1);
  CHECK(numbers.size() == 2);
  CHECK(numbers == units);
}

namespace {

Strip strip_of(double height) {
  Strip strip;
  strip.height = height;
  strip.items.push_back({-1, Artifact::layout, RectItem{{0, 0}, 1, height, 0}});
  return strip;
}

/// The heights on each page.
std::vector<std::vector<double>> pages_of(Galley galley) {
  DisplayList list;
  (void)paginate(std::move(galley), Style{}, list);
  std::vector<std::vector<double>> pages;
  for (const Page& page : list.pages) {
    pages.emplace_back();
    for (const Item& item : page.items) pages.back().push_back(std::get<RectItem>(item.shape).height);
  }
  return pages;
}

}  // namespace

TEST_CASE("a figure is drawn lower where only so it fits the page, and no lower elsewhere") {
  const Style style;
  const double room = style.page_height - style.margin_top - style.margin_bottom;
  for (const double before : {room - 210, room - 170, room - 150}) {
    Galley galley;
    galley.strips = {strip_of(before), strip_of(200)};
    galley.strips[1].smaller = 0;
    galley.smaller.push_back({160, strip_of(160).items});
    const auto pages = pages_of(std::move(galley));
    if (before == room - 210) CHECK(pages == std::vector<std::vector<double>>{{before, 200}});
    if (before == room - 170) CHECK(pages == std::vector<std::vector<double>>{{before, 160}});
    if (before == room - 150) CHECK(pages == std::vector<std::vector<double>>{{before}, {200}});
  }
}

TEST_CASE("what only wishes to stay together is parted rather than leave much of a page empty") {
  const auto split = [](double before, bool wish) {
    Galley galley;
    galley.strips = {strip_of(before), strip_of(80), strip_of(81), strip_of(82)};
    for (const std::size_t i : {1U, 2U}) {
      galley.strips[i].keep_with_next = true;
      galley.strips[i].keep_is_wish = wish;
    }
    return pages_of(std::move(galley));
  };
  const Style style;
  const double room = style.page_height - style.margin_top - style.margin_bottom;
  CHECK(split(room - 170, true) == std::vector<std::vector<double>>{{room - 170, 80, 81}, {82}});
  CHECK(split(room - 170, false) == std::vector<std::vector<double>>{{room - 170}, {80, 81, 82}});
  CHECK(split(room - 60, true) == std::vector<std::vector<double>>{{room - 60}, {80, 81, 82}});
}

TEST_CASE("a high row goes on over a page end instead of leaving half a page empty") {
  Document document = sample();
  Table table = table_of(2);
  table.rows[0].cells[2] = sentence(400);
  document.root.blocks = {{"p", Paragraph{Paragraph::Kind::body, plain(sentence(420))}}, {"table", table}};
  std::set<std::size_t> pages;
  for (const Placed& text : texts_of(Laid(document).list))
    if (text.size == 8.5) pages.insert(text.page);
  CHECK(pages == std::set<std::size_t>{0, 1});
}

TEST_CASE("texts in many columns are set on turned pages") {
  Document document = sample();
  Table table;
  table.title = "Claims";
  table.columns.resize(7);
  table.rows.assign(4, {RowKind::body, 0, std::vector<std::string>(7, sentence(40)), {}});
  document.root.blocks = {{"claims", section_of("Claims", {{"table", table}})}};
  CHECK(Laid(document).list.pages.back().width > 800);
  for (TableRow& row : table.rows) row.cells.assign(7, "short");
  document.root.blocks = {{"claims", section_of("Claims", {{"table", table}})}};
  CHECK(Laid(document).list.pages.back().width < 600);
}

TEST_CASE("only cells of more than ten thousand characters are called long, in any letters") {
  Section root;
  Table table = table_of(3);
  std::string cyrillic;
  for (std::size_t i = 0; i < cell_characters_most; ++i) cyrillic += "ж";
  table.rows[0].cells[2] = cyrillic;
  root.blocks = {{"", section_of("Inner", {{"table", table}})}};
  CHECK(long_columns(root).empty());
  table.rows[1].cells[2] = cyrillic + "ж";
  root.blocks = {{"", section_of("Inner", {{"table", table}})}};
  REQUIRE(long_columns(root).size() == 1);
  CHECK(long_columns(root)[0].column == "Remark");
  CHECK(long_columns(root)[0].cells == 1);
  CHECK(long_columns(root)[0].characters == cell_characters_most + 1);
}
