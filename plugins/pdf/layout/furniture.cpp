// What stands on every page outside the column, written when the number of pages is known.

#include <algorithm>

#include "layout/compose.hpp"

namespace attache::pdf {
namespace {

/// The marking and the word that this is a draft. A long one takes several lines; the title beside it keeps some room.
Passage header_marking(Composer& c, const Document& document, TextStyle style) {
  constexpr double title_room = 150;
  const bool draft = document.about("draft") == "true";
  style.role = Role::bold;
  std::string words = marking_of(document, c.phrases);
  if (draft) words += (words.empty() ? "" : " · ") + c.phrases.say("exporter.draft");
  if (draft) style.colour = c.style.warning;
  return set_text(c, plain(words), style, c.style.page_width - 2 * c.style.margin_side - title_room, Fit::optimal);
}

TextStyle furniture_style(const Composer& c) {
  TextStyle style = c.small();
  style.lead = 11;
  return style;
}

class Furniture {
 public:
  Furniture(Typesetter& type, const Style& style, const Phrases& phrases, const Document& document, DisplayList& list)
      : composer_{type, style, phrases, list}, document_(document), text_(furniture_style(composer_)) {}

  void add(std::size_t index, std::size_t count) {
    Page& page = composer_.list.pages[index];
    const double left = composer_.style.margin_side, width = page.width - 2 * left;
    if (index > 0) add_header(page, left, width);
    const double y = page.height - composer_.style.margin_bottom + 20;
    std::vector<Item> items;
    const std::string page_of =
        composer_.phrases.say("exporter.page-of", {{"page", std::to_string(index + 1)}, {"pages", std::to_string(count)}});
    const double taken = draw_text(composer_, page_of, text_, {left, y}, -1, items, 1, width);
    put_fitting(footnote(), {left, y}, width - taken - 12, items);
    mark(items, Artifact::footer);
    if (document_.about("draft") == "true") add_watermark(page);
    append(page, items);
  }

 private:
  void add_header(Page& page, double left, double width) {
    std::vector<Item> items;
    Passage marking = header_marking(composer_, document_, text_);
    const double below = composer_.style.margin_top - 32;
    const double y = below - std::max(0.0, marking.height() - text_.lead);
    double taken = 0;
    for (std::size_t i = 0; i < marking.lines.size(); ++i) {
      const double line = marking.lines[i].width;
      draw_line(composer_, marking, i, {left + width - line, y + static_cast<double>(i) * text_.lead}, items);
      taken = std::max(taken, line);
    }
    put_fitting(document_.about("title") + (document_.about("subtitle").empty() ? "" : " · " + document_.about("subtitle")), {left, y},
                width - taken - 12, items);
    items.push_back({-1, Artifact::header, RectItem{{left, below + 14}, width, 0.5, composer_.style.rule}});
    mark(items, Artifact::header);
    append(page, items);
  }

  /// The text, or as many words of it as fit and an ellipsis.
  void put_fitting(std::string text, Point at, double width, std::vector<Item>& items) {
    constexpr std::size_t longest = 800;  // bytes, more than any page is wide
    std::string shown = text;
    const auto drop_word = [&] {
      const std::size_t word = text.find_last_of(' ', longest);
      text.resize(word == std::string::npos ? 0 : word);
      shown = text;
      while (shown.ends_with(" ·")) shown.resize(shown.size() - std::string_view(" ·").size());
      shown += "…";
    };
    if (text.size() > longest) drop_word();
    while (!text.empty() && composer_.type.width(plain(shown), text_) > width) drop_word();
    if (!text.empty()) draw_text(composer_, shown, text_, at, -1, items);
  }

  [[nodiscard]] std::string footnote() const {
    std::string text;
    const auto add_part = [&text](const std::string& part) { text += (text.empty() || part.empty() ? "" : " · ") + part; };
    if (const auto& as_of = document_.about("as_of"); !as_of.empty()) add_part(composer_.phrases.say("exporter.as-of") + " " + as_of);
    if (const auto& edition = document_.about("edition"); !edition.empty())
      add_part(composer_.phrases.say("exporter.edition") + " " + edition);
    if (const auto& embargo = document_.about("embargo"); !embargo.empty())
      add_part(composer_.phrases.say("exporter.embargo") + " " + embargo);
    return text;
  }

  void add_watermark(Page& page) {
    TextStyle style = text_;
    style.role = Role::bold;
    style.size = 96;
    style.lead = 110;
    style.colour = mix(composer_.style.warning, composer_.style.white, 0.10);
    std::vector<Item> items;
    const double width = draw_text(composer_, composer_.phrases.say("exporter.draft"), style, {0, 0}, -1, items);
    constexpr double slope = 0.7071;  // 45 degrees
    for (Item& item : items) {
      auto* text = std::get_if<TextItem>(&item.shape);
      if (text == nullptr) continue;
      text->at = {page.width / 2 + slope * (text->at.x - width / 2) + slope * 34,
                  page.height / 2 - slope * (text->at.x - width / 2) + slope * 34};
      text->angle = 45;
    }
    mark(items, Artifact::watermark);
    page.items.insert(page.items.begin(), items.begin(), items.end());
  }

  static void mark(std::vector<Item>& items, Artifact as) {
    for (Item& item : items) item.artifact = as;
  }
  static void append(Page& page, std::vector<Item>& items) { page.items.insert(page.items.end(), items.begin(), items.end()); }

  Composer composer_;
  const Document& document_;
  TextStyle text_;
};

}  // namespace

double header_extra(Composer& c, const Document& document) {
  const TextStyle style = furniture_style(c);
  return std::max(0.0, header_marking(c, document, style).height() - style.lead);
}

void add_furniture(Typesetter& type, const Style& style, const Phrases& phrases, const Document& document, DisplayList& list) {
  Furniture furniture(type, style, phrases, document, list);
  for (std::size_t i = 0; i < list.pages.size(); ++i) furniture.add(i, list.pages.size());
}

}  // namespace attache::pdf
