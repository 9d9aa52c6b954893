#include "layout/paginate.hpp"

#include <algorithm>
#include <iterator>

namespace attache::pdf {
namespace {

void shift(Item& item, double dy) {
  struct Mover {
    double dy;
    void operator()(TextItem& t) const { t.at.y += dy; }
    void operator()(RectItem& r) const { r.at.y += dy; }
    void operator()(LinkItem& l) const { l.at.y += dy; }
    void operator()(PathItem& p) const {
      for (Point& point : p.points) point.y += dy;
    }
  };
  std::visit(Mover{dy}, item.shape);
}

class Paginator {
 public:
  Paginator(Galley& galley, const Style& style, DisplayList& list) : galley_(galley), style_(style), list_(list) {}

  std::vector<PendingNumber> run() {
    auto& strips = galley_.strips;
    if (strips.empty()) open_page(false);
    for (std::size_t i = 0; i < strips.size(); ++i) {
      Strip& strip = strips[i];
      const bool first = list_.pages.empty();
      if (first || strip.break_before || strip.landscape != landscape_ || (!at_top_ && !make_fit(i))) {
        if (!first && at_top_ && strip.landscape == landscape_) {
          // already on a fresh page
        } else {
          close_page();
          open_page(strip.landscape);
        }
        if (strip.repeated >= 0 && !starts_group(i)) repeat(galley_.repeated[static_cast<std::size_t>(strip.repeated)]);
      }
      if (i < small_until_ && strip.smaller >= 0) take_smaller(strip);
      place(strip);
    }
    close_page();
    return std::move(pending_);
  }

 private:
  struct OpenFrame {
    int frame = -1;
    double top = 0;
  };

  [[nodiscard]] const Frame& frame(int index) const { return galley_.frames[static_cast<std::size_t>(index)]; }
  [[nodiscard]] std::vector<int> chain_of(int index) const {
    std::vector<int> chain;
    for (; index >= 0; index = frame(index).parent) chain.push_back(index);
    std::reverse(chain.begin(), chain.end());
    return chain;
  }
  [[nodiscard]] double closing_pads(int index) const {
    double pads = 0;
    for (; index >= 0; index = frame(index).parent) pads += frame(index).pad_bottom;
    return pads;
  }
  /// Of the frames that end and begin between two strips.
  [[nodiscard]] double passing_pads(int from, int to) const {
    if (from == to) return 0;
    const auto ending = chain_of(from), beginning = chain_of(to);
    std::size_t common = 0;
    while (common < ending.size() && common < beginning.size() && ending[common] == beginning[common]) ++common;
    double pads = 0;
    for (std::size_t k = common; k < ending.size(); ++k) pads += frame(ending[k]).pad_bottom;
    for (std::size_t k = common; k < beginning.size(); ++k) pads += frame(beginning[k]).pad_top;
    return pads;
  }
  [[nodiscard]] bool starts_group(std::size_t i) const { return i == 0 || galley_.strips[i - 1].repeated != galley_.strips[i].repeated; }

  /// How strips are kept together: as wished, with figures at their smaller height, or only where they must.
  enum class Keep { wished, smaller, needed };

  /// Do strip i and what stays with it fit below y_, if need be with smaller figures, or in spite of a wish rather than leave much of
  /// the page empty?
  [[nodiscard]] bool make_fit(std::size_t i) {
    constexpr double much = 0.1;  // of a page
    if (i < wishes_dropped_until_) return chain_fits(i, Keep::needed);
    if (chain_fits(i, Keep::wished)) return true;
    if (i < small_until_) return chain_fits(i, Keep::smaller);
    const std::size_t end = chain_end(i);
    if (chain_fits(i, Keep::smaller)) {
      small_until_ = end;
      return true;
    }
    const bool much_left = bottom_ - y_ > much * (bottom_ - style_.margin_top);
    if (!much_left || !chain_fits(i, Keep::needed)) return false;
    wishes_dropped_until_ = end;
    return true;
  }
  [[nodiscard]] std::size_t chain_end(std::size_t i) const {
    while (i < galley_.strips.size() && galley_.strips[i].keep_with_next) ++i;
    return i + 1;
  }
  [[nodiscard]] double height_of(const Strip& strip, Keep keep) const {
    return keep == Keep::smaller && strip.smaller >= 0 ? galley_.smaller[static_cast<std::size_t>(strip.smaller)].height : strip.height;
  }

