#include "host/src/lower_blocks.hpp"

#include <array>
#include <cstdint>

#include "host/src/table_view.hpp"

namespace attache::host {
namespace {

/// Lowers one tree; the first problem stops it.
class Lowering {
 public:
  Lowering(Arena& arena, const FallbackMaker& fallback) : arena_(arena), fallback_(fallback) {}

  const attache_block* block(const report::Block& from) {
    auto* to = arena_.one<attache_block>();
    to->id = arena_.text(from.id);
    to->kind = static_cast<attache_block_kind>(from.data.index() + 1);
    block_ = &from;
    to->data = std::visit([this](const auto& data) { return this->data(data); }, from.data);
    if (const auto* section = std::get_if<report::Section>(&from.data)) {
      const auto children = arena_.many<const attache_block*>(section->children.size());
      for (std::size_t i = 0; i < children.size(); ++i) children[i] = block(section->children[i]);
      to->children = children.data();
      to->child_count = static_cast<std::uint32_t>(children.size());
    } else if (const auto older = fallback_(from)) {
      to->fallback = block(*older);
    }
    return to;
  }

  [[nodiscard]] const std::optional<Problem>& problem() const { return problem_; }

 private:
  const attache_inline* inline_of(const report::Inline& runs) { return lower_inline(arena_, runs); }
  const attache_inline* optional_inline(const report::Inline& runs) { return runs.empty() ? nullptr : lower_inline(arena_, runs); }

  /// An array of pointers to open structs, one for each of `from`.
  template <class T, class From, class Lower>
  const T* const* pointers(const std::vector<From>& from, Lower lower) {
    const auto list = arena_.many<const T*>(from.size());
    for (std::size_t i = 0; i < from.size(); ++i) {
      T* to = arena_.one<T>();
      lower(from[i], *to);
      list[i] = to;
    }
    return list.data();
  }

  const attache_cell* cell(const report::Figure& figure) {
    auto* to = arena_.one<attache_cell>();
    to->missing = static_cast<attache_missing>(figure.cell.missing);
    to->status = arena_.text(figure.status);
    to->printed = arena_.text(figure.printed);
    to->type = ATTACHE_TEXT;
    to->text = {"", 0};
    const auto& value = figure.cell.value;
    if (const auto* boolean = std::get_if<bool>(&value)) {
      to->type = ATTACHE_BOOL;
      to->integer = *boolean ? 1 : 0;
    } else if (const auto* integer = std::get_if<std::int64_t>(&value)) {
      to->type = ATTACHE_INT64;
      to->integer = *integer;
    } else if (const auto* decimal = std::get_if<Decimal>(&value)) {
      to->type = ATTACHE_DECIMAL;
      to->scale = decimal->scale();
      const auto fitting = decimal->at_scale(decimal->scale());
      if (!fitting && !problem_) {
        problem_ = Problem{Failure::data,
                           Severity::error,
                           {},
                           "block '" + block_->id + "': " + decimal->text() + " does not fit 18 digits",
                           {},
                           {},
                           "round it or state it in a larger unit"};
      }
      to->integer = fitting.value_or(0);
    } else if (const auto* real = std::get_if<double>(&value)) {
      to->type = ATTACHE_DOUBLE;
      to->real = *real;
    } else if (const auto* date = std::get_if<Edtf>(&value)) {
      to->type = ATTACHE_DATE;
      const DatePair pair = lower_date(*date);
      to->start = pair.start;
      to->end = pair.end;
    } else if (const auto* text = std::get_if<std::string>(&value)) {
      to->text = arena_.text(*text);
    }
    return to;
  }
  const attache_cell* optional_cell(const std::optional<report::Figure>& figure) { return figure ? cell(*figure) : nullptr; }

