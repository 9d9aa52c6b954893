// The band at the head of the first page, and the facts that say what the reader holds.

#include <algorithm>
#include <optional>

#include "layout/compose.hpp"

namespace attache::pdf {
namespace {

std::vector<Fact> facts_of(const Composer& c, const Document& document) {
  std::vector<Fact> facts;
  const auto add = [&](const char* message, const std::string& value) {
    if (!value.empty()) facts.push_back({c.phrases.say(message), value});
  };
  const std::string &perspective = document.about("perspective"), &first = document.about("first.name"),
                    &second = document.about("second.name");
  std::string seen_from = perspective;
  if (perspective == "first" || perspective == document.about("first")) seen_from = first;
  if (perspective == "second" || perspective == document.about("second")) seen_from = second;
  if (perspective == "both") seen_from = first + ", " + second;
  add("exporter.perspective", seen_from);
  add("exporter.period", document.about("period"));
  add("exporter.as-of", document.about("as_of"));
  add("exporter.edition", document.about("edition"));
  add("exporter.embargo", document.about("embargo"));
  if (document.about("producer") != document.about("generator")) add("exporter.producer", document.about("producer"));
  return facts;
}

class Band {
 public:
  Band(Composer& c, const Document& document) : c_(c), document_(document) {
    title_ = c.body();
    title_.role = Role::heading;
    title_.colour = c.style.white;
    title_.size = c.style.title;
    title_.lead = c.style.title * 1.24;
    line_ = c.body();
    line_.colour = mix(c.style.white, c.style.accent, 0.88);
    line_.size = 11.5;
    line_.lead = 16;
  }

  void add() {
    const std::vector<Passage> marks = set_marks();
    double marks_width = 0, marks_height = mark_drop;
    for (const Passage& mark : marks) {
      marks_width = std::max(marks_width, widest(mark) + 2 * mark_pad);
      marks_height += mark.height() + mark_gap + (mark.lines.size() > 1 ? 8 : 0);
    }
    const double room = c_.width - std::max(90.0, marks_width + 16);
    Passage title = set_text(c_, plain(document_.about("title")), title_, room, Fit::greedy);
    if (title.lines.size() > 2) {
      title_.size = 18;
      title_.lead = 23;
      title = set_text(c_, plain(document_.about("title")), title_, room, Fit::greedy);
    }
    Passage subtitle = set_text(c_, plain(document_.about("subtitle")), line_, room, Fit::greedy);
    const double words = title.height() + (subtitle.lines.empty() ? 0 : 5 + subtitle.height());
    const double band = c_.style.band_top + std::max(words, marks.empty() ? 0 : marks_height - mark_gap) + c_.style.band_bottom;
    const double above = c_.style.margin_top;  // the band begins at the page's edge
    Strip& strip = c_.add_strip(std::max(band - above, 20.0));
    strip.items.push_back({-1, Artifact::layout, RectItem{{0, -above}, c_.style.page_width, band, c_.style.accent}});
    strip.items.push_back({-1, Artifact::layout, RectItem{{0, band - above}, c_.style.page_width, 3, c_.style.series[1]}});
    title.element = c_.add_element(heading_type(c_, 1));
    double y = c_.style.band_top - above;
    draw_lines(c_, title, {c_.left, y}, strip.items);
    y += title.height() + 5;
    if (!subtitle.lines.empty()) {
      subtitle.element = c_.add_element("P");
      draw_lines(c_, subtitle, {c_.left, y}, strip.items);
    }
    add_marks(strip, marks, c_.style.band_top - above);
  }

 private:
  static constexpr double mark_drop = 6, mark_gap = 5, mark_pad = 9;

  static double widest(const Passage& passage) {
    double width = 0;
    for (const Line& line : passage.lines) width = std::max(width, line.width);
    return width;
  }

  /// The marking, and below it the word that this is a draft. A long one is set smaller, then on several lines; nothing is left out.
  std::vector<Passage> set_marks() {
    constexpr double one_line = 130, several_lines = 165;
    TextStyle style = line_;
    style.role = Role::bold;
    style.colour = c_.style.white;
    std::vector<std::string> words;
    if (!document_.about("marking").empty()) words.push_back(marking_of(document_, c_.phrases));
    if (document_.about("draft") == "true") words.push_back(c_.phrases.say("exporter.draft"));
    std::vector<Passage> marks;
    for (const std::string& mark : words) {
      style.size = 9;
      style.lead = 18;
      if (c_.type.width(plain(mark), style) > one_line) {
        style.size = c_.style.smallest;
        style.lead = c_.type.width(plain(mark), style) > one_line ? 11.5 : 18;
      }
      marks.push_back(set_text(c_, plain(mark), style, style.lead < 18 ? several_lines : one_line, Fit::optimal));
      if (marks.back().lines.empty()) marks.pop_back();
    }
    return marks;
  }

