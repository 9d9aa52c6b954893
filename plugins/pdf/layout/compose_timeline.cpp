// Timelines: dates in the margin, a rail with a mark an event; what is only planned has a hollow mark and says so.

#include <algorithm>
#include <cstdint>

#include "layout/compose.hpp"

namespace attache::pdf {
namespace {

constexpr double date_width = 92, rail = 104, text_left = 118;

std::vector<Point> circle(Point centre, double radius) {
  // A regular polygon of sixteen corners is round at this size.
  static constexpr double cosine[] = {1,  0.92388,  0.70711,  0.38268,  0, -0.38268, -0.70711, -0.92388,
                                      -1, -0.92388, -0.70711, -0.38268, 0, 0.38268,  0.70711,  0.92388};
  std::vector<Point> points;
  for (std::size_t i = 0; i < 16; ++i) points.push_back({centre.x + radius * cosine[i], centre.y + radius * cosine[(i + 12) % 16]});
  return points;
}

/// Where the text begins behind the citations that stand at its beginning: those belong to the title.
Text::const_iterator behind_citations(const Text& text) {
  return std::find_if(text.begin(), text.end(),
                      [](const Span& span) { return span.citation == 0 && span.text.find_first_not_of(' ') != std::string::npos; });
}

Text headline(const TimelineEntry& entry) {
  Text text = strong(entry.title);
  std::string rest;
  if (!entry.place.empty()) rest += ", " + entry.place;
  if (!entry.type.empty()) rest += " · " + entry.type;
  if (text.empty() && rest.size() > 2) rest = rest.substr(2);
  if (!rest.empty()) text.push_back(plain(rest)[0]);
  if (!entry.status.empty()) {
    text.push_back(plain(" · ")[0]);
    text.push_back(Span{entry.status, {}, {}, true, true, false, 0});
  }
  std::vector<std::uint32_t> citations;
  if (entry.citation != 0) citations.push_back(entry.citation);
  for (auto span = entry.text.begin(); span != behind_citations(entry.text); ++span)
    if (span->citation != 0 && std::find(citations.begin(), citations.end(), span->citation) == citations.end())
      citations.push_back(span->citation);
  for (const std::uint32_t citation : citations) {
    if (citation == citations.front()) text.push_back(plain("\xC2\xA0")[0]);
    text.push_back(citation_span(citation));
  }
  return text;
}

class TimelineComposer {
 public:
  explicit TimelineComposer(Composer& c) : c_(c), list_(c.add_element("L")) {}

  void add(const TimelineEntry& entry, bool first, bool last) {
    TextStyle title_style = c_.body();
    title_style.size = 9;
    title_style.lead = 12.4;
    TextStyle date_style = title_style;
    date_style.role = Role::bold;
    date_style.colour = c_.style.accent;
    const int item = c_.add_element("LI", list_);
    const int label = c_.add_element("Lbl", item), body = c_.add_element("LBody", item);
    Passage date = set_text(c_, plain(entry.date), date_style, date_width);
    Passage title = set_text(c_, headline(entry), title_style, c_.width - text_left, Fit::optimal);
    Passage text = set_text(c_, Text(behind_citations(entry.text), entry.text.end()), title_style, c_.width - text_left, Fit::optimal);
    date.element = label;
    title.element = c_.add_element("P", body);
    if (!text.lines.empty()) text.element = c_.add_element("P", body);
    const double head_height = std::max(date.height(), title.height()) + (text.lines.empty() ? 7 : 1);
    Strip& strip = c_.add_strip(head_height);
    strip.keep_with_next = text.lines.size() == 1 || text.lines.size() > 2;
    draw_rail(strip, first ? 6.2 : -1, last && text.lines.empty() ? 6.2 : head_height);
    draw_mark(strip, entry.planned);
    draw_lines(c_, date, {c_.left + date_width - widest(date), 0}, strip.items);
    draw_lines(c_, title, {c_.left + text_left, 0}, strip.items);
    for (std::size_t i = 0; i < text.lines.size(); ++i) {
      const bool end = i + 1 == text.lines.size();
      Strip& line = c_.add_strip(text.style.lead + (end ? 7 : 0));
      line.keep_with_next = text.lines.size() > 1 && (i == 0 || i + 2 == text.lines.size());
      if (!last) draw_rail(line, -1, line.height);
      draw_line(c_, text, i, {c_.left + text_left, 0}, line.items);
    }
  }

 private:
  static double widest(const Passage& passage) {
    double width = 0;
    for (const Line& line : passage.lines) width = std::max(width, line.width);
    return width;
  }
  void draw_rail(Strip& strip, double from, double to) {
    strip.items.push_back({-1, Artifact::layout, RectItem{{c_.left + rail - 0.5, from}, 1, to - from, c_.style.rule}});
  }
  void draw_mark(Strip& strip, bool planned) {
    PathItem mark;
    mark.points = circle({c_.left + rail, 6.2}, 3.1);
    mark.closed = mark.filled = true;
    mark.fill = planned ? c_.style.white : c_.style.accent;
    mark.stroke = c_.style.accent;
    mark.line_width = 1.1;
    strip.items.push_back({-1, Artifact::layout, std::move(mark)});
  }

  Composer& c_;
  int list_;
};

}  // namespace

void compose(Composer& c, const Timeline& timeline) {
  if (timeline.entries.empty()) return;
  c.want_space(c.style.block_gap);
  TimelineComposer composer(c);
  for (std::size_t i = 0; i < timeline.entries.size(); ++i) composer.add(timeline.entries[i], i == 0, i + 1 == timeline.entries.size());
  c.want_space(c.style.paragraph_gap);
}

}  // namespace attache::pdf
