#pragma once
/// One face of a font file: its metrics, shaping and subsetting through HarfBuzz. Immutable once loaded, so threads share it.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace attache::pdf {

/// A shaped glyph in font units. `nominal` is the advance the PDF's width table says; `cluster` the byte where its text begins.
struct Glyph {
  std::uint16_t id = 0;
  std::int32_t advance = 0, nominal = 0, dx = 0, dy = 0;
  std::uint32_t cluster = 0;
};

/// A font program that holds only the glyphs asked for, and the character code each got in it.
struct FontSubset {
  std::string program;
  std::vector<std::pair<std::uint16_t, std::uint16_t>> codes;  ///< old glyph id → code, ascending by glyph id
};

class FontFace {
 public:
  struct Metrics {
    std::string postscript_name;
    int units_per_em = 1000, ascent = 0, descent = 0, cap_height = 700, weight = 400;
    int box[4] = {0, 0, 0, 0};
    double italic_angle = 0;
    bool fixed_pitch = false;
    bool cff = false;  ///< outlines are PostScript (OpenType CFF), not TrueType
    unsigned glyph_count = 0;
  };

  /// Maps the file; loaded once a process. Throws Problem naming the file.
  [[nodiscard]] static std::shared_ptr<const FontFace> load(const std::string& path, unsigned index);
  ~FontFace();
  FontFace(const FontFace&) = delete;
  FontFace& operator=(const FontFace&) = delete;

  [[nodiscard]] const Metrics& metrics() const { return metrics_; }
  [[nodiscard]] bool has(char32_t character) const;
  [[nodiscard]] std::uint16_t glyph_of(char32_t character) const;
  /// The character a glyph stands for by itself; 0 when none.
  [[nodiscard]] char32_t character_of(std::uint16_t glyph) const;
  [[nodiscard]] int advance(std::uint16_t glyph) const;
  /// Shapes text of one script and one direction; glyphs come in visual order.
  [[nodiscard]] std::vector<Glyph> shape(std::string_view text) const;
  /// `used`: one flag a glyph. Throws Problem when the font cannot be cut.
  [[nodiscard]] FontSubset subset(const std::vector<bool>& used) const;

 private:
  FontFace(const std::string& path, unsigned index);
  void read_metrics();
  struct Handles;
  std::string path_;
  std::unique_ptr<Handles> handles_;
  Metrics metrics_;
};

}  // namespace attache::pdf
