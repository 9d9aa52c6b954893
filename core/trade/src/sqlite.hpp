#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "value/outcome.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace attache::trade {

/// A prepared statement; columns and parameters count from 0 and 1 as in SQLite.
class Statement {
 public:
  void bind(int parameter, std::int64_t value);
  void bind(int parameter, std::string_view text);
  void bind_null(int parameter);
  /// Is there a row? After the last one, or to begin again, call reset.
  [[nodiscard]] Outcome<bool> step();
  /// Steps a statement that gives no rows, and resets it.
  [[nodiscard]] Outcome<> run();
  void reset();

  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] bool is_null(int column) const;
  [[nodiscard]] std::string text(int column) const;

 private:
  friend class Database;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  Statement(sqlite3_stmt* statement, std::string file) : statement_(statement), file_(std::move(file)) {}
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  std::string file_;
};

/// An SQLite file. Its failures name it: ::data when it is damaged, ::io when the disk is full or fails.
class Database {
 public:
  /// For reading a published store: no locks, no files beside it, nothing in it is trusted.
  [[nodiscard]] static Outcome<Database> open_immutable(const std::string& path);
  /// For building: creates it if need be, exclusive to this process.
  [[nodiscard]] static Outcome<Database> open_exclusive(const std::string& path);

  [[nodiscard]] Outcome<> run(const std::string& sql);
  [[nodiscard]] Outcome<Statement> prepare(std::string_view sql) const;
  /// The first column of the first row of a query; nothing without rows.
  [[nodiscard]] Outcome<std::optional<std::string>> text_of(std::string_view sql) const;
  /// Rows the last INSERT or DELETE changed.
  [[nodiscard]] std::int64_t changes() const;
  [[nodiscard]] Outcome<> close();
  [[nodiscard]] sqlite3* handle() const { return handle_.get(); }
  [[nodiscard]] const std::string& file() const { return file_; }

 private:
  struct Close {
    void operator()(sqlite3* handle) const;
  };
  Database(sqlite3* handle, std::string file) : handle_(handle), file_(std::move(file)) {}
  [[nodiscard]] static Outcome<Database> open(const std::string& path, const std::string& name, int flags);

  std::unique_ptr<sqlite3, Close> handle_;
  std::string file_;
};

}  // namespace attache::trade
