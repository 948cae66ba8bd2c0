#include "tracker/log/database.hpp"

#include "tracker/log/log.hpp"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <utility>

namespace jalon::log {
namespace {

constexpr int kBusyMilliseconds = 60'000;

// Set for each connection: none of these is kept in the file.
constexpr std::string_view kReading = R"(
  PRAGMA trusted_schema = OFF;
  PRAGMA cell_size_check = ON;
  PRAGMA query_only = ON;)";
constexpr std::string_view kWriting = R"(
  PRAGMA trusted_schema = OFF;
  PRAGMA cell_size_check = ON;
  PRAGMA journal_mode = DELETE;
  PRAGMA synchronous = EXTRA;
  PRAGMA foreign_keys = ON;
  PRAGMA secure_delete = ON;)";

StoreError error_for(const std::string& name, int code, std::string_view detail) {
  using Kind = StoreError::Kind;
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {Kind::busy, fmt::format("{}: another program has held the log for more than a "
                                      "minute; nothing was stored",
                                      name)};
    case SQLITE_FULL:
      return {Kind::full, fmt::format("{}: no space left on the disk", name)};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
      return {Kind::not_writable,
              fmt::format("{}: cannot be opened for writing ({})", name, detail)};
    case SQLITE_NOTADB:
      return {Kind::foreign,
              fmt::format("{}: not a store of jalon, or its first page is damaged", name)};
    case SQLITE_ERROR:  // our statements are fixed: only another schema makes them fail
    case SQLITE_CORRUPT:
      return {Kind::damaged, fmt::format("{}: the file is damaged ({})", name, detail)};
    default:
      return {Kind::failed, fmt::format("{}: {}", name, detail)};
  }
}

/// Why a killed writer's journal could not be rolled back.
StoreError rollback_refused(const std::string& name) {
  return {StoreError::Kind::not_writable,
          fmt::format("{}: a writer was interrupted, and undoing its unfinished change needs "
                      "permission to write the store and its folder; any command run by a user "
                      "who may write there puts it right",
                      name)};
}

StoreError error_for(const std::string& name, const SQLite::Exception& error) {
  const int extended = error.getExtendedErrorCode();
  if (extended == SQLITE_READONLY_ROLLBACK || extended == SQLITE_READONLY_RECOVERY) {
    return rollback_refused(name);
  }
  if (extended == SQLITE_IOERR_WRITE || extended == SQLITE_IOERR_FSYNC) {
    // SQLite tells a full disk apart, but not a quota or a limit on the size of files.
    return {StoreError::Kind::failed,
            fmt::format("{}: writing failed (a quota or a size limit is reached, or the disk is "
                        "failing)",
                        name)};
  }
  return error_for(name, error.getErrorCode(), error.what());
}

/// Does something with SQLite and makes a StoreError of what it throws.
template <class Action>
decltype(auto) guarded(const std::string& name, Action action) {
  try {
    return action();
  } catch (const SQLite::Exception& error) {
    throw error_for(name, error);
  }
}

}  // namespace

Statement::Statement(std::unique_ptr<SQLite::Statement> statement, const std::string* name,
                     sqlite3* connection)
    : statement_{std::move(statement)}, name_{name}, connection_{connection} {}
Statement::Statement(Statement&&) noexcept = default;
Statement& Statement::operator=(Statement&&) noexcept = default;
Statement::~Statement() = default;

void Statement::restart() {
  statement_->tryReset();  // says again what the last step() threw
  bound_ = 0;
}

void Statement::add_integer(std::int64_t value) {
  guarded(*name_, [&] { statement_->bind(++bound_, value); });
}

void Statement::add_text(std::string_view value) {
  guarded(*name_, [&] { statement_->bind(++bound_, std::string{value}); });
}

void Statement::add_or_null(std::string_view value) {
  if (value.empty()) {
    add_null();
  } else {
    add_text(value);
  }
}

void Statement::add_null() {
  guarded(*name_, [&] { statement_->bind(++bound_); });
}

void Statement::check_bound() const {
  if (bound_ != statement_->getBindParameterCount()) {
    throw std::logic_error{"a parameter has no value: " + statement_->getQuery()};
  }
}

bool Statement::step() {
  check_bound();
  const int code = statement_->tryExecuteStep();
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  throw error_for(*name_, SQLite::Exception{connection_, code});
}

void Statement::run() {
  if (step()) throw std::logic_error{"a row that nobody reads: " + statement_->getQuery()};
}

void Statement::wrong_type(int column, std::string_view wanted) const {
  throw StoreError{StoreError::Kind::damaged,
                   fmt::format("{}: column {} does not hold {}", *name_,
                               statement_->getColumnName(column), wanted)};
}

std::int64_t Statement::integer(int column) {
  const SQLite::Column value = statement_->getColumn(column);
  if (!value.isInteger()) wrong_type(column, "a whole number");
  return value.getInt64();
}

std::optional<std::int64_t> Statement::integer_or_null(int column) {
  if (statement_->isColumnNull(column)) return std::nullopt;
  return integer(column);
}

std::string Statement::text(int column) {
  const SQLite::Column value = statement_->getColumn(column);
  if (!value.isText()) wrong_type(column, "a text");
  return value.getString();  // by length: a NUL inside does not end it
}

std::string Statement::text_or_empty(int column) {
  if (statement_->isColumnNull(column)) return {};
  std::string value = text(column);
  if (value.empty()) wrong_type(column, "a text");
  return value;
}

Database::Database(std::unique_ptr<std::string> name, std::unique_ptr<SQLite::Database> database)
    : name_{std::move(name)}, database_{std::move(database)} {}

Database::Database(const std::filesystem::path& path, Access access)
    : name_{std::make_unique<std::string>(path.string())} {
  guarded(*name_, [&] {
    database_ = std::make_unique<SQLite::Database>(
        *name_, SQLite::OPEN_READWRITE | SQLite::OPEN_NOFOLLOW, kBusyMilliseconds);
  });
  run(access == Access::read ? kReading : kWriting);
}

Database Database::in_memory() {
  return {std::make_unique<std::string>(":memory:"),
          std::make_unique<SQLite::Database>(":memory:", SQLite::OPEN_READWRITE)};
}

Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

void Database::run(std::string_view sql) {
  guarded(*name_, [&] { database_->exec(std::string{sql}); });
}

Statement Database::prepare(std::string_view sql) const {
  if (sql.find(';') != std::string_view::npos) {
    throw std::logic_error{"one statement only: " + std::string{sql}};
  }
  return guarded(*name_, [&] {
    return Statement{std::make_unique<SQLite::Statement>(*database_, std::string{sql}), name_.get(),
                     database_->getHandle()};
  });
}

std::int64_t Database::integer(std::string_view sql) const {
  Statement statement = prepare(sql);
  if (!statement.with().step()) {
    throw StoreError{StoreError::Kind::damaged, *name_ + ": a row is missing"};
  }
  return statement.integer(0);
}

std::string Database::text(std::string_view sql) const {
  Statement statement = prepare(sql);
  if (!statement.with().step()) {
    throw StoreError{StoreError::Kind::damaged, *name_ + ": a row is missing"};
  }
  return statement.text(0);
}

}  // namespace jalon::log
