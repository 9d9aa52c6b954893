#include "markdown.hpp"

#include <doctest/doctest.h>

#include "inline_text.hpp"

using namespace attache::report;

namespace {

SectionDraft drafted(std::string_view text) {
  SectionDraft draft;
  draft.id = "t";
  add_markdown(
      text, [](std::string_view name) { return plain("<" + std::string(name) + ">"); }, draft);
  return draft;
}

}  // namespace

TEST_CASE("paragraphs, lists and heads become blocks") {
  const auto draft = drafted("# Head\n\nOne\nline.\n\n- first\n- second\nAfter.\n");
  const auto& blocks = draft.section.children;
  REQUIRE(blocks.size() == 4);
  CHECK(std::holds_alternative<Heading>(blocks[0].data));
  CHECK(plain_text(std::get<Paragraph>(blocks[1].data).text) == "One line.");
  CHECK(std::get<List>(blocks[2].data).items.size() == 2);
  CHECK(plain_text(std::get<Paragraph>(blocks[3].data).text) == "After.");
}

TEST_CASE("marks become styles, facts are filled, and what is no mark stays as written") {
  const auto draft = drafted("**Strong** *soft* `x` 2 * 3 {{t15}} [site](https://example.org) [bad](javascript:x)");
  const auto& text = std::get<Paragraph>(draft.section.children.at(0).data).text;
  CHECK(text[0].style == Run::strong);
  CHECK(text[2].style == Run::emphasis);
  CHECK(plain_text(text) == "Strong soft x 2 * 3 <t15> site bad");
  for (const auto& run : text) CHECK(run.href.find("javascript") == std::string::npos);
}