  const void* data(const report::Section& from) {
    auto* to = arena_.one<attache_section>();
    to->level = from.level;
    to->title = arena_.text(from.title);
    to->sheet_name = arena_.text(from.sheet_name);
    to->role = static_cast<std::int32_t>(from.role);
    to->page_hint = static_cast<std::int32_t>(from.page);
    to->flags = from.restricted ? ATTACHE_SECTION_RESTRICTED : 0;
    return to;
  }
  const void* data(const report::Heading& from) {
    auto* to = arena_.one<attache_heading>();
    to->level = from.level;
    to->text = inline_of(from.text);
    return to;
  }
  const void* data(const report::Paragraph& from) {
    auto* to = arena_.one<attache_paragraph>();
    to->role = static_cast<std::int32_t>(from.role);
    to->text = inline_of(from.text);
    return to;
  }
  const void* data(const report::List& from) {
    auto* to = arena_.one<attache_list>();
    to->ordered = from.ordered ? 1 : 0;
    to->item_count = static_cast<std::uint32_t>(from.items.size());
    const auto items = arena_.many<const attache_inline*>(from.items.size());
    for (std::size_t i = 0; i < items.size(); ++i) items[i] = inline_of(from.items[i]);
    to->items = items.data();
    return to;
  }
  const void* data(const report::KeyFigures& from) {
    auto* to = arena_.one<attache_key_figures>();
    to->figure_count = static_cast<std::uint32_t>(from.figures.size());
    to->figures = pointers<attache_key_figure>(from.figures, [this](const report::KeyFigure& figure, attache_key_figure& out) {
      out.citation = figure.citation;
      out.label = arena_.text(figure.label);
      out.unit = arena_.text(figure.unit);
      out.value = cell(figure.value);
      out.previous = optional_cell(figure.previous);
      out.change = optional_cell(figure.change);
      out.change_label = arena_.text(figure.change_label);
      out.note = arena_.text(figure.note);
      out.trend_table = figure.trend_table;
      out.trend_column = figure.trend_column;
    });
    return to;
  }
  const void* data(const report::TableRef& from) {
    auto* to = arena_.one<attache_table_ref>();
    to->table = from.table;
    to->max_rows = from.max_rows;
    to->left_out = arena_.text(from.left_out);
    return to;
  }
  const void* data(const report::Chart& from) {
    auto* to = arena_.one<attache_chart>();
    to->table = from.table;
    to->category_column = from.category_column;
    to->series_count = static_cast<std::uint32_t>(from.series.size());
    to->series = pointers<attache_series>(from.series, [this](const report::Series& series, attache_series& out) {
      out.column = series.column;
      out.kind = static_cast<std::int32_t>(series.kind);
      out.axis = series.axis;
      out.name = arena_.text(series.name);
    });
    to->title = arena_.text(from.title);
    to->alt_text = arena_.text(from.alt_text);
    to->axis_unit = arena_.text(from.axis_unit);
    to->secondary_axis_unit = arena_.text(from.secondary_axis_unit);
    to->zero_baseline = from.zero_baseline ? 1 : 0;
    to->first_row = from.first_row;
    to->row_count = from.row_count;
    to->note = optional_inline(from.note);
    return to;
  }
  const void* data(const report::Timeline& from) {
    auto* to = arena_.one<attache_timeline>();
    to->entry_count = static_cast<std::uint32_t>(from.entries.size());
    to->entries = pointers<attache_timeline_entry>(from.entries, [this](const report::TimelineEntry& entry, attache_timeline_entry& out) {
      const DatePair pair = lower_date(entry.date);
      out.citation = entry.citation;
      out.start = pair.start;
      out.end = pair.end;
      out.printed_date = arena_.text(entry.printed_date);
      out.type = arena_.text(entry.type);
      out.title = arena_.text(entry.title);
      out.place = arena_.text(entry.place);
      out.text = optional_inline(entry.text);
      out.planned = entry.planned ? 1 : 0;
      out.status = arena_.text(entry.status);
    });
    return to;
  }
  const void* data(const report::Quotation& from) {
    auto* to = arena_.one<attache_quotation>();
    to->citation = from.citation;
    to->text = inline_of(from.text);
    to->speaker = arena_.text(from.speaker);
    to->office = arena_.text(from.office);
    to->context = arena_.text(from.context);
    to->note = optional_inline(from.note);
    return to;
  }
  const void* data(const report::Note& from) {
    auto* to = arena_.one<attache_note>();
    to->role = static_cast<std::int32_t>(from.role);
    to->number = from.number;
    to->text = inline_of(from.text);
    return to;
  }
  const void* data(const report::Conflict& from) {
    auto* to = arena_.one<attache_conflict>();
    to->topic = arena_.text(from.topic);
    to->claim_count = static_cast<std::uint32_t>(from.claims.size());
    to->claims = pointers<attache_conflict_claim>(from.claims, [this](const report::ConflictClaim& claim, attache_conflict_claim& out) {
      out.citation = claim.citation;
      out.statement = arena_.text(claim.statement);
      out.attribution = arena_.text(claim.attribution);
      out.figure = arena_.text(claim.figure);
      out.rank = arena_.text(claim.rank);
      out.official = claim.official ? 1 : 0;
    });
    to->assessment = optional_inline(from.assessment);
    return to;
  }
  const void* data(const report::Sources& from) {
    auto* to = arena_.one<attache_sources>();
    to->source_count = static_cast<std::uint32_t>(from.entries.size());
    to->sources = pointers<attache_source>(from.entries, [this](const report::SourceEntry& source, attache_source& out) {
      out.number = source.number;
      out.id = arena_.text(source.id);
      out.publisher = arena_.text(source.publisher);
      out.title = arena_.text(source.title);
      out.published = arena_.text(source.published);
      out.url = arena_.text(source.url);
      out.accessed = arena_.text(source.accessed);
      out.licence = arena_.text(source.licence);
      out.language = arena_.text(source.language);
      out.text = inline_of(source.text);
    });
    return to;
  }
  const void* data(const report::Legend& from) {
    auto* to = arena_.one<attache_legend>();
    to->entry_count = static_cast<std::uint32_t>(from.entries.size());
    const auto entries = arena_.many<attache_pair>(from.entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i) entries[i] = {arena_.text(from.entries[i].first), arena_.text(from.entries[i].second)};
    to->entries = entries.data();
    return to;
  }
  static const void* data(const report::PageBreak&) { return nullptr; }
  static const void* data(const report::Contents&) { return nullptr; }

