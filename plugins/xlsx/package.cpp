#include "package.hpp"

#include <expat.h>
#include <zip.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <memory>

#include "failure.hpp"

namespace attache::xlsx {
namespace {

constexpr zip_uint16_t dos_date_1980 = 0x21;  // 1 January
constexpr std::size_t piece = 64 * 1024;

[[noreturn]] void damaged(const std::string& what) {
  throw ExportFailure(ATTACHE_ERR_IO, "the workbook came out damaged (" + what + "); is the disk with the output folder full?");
}

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Archive = std::unique_ptr<zip_t, Discard>;

struct CloseEntry {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Entry = std::unique_ptr<zip_file_t, CloseEntry>;

Archive open_archive(const std::string& path, int flags) {
  int error = 0;
  Archive archive(zip_open(path.c_str(), flags, &error));
  if (archive == nullptr) {
    zip_error_t why;
    zip_error_init_with_code(&why, error);
    const std::string text = zip_error_strerror(&why);
    zip_error_fini(&why);
    damaged(text);
  }
  return archive;
}

/// Hands the entry's bytes to `each` in pieces; the library compares the checksum at the end.
template <class F>
void read_entry(zip_t* archive, zip_uint64_t index, const std::string& name, F each) {
  const Entry file(zip_fopen_index(archive, index, 0));
  if (file == nullptr) damaged(name + ": " + zip_strerror(archive));
  std::array<char, piece> buffer{};
  for (;;) {
    const zip_int64_t got = zip_fread(file.get(), buffer.data(), buffer.size());
    if (got < 0) damaged(name + ": " + zip_error_strerror(zip_file_get_error(file.get())));
    each(std::string_view(buffer.data(), static_cast<std::size_t>(got)), got == 0);
    if (got == 0) return;
  }
}

struct DropParser {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

/// Feeds XML in pieces, remembers the first error, counts one element.
class XmlCheck {
 public:
  explicit XmlCheck(const char* count) : count_(count), parser_(XML_ParserCreate(nullptr)) {
    XML_SetUserData(parser_.get(), this);
    XML_SetStartElementHandler(parser_.get(), [](void* self, const XML_Char* name, const XML_Char**) {
      auto* check = static_cast<XmlCheck*>(self);
      if (std::strcmp(name, check->count_) == 0) ++check->counted_;
    });
  }
  void feed(std::string_view text, bool last) {
    if (!error_.empty()) return;
    if (XML_Parse(parser_.get(), text.data(), static_cast<int>(text.size()), last ? 1 : 0) != XML_STATUS_OK) {
      error_ = XML_ErrorString(XML_GetErrorCode(parser_.get()));
    }
  }
  [[nodiscard]] const std::string& error() const { return error_; }
  [[nodiscard]] std::uint64_t counted() const { return counted_; }

