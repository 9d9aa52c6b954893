#include "mo_file.hpp"

#include <cstdint>
#include <optional>

namespace attache::text {
namespace {

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  bool find_byte_order() {
    big_endian_ = word(0) == 0xde120495U;
    return word(0) == 0x950412deU;
  }
  [[nodiscard]] std::optional<std::uint32_t> word(std::uint64_t offset) const {
    if (offset + 4 > bytes_.size()) return std::nullopt;
    std::uint32_t value = 0;
    for (std::uint64_t i = 0; i < 4; ++i) {
      const auto byte = static_cast<unsigned char>(bytes_[offset + (big_endian_ ? 3 - i : i)]);
      value |= std::uint32_t{byte} << (8 * i);
    }
    return value;
  }
  /// The string whose length and offset stand at `descriptor`, up to its first NUL.
  [[nodiscard]] std::optional<std::string_view> string(std::uint64_t descriptor) const {
    const auto length = word(descriptor);
    const auto offset = word(descriptor + 4);
    if (!length || !offset || std::uint64_t{*offset} + *length > bytes_.size()) return std::nullopt;
    const std::string_view all = bytes_.substr(*offset, *length);
    return all.substr(0, all.find('\0'));
  }

 private:
  std::string_view bytes_;
  bool big_endian_ = false;
};

}  // namespace

Outcome<MoEntries> read_mo(std::string_view bytes) {
  Reader reader(bytes);
  if (!reader.find_byte_order()) return fail(Failure::data, "this is no compiled gettext catalogue");
  const auto count = reader.word(8);
  const auto messages = reader.word(12);
  const auto translations = reader.word(16);
  if (!count || !messages || !translations || *count > bytes.size() / 8) return fail(Failure::data, "the gettext catalogue is cut short");
  MoEntries entries;
  entries.reserve(*count);
  for (std::uint64_t i = 0; i < *count; ++i) {
    const auto message = reader.string(*messages + 8 * i);
    const auto translation = reader.string(*translations + 8 * i);
    if (!message || !translation) return fail(Failure::data, "the gettext catalogue points outside of itself");
    if (!message->empty()) entries.emplace_back(*message, *translation);
  }
  return entries;
}

}  // namespace attache::text
