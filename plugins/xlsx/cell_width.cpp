#include "cell_width.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace attache::xlsx {
namespace {

// One letter a character, 'A' + pixels: round(advance / 2048 · 11 · 96 / 72) of Carlito Regular.
constexpr std::string_view latin =  // U+0020 … U+024F
    "DFGHHKKDEEHHEEEGHHHHHHHHHHEEHHHHNIIIJHHJJEFIGNJKIKIHHJINIHHEGEHHEHIGIHEHIDEHDMIIIIFGFIHKGHGFHFHIIIIIIIIIIIIIII"
    "IIIIIIIIIIIIIIIIIIIFHHHHHHGMGIHIHGFHFFEIJEFEGIJKKHIIIIIILIHHHHEEEEJJKKKKKHKJJJJHIIHHHHHHLGHHHHDDDDIIIIIIIHIIII"
    "IHIHIHIHIHIGIGIGIGJIJIHHHHHHHHHHJHJHJHJHJIKIEDEDEDEDEDIHFEIHHGDGDGEIFGEJIJIJIIJIKIKIKINMIFIFIFHGHGHGHGHFHFHFJI"
    "JIJIJIJIJINKHHHHGHGHGEIJIIIIIIHJKIIIHJHHHJILEEIHEHNJIKKILKJIIHGHGFIFHLJKJIHHGHHHGHHGGIEGIFQPNLKHONLIHEDKIJIJIJ"
    "IJIJIHIHIHLLJIJHIHKIKIHHEQPNJHNJJIIHLLKIIHIHHHHHEDEDKIKIIFIFJIJIHGHFHHJIJJHHHGIHHHKIKIKIKIHHFJFEMMIIGGHGGHHIKI"
    "HHFEJIIFIH";
constexpr std::string_view greek_cyrillic =  // U+0370 … U+052F
    "IIIIEEIIIIEGGGEIIIIIFHIEHJEIKIHKEIIGIHHJKEIINJHKJIIHHHLILKEHIHIEIIIHIHFIIEHHIHGIIHGIGIKGKKEIIIKIIIHIHKMJKIIGHG"
    "IHIINMIIIIIGJHKIHGJHGEKGGIIIKJHIIIHHJGIHEEFNNJIJIJIIIGJHMHJJIJNJKJIIHIKIJINNJLIINIHIHFIHKGIIHHKIIIIGGHJGIHLLIK"
    "HGLHHHIFHGDDELLIHIHIOKJILKJIMKLINLHGLKKIJHIHPNKIOLOKIGJAAAAIOOKIIHIIGFGFIHMLHGJHIHIHJIJIKJNLJIIGHGHHHHIHLJIHIH"
    "IHLJLJEMKIHJIJIJIIHNKEIHIHLLHHJHJHMKHGHHJIJIKIKIKIIGIHIHIHIHGFLKGFIHIGIIMMLKIHNLNMJIJIHGJIIIIIIIIIIIIIIIIIIIII"
    "IIIIIIII";
constexpr std::string_view punctuation =  // U+2010 … U+2044
    "IIHHNNGHEEEEGGGGHHHIIIKIIIIIIIIDPIIGJIIIIFFIIHHIIIIIF";

constexpr int wide_pixels = 14;  // CJK, emoji
constexpr int usual_pixels = 8;  // any other script
constexpr int padding = 5;       // of a column, part of its stated width
constexpr int digit_pixels = 7;

int character_pixels(char32_t c) {
  const auto from = [c](std::string_view table, char32_t first) { return table[c - first] - 'A'; };
  if (c >= 0x20 && c <= 0x24F) return from(latin, 0x20);
  if (c >= 0x370 && c <= 0x52F) return from(greek_cyrillic, 0x370);
  if (c >= 0x2010 && c <= 0x2044) return from(punctuation, 0x2010);
  if ((c >= 0x300 && c <= 0x36F) || c == 0x200B || c == 0x200E || c == 0x200F || c == 0xFEFF) return 0;  // combining, zero width
  if (c == 0x20AC || c == 0x2212) return digit_pixels;
  if ((c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
      (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) || c >= 0x1F000) {
    return wide_pixels;
  }
  return usual_pixels;
}

/// Next code point of valid UTF-8.
char32_t next(std::string_view text, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(text[at++]);
  if (lead < 0x80) return lead;
  const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
  char32_t code = lead & (0x3FU >> more);
  for (int i = 0; i < more && at < text.size(); ++i) code = code << 6U | (static_cast<unsigned char>(text[at++]) & 0x3FU);
  return code;
}

/// Calls `each` with every piece between the separators.
template <class F>
void split(std::string_view text, std::string_view separators, F each) {
  for (;;) {
    const std::size_t end = text.find_first_of(separators);
    each(text.substr(0, end));
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
  }
}

/// Length of a word's part up to a hyphen at which a line may end (not before a digit), 0 none.
std::size_t first_part(std::string_view word) {
  for (std::size_t at = word.find('-', 1); at < word.size(); at = word.find('-', at + 1)) {
    const bool inside = at + 1 < word.size();
    if (inside && (word[at + 1] < '0' || word[at + 1] > '9')) return at + 1;
  }
  return 0;
}

}  // namespace

int line_pixels(std::string_view text, bool bold) {
  int pixels = 0;
  for (std::size_t at = 0; at < text.size();) pixels += character_pixels(next(text, at));
  return bold ? pixels + (pixels + 24) / 25 : pixels;
}

int text_pixels(std::string_view text, bool bold) {
  int widest = 0;
  split(text, "\n", [&](std::string_view line) { widest = std::max(widest, line_pixels(line, bold)); });
  return widest;
}

int widest_word_pixels(std::string_view text, bool bold) {
  int widest = 0;
  split(text, " \n", [&](std::string_view word) { widest = std::max(widest, line_pixels(word, bold)); });
  return widest;
}

int wrapped_lines(std::string_view text, int pixels, bool bold) {
  const int room = std::max(pixels, wide_pixels);
  int lines = 0;
  split(text, "\n", [&](std::string_view paragraph) {
    ++lines;
    int used = 0, gap = 0;
    const auto add = [&](std::string_view piece) {
      const int width = line_pixels(piece, bold);
      if (used > 0 && used + gap + width > room) {
        ++lines;
        used = 0;
      }
      lines += width > room ? (width - 1) / room : 0;
      used = width > room ? width % room : used + (used > 0 ? gap : 0) + width;
      gap = 0;
    };
    split(paragraph, " ", [&](std::string_view word) {
      for (std::size_t part = first_part(word); part > 0; part = first_part(word)) {
        add(word.substr(0, part));
        word.remove_prefix(part);
      }
      add(word);
      gap = character_pixels(U' ');
    });
  });
  return lines;
}

int wrapped_pixels(std::string_view text, int lines, bool bold) {
  int low = widest_word_pixels(text, bold);
  int high = std::max(low, text_pixels(text, bold));
  while (low < high) {
    const int middle = (low + high) / 2;
    if (wrapped_lines(text, middle, bold) <= lines) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

double column_width(int pixels) {
  const double width = (pixels + digit_pixels - padding) / static_cast<double>(digit_pixels);
  return std::round(width * 100) / 100;
}

int column_pixels(double width) { return static_cast<int>(std::lround(width * digit_pixels)) + padding; }

}  // namespace attache::xlsx
