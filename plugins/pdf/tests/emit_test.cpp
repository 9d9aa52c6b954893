#include "emit/emitter.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "emit/syntax.hpp"
#include "emit/text_operators.hpp"
#include "problem.hpp"
#include "sink/podofo_sink.hpp"
#include "tags/structure_tree.hpp"

using namespace attache::pdf;

namespace {

/// Keeps what it is given.
class MemorySink : public Sink {
 public:
  ObjectNumber allocate() override {
    bodies.emplace_back();
    return static_cast<ObjectNumber>(bodies.size());
  }
  void put(ObjectNumber number, std::string body) override { bodies[static_cast<std::size_t>(number) - 1] = std::move(body); }
  void put_stream(ObjectNumber number, std::vector<std::pair<std::string, std::string>>, std::string data) override {
    put(number, std::move(data));
  }
  std::string finish(ObjectNumber, const std::vector<std::pair<std::string, std::string>>&) override {
    std::string all;
    for (const auto& body : bodies) all += body + "\n";
    return all;
  }
  std::vector<std::string> bodies;
};

Item text_item(FontShaper& shaper, const std::string& word, int element) {
  TextItem text;
  text.at = {72, 100};
  for (const ShapedText* shaped : shaper.shape(Role::regular, word)) text.pieces.push_back({shaped, false});
  return {element, Artifact::layout, text};
}

}  // namespace

TEST_CASE("numbers are short decimals whatever the locale, and never minus nothing") {
  CHECK(number(12) == "12");
  CHECK(number(-0.5) == "-0.5");
  CHECK(number(1.005, 2) == "1");
  CHECK(number(0.126, 2) == "0.13");
  CHECK(number(-0.0001, 2) == "0");
  CHECK(number(595.28) == "595.28");
}

TEST_CASE("what is not a number of a page is refused") {
  CHECK_THROWS_AS(static_cast<void>(number(std::nan(""))), Problem);
  CHECK_THROWS_AS(static_cast<void>(number(std::numeric_limits<double>::infinity())), Problem);
  CHECK_THROWS_AS(static_cast<void>(number(1e300)), Problem);
}

TEST_CASE("strings are escaped or written in UTF-16") {
  CHECK(literal("a(b)\\\r") == "(a\\(b\\)\\\\\\r)");
  CHECK(text_string("Қ") == "<FEFF049A>");
  CHECK(text_string("\xF0\x9D\x94\xB8") == "<FEFFD835DD38>");
  CHECK(ascii_url("https://e.org/ә b") == "https://e.org/%D3%99%20b");
}

TEST_CASE("a date is the epoch in UTC, in both notations") {
  FileFacts facts;
  facts.title = "T";
  facts.epoch = 1444780800;
  CHECK(iso_time(facts.epoch) == "2015-10-14T00:00:00Z");
  CHECK(iso_time(951782399) == "2000-02-28T23:59:59Z");
  bool found = false;
  for (const auto& [key, value] : information(facts, "f")) found = found || (key == "CreationDate" && value == "D:20151014000000Z");
  CHECK(found);
}

TEST_CASE("the children of an element stand in the order of use, and every mark has its owner") {
  const std::vector<Element> elements = [] {
    DisplayList list;
    const int document = list.add_element("Document", -1);
    list.add_element("P", document);
    list.add_element("H1", document);
    return list.elements;
  }();
  MemorySink sink;
  const std::vector<ObjectNumber> pages = {sink.allocate(), sink.allocate()};
  StructureTree tree(elements, pages, sink);
  CHECK(tree.mark(2, 0) == 0);
  CHECK(tree.mark(1, 0) == 1);
  CHECK(tree.mark(1, 1) == 0);
  (void)tree.write();
  const std::string all = sink.finish(0, {});
  CHECK(all.find("/S/H1") != std::string::npos);
  CHECK(all.find("/Type/MCR/Pg 2 0 R/MCID 0") != std::string::npos);
  CHECK(all.find("/K[4 0 R 6 0 R ]>>") != std::string::npos);  // the head, used first, before the paragraph
  CHECK(all.find("\n[4 0 R 6 0 R ]\n") != std::string::npos);  // and the owners on the first page by number
}

TEST_CASE("an empty cell keeps its place in the row") {
  DisplayList list;
  const int table = list.add_element("Table", list.add_element("Document", -1));
  const int row = list.add_element("TR", table);
  list.add_element("TD", row);
  const int filled = list.add_element("TD", row);
  list.add_element("TD", row);
  MemorySink sink;
  const std::vector<ObjectNumber> pages = {sink.allocate()};
  StructureTree tree(list.elements, pages, sink);
  (void)tree.mark(filled, 0);
  (void)tree.write();
  int cells = 0;
  for (const auto& body : sink.bodies)
    if (body.find("/S/TD") != std::string::npos) ++cells;
  CHECK(cells == 3);
}

TEST_CASE("a character no font has is noted and drawn as a replacement mark that still says which it was") {
  const FontSet fonts(FontFiles::defaults());
  FontShaper shaper(fonts);
  const auto& shaped = shaper.shape(Role::regular, "a\xF3\xB0\x80\x80");  // U+F0000, private use
  REQUIRE(shaped.size() == 2);
  CHECK(shaper.missing() == std::set<char32_t>{0xF0000});
  CHECK(shaped[1]->glyphs.at(0).id != 0);
  CHECK(shaped[1]->text == "\xF3\xB0\x80\x80");
}

TEST_CASE("letters of Kazakh need no fallback, symbols do") {
  const FontSet fonts(FontFiles::defaults());
  for (const char32_t c : U"ӘҒҚҢӨҰҮҺІәғқңөұүһі₸№–—«»")
    if (c != 0) CHECK(fonts.face_for(Role::bold, c) == fonts.primary(Role::bold));
  CHECK(fonts.face_for(Role::regular, U'→') != fonts.primary(Role::regular));
  CHECK(fonts.face_for(Role::regular, U'→') >= 0);
}

TEST_CASE("equal lists give equal bytes, and another word another file identifier") {
  const FontSet fonts(FontFiles::defaults());
  const auto file_with = [&](const std::string& word) {
    FontShaper shaper(fonts);
    DisplayList list;
    list.pages.resize(1);
    list.pages[0].items.push_back(text_item(shaper, word, list.add_element("P", list.add_element("Document", -1))));
    EmitOptions options;
    options.facts.title = "T";
    PodofoSink sink;
    return emit(list, fonts, options, sink);
  };
  const std::string first = file_with("Word");
  CHECK(first.starts_with("%PDF-1.7"));
  CHECK(first == file_with("Word"));
  const auto id = [](const std::string& file) { return file.substr(file.find("/ID")); };
  CHECK(id(first) != id(file_with("Work")));
}

TEST_CASE("a font file that is not there is named with what to do") {
  FontFiles files = FontFiles::defaults();
  files.roles[0].path = "/nowhere/font.ttf";
  CHECK_THROWS_WITH_AS(FontSet{files}, doctest::Contains("/nowhere/font.ttf"), Problem);
}
