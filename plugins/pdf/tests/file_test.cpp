// Whole files, judged by other programs: qpdf, poppler, and read_structure.py for the rules of PDF/A and PDF/UA.

#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "core/report/kazakhstan_russia.hpp"
#include "support/in_process.hpp"
#include "support/sample_document.hpp"

using namespace attache;
using namespace attache::test;

namespace {

const std::string plugin = ATTACHE_BINARY_DIR "/lib/attache/plugins/1/pdf.attache.so";

std::string folder(const std::string& name) {
  return std::string(ATTACHE_BINARY_DIR) + "/plugins/pdf/tests/out/" + std::to_string(getpid()) + "/" + name;
}

class Log : public host::Listener {
 public:
  void log(attache_log_level level, std::string_view message) override {
    if (level >= ATTACHE_LOG_WARN) warnings.emplace_back(message);
  }
  std::vector<std::string> warnings;
};

/// The path of the file made of a document.
std::string made(const std::string& name, report::Document document, std::vector<std::pair<std::string, std::string>> options = {}) {
  Log log;
  const auto staged = run_in_process({plugin, folder(name), "", std::move(options), false}, std::move(document), log);
  REQUIRE_MESSAGE(staged, (staged ? "" : staged.error().message()));
  REQUIRE(staged->size() == 1);
  return folder(name) + "/document.pdf";
}

/// Output of a command; "exit N" in front when it failed.
std::string output_of(const std::string& command) {
  const std::string file = folder("out.txt");
  std::filesystem::create_directories(std::filesystem::path(file).parent_path());
  const int status = std::system((command + " >" + file + " 2>&1").c_str());
  return (status == 0 ? "" : "exit " + std::to_string(status) + " ") + read_file(file);
}

report::Document paragraph(const std::string& text) {
  report::Document document = empty_document();
  report::Run run;
  run.text = text;
  std::get<report::Section>(document.root.data).children.push_back({"p", report::Paragraph{report::ParagraphRole::body, {run}}});
  return document;
}

}  // namespace

TEST_CASE("a document with every block is sound, tagged, and has all its fonts in it") {
  const std::string file = made("sample", sample_document());
  CHECK(output_of("qpdf --check " + file).find("No syntax or stream encoding errors") != std::string::npos);
  CHECK(output_of("python3 " ATTACHE_SOURCE_DIR "/plugins/pdf/tests/read_structure.py " + file) == "\n");
  const std::string info = output_of("pdfinfo " + file);
  CHECK(info.find("Tagged:          yes") != std::string::npos);
  CHECK(info.find("Title:           Kazakhstan and Russia · Sample of every block") != std::string::npos);
  CHECK(output_of("pdffonts " + file + " | awk 'NR > 2 && $(NF - 4) != \"yes\"'").empty());
}

TEST_CASE("the same document gives the same bytes, and Letter another file") {
  const std::string first = read_file(made("first", sample_document()));
  CHECK(first == read_file(made("second", sample_document())));
  CHECK(first != read_file(made("letter", sample_document(), {{"page-size", "Letter"}})));
  CHECK(output_of("pdfinfo " + folder("letter") + "/document.pdf").find("612 x 792") != std::string::npos);
}

TEST_CASE("letters of three alphabets come out as they went in") {
  const std::string file =
      made("alphabets", paragraph("Kazakhstan, Казахстан и Россия, Ә Ғ Қ Ң Ө Ұ Ү Һ І ә ғ қ ң ө ұ ү һ і, № 5 − 7 → ₸ fi"));
  const std::string text = output_of("pdftotext " + file + " -");
  for (const char* part : {"Kazakhstan,", "Казахстан и Россия,", "Ә Ғ Қ Ң Ө Ұ Ү Һ І ә ғ қ ң ө ұ ү һ і", "№ 5 − 7 → ₸ fi"})
    CHECK_MESSAGE(text.find(part) != std::string::npos, part);
}

TEST_CASE("hostile text is shown and breaks nothing") {
  const std::string file = made(
      "hostile", paragraph("<b>&amp;</b> (\\) %PDF endobj \x01 \xD7\xA2\xD7\x91 e\xCC\x81 \xF4\x8F\xBF\xBF " + std::string(3000, 'x')));
  CHECK(output_of("qpdf --check " + file).find("No syntax or stream encoding errors") != std::string::npos);
  CHECK(output_of("python3 " ATTACHE_SOURCE_DIR "/plugins/pdf/tests/read_structure.py " + file) == "\n");
  CHECK(output_of("pdftotext " + file + " -").find("<b>&amp;</b> (\\) %PDF endobj") != std::string::npos);
}

