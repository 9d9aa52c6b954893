#include "mo_file.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <random>
#include <string>

using attache::text::read_mo;

namespace {

void add_word(std::string& bytes, std::uint32_t value, bool big_endian) {
  for (unsigned i = 0; i < 4; ++i) bytes += static_cast<char>((value >> (8 * (big_endian ? 3 - i : i))) & 0xffU);
}

/// Header entry, "a" → "ä", and a plural entry "day\0days" → "Tag\0Tage".
std::string catalogue(bool big_endian) {
  using namespace std::string_literals;
  const std::string strings = "\0header\0a\0\u00e4\0day\0days\0Tag\0Tage\0"s;
  const std::uint32_t start = 28 + 2 * 3 * 8;
  std::string bytes;
  for (const std::uint32_t word : {0x950412deU, 0U, 3U, 28U, 52U, 0U, 0U}) add_word(bytes, word, big_endian);
  for (const auto& [length, offset] : {std::pair{0U, 0U}, {1U, 8U}, {8U, 13U}, {6U, 1U}, {2U, 10U}, {8U, 22U}}) {
    add_word(bytes, length, big_endian);
    add_word(bytes, start + offset, big_endian);
  }
  return bytes + strings;
}

}  // namespace

TEST_CASE("a compiled catalogue of either byte order gives its messages without the header") {
  for (const bool big_endian : {false, true}) {
    const std::string bytes = catalogue(big_endian);
    const auto entries = read_mo(bytes);
    REQUIRE(entries);
    REQUIRE(entries->size() == 2);
    CHECK((*entries)[0] == std::pair<std::string_view, std::string_view>("a", "\u00e4"));
    CHECK((*entries)[1] == std::pair<std::string_view, std::string_view>("day", "Tag"));
  }
}

TEST_CASE("bytes that are no catalogue, or half of one, are refused") {
  CHECK(!read_mo(""));
  CHECK(!read_mo("{\"3166-1\": []}"));
  const std::string bytes = catalogue(false);
  for (std::size_t size = 0; size + 1 < bytes.size(); ++size) {
    CAPTURE(size);
    CHECK(!read_mo(bytes.substr(0, size)));
  }
}

TEST_CASE("a damaged catalogue is refused or read, and nothing is read outside of it") {
  std::mt19937 engine(20151014);
  for (int round = 0; round < 5000; ++round) {
    CAPTURE(round);
    std::string bytes = catalogue(false);
    for (int i = 0; i < 3; ++i) bytes[engine() % bytes.size()] = static_cast<char>(engine());
    const std::string copy = bytes;
    const auto entries = read_mo(copy);
    if (!entries) continue;
    for (const auto& [message, translation] : *entries) {
      CHECK(message.data() >= copy.data());
      CHECK(translation.data() + translation.size() <= copy.data() + copy.size());
    }
  }
}
