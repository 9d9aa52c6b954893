#pragma once
/// Every character is half an em wide, every space a quarter: layouts a test can compute by hand.

#include <cstdint>
#include <map>
#include <memory>

#include "content/content.hpp"
#include "shaping/shaper.hpp"

namespace attache::pdf::test {

class FakeShaper : public Shaper {
 public:
  const std::vector<const ShapedText*>& shape(Role, std::string_view text) override {
    auto& entry = texts_[std::string(text)];
    if (entry.second.empty()) {
      entry.first = std::make_unique<ShapedText>();
      entry.first->text = text;
      for (const char c : text)
        if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80) entry.first->width += 0.5;
      entry.second = {entry.first.get()};
    }
    return entry.second;
  }
  double space(Role) override { return 0.25; }
  int space_face(Role) override { return 0; }

 private:
  std::map<std::string, std::pair<std::unique_ptr<ShapedText>, std::vector<const ShapedText*>>> texts_;
};

class FakePhrases : public Phrases {
 public:
  std::string say(const std::string& id, const Arguments& arguments = {}) const override {
    std::string out = id;
    for (const auto& [key, value] : arguments) out += " " + value;
    return out;
  }
  std::string number(std::int64_t value, int) const override { return std::to_string(value); }
};

inline std::string words_of(const TextItem& item) {
  std::string out;
  for (const Piece& piece : item.pieces) out += piece.shaped->text + (piece.space_after ? " " : "");
  return out;
}

}  // namespace attache::pdf::test
