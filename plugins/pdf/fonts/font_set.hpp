#pragma once
/// The faces of one document: five roles and a list of fallbacks, fixed by file and index (never resolved by name: that would
/// substitute silently and differ between machines).

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "fonts/font_face.hpp"

namespace attache::pdf {

enum class Role : std::uint8_t { regular, bold, italic, bold_italic, heading };
constexpr std::size_t role_count = 5;

struct FontFile {
  std::string path;
  unsigned index = 0;
};

struct FontFiles {
  std::array<FontFile, role_count> roles;
  std::vector<FontFile> fallbacks;  ///< asked in order; a file that does not exist is passed over
  /// Debian's Noto Sans, DejaVu Sans for symbols, then Noto's faces for other scripts.
  [[nodiscard]] static FontFiles defaults();
};

class FontSet {
 public:
  explicit FontSet(const FontFiles& files);

  /// The face that draws `character` in `role`: the role's own, else a fallback, else −1.
  [[nodiscard]] int face_for(Role role, char32_t character) const;
  [[nodiscard]] int primary(Role role) const { return primary_.at(static_cast<std::size_t>(role)); }
  [[nodiscard]] const FontFace& face(int index) const { return *faces_.at(static_cast<std::size_t>(index)); }
  [[nodiscard]] int face_count() const { return static_cast<int>(faces_.size()); }

 private:
  int add(const FontFile& file);
  std::vector<std::shared_ptr<const FontFace>> faces_;
  std::array<int, role_count> primary_{};
  std::vector<int> fallbacks_;
};

}  // namespace attache::pdf
