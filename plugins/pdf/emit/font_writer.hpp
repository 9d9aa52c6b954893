#pragma once
/// The fonts of one document: which glyphs it uses and what they stand for, then the font objects.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "emit/syntax.hpp"
#include "fonts/font_set.hpp"
#include "shaping/shaper.hpp"

namespace attache::pdf {

/// Glyphs that stand for a piece of text together. `actual`: readers cannot tell that text from the glyphs; it is written beside them.
struct Cluster {
  std::size_t begin = 0, end = 0;
  std::string_view text;
  bool actual = false;
};

/// One face as the document uses it.
class DocumentFont {
 public:
  DocumentFont(const FontFace& face, std::string resource);
  /// Notes the glyphs of a shaped text and splits it in clusters. Call once for each text.
  [[nodiscard]] std::vector<Cluster> use(const ShapedText& shaped);
  void use_space();
  [[nodiscard]] bool used() const { return used_count_ > 0; }
  [[nodiscard]] const FontFace& face() const { return face_; }
  [[nodiscard]] const std::string& resource() const { return resource_; }
  [[nodiscard]] std::uint16_t space_glyph() const { return space_; }

  /// Cuts the font and writes its objects; afterwards code() works. Returns the font object.
  ObjectNumber write(Sink& sink, bool compress);
  [[nodiscard]] std::uint16_t code(std::uint16_t glyph) const { return codes_[glyph]; }

 private:
  /// False when the glyph already stands for another text.
  bool note(std::uint16_t glyph, std::string_view text);
  [[nodiscard]] std::string subset_name() const;
  ObjectNumber write_descriptor(Sink& sink, const std::string& name, const FontSubset& subset, bool compress) const;
  [[nodiscard]] std::string to_unicode(const FontSubset& subset) const;
  [[nodiscard]] std::string widths(const FontSubset& subset) const;

  const FontFace& face_;
  std::string resource_;
  std::vector<bool> used_;
  std::vector<std::string> texts_;
  std::vector<std::uint16_t> codes_;
  std::size_t used_count_ = 0;
  std::uint16_t space_ = 0;
};

/// A stream object, deflated unless `compress` is off.
void put_data(Sink& sink, ObjectNumber object, std::vector<std::pair<std::string, std::string>> entries, const std::string& data,
              bool compress);

}  // namespace attache::pdf