  /// A chain higher than a page is let go strip by strip.
  [[nodiscard]] bool chain_fits(std::size_t i, Keep keep) const {
    double height = 0;
    int inside = open_.empty() ? -1 : open_.back().frame;
    const double page = bottom_ - style_.margin_top;
    double alone = 0;
    for (std::size_t k = i; k < galley_.strips.size(); ++k) {
      const Strip& strip = galley_.strips[k];
      height += passing_pads(inside, strip.frame);
      inside = strip.frame;
      height += strip.space_before + height_of(strip, keep);
      const double total = height + closing_pads(inside);
      if (k == i) alone = total;
      if (total > page) return y_ + alone <= bottom_;  // hopeless as a whole
      if (!strip.keep_with_next || (keep == Keep::needed && strip.keep_is_wish)) return y_ + total <= bottom_ + 0.01;
    }
    return y_ + height <= bottom_ + 0.01;
  }

  void open_page(bool landscape) {
    Page page;
    page.width = landscape ? style_.page_height : style_.page_width;
    page.height = landscape ? style_.page_width : style_.page_height;
    list_.pages.push_back(page);
    landscape_ = landscape;
    bottom_ = page.height - style_.margin_bottom;
    y_ = style_.margin_top;
    at_top_ = true;
  }

  void close_page() {
    if (list_.pages.empty()) return;
    close_frames(0);
    auto& items = list_.pages.back().items;
    items.insert(items.end(), std::make_move_iterator(behind_.rbegin()), std::make_move_iterator(behind_.rend()));
    for (PendingNumber& number : pending_)
      if (number.page == list_.pages.size() - 1) number.item += items.size();
    items.insert(items.end(), std::make_move_iterator(front_.begin()), std::make_move_iterator(front_.end()));
    behind_.clear();
    front_.clear();
  }

  void close_frames(std::size_t keep) {
    while (open_.size() > keep) {
      const OpenFrame closing = open_.back();
      open_.pop_back();
      const Frame& look = frame(closing.frame);
      y_ += look.pad_bottom;
      if (look.has_bar) behind_.push_back({-1, Artifact::layout, RectItem{{look.left, closing.top}, 2.4, y_ - closing.top, look.bar}});
      if (look.has_fill)
        behind_.push_back({-1, Artifact::layout, RectItem{{look.left, closing.top}, look.width, y_ - closing.top, look.fill}});
    }
  }

  void repeat(const Repeated& repeated) {
    for (Item item : repeated.items) {
      shift(item, y_);
      front_.push_back(std::move(item));
    }
    y_ += repeated.height;
    at_top_ = false;
  }

  void take_smaller(Strip& strip) {
    Smaller& smaller = galley_.smaller[static_cast<std::size_t>(strip.smaller)];
    strip.height = smaller.height;
    strip.items = std::move(smaller.items);
  }

  void place(Strip& strip) {
    const auto chain = chain_of(strip.frame);
    std::size_t common = 0;
    while (common < chain.size() && common < open_.size() && chain[common] == open_[common].frame) ++common;
    close_frames(common);
    if (!at_top_) y_ += strip.space_before;
    for (std::size_t k = common; k < chain.size(); ++k) {
      open_.push_back({chain[k], y_});
      y_ += frame(chain[k]).pad_top;
    }
    const std::size_t page = list_.pages.size() - 1;
    for (const auto& id : strip.ids) list_.places.emplace(id, Place{page, y_});
    for (const auto& head : strip.heads) list_.heads.push_back({head.level, head.title, head.id, {page, y_}});
    for (const auto& reference : strip.references)
      pending_.push_back({page, front_.size() + reference.item, reference.target, reference.right});
    for (Item& item : strip.items) {
      shift(item, y_);
      front_.push_back(std::move(item));
    }
    y_ += strip.height;
    at_top_ = false;
  }

  Galley& galley_;
  const Style& style_;
  DisplayList& list_;
  std::vector<PendingNumber> pending_;
  std::vector<Item> behind_, front_;
  std::vector<OpenFrame> open_;
  double y_ = 0, bottom_ = 0;
  std::size_t small_until_ = 0, wishes_dropped_until_ = 0;  // strips before these have been decided upon
  bool at_top_ = true, landscape_ = false;
};

}  // namespace

std::vector<PendingNumber> paginate(Galley&& galley, const Style& style, DisplayList& list) { return Paginator(galley, style, list).run(); }

}  // namespace attache::pdf
