#include "fonts/cff_charset.hpp"

#include <cstddef>
#include <cstdint>

namespace attache::pdf {
namespace {

class Reader {
 public:
  explicit Reader(const std::string& table) : table_(table) {}
  [[nodiscard]] unsigned number(std::size_t at, unsigned bytes) const {
    unsigned value = 0;
    for (unsigned i = 0; i < bytes; ++i) value = value << 8 | static_cast<unsigned char>(table_.at(at + i));
    return value;
  }
  /// Where the data of object `i` of the INDEX at `at` begins; i = count gives the end of the INDEX.
  [[nodiscard]] std::size_t object(std::size_t at, unsigned i) const {
    const unsigned count = number(at, 2);
    if (count == 0) return at + 2;
    const unsigned width = number(at + 2, 1);
    return at + 3 + std::size_t{count + 1} * width - 1 + number(at + 3 + std::size_t{i} * width, width);
  }
  [[nodiscard]] std::size_t end(std::size_t at) const { return object(at, number(at, 2)); }

 private:
  const std::string& table_;
};

struct TopDict {
  bool cid_keyed = false;
  long charset = 0;
};

TopDict read_top_dict(const Reader& in, std::size_t at, std::size_t end) {
  TopDict dict;
  long operand = 0;
  while (at < end) {
    const unsigned b = in.number(at, 1);
    if (b <= 21) {
      const bool escaped = b == 12;
      if (escaped && in.number(at + 1, 1) == 30) dict.cid_keyed = true;  // ROS
      if (b == 15) dict.charset = operand;
      at += escaped ? 2 : 1;
    } else if (b == 28) {
      operand = static_cast<std::int16_t>(in.number(at + 1, 2));
      at += 3;
    } else if (b == 29) {
      operand = static_cast<std::int32_t>(in.number(at + 1, 4));
      at += 5;
    } else if (b == 30) {  // a real number in nibbles, ended by 15
      do ++at;
      while ((in.number(at, 1) & 15U) != 15 && in.number(at, 1) >> 4 != 15);
      ++at;
    } else if (b < 247) {
      operand = static_cast<long>(b) - 139;
      ++at;
    } else {
      const auto low = static_cast<long>(in.number(at + 1, 1));
      operand = b < 251 ? (static_cast<long>(b) - 247) * 256 + low + 108 : -(static_cast<long>(b) - 251) * 256 - low - 108;
      at += 2;
    }
  }
  return dict;
}

}  // namespace

std::vector<std::uint16_t> cff_charset(const std::string& table, unsigned glyph_count) {
  const Reader in(table);
  const std::size_t names = in.number(2, 1), dicts = in.end(names);
  const TopDict dict = read_top_dict(in, in.object(dicts, 0), in.object(dicts, 1));
  if (!dict.cid_keyed) return {};
  std::vector<std::uint16_t> cids(1, 0);
  if (dict.charset <= 2) {  // a predefined charset: the identity for CID fonts
    while (cids.size() < glyph_count) cids.push_back(static_cast<std::uint16_t>(cids.size()));
    return cids;
  }
  auto at = static_cast<std::size_t>(dict.charset);
  const unsigned format = in.number(at++, 1);
  while (cids.size() < glyph_count) {
    const unsigned first = in.number(at, 2);
    unsigned left = 0;
    at += 2;
    if (format > 0) {
      left = in.number(at, format);
      at += format;
    }
    for (unsigned i = 0; i <= left && cids.size() < glyph_count; ++i) cids.push_back(static_cast<std::uint16_t>(first + i));
  }
  return cids;
}

}  // namespace attache::pdf
