// Claims that do not agree: a framed list of who said what, the yardstick marked, and what the data say.

#include <algorithm>

#include "layout/compose.hpp"

namespace attache::pdf {
namespace {

/// The figure strong, its basis behind the first semicolon or sentence plain; a text without a figure is plain altogether.
Text figure_text(const std::string& printed) {
  const std::size_t end = std::min({printed.find(';'), printed.find(". "), printed.size()});
  if (std::none_of(printed.begin(), printed.begin() + static_cast<std::ptrdiff_t>(end), [](char c) { return c >= '0' && c <= '9'; }))
    return plain(printed);
  Text text = strong(printed.substr(0, end));
  if (end < printed.size()) text.push_back(plain(printed.substr(end))[0]);
  return text;
}

void add_claim(Composer& c, const Claim& claim, int list) {
  const int item = c.add_element("LI", list), body = c.add_element("LBody", item);
  const double figure_width = claim.figure.empty() ? 0 : std::min(150.0, c.width * 0.32);
  const double text_width = c.width - 12 - figure_width - (figure_width > 0 ? 12 : 0);
  TextStyle style = c.table(claim.official ? Role::bold : Role::regular);
  style.size = 9;
  style.lead = 12.2;
  Text words = plain(claim.statement);
  if (claim.citation != 0) {
    if (!words.empty()) words.push_back(plain("\xC2\xA0")[0]);
    words.push_back(citation_span(claim.citation));
  }
  std::string by = claim.attribution;
  if (claim.official)
    by += (by.empty() ? "" : " · ") + c.phrases.say("exporter.official");
  else if (!claim.rank.empty() && claim.rank != c.phrases.say("report.rank.normal"))
    by += (by.empty() ? "" : " · ") + claim.rank;
  Passage statement = set_text(c, words, style, text_width, Fit::optimal);
  Passage attribution = set_text(c, plain(by), c.small(), text_width, Fit::optimal);
  TextStyle figure_style = c.table();
  figure_style.size = 9;
  figure_style.lead = 12.2;
  figure_style.colour = c.style.accent;
  Passage figure = set_text(c, figure_text(claim.figure), figure_style, figure_width, Fit::greedy);
  statement.element = c.add_element("P", body);
  if (!attribution.lines.empty()) attribution.element = c.add_element("P", body);
  if (!figure.lines.empty()) figure.element = c.add_element("P", body);
  Strip& strip = c.add_strip(std::max(statement.height() + attribution.height(), figure.height()) + 6);
  PathItem mark;
  const double x = c.left + 2.5, y = 6;
  mark.points = {{x - 2.5, y}, {x, y - 2.5}, {x + 2.5, y}, {x, y + 2.5}};
  mark.closed = mark.filled = true;
  mark.fill = claim.official ? c.style.accent : c.style.warning_fill;
  mark.stroke = claim.official ? c.style.accent : c.style.warning;
  mark.line_width = 0.9;
  strip.items.push_back({-1, Artifact::layout, std::move(mark)});
  draw_lines(c, statement, {c.left + 12, 0}, strip.items);
  draw_lines(c, attribution, {c.left + 12, statement.height()}, strip.items);
  draw_lines(c, figure, {c.left + c.width - figure_width, 0}, strip.items);
}

/// A short box stays whole if the page can afford it; in a long one only the last claim stays with what is said about it (the first stays
/// with the topic anyway).
void keep_claims(Composer& c, std::size_t first, bool assessed) {
  constexpr double whole_share = 0.33;
  double height = 0;
  for (std::size_t i = first; i < c.galley.strips.size(); ++i) height += c.galley.strips[i].height;
  const bool whole = height <= c.page_room() * whole_share;
  for (std::size_t i = first; i < c.galley.strips.size(); ++i) {
    const bool last = i + 1 == c.galley.strips.size();
    c.galley.strips[i].keep_with_next = last ? assessed : whole;
    c.galley.strips[i].keep_is_wish = !last;
  }
}

}  // namespace

void compose(Composer& c, const Conflict& conflict) {
  const Within within(c);
  c.want_space(c.style.block_gap);
  c.element = c.add_element("Sect");
  Frame frame;
  frame.fill = c.style.warning_fill;
  frame.has_bar = true;
  frame.bar = c.style.warning;
  open_frame(c, frame, 13);
  TextStyle head = c.body();
  head.role = Role::bold;
  head.colour = c.style.warning;
  Passage topic = set_text(c, plain(c.phrases.say("exporter.conflict") + (conflict.topic.empty() ? "" : ": " + conflict.topic)), head,
                           c.width, Fit::optimal);
  topic.element = c.add_element("P");
  add_lines(c, topic, c.left, true);
  c.want_space(4);
  const int list = conflict.claims.empty() ? -1 : c.add_element("L");
  const std::size_t first = c.galley.strips.size();
  for (const Claim& claim : conflict.claims) add_claim(c, claim, list);
  keep_claims(c, first, !conflict.assessment.empty());
  TextStyle style = c.table();
  style.size = 9;
  style.lead = 12.4;
  Passage assessment = set_text(c, conflict.assessment, style, c.width, Fit::optimal);
  if (!assessment.lines.empty()) {
    assessment.element = c.add_element("P");
    c.want_space(2);
    add_lines(c, assessment, c.left);
  }
  c.want_space(c.style.block_gap);
}

}  // namespace attache::pdf
