#pragma once
/// The state in which blocks become strips: where the column is, which element and frame are open. The compose_* functions, one
/// file a block kind, add strips to its galley.

#include <set>
#include <string>
#include <vector>

#include "content/content.hpp"
#include "layout/galley.hpp"
#include "layout/lines.hpp"
#include "layout/style.hpp"

namespace attache::pdf {

struct Composer {
  Typesetter& type;
  const Style& style;
  const Phrases& phrases;
  DisplayList& list;
  Galley galley{};
  std::set<std::string> known_ids{};  ///< what links may lead to
  const Section* whole = nullptr;     ///< the document's root, for the table of contents

  double left = 0, width = 0;
  int element = -1;  ///< parent of new elements
  int frame = -1;
  bool landscape = false;
  bool break_before = false;               ///< asked for; the next strip takes it
  double space = 0;                        ///< before the next strip
  std::string head_above{};                ///< the section's title while nothing stands below it yet
  int heading_depth = 1;                   ///< level of the last H element: the next may be at most one deeper
  std::vector<std::string> pending_ids{};  ///< set at the next strip

  /// A new strip of this height; takes the pending space, break and ids. Valid until the next one.
  Strip& add_strip(double height);
  int add_element(const std::string& name) { return list.add_element(name, element); }
  int add_element(const std::string& name, int parent) { return list.add_element(name, parent); }
  Element& at(int index) { return list.elements[static_cast<std::size_t>(index)]; }
  void want_space(double points) { space = std::max(space, points); }
  [[nodiscard]] double page_room() const;  ///< height of a page's column

  [[nodiscard]] TextStyle body() const { return {Role::regular, style.body, style.body_lead, style.text, style.link}; }
  [[nodiscard]] TextStyle table(Role role = Role::regular) const { return {role, style.table, style.table_lead, style.text, style.link}; }
  [[nodiscard]] TextStyle small() const { return {Role::regular, style.small, style.small_lead, style.muted, style.link}; }
};

/// A text set in lines, to be drawn line by line. `element` owns it; links and other languages get elements of their own below it.
struct Passage {
  Text text;
  TextStyle style;
  std::vector<Token> tokens;
  std::vector<Line> lines;
  int element = -1;
  std::vector<int> span_elements{};  ///< per span: its own element, −1 not made, −2 none needed
  [[nodiscard]] double height() const { return static_cast<double>(lines.size()) * style.lead; }
};

[[nodiscard]] Passage set_text(Composer& c, const Text& text, const TextStyle& style, double width, Fit fit = Fit::greedy);
/// Draws line `index` with its box's top at `top`. `element` −1: an artifact without links.
void draw_line(Composer& c, Passage& passage, std::size_t index, Point top_left, std::vector<Item>& out);
/// All lines below each other.
void draw_lines(Composer& c, Passage& passage, Point top_left, std::vector<Item>& out);
/// One line of plain text; align 0 left, 1 right, 0.5 centre of `box`. Returns its width.
double draw_text(Composer& c, const std::string& text, const TextStyle& style, Point top_left, int element, std::vector<Item>& out,
                 double align = 0, double box = 0);
/// Baseline of a line box of this style below its top.
[[nodiscard]] double baseline(const TextStyle& style);

/// One strip a line; no first or last line of a paragraph stands alone on a page.
void add_lines(Composer& c, Passage& passage, double x, bool keep_with_next = false);

/// A change of column, element or frame that ends with the scope.
class Within {
 public:
  explicit Within(Composer& c) : c_(c), left_(c.left), width_(c.width), element_(c.element), frame_(c.frame), landscape_(c.landscape) {}
  ~Within() {
    c_.left = left_;
    c_.width = width_;
    c_.element = element_;
    c_.frame = frame_;
    c_.landscape = landscape_;
  }
  Within(const Within&) = delete;
  Within& operator=(const Within&) = delete;

 private:
  Composer& c_;
  double left_, width_;
  int element_, frame_;
  bool landscape_;
};

/// Opens a frame as wide as the column and narrows the column by its padding.
void open_frame(Composer& c, Frame frame, double side_padding);

}  // namespace attache::pdf
