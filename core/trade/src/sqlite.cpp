#include "trade/src/sqlite.hpp"

#include <sqlite3.h>

namespace attache::trade {

namespace {

tl::unexpected<Problem> failure(sqlite3* handle, const std::string& file, int code) {
  const std::string reason = handle == nullptr ? sqlite3_errstr(code) : sqlite3_errmsg(handle);
  switch (code & 0xFF) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return fail(Failure::data, "the trade store '" + file + "' is damaged: " + reason, "delete it and import again");
    case SQLITE_FULL:
      return fail(Failure::io, "no room for the trade store '" + file + "'", "make room on that disk, then import again");
    case SQLITE_CANTOPEN:
      return fail(Failure::io, "cannot open the trade store '" + file + "': " + reason, "see that it and its folder can be reached");
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return fail(Failure::permission, "cannot write the trade store '" + file + "': " + reason, "see who owns its folder");
    case SQLITE_NOMEM:
      return fail(Failure::internal, "no memory for the trade store '" + file + "'");
    case SQLITE_IOERR:
      return fail(Failure::io, "cannot read or write the trade store '" + file + "': " + reason, "check that disk and the room on it");
    default:
      return fail(Failure::internal, "SQLite and the trade store '" + file + "' disagree: " + reason);
  }
}

std::string uri_of(const std::string& path) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out = "file:";
  if (path.starts_with("//")) out += "//";  // else the first name would be taken for a host
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' || c == '.' || c == '-' || c == '_';
    if (plain) {
      out += c;
    } else {
      out += '%';
      out += digits[byte >> 4U];
      out += digits[byte & 15U];
    }
  }
  return out + "?mode=ro&immutable=1";
}

}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

void Statement::bind(int parameter, std::int64_t value) { sqlite3_bind_int64(statement_.get(), parameter, value); }

void Statement::bind(int parameter, std::string_view text) {
  sqlite3_bind_text64(statement_.get(), parameter, text.data() == nullptr ? "" : text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

void Statement::bind_null(int parameter) { sqlite3_bind_null(statement_.get(), parameter); }

Outcome<bool> Statement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return failure(sqlite3_db_handle(statement_.get()), file_, code);
}

Outcome<> Statement::run() {
  auto stepped = step();
  reset();
  if (!stepped) return fail(stepped.error());
  return {};
}

void Statement::reset() { sqlite3_reset(statement_.get()); }

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }

bool Statement::is_null(int column) const { return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL; }

std::string Statement::text(int column) const {
  const unsigned char* bytes = sqlite3_column_text(statement_.get(), column);
  if (bytes == nullptr) return {};
  return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

void Database::Close::operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }

Outcome<Database> Database::open(const std::string& path, const std::string& name, int flags) {
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(name.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
  Database database(handle, path);
  if (code != SQLITE_OK) return failure(handle, path, code);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
  sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
  return database;
}

Outcome<Database> Database::open_immutable(const std::string& path) {
  auto database = open(path, uri_of(path), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
  if (!database) return database;
  // No memory map: a file cut short while it is mapped ends the process.
  if (auto set = database->run("PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA cache_size=-8192; PRAGMA query_only=ON"); !set) {
    return fail(set.error());
  }
  return database;
}

Outcome<Database> Database::open_exclusive(const std::string& path) { return open(path, path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE); }

Outcome<> Database::run(const std::string& sql) {
  const int code = sqlite3_exec(handle(), sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return failure(handle(), file_, code);
  return {};
}

Outcome<Statement> Database::prepare(std::string_view sql) const {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(handle(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  if (code != SQLITE_OK) return failure(handle(), file_, code);
  return Statement(statement, file_);
}

Outcome<std::optional<std::string>> Database::text_of(std::string_view sql) const {
  auto statement = prepare(sql);
  if (!statement) return fail(statement.error());
  const auto row = statement->step();
  if (!row) return fail(row.error());
  if (!*row || statement->is_null(0)) return std::nullopt;
  return statement->text(0);
}

std::int64_t Database::changes() const { return sqlite3_changes64(handle()); }

Outcome<> Database::close() {
  const int code = sqlite3_close(handle_.get());
  if (code != SQLITE_OK) return failure(handle_.get(), file_, code);
  static_cast<void>(handle_.release());
  return {};
}

}  // namespace attache::trade
