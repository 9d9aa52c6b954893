#include "fonts/font_set.hpp"

#include <filesystem>

namespace attache::pdf {

FontFiles FontFiles::defaults() {
  const std::string noto = "/usr/share/fonts/truetype/noto/", dejavu = "/usr/share/fonts/truetype/dejavu/";
  FontFiles files;
  files.roles = {{{noto + "NotoSans-Regular.ttf"},
                  {noto + "NotoSans-Bold.ttf"},
                  {noto + "NotoSans-Italic.ttf"},
                  {noto + "NotoSans-BoldItalic.ttf"},
                  {noto + "NotoSans-Bold.ttf"}}};
  files.fallbacks.push_back({dejavu + "DejaVuSans.ttf"});
  for (const char* script : {"Arabic", "Hebrew", "Devanagari", "Bengali", "Tamil", "Thai", "Georgian", "Armenian", "Ethiopic", "Khmer",
                             "Lao", "Myanmar", "Mongolian", "Sinhala", "Symbols", "Symbols2", "Math"})
    files.fallbacks.push_back({noto + "NotoSans" + script + "-Regular.ttf"});
  files.fallbacks.push_back({"/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", 2});
  return files;
}

FontSet::FontSet(const FontFiles& files) {
  for (std::size_t i = 0; i < files.roles.size(); ++i) primary_.at(i) = add(files.roles.at(i));
  for (const auto& file : files.fallbacks) {
    std::error_code ignored;
    if (std::filesystem::is_regular_file(file.path, ignored)) fallbacks_.push_back(add(file));
  }
}

int FontSet::add(const FontFile& file) {
  auto face = FontFace::load(file.path, file.index);
  for (std::size_t i = 0; i < faces_.size(); ++i)
    if (faces_[i] == face) return static_cast<int>(i);
  faces_.push_back(std::move(face));
  return static_cast<int>(faces_.size()) - 1;
}

int FontSet::face_for(Role role, char32_t character) const {
  if (const int own = primary(role); face(own).has(character)) return own;
  for (const int fallback : fallbacks_)
    if (face(fallback).has(character)) return fallback;
  return -1;
}

}  // namespace attache::pdf