  /// In boxes at the right.
  void add_marks(Strip& strip, std::vector<Passage> marks, double y) {
    y += mark_drop;
    for (Passage& mark : marks) {
      const double inside = mark.lines.size() > 1 ? 4 : 0;  // above and below the lines
      const double width = widest(mark) + 2 * mark_pad, left = c_.left + c_.width - width, bottom = y + mark.height() + inside;
      PathItem box;
      box.points = {{left, y - inside}, {left + width, y - inside}, {left + width, bottom}, {left, bottom}};
      box.closed = true;
      box.stroke = mix(c_.style.white, c_.style.accent, 0.75);
      box.line_width = 0.9;
      strip.items.push_back({-1, Artifact::layout, std::move(box)});
      mark.element = c_.add_element("P");
      draw_lines(c_, mark, {left + mark_pad, y}, strip.items);
      y = bottom + mark_gap + inside;
    }
  }

  Composer& c_;
  const Document& document_;
  TextStyle title_, line_;
};

}  // namespace

std::string marking_of(const Document& document, const Phrases& phrases) {
  const std::string& marking = document.about("marking");
  const std::string id = "report.marking." + marking;
  const std::string said = marking.empty() ? marking : phrases.say(id);
  return said == id ? marking : said;
}

namespace {

std::string all_text(const Text& text) {
  std::string all;
  for (const Span& span : text) all += span.text;
  return all;
}

/// A label and a strong value.
std::optional<Fact> fact_of(const Text& item) {
  if (item.size() != 2 || item[0].strong || !item[1].strong) return std::nullopt;
  std::string label = item[0].text;
  while (!label.empty() && (label.back() == ' ' || label.back() == ':')) label.pop_back();
  return Fact{label, item[1].text};
}

std::vector<Fact> facts_in(const Block& block) {
  std::vector<Fact> facts;
  const auto* list = std::get_if<List>(&block.data);
  if (list == nullptr) return facts;
  for (const Text& item : list->items) {
    const auto fact = fact_of(item);
    if (!fact) return {};
    facts.push_back(*fact);
  }
  return facts;
}

}  // namespace

std::vector<Fact> take_facts(Section& root, const Document& document) {
  std::vector<Fact> facts;
  for (Block& block : root.blocks) {
    auto* cover = std::get_if<Section>(&block.data);
    if (cover == nullptr || cover->kind != SectionKind::cover) continue;
    std::erase_if(cover->blocks, [&](const Block& inside) {
      const auto* lead = std::get_if<Paragraph>(&inside.data);
      if (lead != nullptr) return all_text(lead->text) == document.about("subtitle");
      const auto found = facts_in(inside);
      facts.insert(facts.end(), found.begin(), found.end());
      return !found.empty();
    });
  }
  return facts;
}

void compose_cover(Composer& c, const Document& document, std::vector<Fact> facts) {
  Band(c, document).add();
  const std::string marking = marking_of(document, c.phrases);
  std::erase_if(facts, [&](const Fact& fact) { return fact.value == marking; });  // the band has it
  if (facts.empty()) facts = facts_of(c, document);
  if (facts.empty()) {
    c.want_space(16);
    return;
  }
  TextStyle label = c.small(), value = c.table(Role::bold);
  value.size = 9;
  value.lead = 12;
  const std::size_t columns = std::min<std::size_t>(facts.size(), 5);
  const double width = c.width / static_cast<double>(columns);
  for (std::size_t first = 0; first < facts.size(); first += columns) {
    c.want_space(first == 0 ? 14 * c.style.head : 6);
    std::vector<Passage> values;
    double height = 0;
    for (std::size_t i = first; i < std::min(first + columns, facts.size()); ++i) {
      values.push_back(set_text(c, plain(facts[i].value), value, width - 10, Fit::greedy));
      height = std::max(height, values.back().height());
    }
    Strip& strip = c.add_strip(label.lead + height);
    for (std::size_t i = 0; i < values.size(); ++i) {
      const double x = c.left + static_cast<double>(i) * width;
      const int element = c.add_element("P");
      draw_text(c, facts[first + i].label, label, {x, 0}, element, strip.items);
      values[i].element = element;
      draw_lines(c, values[i], {x, label.lead}, strip.items);
    }
  }
  c.want_space(8 * c.style.head);
  Strip& rule = c.add_strip(0.6);
  rule.items.push_back({-1, Artifact::layout, RectItem{{c.left, 0}, c.width, 0.6, c.style.rule}});
  c.want_space(12);
}

}  // namespace attache::pdf
