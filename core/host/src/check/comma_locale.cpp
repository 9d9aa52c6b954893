#include "host/src/check/comma_locale.hpp"

#include <array>
#include <clocale>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string_view>

namespace attache::host::check {

// The file format is that of the GNU C library (locale/localeinfo.h, locale/categories.def): a magic number that names the category, the
// number of elements, their offsets, the elements. Six elements since 2.3: decimal point and separator as text, grouping, both as wide
// characters, the name of the encoding.
std::string make_comma_locale(const std::string& folder) {
  constexpr std::uint32_t magic = 0x20031115U ^ static_cast<std::uint32_t>(LC_NUMERIC);
  constexpr std::uint32_t elements = 6;
  const std::string name = "comma";
  std::array<std::uint32_t, 2 + elements> head{magic, elements};
  std::string body;
  const auto add = [&](std::size_t element, std::string_view bytes, std::size_t alignment) {
    while ((sizeof head + body.size()) % alignment != 0) body += '\0';
    head[2 + element] = static_cast<std::uint32_t>(sizeof head + body.size());
    body += bytes;
  };
  const auto wide = [](std::uint32_t character) { return std::string(reinterpret_cast<const char*>(&character), sizeof character); };
  add(0, std::string_view(",\0", 2), 1);
  add(1, std::string_view(".\0", 2), 1);
  add(2, std::string_view("\3\3\0", 3), 1);
  add(3, wide(','), 4);
  add(4, wide('.'), 4);
  add(5, std::string_view("UTF-8\0", 6), 1);
  std::error_code error;
  std::filesystem::create_directories(folder + "/" + name, error);
  std::ofstream file(folder + "/" + name + "/LC_NUMERIC", std::ios::binary);
  file.write(reinterpret_cast<const char*>(head.data()), sizeof head) << body;
  file.close();
  return file ? name : std::string{};
}

}  // namespace attache::host::check
