#include "layout/bidi.hpp"

#include <unicode/ubidi.h>
#include <unicode/unistr.h>

#include <cstdint>
#include <memory>

namespace attache::pdf {
namespace {

/// Could a byte begin a letter written from right to left? Two-byte Hebrew … N'Ko, three-byte U+0800–U+08FF, U+200F …, U+FB1D …, and all of
/// planes 1 and up.
bool may_run_leftward(const std::string& text) {
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte >= 0xD6 && byte <= 0xDF) || byte == 0xE0 || byte == 0xE2 || byte == 0xEF || byte >= 0xF0) return true;
  }
  return false;
}

}  // namespace

std::vector<std::uint8_t> bidi_levels(const std::string& text, bool right_to_left) {
  if (!right_to_left && !may_run_leftward(text)) return {};
  const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(text);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UBiDi, decltype(&ubidi_close)> bidi(ubidi_open(), &ubidi_close);
  ubidi_setPara(bidi.get(), wide.getBuffer(), wide.length(), right_to_left ? UBiDiLevel{1} : UBiDiLevel{0}, nullptr, &status);
  if (U_FAILURE(status) || ubidi_getDirection(bidi.get()) == UBIDI_LTR) return {};
  const UBiDiLevel* levels = ubidi_getLevels(bidi.get(), &status);
  if (U_FAILURE(status)) return {};
  std::vector<std::uint8_t> out;
  std::int32_t unit = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (unit >= wide.length()) break;
    out.insert(out.end(), length, levels[unit]);
    at += length;
    unit += length == 4 ? 2 : 1;
  }
  out.resize(text.size(), 0);
  return out;
}

std::vector<std::size_t> visual_order(const std::vector<std::uint8_t>& levels) {
  std::vector<std::int32_t> order(levels.size());
  ubidi_reorderVisual(levels.data(), static_cast<std::int32_t>(levels.size()), order.data());
  return {order.begin(), order.end()};
}

}  // namespace attache::pdf
