#include "trade/src/import/release_list.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "trade/src/import/csv.hpp"

namespace attache::trade {

namespace {

std::string csv_cell(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) {
    out += c;
    if (c == '"') out += c;
  }
  return out + '"';
}

tl::unexpected<Problem> cannot_write(const std::string& path) {
  return fail(Failure::cannot_create, "cannot write '" + path + "': " + std::strerror(errno),
              "see who may write there and whether the disk is full");
}

}  // namespace

Outcome<std::string> with_release(const std::string& text, const std::string& file, const std::map<std::string, std::string>& cells) {
  CsvReader csv(bytes_of(text.starts_with("\xEF\xBB\xBF") ? std::string_view(text).substr(3) : std::string_view(text)), file, ',');
  CsvRecord header;
  const auto more = csv.next(header);
  if (!more) return fail(more.error());
  bool has_id = false;
  std::string row;
  for (std::size_t i = 0; *more && i < header.size(); ++i) {
    const auto cell = cells.find(std::string(header[i]));
    has_id = has_id || header[i] == "id";
    if (i > 0) row += ',';
    if (cell != cells.end()) row += csv_cell(cell->second);
  }
  if (!has_id) return fail(Failure::data, "'" + file + "' has no column 'id'", "give it the columns that 'attache data init' writes");
  const std::string line_end = text.find("\r\n") == std::string::npos ? "\n" : "\r\n";
  return text + (text.ends_with('\n') ? "" : line_end) + row + line_end;
}

Outcome<> replace_file(const std::string& path, const std::string& bytes) {
  const std::string beside = path + ".new";
  const int file = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (file < 0) return cannot_write(beside);
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t written = ::write(file, bytes.data() + done, bytes.size() - done);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) break;
    done += static_cast<std::size_t>(written);
  }
  const bool is_whole = done == bytes.size() && ::fsync(file) == 0;
  const bool is_closed = ::close(file) == 0;
  if (is_whole && is_closed && ::rename(beside.c_str(), path.c_str()) == 0) return {};
  const auto problem = cannot_write(path);
  ::unlink(beside.c_str());
  return problem;
}

}  // namespace attache::trade
