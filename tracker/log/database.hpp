#pragma once

#include <concepts>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

// The one layer over SQLiteCpp. It closes what that library leaves open: texts with a NUL inside,
// NULL read as an empty text, integers cut to 32 bits, parameters left unbound, a second statement
// that nobody runs, a busy timeout of 0, foreign keys that are off. Its errors are StoreErrors.

namespace SQLite {
class Database;
class Statement;
}  // namespace SQLite
struct sqlite3;

namespace jalon::log {

/// One prepared statement. Columns count from 0.
class Statement {
 public:
  Statement(Statement&&) noexcept;
  Statement& operator=(Statement&&) noexcept;
  ~Statement();

  /// Starts it (again) with these values for its parameters, in order and all of them. Values are
  /// integers, texts and optionals of both (nothing is NULL).
  template <class... Values>
  Statement& with(const Values&... values) {
    restart();
    (add(values), ...);
    check_bound();
    return *this;
  }
  /// Starts it (again); then exactly as many add() as it has parameters, before step().
  void restart();
  void add(std::integral auto value) { add_integer(static_cast<std::int64_t>(value)); }
  void add(std::string_view value) { add_text(value); }
  void add(const std::string& value) { add_text(value); }
  template <class T>
  void add(const std::optional<T>& value) {
    if (value) {
      add(*value);
    } else {
      add_null();
    }
  }
  /// An empty text stands for an absent one.
  void add_or_null(std::string_view value);
  void add_null();

  [[nodiscard]] bool step();  ///< on to the next row; false if there is none
  void run();                 ///< a statement that gives no row

  /// Values of the row. A column of another type than asked for means that somebody else wrote
  /// the file: StoreError damaged.
  [[nodiscard]] std::int64_t integer(int column);
  [[nodiscard]] std::optional<std::int64_t> integer_or_null(int column);
  [[nodiscard]] std::string text(int column);
  /// Empty for NULL; an empty text in the column is damage, for none is ever written.
  [[nodiscard]] std::string text_or_empty(int column);

 private:
  friend class Database;
  Statement(std::unique_ptr<SQLite::Statement> statement, const std::string* name,
            sqlite3* connection);
  void add_integer(std::int64_t value);
  void add_text(std::string_view value);
  void check_bound() const;
  [[noreturn]] void wrong_type(int column, std::string_view wanted) const;

  std::unique_ptr<SQLite::Statement> statement_;
  const std::string* name_;  ///< of the file, for messages; the Database's
  sqlite3* connection_;      ///< for error numbers; the Database's
  int bound_ = 0;
};

enum class Access {
  read,   ///< query_only, but opened for writing so that a killed writer's journal is rolled back
  write,  ///< EXTRA durability, foreign keys, secure_delete
};

/// One connection to a file that exists, or to an empty database in memory.
class Database {
 public:
  Database(const std::filesystem::path& path, Access access);
  [[nodiscard]] static Database in_memory();
  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;
  ~Database();

  /// Runs every statement of a text.
  void run(std::string_view sql);
  /// Prepares one statement; std::logic_error if the text holds more.
  [[nodiscard]] Statement prepare(std::string_view sql) const;
  /// The one integer or text that a query gives.
  [[nodiscard]] std::int64_t integer(std::string_view sql) const;
  [[nodiscard]] std::string text(std::string_view sql) const;
  [[nodiscard]] const std::string& name() const { return *name_; }

 private:
  Database(std::unique_ptr<std::string> name, std::unique_ptr<SQLite::Database> database);

  std::unique_ptr<std::string> name_;  ///< where statements find it though this moves
  std::unique_ptr<SQLite::Database> database_;
};

}  // namespace jalon::log
