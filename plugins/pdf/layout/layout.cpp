#include "layout/layout.hpp"

#include "layout/compose.hpp"
#include "layout/fit.hpp"
#include "layout/paginate.hpp"

namespace attache::pdf {
namespace {

void collect_ids(const Blocks& blocks, std::set<std::string>& ids) {
  for (const Block& block : blocks) {
    if (!block.id.empty()) ids.insert(block.id);
    if (const auto* section = std::get_if<Section>(&block.data)) collect_ids(section->blocks, ids);
    if (const auto* sources = std::get_if<Sources>(&block.data))
      for (const Source& source : sources->sources) ids.insert(source_id(source.number));
  }
}

/// Writes the page numbers that were not known when their lines were set.
void write_numbers(const std::vector<PendingNumber>& pending, Typesetter& type, DisplayList& list) {
  for (const PendingNumber& number : pending) {
    const auto place = list.places.find(number.target);
    if (place == list.places.end()) continue;
    auto& item = std::get<TextItem>(list.pages[number.page].items[number.item].shape);
    double width = 0;
    for (const Token& token :
         type.tokens(plain(std::to_string(place->second.page + 1)), {item.role, item.size, item.size, item.colour, item.colour})) {
      item.pieces.push_back({token.shaped, false});
      width += token.width;
    }
    item.at.x = number.right - width;
  }
}

/// A table of contents is worth its place from this many entries and more than this many pages.
constexpr std::size_t heads_worth_contents = 5, pages_worth_contents = 4;

bool holds_contents(const Blocks& blocks) {
  for (const Block& block : blocks) {
    if (std::holds_alternative<Contents>(block.data)) return true;
    if (const auto* section = std::get_if<Section>(&block.data); section != nullptr && holds_contents(section->blocks)) return true;
  }
  return false;
}

/// The blocks without tables of contents and without the sections that hold nothing else.
Blocks without_contents(const Blocks& blocks) {
  Blocks kept;
  for (const Block& block : blocks) {
    if (std::holds_alternative<Contents>(block.data)) continue;
    Block copy = block;
    if (auto* section = std::get_if<Section>(&copy.data); section != nullptr && holds_contents(section->blocks)) {
      section->blocks = without_contents(section->blocks);
      if (section->blocks.empty()) continue;
    }
    kept.push_back(std::move(copy));
  }
  return kept;
}

DisplayList lay_out_once(const Document& document, Section root, Style style, const Phrases& phrases, Typesetter& type) {
  DisplayList list;
  Composer composer{type, style, phrases, list};
  style.margin_top += header_extra(composer, document);
  composer.left = style.margin_side;
  composer.width = style.page_width - 2 * style.margin_side;
  composer.whole = &root;
  collect_ids(root.blocks, composer.known_ids);
  composer.element = list.add_element("Document", -1);
  compose_cover(composer, document, take_facts(root, document));
  compose_blocks(composer, root.blocks);
  const auto pending = paginate(std::move(composer.galley), style, list);
  write_numbers(pending, type, list);
  add_furniture(type, style, phrases, document, list);
  return list;
}

}  // namespace

DisplayList lay_out(const Document& document, const Style& style, const Phrases& phrases, Shaper& shaper, const LayoutOptions& options) {
  Typesetter type(shaper, document.language, document.about("direction") == "rtl");
  Section root = document.root;
  const bool has = holds_contents(root.blocks);
  if (options.contents == TocWish::no && has) root.blocks = without_contents(root.blocks);
  if (options.contents == TocWish::yes && !has) root.blocks.insert(root.blocks.begin(), Block{"", Contents{}});
  DisplayList list = lay_out_once(document, root, style, phrases, type);
  if (options.contents == TocWish::automatic && has &&
      (list.pages.size() < pages_worth_contents || list.heads.size() < heads_worth_contents)) {
    root.blocks = without_contents(root.blocks);
    list = lay_out_once(document, root, style, phrases, type);
  }
  return list;
}

DisplayList lay_out_within(Document& document, const Style& style, const Phrases& phrases, Shaper& shaper, const LayoutOptions& options,
                           std::vector<std::string>& left_out) {
  DisplayList list = lay_out(document, style, phrases, shaper, options);
  const std::size_t most = page_limit(document);
  if (most == 0 || list.pages.size() <= most) return list;
  const Style close = style.compact();
  list = lay_out(document, close, phrases, shaper, options);
  for (const Shortening step : shortenings()) {
    if (list.pages.size() <= most) break;
    if (!shorten(document.root, step, left_out)) continue;
    list = lay_out(document, close, phrases, shaper, options);
  }
  return list;
}

}  // namespace attache::pdf
