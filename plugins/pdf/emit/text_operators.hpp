#pragma once
/// The operands of TJ: glyph codes and the corrections between them.

#include <cstdint>
#include <string>
#include <vector>

#include "emit/font_writer.hpp"
#include "shaping/shaper.hpp"

namespace attache::pdf {

/// Collects shown glyphs of one font at one size. Corrections are in thousandths of the size.
class TextOperators {
 public:
  TextOperators(const DocumentFont& font, double size, std::string& out) : font_(font), size_(size), out_(out) { out_ += '['; }
  void show(const ShapedText& shaped, const std::vector<Cluster>& clusters);
  void space();
  void finish();

 private:
  void put(std::uint16_t glyph);
  void close_string();
  void interrupt();  ///< ends the TJ and begins another
  const DocumentFont& font_;
  double size_, pending_ = 0;
  int rise_ = 0;
  bool open_ = false;
  std::string& out_;
};

}  // namespace attache::pdf
