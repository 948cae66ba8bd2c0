#include "tracker/log/store.hpp"

#include "data/files.hpp"
#include "tracker/log/beside.hpp"
#include "tracker/log/chain.hpp"
#include "tracker/log/files.hpp"

#include <fmt/format.h>

namespace jalon::log {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kApplicationId = 0x6a616c6f;  // "jalo"
constexpr std::int64_t kSchema = 1;

std::string_view schema_text() {
  const auto text = data::find("schema/log.sql");
  if (!text) throw std::logic_error{"schema/log.sql is not compiled in"};
  return *text;
}

void check_identity(const Database& database) {
  using Kind = StoreError::Kind;
  if (database.integer("PRAGMA application_id") != kApplicationId) {
    throw StoreError{Kind::foreign,
                     fmt::format("{}: a database, but not a store of jalon", database.name())};
  }
  const std::int64_t schema = database.integer("PRAGMA user_version");
  if (schema > kSchema) {
    throw StoreError{Kind::newer,
                     fmt::format("{}: written by a newer jalon (schema {}, this one knows {})",
                                 database.name(), schema, kSchema)};
  }
  if (schema != kSchema) {
    throw StoreError{Kind::damaged,
                     fmt::format("{}: no schema {} was ever released", database.name(), schema)};
  }
}

/// A file that goes away unless it was given its name.
class Temporary {
 public:
  explicit Temporary(fs::path path) : path_{std::move(path)} {}
  Temporary(const Temporary&) = delete;
  Temporary& operator=(const Temporary&) = delete;
  ~Temporary() {
    std::error_code ignored;  // nothing can be done about a file that does not go away
    if (!path_.empty()) fs::remove(path_, ignored);
  }
  [[nodiscard]] const fs::path& path() const { return path_; }
  void keep() { path_.clear(); }

 private:
  fs::path path_;
};

/// Nothing may be at the name of the store; of its head only that of an empty log, left by a
/// crash.
void check_free(const fs::path& path) {
  const auto taken = [](const fs::path& by) {
    return StoreError{StoreError::Kind::exists,
                      fmt::format("{}: is there already and is not overwritten", by.string())};
  };
  if (fs::symlink_status(path).type() != fs::file_type::not_found) throw taken(path);
  const auto head = read_head_file(path);
  if (head && head->number > 0) throw taken(head_path(path));
  if (head) fs::remove(head_path(path));
}

}  // namespace

Store open_store(const fs::path& path, Access access) {
  fs::path real = resolved(path);
  check_store_file(real);
  Database database{real, access};
  check_identity(database);
  std::string first_hash = blake2b(workspace_uid(database));
  return {std::move(real), std::move(database), std::move(first_hash)};
}

std::string workspace_uid(const Database& database) {
  return database.text("SELECT uid FROM workspace");
}

Head last_head(const Store& store) {
  Statement select =
      store.database.prepare("SELECT number, hash FROM record ORDER BY number DESC LIMIT 1");
  if (!select.with().step()) return {0, store.first_hash};
  return {select.integer(0), select.text(1)};
}

std::string hash_of(const Store& store, std::int64_t number) {
  if (number == 0) return store.first_hash;
  Statement select = store.database.prepare("SELECT hash FROM record WHERE number = ?");
  if (!select.with(number).step()) {
    throw StoreError{StoreError::Kind::damaged,
                     fmt::format("{}: record {} is missing", store.database.name(), number)};
  }
  return select.text(0);
}

std::optional<std::string> why_not_together(const Head& file, const Head& log,
                                            std::string_view log_hash) {
  if (file.number > log.number) {
    return fmt::format(
        "the log ends at record {}, but its head file knows record {}: records were cut off, or "
        "the store is an old copy",
        log.number, file.number);
  }
  if (file.hash != log_hash) {
    return fmt::format(
        "record {}, or one before it, is not the one that the head file knows: the log was "
        "rewritten, or the two are of different stores",
        file.number);
  }
  return std::nullopt;
}

ChainReader::ChainReader(const Store& store)
    : store_{store},
      select_{store.database.prepare(select_records("ORDER BY number"))},
      head_{0, store.first_hash} {
  select_.restart();
}

bool ChainReader::next() {
  const std::int64_t expected = head_.number + 1;
  try {
    if (!select_.step()) return false;
    row_ = read_row(select_);
    check_link();
  } catch (const StoreError& error) {
    if (error.kind() != StoreError::Kind::damaged && error.kind() != StoreError::Kind::newer) throw;
    throw StoreError{error.kind(), fmt::format("{}: record {}: {}", store_.database.name(),
                                               expected, error.what())};
  }
  head_ = {expected, row_.hash};
  return true;
}

void ChainReader::check_link() {
  const auto damaged = [](const std::string& what) {
    return StoreError{StoreError::Kind::damaged, what};
  };
  if (row_.record.number != head_.number + 1) {
    throw damaged(fmt::format("is missing (record {} follows)", row_.record.number));
  }
  if (row_.previous_hash != head_.hash) {
    throw damaged("does not follow from the record before it");
  }
  line_ = canonical_line(row_.record);
  if (line_hash(row_.previous_hash, line_) != row_.hash) {
    throw damaged("is not as it was written: its hash does not fit");
  }
}

Inserter::Inserter(const Database& database)
    : record_{database.prepare(insert_record())},
      note_{database.prepare("INSERT INTO note (record, salt, text) VALUES (?, ?, ?)")} {}

void Inserter::add(const RecordRow& row) {
  bind(record_, row);
  record_.run();
}

void Inserter::add_note(std::int64_t record, std::string_view salt, std::string_view text) {
  note_.with(record, salt, text).run();
}

Head make_store(const fs::path& path, std::string_view uid,
                const std::function<void(Store&)>& fill) {
  const fs::path real = resolved(path);
  check_free(real);
  Temporary file{make_temporary(real, mode_in(real.parent_path()))};
  Head head;
  {
    Store store{real, Database{file.path(), Access::write}, blake2b(uid)};
    store.database.run(fmt::format("PRAGMA application_id = {}", kApplicationId));
    store.database.run(fmt::format("PRAGMA user_version = {}", kSchema));
    store.database.run("BEGIN IMMEDIATE");
    store.database.run(schema_text());
    make_beside(store.database);
    store.database.prepare("INSERT INTO workspace (one, uid) VALUES (1, ?)").with(uid).run();
    fill(store);
    head = last_head(store);
    store.database.run("COMMIT");
  }
  if (!rename_without_replacing(file.path(), real)) {
    throw StoreError{StoreError::Kind::exists,
                     fmt::format("{}: is there already and is not overwritten", real.string())};
  }
  file.keep();
  write_head_file(real, head);
  return head;
}

std::string schema_of(const Database& database) {
  Statement select =
      database.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name");
  std::string all;
  for (select.restart(); select.step();) {
    all += fmt::format("{} {} {} {}\n", select.text(0), select.text(1), select.text(2),
                       select.text_or_empty(3));
  }
  return all;
}

std::string expected_schema(bool with_beside) {
  Database database = Database::in_memory();
  database.run(schema_text());
  if (with_beside) make_beside(database);
  return schema_of(database);
}

}  // namespace jalon::log
