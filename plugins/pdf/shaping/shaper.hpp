#pragma once
/// Text to glyphs. The layout knows only this interface; its tests use one where every character is half an em wide.

#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "fonts/font_set.hpp"

namespace attache::pdf {

/// Text shaped in one face; lives as long as its shaper.
struct ShapedText {
  int face = 0;
  std::string text;  ///< what the glyphs stand for
  std::vector<Glyph> glyphs;
  double width = 0;  ///< in em
};

class Shaper {
 public:
  Shaper() = default;
  Shaper(const Shaper&) = delete;
  Shaper& operator=(const Shaper&) = delete;
  virtual ~Shaper() = default;
  /// One piece of text without spaces; several results where faces or scripts change within it.
  [[nodiscard]] virtual const std::vector<const ShapedText*>& shape(Role role, std::string_view text) = 0;
  /// Width of the word space in em.
  [[nodiscard]] virtual double space(Role role) = 0;
  /// The face a word space of this role is drawn with.
  [[nodiscard]] virtual int space_face(Role role) = 0;
};

/// Shapes with a font set and remembers every piece it has seen. One thread at a time.
class FontShaper : public Shaper {
 public:
  explicit FontShaper(const FontSet& fonts) : fonts_(fonts) {}
  [[nodiscard]] const std::vector<const ShapedText*>& shape(Role role, std::string_view text) override;
  [[nodiscard]] double space(Role role) override;
  [[nodiscard]] int space_face(Role role) override { return fonts_.primary(role); }
  /// Characters that no face has; they were drawn as U+FFFD.
  [[nodiscard]] const std::set<char32_t>& missing() const { return missing_; }

 private:
  [[nodiscard]] std::vector<const ShapedText*> split_and_shape(Role role, const std::string& text);
  const ShapedText* shape_run(int face, const std::string& text, const std::string& drawn);

  const FontSet& fonts_;
  std::unordered_map<std::string, std::vector<const ShapedText*>> cache_[role_count];
  std::vector<std::unique_ptr<ShapedText>> texts_;
  std::set<char32_t> missing_;
};

}  // namespace attache::pdf
