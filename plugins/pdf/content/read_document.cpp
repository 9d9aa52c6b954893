#include "content/read_document.hpp"

#include <cstdint>

namespace attache::pdf {
namespace {

int direction_of(const attache_cell& cell) {
  if (cell.missing != ATTACHE_PRESENT) return 0;
  const double value = cell.type == ATTACHE_DOUBLE ? cell.real : static_cast<double>(cell.integer);
  return value > 0 ? 1 : value < 0 ? -1 : 0;
}

std::string printed(const attache_cell* cell) { return cell == nullptr ? std::string() : read_string(cell->printed); }

class Reader {
 public:
  explicit Reader(const sdk::Context& context) : context_(context) {}

  Section read_section(const sdk::Block& block) {
    const auto& source = *block.as<attache_section>();
    Section section;
    section.level = source.level;
    section.title = read_string(source.title);
    section.kind = source.role >= ATTACHE_SECTION_NORMAL && source.role <= ATTACHE_SECTION_BOX ? static_cast<SectionKind>(source.role)
                                                                                               : SectionKind::normal;
    section.page = source.page_hint >= ATTACHE_PAGE_AUTO && source.page_hint <= ATTACHE_PAGE_LANDSCAPE
                       ? static_cast<PageHint>(source.page_hint)
                       : PageHint::automatic;
    section.restricted = (source.flags & ATTACHE_SECTION_RESTRICTED) != 0;
    for (const attache_block* child : block.children()) read_into(*child, section.blocks);
    return section;
  }

 private:
  void read_into(const attache_block& block, Blocks& out) {
    sdk::render(block, [&](const sdk::Block& candidate) {
      Block read;
      read.id = std::string(candidate.id());
      if (!read_block(candidate, read)) return false;
      out.push_back(std::move(read));
      return true;
    });
  }

  /// False for a kind this exporter does not draw.
  bool read_block(const sdk::Block& block, Block& out) {
    switch (block.kind()) {
      case ATTACHE_SECTION:
        out.data = read_section(block);
        return true;
      case ATTACHE_HEADING:
        out.data = Heading{block.as<attache_heading>()->level, read_text(block.as<attache_heading>()->text)};
        return true;
      case ATTACHE_PARAGRAPH:
        out.data = read(*block.as<attache_paragraph>());
        return true;
      case ATTACHE_LIST:
        out.data = read(*block.as<attache_list>());
        return true;
      case ATTACHE_KEY_FIGURES:
        out.data = read(*block.as<attache_key_figures>());
        return true;
      case ATTACHE_TABLE_REF:
        out.data = read_table(context_, *block.as<attache_table_ref>());
        return true;
      case ATTACHE_CHART:
        out.data = read_chart(context_, *block.as<attache_chart>());
        return true;
      case ATTACHE_TIMELINE:
        out.data = read(*block.as<attache_timeline>());
        return true;
      case ATTACHE_QUOTATION:
        out.data = read(*block.as<attache_quotation>());
        return true;
      case ATTACHE_NOTE:
        out.data = read(*block.as<attache_note>());
        return true;
      case ATTACHE_CONFLICT:
        out.data = read(*block.as<attache_conflict>());
        return true;
      case ATTACHE_SOURCES:
        out.data = read(*block.as<attache_sources>());
        return true;
      case ATTACHE_LEGEND:
        out.data = read(*block.as<attache_legend>());
        return true;
      case ATTACHE_PAGE_BREAK:
        out.data = PageBreak{};
        return true;
      case ATTACHE_CONTENTS:
        out.data = Contents{};
        return true;
      default:
        return false;
    }
  }

  static Paragraph read(const attache_paragraph& source) {
    Paragraph paragraph;
    if (source.role == ATTACHE_PARAGRAPH_LEAD) paragraph.kind = Paragraph::Kind::lead;
    if (source.role == ATTACHE_PARAGRAPH_SMALL) paragraph.kind = Paragraph::Kind::small;
    paragraph.text = read_text(source.text);
    return paragraph;
  }

  static List read(const attache_list& source) {
    List list;
    list.ordered = source.ordered != 0;
    for (std::uint32_t i = 0; i < source.item_count; ++i) list.items.push_back(read_text(source.items[i]));
    return list;
  }

