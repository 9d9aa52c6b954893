#include "host/src/check/future.hpp"

#include "host/src/check/documents.hpp"

namespace attache::host::check {
namespace {

constexpr attache_block_kind first_unknown_kind = 1001;
constexpr std::int32_t unknown_value = 77;

std::string_view view(attache_str text) { return {text.data, text.size}; }

/// Structs of the host's arena, which the plugin sees as const.
template <class T>
T& writable(const T& seen) {
  return const_cast<T&>(seen);  // NOLINT(cppcoreguidelines-pro-type-const-cast): the arena's structs are not const objects
}
template <class T>
T& writable_data(const attache_block& block) {
  return writable(*static_cast<const T*>(block.data));
}

template <class F>
void for_each_block(const attache_block& block, F&& f) {
  f(block);
  if (block.fallback != nullptr) for_each_block(*block.fallback, f);
  for (std::uint32_t i = 0; i < block.child_count; ++i) for_each_block(*block.children[i], f);
}

/// The place in its parent's list where the block stands; nullptr when there is none.
const attache_block** place_of(const attache_block& block, std::string_view id) {
  for (std::uint32_t i = 0; i < block.child_count; ++i) {
    if (view(block.children[i]->id) == id) return const_cast<const attache_block**>(&block.children[i]);  // NOLINT: as above
    if (const attache_block** found = place_of(*block.children[i], id); found != nullptr) return found;
  }
  return nullptr;
}

void unknown_values_in(const attache_block& block) {
  switch (block.kind) {
    case ATTACHE_SECTION: {
      auto& section = writable_data<attache_section>(block);
      if (section.level > 0) section.role = section.page_hint = unknown_value;
      section.flags |= 0x8000U;
      break;
    }
    case ATTACHE_PARAGRAPH: {
      auto& paragraph = writable_data<attache_paragraph>(block);
      paragraph.role = unknown_value;
      for (std::uint32_t i = 0; i < paragraph.text->run_count; ++i) writable(paragraph.text->runs[i]).style |= 0x8000U;
      break;
    }
    case ATTACHE_NOTE:
      writable_data<attache_note>(block).role = unknown_value;
      break;
    case ATTACHE_CHART: {
      auto& chart = writable_data<attache_chart>(block);
      for (std::uint32_t i = 0; i < chart.series_count; ++i) writable(*chart.series[i]).kind = unknown_value;
      break;
    }
    case ATTACHE_KEY_FIGURES: {
      auto& figures = writable_data<attache_key_figures>(block);
      for (std::uint32_t i = 0; i < figures.figure_count; ++i) {
        if (figures.figures[i]->value->missing != ATTACHE_PRESENT) writable(*figures.figures[i]->value).missing = unknown_value;
      }
      break;
    }
    default:
      break;
  }
}

void unknown_values_in(const attache_table& table) {
  for (std::uint32_t i = 0; i < table.column_count; ++i) {
    auto& column = writable(*table.columns[i]);
    if (column.role == ATTACHE_ROLE_MEASURE || column.role == ATTACHE_ROLE_OTHER) column.role = unknown_value;
    if (column.total != ATTACHE_TOTAL_NONE) column.total = unknown_value;
    if (column.formula.op != ATTACHE_FORMULA_NONE) column.formula.op = unknown_value;
    column.flags |= 0x8000U;
  }
}

}  // namespace

std::string_view Future::base_of(std::string_view name) {
  if (name == "future-values") return "sample";
  return name.starts_with("future-") ? "news" : name;
}

attache_block* Future::unknown(const attache_block& old, const attache_block* fallback) {
  auto& data = data_.emplace_back();
  data.fill(0xA5A5A5A5U);
  data[0] = sizeof data;
  attache_block block{};
  block.struct_size = static_cast<std::uint32_t>(sizeof block);
  block.kind = static_cast<attache_block_kind>(first_unknown_kind + static_cast<attache_block_kind>(blocks_.size()));
  block.id = old.id;
  block.data = data.data();
  block.fallback = fallback;
  return &blocks_.emplace_back(block);
}

const attache_block* Future::group(const attache_block* child) {
  auto& section = sections_.emplace_back();
  section.struct_size = static_cast<std::uint32_t>(sizeof section);
  section.level = 6;
  section.title = section.sheet_name = {"", 0};
  attache_block block{};
  block.struct_size = static_cast<std::uint32_t>(sizeof block);
  block.kind = ATTACHE_SECTION;
  block.id = {"group", 5};
  block.data = &section;
  if (child != nullptr) {
    block.children = &children_.emplace_back(child);
    block.child_count = 1;
  }
  return &blocks_.emplace_back(block);
}

bool Future::apply(std::string_view name, const attache_document* document) {
  if (name == "future-values") {
    for_each_block(*document->root, [](const attache_block& block) { unknown_values_in(block); });
    for (std::uint32_t i = 0; i < document->table_count; ++i) unknown_values_in(*document->tables[i]);
    return true;
  }
  const attache_block** place = place_of(*document->root, news_id);
  if (place == nullptr) return false;
  const attache_block& paragraph = **place;
  if (name == "future-block")
    *place = unknown(paragraph, &paragraph);
  else if (name == "future-nested")
    *place = unknown(paragraph, unknown(paragraph, group(unknown(paragraph, &paragraph))));
  else if (name == "future-void")
    *place = unknown(paragraph, group(nullptr));
  else
    return false;
  return true;
}

void Future::enlarge(const attache_document* document) {
  constexpr std::uint32_t more = 64;
  writable(*document).struct_size += more;
  for_each_block(*document->root, [](const attache_block& block) { writable(block).struct_size += more; });
  for (std::uint32_t i = 0; i < document->table_count; ++i) {
    writable(*document->tables[i]).struct_size += more;
    for (std::uint32_t c = 0; c < document->tables[i]->column_count; ++c) writable(*document->tables[i]->columns[c]).struct_size += more;
  }
}

}  // namespace attache::host::check
