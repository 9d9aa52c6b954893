// Heads, paragraphs, lists, quotations and notes.

#include <algorithm>

#include "layout/compose.hpp"

namespace attache::pdf {
namespace {

std::string visible(const Text& text) {
  std::string out;
  for (const Span& span : text) out += span.text;
  return out;
}

/// A label in the margin of a passage that hangs beside it.
void add_hanging(Composer& c, const std::string& label, const TextStyle& label_style, Passage& passage, double indent, int label_element) {
  const std::size_t n = passage.lines.size();
  for (std::size_t i = 0; i < n; ++i) {
    Strip& strip = c.add_strip(passage.style.lead);
    strip.keep_with_next = n > 1 && (i == 0 || i + 2 == n);
    if (i == 0) draw_text(c, label, label_style, {c.left + 2, 0}, label_element, strip.items);
    draw_line(c, passage, i, {c.left + indent, 0}, strip.items);
  }
}

}  // namespace

std::string heading_type(Composer& c, int wanted) {
  const int level = std::clamp(wanted, 1, std::min(c.heading_depth + 1, 6));
  c.heading_depth = level;
  return "H" + std::to_string(level);
}

void compose(Composer& c, const Heading& heading) {
  TextStyle style = c.body();
  style.role = Role::bold;
  style.colour = c.style.accent;
  style.size = heading.level <= 1 ? 10.5 : 9.5;
  style.lead = 14;
  Passage passage = set_text(c, heading.text, style, c.width, Fit::optimal);
  if (passage.lines.empty()) return;
  passage.element = c.add_element(heading_type(c, 3 + heading.level));
  c.want_space(12);
  add_lines(c, passage, c.left, true);
  for (std::size_t i = 0; i < passage.lines.size(); ++i) c.galley.strips[c.galley.strips.size() - 1 - i].keep_with_next = true;
  c.want_space(3);
}

void compose(Composer& c, const Paragraph& paragraph) {
  TextStyle style = c.body();
  if (paragraph.kind == Paragraph::Kind::lead) {
    style.size = c.style.body + 1.5;
    style.lead = c.style.body_lead + 2.4;
    style.colour = c.style.accent;
  } else if (paragraph.kind == Paragraph::Kind::small) {
    style = c.small();
  }
  Passage passage = set_text(c, paragraph.text, style, c.width, Fit::optimal);
  if (passage.lines.empty()) return;
  passage.element = c.add_element("P");
  c.want_space(c.style.paragraph_gap);
  add_lines(c, passage, c.left);
  c.want_space(c.style.paragraph_gap);
}

void compose(Composer& c, const List& list) {
  const Within within(c);
  const int parent = c.add_element("L");
  c.at(parent).numbering = list.ordered ? "Decimal" : "Disc";
  c.want_space(c.style.paragraph_gap);
  int number = 0;
  TextStyle label_style = c.body();
  label_style.colour = c.style.accent;
  label_style.role = Role::bold;
  for (const Text& text : list.items) {
    const double indent = list.ordered ? 20 : 14;
    const std::string label = list.ordered ? std::to_string(++number) + "." : "•";
    Passage passage = set_text(c, text, c.body(), c.width - indent, Fit::optimal);
    if (passage.lines.empty()) continue;
    const int item = c.add_element("LI", parent);
    const int label_element = c.add_element("Lbl", item);
    passage.element = c.add_element("LBody", item);
    add_hanging(c, label, label_style, passage, indent, label_element);
    c.want_space(c.style.paragraph_gap * 0.55);
  }
  c.want_space(c.style.paragraph_gap);
}

void compose(Composer& c, const Quotation& quotation) {
  const Within within(c);
  c.want_space(c.style.block_gap);
  const int quote = c.add_element("BlockQuote");
  Frame frame;
  frame.has_fill = false;
  frame.has_bar = true;
  frame.bar = c.style.accent;
  frame.pad_top = frame.pad_bottom = 2;
  open_frame(c, frame, 14);
  TextStyle style = c.body();
  style.role = Role::italic;
  style.size = c.style.body + 1;
  style.lead = c.style.body_lead + 1.4;
  Text text = quotation.text;
  text.insert(text.begin(), Span{c.phrases.say("exporter.quote-open"), {}, {}, false, false, false, 0});
  text.push_back(Span{c.phrases.say("exporter.quote-close"), {}, {}, false, false, false, 0});
  Passage words = set_text(c, text, style, c.width, Fit::optimal);
  words.element = c.add_element("P", quote);
  add_lines(c, words, c.left, true);
  Text by;
  if (!quotation.speaker.empty()) by.push_back(strong("— " + quotation.speaker)[0]);
  std::string rest;
  for (const std::string* part : {&quotation.office, &quotation.context})
    if (!part->empty()) rest += (by.empty() && rest.empty() ? "" : ", ") + *part;
  if (!rest.empty()) by.push_back(plain(rest)[0]);
  if (quotation.citation != 0) {
    if (!by.empty()) by.push_back(plain(" ")[0]);
    by.push_back(citation_span(quotation.citation));
  }
  TextStyle attribution = c.small();
  attribution.size = c.style.table;
  attribution.lead = c.style.table_lead + 0.8;
  Passage line = set_text(c, by, attribution, c.width, Fit::optimal);
  line.element = c.add_element("P", quote);
  c.want_space(3);
  add_lines(c, line, c.left, !quotation.note.empty());
  Passage note = set_text(c, quotation.note, c.small(), c.width, Fit::optimal);
  note.element = note.lines.empty() ? -1 : c.add_element("P", quote);
  c.want_space(2);
  add_lines(c, note, c.left);
  c.want_space(c.style.block_gap);
}

namespace {

Text numbered(const Composer& c, const Note& note) {
  Text text = note.text;
  if (note.number != 0)
    text.insert(text.begin(), strong(c.phrases.say("exporter.note-number", {{"number", std::to_string(note.number)}}) + " ")[0]);
  return text;
}

}  // namespace

void compose_run_in(Composer& c, const std::vector<const Note*>& notes) {
  Text all;
  for (const Note* note : notes) {
    if (!all.empty()) all.push_back(plain("  ")[0]);
    const Text text = numbered(c, *note);
    all.insert(all.end(), text.begin(), text.end());
  }
  if (all.empty()) return;
  Passage passage = set_text(c, all, c.small(), c.width, Fit::optimal);
  passage.element = c.add_element("P");
  c.want_space(c.style.row_pad + 1.4);
  add_lines(c, passage, c.left);
  c.want_space(c.style.paragraph_gap);
}

void compose(Composer& c, const Note& note) {
  const Within within(c);
  if (visible(note.text).empty()) return;
  if (note.kind == Note::Kind::warning) {
    c.want_space(c.style.block_gap);
    Frame frame;
    frame.fill = c.style.warning_fill;
    frame.has_bar = true;
    frame.bar = c.style.warning;
    frame.pad_top = frame.pad_bottom = 5;
    open_frame(c, frame, 12);
  } else {
    c.want_space(c.style.row_pad + 1.4);
  }
  TextStyle style = c.small();
  if (note.kind == Note::Kind::warning) {
    style.colour = c.style.text;
    style.size = c.style.table;
    style.lead = c.style.table_lead + 1;
  }
  const Text text = numbered(c, note);
  Passage passage = set_text(c, text, style, c.width, Fit::optimal);
  passage.element = c.add_element("P");
  add_lines(c, passage, c.left);
  c.want_space(note.kind == Note::Kind::warning ? c.style.block_gap : c.style.row_pad + 1.4);
}

}  // namespace attache::pdf
