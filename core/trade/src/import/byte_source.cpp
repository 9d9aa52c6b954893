#include "trade/src/import/byte_source.hpp"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>
#include <vector>

#include "value/digest.hpp"
#include "value/regular_file.hpp"
#include "value/utf8.hpp"

namespace attache::trade {

namespace {

constexpr std::size_t piece_bytes = std::size_t{64} << 10U;

/// Counts what tells encodings apart while the bytes go by.
class Sniffer {
 public:
  void add(std::string_view piece) {
    if (first_.size() < 4096) first_ += piece.substr(0, 4096 - first_.size());
    if (!carried_.empty()) {
      std::string joint = carried_ + std::string(piece.substr(0, 8));
      const std::size_t skipped = joint.size() - carried_.size();
      carried_.clear();
      scan(joint);
      if (piece.size() <= 8) return;
      piece.remove_prefix(skipped - carried_.size());
      carried_.clear();
    }
    scan(piece);
  }

  [[nodiscard]] std::string encoding() const {
    if (first_.starts_with("\xFF\xFE")) return "utf-16le";
    if (first_.starts_with("\xFE\xFF")) return "utf-16be";
    if (const std::string wide = without_mark(); !wide.empty()) return wide;
    if (utf8_ && carried_.empty()) return "utf-8";
    std::uint64_t lower_half = 0, upper_half = 0, high = 0;
    for (std::size_t byte = 0x80; byte < 0x100; ++byte) {
      high += seen_[byte];
      if (byte < 0xB0) lower_half += seen_[byte];
      if (byte >= 0xC0) upper_half += seen_[byte];
    }
    if (neighbours_ * 2 <= high) return "windows-1252";  // letters with accents stand alone, Cyrillic ones together
    return lower_half > upper_half ? "cp866" : "windows-1251";
  }
  [[nodiscard]] bool is_certain() const {
    return (utf8_ && carried_.empty()) || first_.starts_with("\xFF\xFE") || first_.starts_with("\xFE\xFF");
  }

 private:
  /// UTF-16 without a mark: every second byte of Latin text is zero.
  [[nodiscard]] std::string without_mark() const {
    std::size_t even = 0, odd = 0;
    for (std::size_t i = 0; i < first_.size(); ++i) {
      if (first_[i] == '\0') ++(i % 2 == 0 ? even : odd);
    }
    if (odd * 4 > first_.size()) return "utf-16le";
    return even * 4 > first_.size() ? "utf-16be" : "";
  }

  void scan(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
      std::uint64_t eight = 0;
      if (at + 8 <= text.size()) {
        std::memcpy(&eight, text.data() + at, 8);
        if ((eight & 0x8080808080808080U) == 0) {
          at += 8;
          before_high_ = false;
          continue;
        }
      }
      const auto byte = static_cast<unsigned char>(text[at]);
      const std::size_t length = utf8_length(text.substr(at));
      if (length == 0 && text.size() - at < 4) {
        carried_ = text.substr(at);
        return;
      }
      if (length == 0) utf8_ = false;
      for (std::size_t i = 0; i < std::max<std::size_t>(length, 1); ++i) count(static_cast<unsigned char>(text[at + i]));
      at += std::max<std::size_t>(length, 1);
      before_high_ = byte >= 0x80;
    }
  }
  void count(unsigned char byte) {
    ++seen_[byte];
    if (byte >= 0x80 && before_high_) ++neighbours_;
    before_high_ = byte >= 0x80;
  }

  std::string first_, carried_;
  std::array<std::uint64_t, 256> seen_{};
  std::uint64_t neighbours_ = 0;
  bool utf8_ = true, before_high_ = false;
};

/// What is left without a byte-order mark at the start.
std::size_t without_mark(char* bytes, std::size_t size) {
  if (size < 3 || std::memcmp(bytes, "\xEF\xBB\xBF", 3) != 0) return size;
  std::memmove(bytes, bytes + 3, size - 3);
  return size - 3;
}

/// The next bytes of the file, 0 at its end.
Outcome<std::size_t> read_piece(std::FILE* file, const std::string& path, char* to, std::size_t room) {
  const std::size_t got = std::fread(to, 1, room, file);
  if (got == 0 && std::ferror(file) != 0) return fail(Failure::io, "reading '" + path + "' failed", "see that the disk is whole");
  return got;
}

class PlainBytes final : public ByteSource {
 public:
  PlainBytes(OpenFile file, std::string path) : file_(std::move(file)), path_(std::move(path)) {}
  Outcome<std::size_t> read(char* to, std::size_t room) override {
    const auto got = read_piece(file_.get(), path_, to, room);
    if (!got) return got;
    return std::exchange(is_start_, false) ? without_mark(to, *got) : *got;
  }