 private:
  const char* count_;
  std::unique_ptr<std::remove_pointer_t<XML_Parser>, DropParser> parser_;
  std::string error_;
  std::uint64_t counted_ = 0;
};

/// n of "xl/worksheets/sheet<n>.xml", 0 for other parts.
std::size_t sheet_number(const std::string& name) {
  constexpr std::string_view front = "xl/worksheets/sheet";
  if (name.compare(0, front.size(), front) != 0) return 0;
  std::size_t number = 0;
  for (std::size_t i = front.size(); i < name.size() && name[i] >= '0' && name[i] <= '9'; ++i) {
    number = number * 10 + static_cast<std::size_t>(name[i] - '0');
  }
  return number;
}

std::string entry_name(zip_t* archive, zip_uint64_t index) {
  const char* name = zip_get_name(archive, index, 0);
  if (name == nullptr) damaged("an entry has no name");
  return name;
}

/// Takes `source` over. libzip packs an entry again only when its content is replaced.
void replace_entry(zip_t* archive, zip_uint64_t index, zip_source_t* source, bool smallest) {
  const std::string name = entry_name(archive, index);
  if (source == nullptr) damaged(name + ": " + zip_strerror(archive));
  if (zip_file_replace(archive, index, source, 0) != 0) {
    zip_source_free(source);
    damaged(name + ": " + zip_strerror(archive));
  }
  constexpr zip_uint32_t usual = 6, best = 9;
  const bool set = zip_set_file_compression(archive, index, ZIP_CM_DEFLATE, smallest ? best : usual) == 0;
  if (!set || zip_file_set_dostime(archive, index, 0, dos_date_1980, 0) != 0) damaged(name + ": " + zip_strerror(archive));
}

std::string unpacked_path(const std::string& package, zip_uint64_t index) { return package + "." + std::to_string(index); }

/// Writes an entry's content to a file beside the package; its path.
std::string unpacked(zip_t* archive, zip_uint64_t index, const std::string& package) {
  const std::string path = unpacked_path(package, index);
  std::FILE* file = std::fopen(path.c_str(), "wb");
  bool written = file != nullptr;
  read_entry(archive, index, path,
             [&](std::string_view bytes, bool) { written = written && std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size(); });
  if (file != nullptr && std::fclose(file) != 0) written = false;
  if (!written) damaged(path + " cannot be written");
  return path;
}

}  // namespace

std::map<std::string, std::string> read_parts(const std::string& path, const std::vector<std::string>& names) {
  const Archive archive = open_archive(path, ZIP_RDONLY | ZIP_CHECKCONS);
  std::map<std::string, std::string> parts;
  for (const std::string& name : names) {
    const zip_int64_t index = zip_name_locate(archive.get(), name.c_str(), 0);
    if (index < 0) damaged("no part " + name);
    std::string& part = parts[name];
    read_entry(archive.get(), static_cast<zip_uint64_t>(index), name, [&part](std::string_view bytes, bool) { part += bytes; });
  }
  return parts;
}

void rewrite_package(const std::string& path, const std::map<std::string, std::string>& parts, bool smallest) {
  Archive archive = open_archive(path, 0);
  const zip_int64_t entries = zip_get_num_entries(archive.get(), 0);
  for (zip_int64_t i = 0; i < entries; ++i) {
    const auto index = static_cast<zip_uint64_t>(i);
    const std::string name = entry_name(archive.get(), index);
    const auto part = parts.find(name);
    if (part != parts.end()) {
      replace_entry(archive.get(), index, zip_source_buffer(archive.get(), part->second.data(), part->second.size(), 0), smallest);
    } else if (smallest) {
      replace_entry(archive.get(), index, zip_source_file(archive.get(), unpacked(archive.get(), index, path).c_str(), 0, -1), smallest);
    }
  }
  if (zip_close(archive.get()) != 0) damaged(std::string("rewriting: ") + zip_strerror(archive.get()));
  archive.release();  // zip_close freed it
  for (zip_int64_t i = 0; smallest && i < entries; ++i) std::remove(unpacked_path(path, static_cast<zip_uint64_t>(i)).c_str());
}

void verify_package(const std::string& path, const std::vector<std::uint64_t>& rows_of_sheets) {
  const Archive archive = open_archive(path, ZIP_RDONLY | ZIP_CHECKCONS);
  std::size_t sheets = 0;
  bool types = false;
  for (zip_int64_t i = 0; i < zip_get_num_entries(archive.get(), 0); ++i) {
    const auto index = static_cast<zip_uint64_t>(i);
    const std::string name = entry_name(archive.get(), index);
    XmlCheck xml("row");
    read_entry(archive.get(), index, name, [&xml](std::string_view bytes, bool last) { xml.feed(bytes, last); });
    if (!xml.error().empty()) damaged(name + ": " + xml.error());
    types = types || name == "[Content_Types].xml";
    const std::size_t number = sheet_number(name);
    if (number == 0) continue;
    ++sheets;
    if (number > rows_of_sheets.size() || xml.counted() != rows_of_sheets[number - 1]) {
      damaged(name + " has " + std::to_string(xml.counted()) + " rows");
    }
  }
  if (!types || sheets != rows_of_sheets.size()) damaged("parts are missing");
}

}  // namespace attache::xlsx
