#pragma once
/// Text to lines: break opportunities by Unicode's rules (UAX #14, ICU), then lines that fit a width.

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "content/content.hpp"
#include "layout/display_list.hpp"
#include "layout/style.hpp"
#include "shaping/shaper.hpp"

namespace attache::pdf {

struct TextStyle {
  Role role = Role::regular;
  double size = 9.5, lead = 13.6;
  Colour colour = 0, link = 0;
};

/// An unbreakable piece of text, shaped.
struct Token {
  const ShapedText* shaped = nullptr;
  Role role = Role::regular;
  double size = 0, raise = 0, width = 0;
  double gap = 0;  ///< word space after it, 0 none
  Colour colour = 0;
  bool may_break = true, must_break = false;  ///< a line may, must end after it
  int span = 0;                               ///< index into the Text it came from
  std::uint8_t level = 0;                     ///< odd = its place in the line runs from right to left
};

struct Line {
  std::size_t begin = 0, end = 0;
  double width = 0;  ///< without the gap at its end
};

enum class Fit { optimal, greedy };

/// Cuts and shapes text. Keeps ICU's iterators and the shaper; one thread at a time.
class Typesetter {
 public:
  /// `language` (BCP 47) chooses the breaking rules.
  Typesetter(Shaper& shaper, const std::string& language, bool right_to_left = false);
  ~Typesetter();
  Typesetter(const Typesetter&) = delete;
  Typesetter& operator=(const Typesetter&) = delete;

  [[nodiscard]] std::vector<Token> tokens(const Text& text, const TextStyle& style);
  /// Lines no wider than `width`: a token that is wider is cut between characters, so `tokens` may grow.
  [[nodiscard]] std::vector<Line> lines(std::vector<Token>& tokens, double width, Fit fit);
  /// Width of a text set on one line.
  [[nodiscard]] double width(const Text& text, const TextStyle& style);
  [[nodiscard]] Shaper& shaper() { return shaper_; }

 private:
  struct Iterators;
  void add_run(std::vector<Token>& out, const Span& span, int index, std::string_view piece, const TextStyle& style);
  void cut_wide(std::vector<Token>& tokens, double width);
  Shaper& shaper_;
  bool right_to_left_;
  std::unique_ptr<Iterators> iterators_;
};

/// The printed form of a citation.
[[nodiscard]] std::string citation_text(std::uint32_t number);
/// Where a citation leads: the id of its entry in the list of sources.
[[nodiscard]] std::string source_id(std::uint32_t number);

/// Widest token and widest line when nothing is broken. `head`: of a table's column, the widest line of its head.
struct Extent {
  double least = 0, most = 0, head = 0;
  bool whole = false;  ///< a column of dates: they had better not be broken
  double usual = 0;    ///< of a column's cells on one line, as the root of their mean square: one long text weighs little; 0 = most
};
[[nodiscard]] Extent extent(const std::vector<Token>& tokens);

}  // namespace attache::pdf