  Arena& arena_;
  const FallbackMaker& fallback_;
  const report::Block* block_ = nullptr;
  std::optional<Problem> problem_;
};

template <class Kind, attache_block_kind Number>
constexpr bool numbered =
    std::is_same_v<std::variant_alternative_t<static_cast<std::size_t>(Number) - 1, decltype(report::Block::data)>, Kind>;
static_assert(numbered<report::Section, ATTACHE_SECTION> && numbered<report::Heading, ATTACHE_HEADING> &&
                  numbered<report::Paragraph, ATTACHE_PARAGRAPH> && numbered<report::List, ATTACHE_LIST> &&
                  numbered<report::KeyFigures, ATTACHE_KEY_FIGURES> && numbered<report::TableRef, ATTACHE_TABLE_REF> &&
                  numbered<report::Chart, ATTACHE_CHART> && numbered<report::Timeline, ATTACHE_TIMELINE> &&
                  numbered<report::Quotation, ATTACHE_QUOTATION> && numbered<report::Note, ATTACHE_NOTE> &&
                  numbered<report::Conflict, ATTACHE_CONFLICT> && numbered<report::Sources, ATTACHE_SOURCES> &&
                  numbered<report::Legend, ATTACHE_LEGEND> && numbered<report::PageBreak, ATTACHE_PAGE_BREAK> &&
                  numbered<report::Contents, ATTACHE_CONTENTS>,
              "the alternatives of report::Block stand in the order of attache_block_kind");

}  // namespace

const attache_inline* lower_inline(Arena& arena, const report::Inline& runs) {
  auto* to = arena.one<attache_inline>();
  const auto list = arena.many<attache_run>(runs.size());
  for (std::size_t i = 0; i < list.size(); ++i) {
    list[i] = {arena.text(runs[i].text), arena.text(runs[i].href), runs[i].style, runs[i].citation, arena.text(runs[i].lang)};
  }
  to->run_count = static_cast<std::uint32_t>(list.size());
  to->runs = list.data();
  return to;
}

Outcome<const attache_block*> lower_block(Arena& arena, const report::Block& block, const FallbackMaker& fallback) {
  Lowering lowering(arena, fallback);
  const attache_block* lowered = lowering.block(block);
  if (lowering.problem()) return fail(*lowering.problem());
  return lowered;
}

}  // namespace attache::host
