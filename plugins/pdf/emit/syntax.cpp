#include "emit/syntax.hpp"

#include <libdeflate.h>

#include <cmath>
#include <cstdlib>
#include <memory>

#include "problem.hpp"

namespace attache::pdf {

void append_number(std::string& out, double value, int decimals) {
  static constexpr double powers[] = {1, 10, 100, 1000, 10000};
  if (!std::isfinite(value) || std::fabs(value) > 1e9)
    throw Problem(ATTACHE_ERR_DATA,
                  "a coordinate is not a number a page can have; look for infinite or enormous values in the document's tables");
  long scaled = std::lround(value * powers[decimals]);
  if (scaled < 0) {
    out += '-';
    scaled = -scaled;
  }
  const long unit = std::lround(powers[decimals]);
  out += std::to_string(scaled / unit);
  long fraction = scaled % unit;
  if (fraction == 0) return;
  std::string digits(static_cast<std::size_t>(decimals), '0');
  for (std::size_t i = digits.size(); i-- > 0; fraction /= 10) digits[i] = static_cast<char>('0' + fraction % 10);
  while (digits.back() == '0') digits.pop_back();
  out += '.';
  out += digits;
}

std::string number(double value, int decimals) {
  std::string out;
  append_number(out, value, decimals);
  return out;
}

std::string reference(ObjectNumber object) { return std::to_string(object) + " 0 R"; }

std::string utf16(std::string_view utf8) {
  std::string out = "\xFE\xFF";
  const auto put = [&out](unsigned unit) {
    out += static_cast<char>(unit >> 8);
    out += static_cast<char>(unit & 255U);
  };
  for (std::size_t i = 0; i < utf8.size();) {
    const auto lead = static_cast<unsigned char>(utf8[i]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    unsigned code = length == 1 ? lead : lead & (0xFFU >> (length + 1));
    for (std::size_t k = 1; k < length && i + k < utf8.size(); ++k) code = code << 6 | (static_cast<unsigned char>(utf8[i + k]) & 63U);
    i += length;
    if (code < 0x10000) {
      put(code);
    } else {
      put(0xD800 + ((code - 0x10000) >> 10));
      put(0xDC00 + ((code - 0x10000) & 1023U));
    }
  }
  return out;
}

void append_utf16_hex(std::string& out, std::string_view utf8) {
  static constexpr char digits[] = "0123456789ABCDEF";
  const std::string bytes = utf16(utf8);
  for (std::size_t i = 2; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    out += digits[byte >> 4];
    out += digits[byte & 15U];
  }
}

std::string text_string(std::string_view utf8) {
  std::string out = "<FEFF";
  append_utf16_hex(out, utf8);
  return out + ">";
}

std::string literal(std::string_view bytes) {
  std::string out = "(";
  for (const char c : bytes) {
    if (c == '(' || c == ')' || c == '\\') out += '\\';
    if (c == '\r')
      out += "\\r";
    else
      out += c;
  }
  return out + ")";
}

void append_colour(std::string& out, Colour colour, std::string_view op) {
  for (const unsigned shift : {16U, 8U, 0U}) {
    append_number(out, ((colour >> shift) & 255U) / 255.0, 3);
    out += ' ';
  }
  out += op;
  out += '\n';
}

std::string ascii_url(std::string_view url) {
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : url) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte < 0x7F) {
      out += c;
    } else {
      out += '%';
      out += digits[byte >> 4];
      out += digits[byte & 15U];
    }
  }
  return out;
}

std::string deflate(std::string_view data) {
  constexpr int level = 6;
  const std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)> compressor(libdeflate_alloc_compressor(level),
                                                                                                 &libdeflate_free_compressor);
  if (!compressor) throw std::bad_alloc();
  std::string out(libdeflate_zlib_compress_bound(compressor.get(), data.size()), '\0');
  out.resize(libdeflate_zlib_compress(compressor.get(), data.data(), data.size(), out.data(), out.size()));
  return out;
}

std::string xml_escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else
      out += byte < 0x20 ? ' ' : c;
  }
  return out;
}

}  // namespace attache::pdf
