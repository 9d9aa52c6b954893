#include "emit/text_operators.hpp"

#include <cmath>
#include <cstdint>

namespace attache::pdf {

void TextOperators::close_string() {
  if (open_) out_ += ')';
  open_ = false;
}

void TextOperators::interrupt() {
  close_string();
  out_ += "]TJ ";
}

void TextOperators::put(std::uint16_t glyph) {
  const double whole = std::round(pending_);
  if (whole != 0) {
    close_string();
    append_number(out_, -whole, 0);
    pending_ -= whole;
  }
  if (!open_) out_ += '(';
  open_ = true;
  const unsigned code = font_.code(glyph);
  for (const unsigned byte : {code >> 8U, code & 255U}) {
    const char c = static_cast<char>(byte);
    if (c == '(' || c == ')' || c == '\\') out_ += '\\';
    if (c == '\r')
      out_ += "\\r";
    else
      out_ += c;
  }
}

void TextOperators::show(const ShapedText& shaped, const std::vector<Cluster>& clusters) {
  const double unit = 1000.0 / font_.face().metrics().units_per_em;
  for (const Cluster& cluster : clusters) {
    if (cluster.actual) {
      interrupt();
      out_ += "/Span<</ActualText<FEFF";
      append_utf16_hex(out_, cluster.text);
      out_ += ">>>BDC[";
    }
    for (std::size_t i = cluster.begin; i < cluster.end; ++i) {
      const Glyph& glyph = shaped.glyphs[i];
      if (glyph.dy != rise_) {
        interrupt();
        append_number(out_, glyph.dy * size_ / font_.face().metrics().units_per_em, 3);
        out_ += " Ts[";
        rise_ = glyph.dy;
      }
      pending_ += glyph.dx * unit;
      put(glyph.id);
      pending_ += (glyph.advance - glyph.nominal - glyph.dx) * unit;
    }
    if (cluster.actual) {
      interrupt();
      out_ += "EMC[";
    }
  }
}

void TextOperators::space() { put(font_.space_glyph()); }

void TextOperators::finish() {
  close_string();
  out_ += "]TJ\n";
  if (rise_ != 0) out_ += "0 Ts\n";
}

}  // namespace attache::pdf
