#include "host/src/plain_line.hpp"

#include "value/utf8.hpp"

namespace attache::host {

std::string plain_line(std::string_view text, std::size_t longest) {
  while (!text.empty() && static_cast<unsigned char>(text.back()) <= 0x20) text.remove_suffix(1);
  std::string line;
  const std::size_t whole = text.size();
  while (!text.empty()) {
    const std::size_t length = utf8_length(text);
    const std::string_view character = text.substr(0, length == 0 ? 1 : length);
    if (line.size() + character.size() > longest) return line + "… (" + std::to_string(whole) + " bytes)";
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(character[i]); };
    const bool control = character.size() == 1 ? is_control(character[0])
                                               : (byte(0) == 0xC2 && byte(1) < 0xA0) || character == "\u2028" || character == "\u2029";
    if (length == 0)
      line += '?';
    else if (control)
      line += ' ';
    else
      line += character;
    text.remove_prefix(character.size());
  }
  return line;
}

}  // namespace attache::host