  KeyFigures read(const attache_key_figures& source) const {
    KeyFigures figures;
    for (std::uint32_t i = 0; i < source.figure_count; ++i) {
      const attache_key_figure& f = *source.figures[i];
      Figure figure;
      figure.label = read_string(f.label);
      figure.unit = read_string(f.unit);
      figure.value = printed(f.value);
      figure.change = printed(f.change);
      figure.direction = f.change == nullptr ? 0 : direction_of(*f.change);
      figure.change_label = read_string(f.change_label);
      figure.note = read_string(f.note);
      figure.citation = f.citation;
      if (f.trend_table >= 0 && f.trend_column >= 0)
        figure.trend =
            read_numbers(context_.table(static_cast<std::uint32_t>(f.trend_table)), static_cast<std::uint32_t>(f.trend_column), 0, -1);
      figures.figures.push_back(std::move(figure));
    }
    return figures;
  }

  static Timeline read(const attache_timeline& source) {
    Timeline timeline;
    for (std::uint32_t i = 0; i < source.entry_count; ++i) {
      const attache_timeline_entry& e = *source.entries[i];
      timeline.entries.push_back({read_string(e.printed_date), read_string(e.type), read_string(e.title), read_string(e.place),
                                  read_string(e.status), read_text(e.text), e.planned != 0, e.citation});
    }
    return timeline;
  }

  static Quotation read(const attache_quotation& source) {
    return {read_text(source.text),     read_text(source.note),      read_string(source.speaker),
            read_string(source.office), read_string(source.context), source.citation};
  }

  static Note read(const attache_note& source) {
    Note note;
    if (source.role == ATTACHE_NOTE_WARNING) note.kind = Note::Kind::warning;
    if (source.role == ATTACHE_NOTE_METHOD) note.kind = Note::Kind::method;
    note.number = source.number;
    note.text = read_text(source.text);
    return note;
  }

  static Conflict read(const attache_conflict& source) {
    Conflict conflict;
    conflict.topic = read_string(source.topic);
    conflict.assessment = read_text(source.assessment);
    for (std::uint32_t i = 0; i < source.claim_count; ++i) {
      const attache_conflict_claim& c = *source.claims[i];
      conflict.claims.push_back(
          {read_string(c.statement), read_string(c.attribution), read_string(c.figure), read_string(c.rank), c.official != 0, c.citation});
    }
    return conflict;
  }

  static Sources read(const attache_sources& source) {
    Sources sources;
    for (std::uint32_t i = 0; i < source.source_count; ++i) {
      const attache_source& s = *source.sources[i];
      Text text = read_text(s.text);
      if (text.empty()) text = plain(read_string(s.publisher) + (s.publisher.size > 0 ? ": " : "") + read_string(s.title));
      sources.sources.push_back({s.number, read_string(s.url), std::move(text)});
    }
    return sources;
  }

  static Legend read(const attache_legend& source) {
    Legend legend;
    for (std::uint32_t i = 0; i < source.entry_count; ++i)
      legend.entries.emplace_back(read_string(source.entries[i].key), read_string(source.entries[i].value));
    return legend;
  }

  const sdk::Context& context_;
};

}  // namespace

std::string read_string(attache_str text) { return std::string(sdk::text(text)); }

Text read_text(const attache_inline* line) {
  Text text;
  for (const attache_run& run : sdk::runs(line)) {
    Span span;
    span.text = read_string(run.text);
    span.href = read_string(run.href);
    span.lang = read_string(run.lang);
    span.strong = (run.style & ATTACHE_STYLE_STRONG) != 0;
    span.emphasis = (run.style & ATTACHE_STYLE_EMPHASIS) != 0;
    span.code = (run.style & ATTACHE_STYLE_CODE) != 0;
    span.citation = run.citation;
    text.push_back(std::move(span));
  }
  return text;
}

Document read_document(const sdk::Context& context) {
  Document document;
  for (std::uint32_t i = 0; i < context.document().meta_count; ++i)
    document.meta[read_string(context.document().meta[i].key)] = read_string(context.document().meta[i].value);
  document.language = std::string(context.language());
  document.root = Reader(context).read_section(sdk::Block(context.root()));
  return document;
}

std::string HostPhrases::say(const std::string& id, const Arguments& arguments) const {
  std::vector<attache_pair> pairs;
  for (const auto& [key, value] : arguments) pairs.push_back({sdk::str(key), sdk::str(value)});
  return std::string(sdk::text(context_.host().translate(context_.call(), id.c_str(), pairs.data(), pairs.size())));
}

std::string HostPhrases::number(std::int64_t value, int scale) const { return context_.format_number(value, scale, scale); }

}  // namespace attache::pdf
