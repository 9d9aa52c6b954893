#include <algorithm>

#include "kazakhstan_russia.hpp"
#include "support/document_dump.hpp"

using namespace attache;
using namespace attache::test;

namespace {

/// The lines of a topic in the dump, from its head to the next.
std::string topic(const std::string& text, const std::string& head) {
  const auto from = text.find("? " + head);
  if (from == std::string::npos) return {};
  return text.substr(from, std::min(text.find("\n? ", from), text.find("\n#", from)) - from);
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a growth without period and base says so and is held against the data") {
  const std::string box = topic(dump(build("briefing")), "Growth of Kazakhstan–Russia trade turnover");
  REQUIRE_FALSE(box.empty());
  CHECK(has(box, "+3.2 % (basis not stated)"));
  CHECK(has(box, "V. Putin, President of the Russian Federation"));
  CHECK(has(box, "indirect speech, reported by KAZINFORM"));
  CHECK(has(box, "about 7.3 bn USD"));
  CHECK(has(box, "implausibly little for 6 of its 12 months"));
}

TEST_CASE("a multiple is answered with the base it implies and what declared statistics say") {
  const std::string box = topic(dump(build("briefing")), "Growth of Kazakhstan–Russia trade from 2003 to 2014");
  REQUIRE_FALSE(box.empty());
  CHECK(has(box, "5.8 bn USD (2003) and 21.7 bn USD (2014) | preferred | official"));
  CHECK(has(box, "about 3.5 bn USD in 2003"));
  CHECK(has(box, "17.7 % a year"));
  CHECK(has(box, "3.8-fold"));
}

TEST_CASE("a part of a whole is a share, of the other count too") {
  const std::string text = dump(build("briefing"));
  const auto from = text.find("Subjects of the Russian Federation cooperating with Kazakhstan: ");
  REQUIRE(from != std::string::npos);
  const std::string box = text.substr(from, text.find('\n', from) - from);
  CHECK(has(box, "76 of 89 is 85.4 %"));
  CHECK(has(box, "89.4 %"));
}

TEST_CASE("indirect speech is never printed as a quotation of the speaker") {
  const auto document = build("briefing");
  for (const auto& block : std::get<report::Section>(document.root.data).children) {
    for (const auto& child : std::get<report::Section>(block.data).children) {
      const auto* quotation = std::get_if<report::Quotation>(&child.data);
      if (quotation == nullptr) continue;
      for (const auto& run : quotation->text) CHECK(run.text.find("most successful") == std::string::npos);
      CHECK(quotation->citation > 0);
    }
  }
  CHECK(has(dump(document), "as quoted by N. Nazarbayev"));
}

TEST_CASE("an unnamed source is printed as such") { CHECK(has(dump(build("factsheet")), "statistics, source not named")); }