TEST_CASE("a character no font has is a warning, once") {
  Log log;
  REQUIRE(run_in_process({plugin, folder("missing"), "", {}, false}, paragraph("\xF3\xB0\x80\x80 and again \xF3\xB0\x80\x80"), log));
  CHECK(std::count_if(log.warnings.begin(), log.warnings.end(),
                      [](const std::string& w) { return w.find("U+F0000") != std::string::npos; }) == 1);
}

TEST_CASE("a document of nothing has one page, and an untagged one is smaller") {
  CHECK(output_of("pdfinfo " + made("empty", empty_document())).find("Pages:           1") != std::string::npos);
  const std::string tagged = read_file(made("tagged", sample_document())),
                    plain = read_file(made("plain", sample_document(), {{"conformance", "none"}}));
  CHECK(plain.size() < tagged.size());
  CHECK(output_of("pdfinfo " + folder("plain") + "/document.pdf").find("Tagged:          no") != std::string::npos);
}

TEST_CASE("a font file that is missing is named in the error") {
  report::Document document = empty_document();
  document.meta.emplace_back("theme.font.body.file", "/nowhere/body.ttf");
  std::sort(document.meta.begin(), document.meta.end());
  Log log;
  const auto staged = run_in_process({plugin, folder("nofont"), "", {}, false}, document, log);
  REQUIRE_FALSE(staged);
  CHECK_MESSAGE(staged.error().message().find("/nowhere/body.ttf") != std::string::npos, staged.error().message());
}

TEST_CASE("thirty columns and a thousand rows take many pages and stay sound") {
  const std::string file = made("large", large_document(1000, 30));
  CHECK(output_of("qpdf --check " + file).find("No syntax or stream encoding errors") != std::string::npos);
  const std::string pages = output_of("pdfinfo " + file + " | awk '/^Pages/ { print $2 }'");
  CHECK(std::atoi(pages.c_str()) > 40);
}

TEST_CASE("the sample's briefing keeps to eight pages, its factsheet to two, and its trade sheet prints no trace of many pages") {
  const auto pages = [](const std::string& name) {
    const std::string told = output_of("pdfinfo " + made(name, build(name)));
    const std::size_t at = told.find("Pages:");
    REQUIRE(at != std::string::npos);
    return std::stoi(told.substr(at + 6));
  };
  CHECK(pages("briefing") <= 8);
  CHECK(pages("factsheet") == 2);
  CHECK(pages("trade-sheet") <= 20);
}

TEST_CASE("a document of more than two thousand pages is refused with its number of pages") {
  report::Document document = empty_document();
  auto& children = std::get<report::Section>(document.root.data).children;
  report::Run run;
  run.text = "One page.";
  for (int i = 0; i < 2001; ++i) {
    children.push_back({"p" + std::to_string(i), report::Paragraph{report::ParagraphRole::body, {run}}});
    children.push_back({"b" + std::to_string(i), report::PageBreak{}});
  }
  Log log;
  const auto staged = run_in_process({plugin, folder("endless"), "", {}, false}, document, log);
  REQUIRE_FALSE(staged);
  CHECK_MESSAGE(staged.error().message().find("2001 pages") != std::string::npos, staged.error().message());
}

TEST_CASE("the briefing has at most eight pages on every day there are data") {
  for (const char* as_of : {"2004-12-31", "2008-06-30", "2012-12-31", "2015-10-16", "2015-12-31", "2018-01-01", "2019-06-30", "2021-12-31",
                            "2022-12-31", "2024-06-30", "2026-03-01"}) {
    for (const char* pair : {"KAZ-RUS", "RUS-KAZ"}) {
      report::Request request;
      request.as_of = as_of;
      request.pair = pair;
      const std::string name = std::string("briefing-") + pair + "-" + as_of;
      const std::string pages = output_of("pdfinfo " + made(name, build("briefing", request)) + " | awk '/^Pages/ { print $2 }'");
      CHECK_MESSAGE(std::atoi(pages.c_str()) >= 2, name, ": ", pages);
      CHECK_MESSAGE(std::atoi(pages.c_str()) <= 8, name, ": ", pages);
    }
  }
}

TEST_CASE("citations at the beginning of an entry's text stand behind its title") {
  report::Document document = empty_document();
  report::TimelineEntry entry;
  entry.printed_date = "14 October 2015";
  entry.title = "A visit";
  entry.citation = 1;
  report::Run second;
  second.citation = 2;
  report::Run who;
  who.text = " Two presidents";
  entry.text = {second, who};
  std::get<report::Section>(document.root.data).children.push_back({"t", report::Timeline{{entry}}});
  const std::string text = output_of("pdftotext -layout " + made("timeline", std::move(document)) + " -");
  CHECK(text.find("[1][2]") != std::string::npos);
  CHECK(text.find("Two presidents[") == std::string::npos);
}
