// What lists the document's own parts: contents, sources, the legend of signs.

#include <algorithm>

#include "layout/compose.hpp"

namespace attache::pdf {

void compose(Composer& c, const Sources& sources) {
  if (sources.sources.empty()) return;
  TextStyle style = c.table();
  style.size = c.style.dense_notes ? c.style.small : c.style.table;
  style.lead = c.style.dense_notes ? c.style.small_lead : c.style.table_lead + 0.6;
  TextStyle label = style;
  label.role = Role::bold;
  label.colour = c.style.accent;
  const int list = c.add_element("L");
  c.at(list).numbering = "Decimal";
  double indent = 0;
  for (const Source& source : sources.sources) indent = std::max(indent, c.type.width(plain(citation_text(source.number)), label) + 7);
  c.want_space(c.style.paragraph_gap);
  for (const Source& source : sources.sources) {
    Text text = source.text;
    if (!source.url.empty() && std::none_of(text.begin(), text.end(), [&](const Span& span) {
          return span.href == source.url || span.text.find(source.url) != std::string::npos;
        })) {
      if (!text.empty()) text.push_back(plain(" ")[0]);
      text.push_back(Span{source.url, source.url, {}, false, false, false, 0});
    }
    Passage passage = set_text(c, text, style, c.width - indent, Fit::greedy);
    const int item = c.add_element("LI", list), label_element = c.add_element("Lbl", item);
    passage.element = c.add_element("LBody", item);
    c.pending_ids.push_back(source_id(source.number));
    const std::size_t n = std::max<std::size_t>(passage.lines.size(), 1);
    for (std::size_t i = 0; i < n; ++i) {
      Strip& strip = c.add_strip(style.lead);
      strip.keep_with_next = n > 1 && (i == 0 || i + 2 == n);
      if (i == 0) draw_text(c, citation_text(source.number), label, {c.left, 0}, label_element, strip.items);
      if (i < passage.lines.size()) draw_line(c, passage, i, {c.left + indent, 0}, strip.items);
    }
    c.want_space(c.style.row_pad + 0.9);
  }
  c.want_space(c.style.paragraph_gap);
}

void compose(Composer& c, const Legend& legend) {
  if (legend.entries.empty()) return;
  const int list = c.add_element("L");
  c.want_space(c.style.paragraph_gap);
  TextStyle style = c.small(), sign = c.small();
  sign.role = Role::bold;
  sign.colour = c.style.text;
  const double gap = 14;
  double sign_width = 16;
  for (const auto& entry : legend.entries) sign_width = std::max(sign_width, c.type.width(plain(entry.first), sign) + 8);
  const auto columns = static_cast<std::size_t>(c.width > 400 ? 3 : c.width > 250 ? 2 : 1);
  const double width = (c.width - gap * static_cast<double>(columns - 1)) / static_cast<double>(columns);
  for (std::size_t first = 0; first < legend.entries.size(); first += columns) {
    std::vector<Passage> meanings;
    double height = 0;
    for (std::size_t i = first; i < std::min(first + columns, legend.entries.size()); ++i) {
      meanings.push_back(set_text(c, plain(legend.entries[i].second), style, width - sign_width, Fit::greedy));
      height = std::max(height, meanings.back().height());
    }
    Strip& strip = c.add_strip(std::max(height, style.lead));
    for (std::size_t k = 0; k < meanings.size(); ++k) {
      const int item = c.add_element("LI", list), label = c.add_element("Lbl", item);
      const double x = c.left + static_cast<double>(k) * (width + gap);
      draw_text(c, legend.entries[first + k].first, sign, {x, 0}, label, strip.items);
      meanings[k].element = c.add_element("LBody", item);
      draw_lines(c, meanings[k], {x + sign_width, 0}, strip.items);
    }
    c.want_space(2);
  }
  c.want_space(c.style.paragraph_gap);
}

namespace {

constexpr int deepest_listed = 2;

class ContentsComposer {
 public:
  explicit ContentsComposer(Composer& c) : c_(c), toc_(c.add_element("TOC")) {}

  void add_below(const Section& section) {
    for (const Block& block : section.blocks)
      if (const auto* inner = std::get_if<Section>(&block.data)) {
        if (!inner->title.empty() && inner->level <= deepest_listed && inner->kind != SectionKind::contents &&
            inner->kind != SectionKind::cover && inner->kind != SectionKind::box && !block.id.empty())
          add_entry(*inner, block.id);
        add_below(*inner);
      }
  }

 private:
  void add_entry(const Section& section, const std::string& id) {
    TextStyle style = c_.body();
    style.role = section.level <= 1 ? Role::bold : Role::regular;
    style.colour = section.level <= 1 ? c_.style.accent : c_.style.text;
    style.lead = section.level <= 1 ? 17 : 14;
    const double indent = section.level <= 1 ? 0 : 14, number_width = 26;
    Text text = plain(section.title);
    text[0].href = "#" + id;
    TextStyle linked = style;
    linked.link = style.colour;
    Passage passage = set_text(c_, text, linked, c_.width - indent - number_width, Fit::greedy);
    if (passage.lines.empty()) return;
    const int item = c_.add_element("TOCI", toc_);
    passage.element = c_.add_element("P", item);
    for (std::size_t i = 0; i < passage.lines.size(); ++i) {
      Strip& strip = c_.add_strip(style.lead);
      draw_line(c_, passage, i, {c_.left + indent, 0}, strip.items);
      if (i + 1 < passage.lines.size()) continue;
      const double from = c_.left + indent + passage.lines[i].width + 5, to = c_.left + c_.width - number_width + 4;
      if (from < to) {
        PathItem leader;
        leader.points = {{from, baseline(style) - 0.4}, {to, baseline(style) - 0.4}};
        leader.line_width = 0.6;
        leader.stroke = c_.style.rule;
        leader.dash_on = 0.8;
        leader.dash_off = 2.2;
        strip.items.push_back({-1, Artifact::layout, std::move(leader)});
      }
      TextItem number;
      number.role = style.role;
      number.size = style.size;
      number.colour = style.colour;
      number.at = {c_.left + c_.width, baseline(style)};
      strip.references.push_back({strip.items.size(), id, c_.left + c_.width});
      const int owner = !passage.span_elements.empty() && passage.span_elements[0] >= 0 ? passage.span_elements[0] : passage.element;
      strip.items.push_back({owner, Artifact::layout, std::move(number)});
    }
  }

  Composer& c_;
  int toc_;
};

}  // namespace

void compose(Composer& c, const Contents&) {
  if (c.whole == nullptr) return;
  c.want_space(c.style.paragraph_gap);
  ContentsComposer(c).add_below(*c.whole);
  c.want_space(c.style.block_gap);
}

}  // namespace attache::pdf