 private:
  OpenFile file_;
  std::string path_;
  bool is_start_ = true;
};

class ConvertedBytes final : public ByteSource {
 public:
  ConvertedBytes(OpenFile file, std::string path, UConverter* from) : file_(std::move(file)), path_(std::move(path)), from_(from) {
    UErrorCode status = U_ZERO_ERROR;
    to_ = ucnv_open("UTF-8", &status);
    ucnv_setToUCallBack(from_, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  }
  ~ConvertedBytes() override {
    ucnv_close(from_);
    ucnv_close(to_);
  }
  ConvertedBytes(const ConvertedBytes&) = delete;
  ConvertedBytes& operator=(const ConvertedBytes&) = delete;

  Outcome<std::size_t> read(char* to, std::size_t room) override {
    char* target = to;
    while (target == to) {
      if (at_ == input_.size() && !ended_) {
        input_.resize(piece_bytes);
        const auto piece = read_piece(file_.get(), path_, input_.data(), piece_bytes);
        if (!piece) return piece;
        input_.resize(*piece);
        at_ = 0;
        ended_ = input_.empty();
      }
      const char* source = input_.data() + at_;
      UErrorCode status = U_ZERO_ERROR;
      ucnv_convertEx(to_, from_, &target, to + room, &source, input_.data() + input_.size(), pivot_.data(), &pivot_source_, &pivot_target_,
                     pivot_.data() + pivot_.size(), false, ended_, &status);
      given_ += static_cast<std::uint64_t>(source - (input_.data() + at_));
      at_ = static_cast<std::size_t>(source - input_.data());
      if (U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR) {
        return fail(Failure::data, "byte " + std::to_string(given_) + " of '" + path_ + "' is no character of its encoding",
                    "name the right one with --encoding");
      }
      if (ended_) break;
    }
    const auto got = static_cast<std::size_t>(target - to);
    return std::exchange(is_start_, false) ? without_mark(to, got) : got;
  }

 private:
  OpenFile file_;
  std::string path_;
  UConverter* from_;
  UConverter* to_ = nullptr;
  std::vector<char> input_;
  std::size_t at_ = 0;
  std::uint64_t given_ = 0;
  std::array<UChar, 4096> pivot_{};
  UChar* pivot_source_ = pivot_.data();
  UChar* pivot_target_ = pivot_.data();
  bool ended_ = false, is_start_ = true;
};

class TextBytes final : public ByteSource {
 public:
  explicit TextBytes(std::string_view text) : text_(text) {}
  Outcome<std::size_t> read(char* to, std::size_t room) override {
    const std::size_t got = text_.copy(to, room, at_);
    at_ += got;
    return got;
  }

 private:
  std::string text_;
  std::size_t at_ = 0;
};

}  // namespace

Outcome<FileFacts> look_at(const std::string& path) {
  auto file = open_regular_file(path);
  if (!file) return fail(file.error());
  FileFacts facts;
  Sha256 digest;
  Sniffer sniffer;
  std::vector<char> piece(piece_bytes * 4);
  while (const std::size_t got = std::fread(piece.data(), 1, piece.size(), file->get())) {
    const std::string_view bytes(piece.data(), got);
    if (facts.bytes == 0) facts.start = bytes.substr(0, 4096);
    digest.add(bytes);
    sniffer.add(bytes);
    facts.bytes += got;
  }
  if (std::ferror(file->get()) != 0) return fail(Failure::io, "reading '" + path + "' failed", "see that the disk is whole");
  facts.sha256 = digest.hex();
  facts.encoding = sniffer.encoding();
  facts.is_certain = sniffer.is_certain();
  return facts;
}

Outcome<std::string> known_encoding(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = name.empty() ? nullptr : ucnv_open(name.c_str(), &status);
  if (converter == nullptr || U_FAILURE(status)) {
    static const std::vector<std::string> usual = {"utf-8",        "utf-16",       "utf-16le", "utf-16be", "latin-1",
                                                   "windows-1252", "windows-1251", "cp866",    "koi8-r",   "gb18030"};
    const std::string near = did_you_mean(name, usual);
    return fail(Failure::usage, "no encoding is called '" + name + "'",
                near.empty() ? "usual are utf-8, latin-1, windows-1251 and cp866" : near);
  }
  std::string own = ucnv_getName(converter, &status);
  ucnv_close(converter);
  std::transform(own.begin(), own.end(), own.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return own;
}

Outcome<std::unique_ptr<ByteSource>> open_bytes(const std::string& path, const std::string& encoding) {
  auto file = open_regular_file(path);
  if (!file) return fail(file.error());
  if (encoding == "utf-8") return std::make_unique<PlainBytes>(std::move(*file), path);
  UErrorCode status = U_ZERO_ERROR;
  UConverter* from = ucnv_open(encoding.c_str(), &status);
  if (from == nullptr || U_FAILURE(status)) {
    if (const auto known = known_encoding(encoding); !known) return fail(known.error());
    return fail(Failure::internal, "ICU cannot open the encoding '" + encoding + "'");
  }
  return std::make_unique<ConvertedBytes>(std::move(*file), path, from);
}

std::unique_ptr<ByteSource> bytes_of(std::string_view text) { return std::make_unique<TextBytes>(text); }

std::string repaired(std::string_view text) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80U) {
      bytes += text[at++];
    } else if ((lead == 0xC2U || lead == 0xC3U) && at + 1 < text.size()) {
      const auto tail = static_cast<unsigned char>(text[at + 1]);
      bytes += static_cast<char>(((lead & 3U) << 6U) | (tail & 0x3FU));
      at += 2;
    } else {
      return std::string(text);
    }
  }
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t length = utf8_length(std::string_view(bytes).substr(at));
    if (length == 0) return std::string(text);
    at += length;
  }
  return bytes;
}

}  // namespace attache::trade
