#pragma once

#include "tracker/log/database.hpp"
#include "tracker/log/log.hpp"
#include "tracker/log/record_row.hpp"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

// What reading, writing, verifying and restoring share: an open store, its chain, its rows.

namespace jalon::log {

/// An open connection to a file that says it is a store of ours. StoreError missing, foreign,
/// newer, damaged, not_writable.
struct Store {
  std::filesystem::path path;  ///< resolved
  Database database;
  std::string first_hash;  ///< the hash before record 1: of the workspace's uid
};
[[nodiscard]] Store open_store(const std::filesystem::path& path, Access access);

/// The workspace's uid.
[[nodiscard]] std::string workspace_uid(const Database& database);

/// The last record's number and hash as its row says them.
[[nodiscard]] Head last_head(const Store& store);
/// The hash that the row of record `number` has (0: the first hash). The record exists.
[[nodiscard]] std::string hash_of(const Store& store, std::int64_t number);

/// Why the head file and the log do not belong together, in words; nothing if they do. `log_hash`
/// is the log's hash at the head file's number, or empty if the log is shorter.
[[nodiscard]] std::optional<std::string> why_not_together(const Head& file, const Head& log,
                                                          std::string_view log_hash);

/// Walks the log in order and recomputes the chain.
class ChainReader {
 public:
  explicit ChainReader(const Store& store);

  /// On to the next record; false at the end. StoreError damaged if it is not as written.
  [[nodiscard]] bool next();
  [[nodiscard]] Record& record() { return row_.record; }
  [[nodiscard]] const std::string& line() const { return line_; }  ///< its canonical line
  [[nodiscard]] const Head& head() const { return head_; }         ///< after this record

 private:
  void check_link();

  const Store& store_;
  Statement select_;
  Head head_;
  RecordRow row_;
  std::string line_;
};

/// Each note must be the one that its record has the hash of, and gone only with a redaction.
/// What is wrong with the first that is not, in words.
[[nodiscard]] std::optional<std::string> why_notes_unsound(const Store& store,
                                                           std::int64_t* number = nullptr);

/// Adds rows as they are.
class Inserter {
 public:
  explicit Inserter(const Database& database);
  void add(const RecordRow& row);
  void add_note(std::int64_t record, std::string_view salt, std::string_view text);

 private:
  Statement record_;
  Statement note_;
};

/// Makes a store under another name, lets `fill` add to it in one transaction, then gives it its
/// name and its head file. Leaves nothing if it fails; StoreError exists if the name is taken.
Head make_store(const std::filesystem::path& path, std::string_view workspace_uid,
                const std::function<void(Store&)>& fill);

/// The schema as a store has it and as this program makes it, to compare: one text.
[[nodiscard]] std::string schema_of(const Database& database);
/// With or without the tables beside the log, which older stores lack.
[[nodiscard]] std::string expected_schema(bool with_beside);

}  // namespace jalon::log
