#include "shaping/shaper.hpp"

#include <cstdint>

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

namespace attache::pdf {
namespace {

constexpr char32_t replacement = 0xFFFD;

char32_t next_character(const std::string& text, std::size_t& at) {
  UChar32 c = 0;
  auto i = static_cast<std::int32_t>(at);
  U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), i, static_cast<std::int32_t>(text.size()), c);
  at = static_cast<std::size_t>(i);
  return static_cast<char32_t>(c);
}

/// Marks, joiners and selectors stay with the character before them.
bool clings(char32_t c) {
  const auto u = static_cast<UChar32>(c);
  return u_hasBinaryProperty(u, UCHAR_GRAPHEME_EXTEND) != 0 || c == 0x200D || c == 0x200C;
}

UScriptCode script_of(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(static_cast<UChar32>(c), &status);
  return script == USCRIPT_INHERITED ? USCRIPT_COMMON : script;
}

}  // namespace

const std::vector<const ShapedText*>& FontShaper::shape(Role role, std::string_view text) {
  auto& cache = cache_[static_cast<std::size_t>(role)];
  const std::string key(text);
  if (const auto found = cache.find(key); found != cache.end()) return found->second;
  return cache.emplace(key, split_and_shape(role, key)).first->second;
}

std::vector<const ShapedText*> FontShaper::split_and_shape(Role role, const std::string& text) {
  std::vector<const ShapedText*> pieces;
  std::size_t begin = 0;
  int face = -2;  // of the run begun; −1 = characters nobody has
  UScriptCode script = USCRIPT_COMMON;
  const auto close = [&](std::size_t end) {
    if (end == begin) return;
    const std::string run = text.substr(begin, end - begin);
    if (face >= 0)
      pieces.push_back(shape_run(face, run, run));
    else
      pieces.push_back(shape_run(std::max(fonts_.face_for(role, replacement), 0), run, "\xEF\xBF\xBD"));
    begin = end;
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t c = next_character(text, at);
    if (start > 0 && clings(c)) continue;
    const int wanted = fonts_.face_for(role, c);
    const UScriptCode its = script_of(c);
    if (wanted < 0) missing_.insert(c);
    const bool other_script = its != USCRIPT_COMMON && script != USCRIPT_COMMON && its != script;
    if (start > 0 && (wanted != face || wanted < 0 || other_script)) {
      close(start);
      script = USCRIPT_COMMON;
    }
    face = wanted;
    if (its != USCRIPT_COMMON) script = its;
  }
  close(text.size());
  return pieces;
}

const ShapedText* FontShaper::shape_run(int face, const std::string& text, const std::string& drawn) {
  auto shaped = std::make_unique<ShapedText>();
  shaped->face = face;
  shaped->text = text;
  shaped->glyphs = fonts_.face(face).shape(drawn);
  long advance = 0;
  for (const Glyph& g : shaped->glyphs) advance += g.advance;
  shaped->width = static_cast<double>(advance) / fonts_.face(face).metrics().units_per_em;
  texts_.push_back(std::move(shaped));
  return texts_.back().get();
}

double FontShaper::space(Role role) {
  const FontFace& face = fonts_.face(fonts_.primary(role));
  return static_cast<double>(face.advance(face.glyph_of(' '))) / face.metrics().units_per_em;
}

}  // namespace attache::pdf
