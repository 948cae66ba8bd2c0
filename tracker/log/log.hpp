#pragma once

#include "rules/model/record.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

// The log: one SQLite file, append-only, tamper-evident. The only code that includes SQLiteCpp.

namespace jalon::log {

/// The store or its file failed in a way that nobody can repair from here. Exit code 5.
class StoreError : public std::runtime_error {
 public:
  enum class Kind {
    missing,       ///< no such file; only create() makes one
    exists,        ///< create() found one
    foreign,       ///< not a store of jalon (another database, a text, an empty file)
    newer,         ///< written by a newer program
    damaged,       ///< SQLite or the chain says so
    not_writable,  ///< permissions, read-only file system
    full,          ///< disk full, quota
    busy,          ///< another writer held it for more than a minute
    failed,        ///< read or write error of the system
  };
  StoreError(Kind kind, const std::string& what) : std::runtime_error{what}, kind_{kind} {}
  [[nodiscard]] Kind kind() const noexcept { return kind_; }

 private:
  Kind kind_;
};

/// What cannot be appended, though the store is well: a uid that is there with other content.
class Conflict : public std::runtime_error {
 public:
  Conflict(std::int64_t existing, const std::string& what)
      : std::runtime_error{what}, existing_{existing} {}
  [[nodiscard]] std::int64_t existing() const noexcept { return existing_; }

 private:
  std::int64_t existing_;
};

/// The end of the chain.
struct Head {
  std::int64_t number = 0;  ///< of the last record; 0: an empty log
  std::string hash;         ///< 64 hex digits; of an empty log that of the workspace's uid
  friend bool operator==(const Head&, const Head&) = default;
};

/// A record to append. `record.number` and `note_hash` are set by append; uid, learned,
/// recorded_at, recorded_by and tool_version are the caller's and may not be missing.
struct Entry {
  Record record;
  std::string note = {};
  std::string note_salt = {};  ///< 32 hex digits; empty: append takes random ones of the system
  /// `learned` was not said and is the day of recording: a repeated write on a later day is the
  /// same all the same.
  bool learned_by_default = false;
};

/// Why append() would refuse a record with std::invalid_argument, in words, or nothing: a text
/// that is not UTF-8, a number that does not fit 64 bits (all of 18 digits do), a missing stamp.
[[nodiscard]] std::optional<std::string> why_not_storable(const Record& record);
[[nodiscard]] std::optional<std::string> why_not_storable(const Amount& amount);

struct Appended {
  std::int64_t number;         ///< of the new record, or of the one that was there
  bool already_there = false;  ///< same uid and same content: nothing was added
};

/// A note of a record, unless it was redacted.
struct Note {
  std::int64_t record;
  std::string text;
};

/// Makes an empty store at `path` and its head file beside it; never overwrites (StoreError
/// exists). Files are 0600, or 0660 in a folder that is setgid and group-writable, whatever the
/// umask.
void create(const std::filesystem::path& path, std::string_view workspace_uid);

/// A consistent look at the log. Never writes; holds the file only while it is being read.
struct Snapshot {
  std::vector<Record> records = {};  ///< in number order
  Head head = {};                    ///< at the last of them
  std::int64_t last = 0;             ///< number of the log's last record
  /// Records among them whose note was erased by a redaction that is not: a look at what the log
  /// held once cannot show these notes any more.
  std::vector<std::int64_t> erased_since = {};
  std::vector<std::string> kept_definitions = {};  ///< hashes of the sets that the store keeps
};
/// With `upto` the log as it stood after that record; nothing of what follows is in it, though the
/// chain is recomputed to its end.
[[nodiscard]] Snapshot read(const std::filesystem::path& path,
                            std::optional<std::int64_t> upto = std::nullopt);
/// Notes by record number, ascending; redacted ones are not there.
[[nodiscard]] std::vector<Note> read_notes(const std::filesystem::path& path);

/// One writing transaction (BEGIN IMMEDIATE; waits up to a minute for other writers). Nothing is on
/// disk before commit(); when it returns everything is, and the head file is replaced.
class Writer {
 public:
  explicit Writer(const std::filesystem::path& path);
  ~Writer();  ///< rolls back what was not committed
  Writer(Writer&&) noexcept;
  Writer& operator=(Writer&&) noexcept;

  /// The log as it stood when the transaction began.
  [[nodiscard]] const std::vector<Record>& before() const;
  /// The log with what was appended so far.
  [[nodiscard]] const std::vector<Record>& records() const;

  /// Adds to the chain. Throws Conflict for a known uid with other content. `replaces`, if any,
  /// must name an earlier number (std::invalid_argument: the caller checked). A reference that
  /// before() or records() gave is good until the next append().
  Appended append(Entry entry);

  /// Erases the note of record `number` (secure_delete) and appends the redaction `entry` (kind
  /// redaction, replaces = number). Nothing if that record has no note, or none any more.
  std::optional<Appended> redact(std::int64_t number, Entry entry);

  Head commit();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

struct Verification {
  bool sound = true;
  std::optional<std::int64_t> first_bad =
      {};                   ///< number of the first record that is not as written
  std::string reason = {};  ///< what is wrong, in one sentence; empty if sound
  Head head = {};
  std::int64_t head_lag = 0;  ///< records on the chain that the head file does not know yet
};

/// Recomputes the whole chain and holds it against the head file; with `expected` also against a
/// head printed earlier (its hash must be on the chain).
[[nodiscard]] Verification verify(const std::filesystem::path& path,
                                  const std::optional<std::string>& expected = std::nullopt);
/// Writes the head file anew after a person has looked. The chain must be sound.
void write_head(const std::filesystem::path& path);

}  // namespace jalon::log
