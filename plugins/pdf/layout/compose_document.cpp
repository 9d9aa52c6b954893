// Sections, page breaks and the dispatch over block kinds.

#include <algorithm>

#include "layout/compose.hpp"
#include "layout/table_grid.hpp"

namespace attache::pdf {

namespace {
bool is_list(const Block& block) { return std::holds_alternative<List>(block.data); }
}  // namespace

void compose_blocks(Composer& c, const Blocks& blocks) {
  std::vector<const Note*> run;
  for (const Block& block : blocks) {
    const auto* note = std::get_if<Note>(&block.data);
    if (c.style.dense_notes && note != nullptr && note->kind != Note::Kind::warning) {
      if (!block.id.empty()) c.pending_ids.push_back(block.id);
      run.push_back(note);
      continue;
    }
    compose_run_in(c, run);
    run.clear();
    if (!block.id.empty()) c.pending_ids.push_back(block.id);
    std::visit([&c](const auto& data) { compose(c, data); }, block.data);
    c.head_above.clear();
    const bool leads_in = std::holds_alternative<Paragraph>(block.data) && &block != &blocks.back() && is_list(*(&block + 1));
    if (leads_in && !c.galley.strips.empty()) c.galley.strips.back().keep_with_next = true;
  }
  compose_run_in(c, run);
}

void compose(Composer& c, const PageBreak&) { c.break_before = true; }

namespace {

struct HeadLook {
  double size, lead, before, after;
};

HeadLook look_of(int level) {
  if (level <= 1) return {15, 19, 20, 7};
  if (level == 2) return {11.5, 15, 15, 4};
  return {10, 13.6, 11, 3};
}

void compose_head(Composer& c, const Section& section) {
  HeadLook look = look_of(section.level);
  for (double* length : {&look.size, &look.lead, &look.before, &look.after}) *length *= c.style.head;
  look.size = std::max(look.size, section.level <= 1 ? 11.0 : 9.5);
  look.lead = std::max(look.lead, look.size * 1.25);
  TextStyle style = c.body();
  style.role = Role::heading;
  style.size = look.size;
  style.lead = look.lead;
  style.colour = section.restricted ? c.style.warning : c.style.accent;
  Text text = plain(section.title);
  if (section.restricted) text[0].text += " · " + c.phrases.say("exporter.restricted");
  Passage passage = set_text(c, text, style, c.width, Fit::optimal);
  passage.element = c.add_element(heading_type(c, section.level + 1));
  c.want_space(section.kind == SectionKind::box ? 0 : look.before);
  const std::size_t first = c.galley.strips.size();
  add_lines(c, passage, c.left, true);
  for (std::size_t i = first; i < c.galley.strips.size(); ++i) c.galley.strips[i].keep_with_next = true;
  if (first < c.galley.strips.size()) {
    const std::string id = c.galley.strips[first].ids.empty() ? std::string() : c.galley.strips[first].ids.back();
    c.galley.strips[first].heads.push_back({section.level, section.title, id});
  }
  if (section.level <= 1 && section.kind != SectionKind::box) {
    Strip& rule = c.add_strip(1.2);
    rule.space_before = 3;
    rule.keep_with_next = true;
    rule.items.push_back({-1, Artifact::layout, RectItem{{c.left, 0}, c.width, 0.9, style.colour}});
  }
  c.want_space(look.after);
  c.head_above = section.title;
}

void open_section_frame(Composer& c, const Section& section) {
  Frame frame;
  if (section.kind == SectionKind::box) {
    frame.fill = c.style.fill;
    frame.pad_top = 10;
    frame.pad_bottom = 10;
  } else {
    frame.has_fill = false;
    frame.has_bar = true;
    frame.bar = c.style.warning;
    frame.pad_top = frame.pad_bottom = 0;
  }
  c.want_space(section.kind == SectionKind::box ? 14 : 20);
  open_frame(c, frame, 12);
}

/// A section that wants to stay whole is kept so when it takes at most this share of a page.
constexpr double whole_share = 0.4;

void keep_whole(Composer& c, std::size_t first) {
  double height = 0;
  for (std::size_t i = first; i < c.galley.strips.size(); ++i) height += c.galley.strips[i].space_before + c.galley.strips[i].height;
  if (height > c.page_room() * whole_share) return;
  for (std::size_t i = first; i + 1 < c.galley.strips.size(); ++i) {
    Strip& strip = c.galley.strips[i];
    strip.keep_is_wish = !strip.keep_with_next || strip.keep_is_wish;
    strip.keep_with_next = true;
  }
}

/// Texts in many columns stand on turned pages: so narrow that the rows grow higher than this on an upright one, nobody reads them.
bool wants_landscape(Composer& c, const Section& section) {
  constexpr std::size_t columns_least = 6, rows_measured = 200;
  constexpr double lines_crowded = 7;
  for (const Block& block : section.blocks) {
    const auto* table = std::get_if<Table>(&block.data);
    if (table == nullptr || table->columns.size() < columns_least) continue;
    Table sample = *table;
    if (sample.rows.size() > rows_measured) sample.rows.resize(rows_measured);
    const Grid grid = measure(c, sample, column_extents(c, sample), c.width);
    double height = 0;
    for (const double row : grid.heights) height += row;
    if (height > lines_crowded * c.table().lead * static_cast<double>(grid.heights.size())) return true;
  }
  return false;
}

}  // namespace

void compose(Composer& c, const Section& section) {
  if (section.kind == SectionKind::cover) {  // the band is drawn from the document's facts; what else the cover holds follows it
    compose_blocks(c, section.blocks);
    return;
  }
  const Within within(c);
  const std::size_t first = c.galley.strips.size();
  if (section.page == PageHint::new_page && first > 0) c.break_before = true;
  if (section.page == PageHint::landscape || (section.page == PageHint::automatic && c.frame < 0 && wants_landscape(c, section))) {
    c.landscape = true;
    c.width = c.style.page_height - 2 * c.style.margin_side;
  }
  c.element = c.add_element("Sect");
  if (section.kind == SectionKind::box || section.restricted) open_section_frame(c, section);
  if (!section.title.empty()) compose_head(c, section);
  compose_blocks(c, section.blocks);
  if (section.page == PageHint::keep_together || section.kind == SectionKind::box) keep_whole(c, first);
  if (section.kind == SectionKind::box) c.want_space(14);
}

}  // namespace attache::pdf
