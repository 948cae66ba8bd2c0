// Whatever is done to the file by hand is found, and the first bad record is named.
#include "tests/golden.hpp"
#include "tests/log/fixture.hpp"
#include "tracker/log/chain.hpp"

#include <catch2/catch.hpp>

using namespace jalon;
using namespace jalon::tests;

namespace {

/// Six records; the third fills every column and replaces the first.
std::filesystem::path sample_store(const Folder& folder) {
  auto store = store_with(folder, 2);
  log::Entry full = full_entry("full");
  full.record.replaces = 1;
  append(store, {full, entry("uid-4"), entry("uid-5", "a note"), entry("uid-6")});
  return store;
}

/// The sample store, edited.
struct Edited {
  explicit Edited(const std::string& sql) {
    store = sample_store(folder);
    edit(store, sql);
  }
  Folder folder;
  std::filesystem::path store;
};

void check_found(const std::string& sql, std::int64_t first_bad) {
  const Edited edited{sql};
  const auto result = log::verify(edited.store);
  CAPTURE(sql, result.reason);
  CHECK_FALSE(result.sound);
  CHECK(result.first_bad == first_bad);
  CHECK_FALSE(result.reason.empty());
}

/// Copies of rows under other numbers.
std::string copied(const std::string& which, const std::string& change) {
  return "CREATE TEMP TABLE t AS SELECT * FROM record WHERE " + which + "; UPDATE t SET " + change +
         "; INSERT INTO record SELECT * FROM t";
}

}  // namespace

TEST_CASE("an untouched log is sound and its head is its last record", "[log][verify]") {
  const Folder folder;
  const auto store = sample_store(folder);
  const auto result = log::verify(store);
  CAPTURE(result.reason);
  CHECK(result.sound);
  CHECK(result.reason == "");
  CHECK_FALSE(result.first_bad);
  CHECK(result.head == log::read(store).head);
  CHECK(result.head.number == 6);
  CHECK(result.head_lag == 0);
}

TEST_CASE("an edit of any column of any kind is found", "[log][verify]") {
  const std::string change = GENERATE(
      "uid = 'other'", "kind = 'correction'", "kind = 'judgment'", "subject = 'other'",
      "subject = NULL", "happened_from = '2020-06-02'", "happened_from = NULL",
      "happened_from = '2020-06-31'", "happened_nominal = '2020-07-01'", "happened_latest = NULL",
      "happened_written = 'Mid-2020'", "happened_vague = 0", "happened_vague = 2",
      "happened_unit = 'year'", "happened_unit = 'week'", "lower_mantissa = 19",
      "lower_mantissa = 180, lower_scale = 1", "lower_mantissa = NULL", "lower_scale = 1",
      "lower_scale = NULL", "lower_scale = 99", "lower_open = 1", "lower_open = NULL",
      "upper_mantissa = 226", "upper_scale = 0", "upper_open = 0", "upper_open = 7",
      "number_mantissa = 21", "number_scale = 1", "number_mantissa = NULL, number_scale = NULL",
      "amount_written = '~2'", "amount_written = NULL", "amount_written = ''", "stage = 'final'",
      "stage = ''", "dimensions = '{\"kind\":\"collective\"}'",
      "dimensions = replace (dimensions, ',', ', ')", "dimensions = NULL", "dimensions = '{}'",
      "dimensions = '[]'", "dimensions = 'x'", "key = 'k'", "key = NULL", "evidence = NULL",
      "evidence = '[]'", "evidence = replace (evidence, 'press', 'contract')",
      "evidence = evidence || ' '", "note_hash = NULL", "note_hash = upper (note_hash)",
      "replaces = 2", "replaces = NULL", "learned = '2020-01-21'", "learned = '2020-1-20'",
      "recorded_at = '2020-01-20T09:30:00.000001Z'", "recorded_by = 'another'",
      "on_behalf_of = NULL", "tool_version = '0.1.1'", "previous_hash = hash",
      "hash = previous_hash", "key = key || char (0)");
  check_found("UPDATE record SET " + std::string{change} + " WHERE number = 3", 3);
}

TEST_CASE("an edit that fixes the record's own hash is found at the next one", "[log][verify]") {
  const Folder folder;
  const auto store = sample_store(folder);
  const auto before = log::read(store);
  Record changed = before.records[3];
  changed.subject = "other";
  const std::string previous = ask(store, "SELECT previous_hash FROM record WHERE number = 4");
  edit(store, "UPDATE record SET subject = 'other', hash = '" + log::chain_hash(previous, changed) +
                  "' WHERE number = 4");
  CHECK(log::verify(store).first_bad == 5);
}

TEST_CASE("deletion, truncation, reordering and insertion are found", "[log][verify]") {
  check_found("DELETE FROM record WHERE number = 1", 1);
  check_found("DELETE FROM record WHERE number = 4", 4);
  check_found("DELETE FROM record WHERE number = 6", 6);
  check_found("DELETE FROM record WHERE number > 3; DELETE FROM note WHERE record > 3", 4);
  check_found("DELETE FROM record; DELETE FROM note", 1);
  check_found(
      "DELETE FROM record WHERE number = 4; "
      "UPDATE record SET number = number - 1 WHERE number > 4",
      4);
  check_found(
      "UPDATE record SET number = 99 WHERE number = 4; "
      "UPDATE record SET number = 4 WHERE number = 5; "
      "UPDATE record SET number = 5 WHERE number = 99",
      4);
  check_found(copied("number = 4", "number = 7, uid = 'new'"), 7);
  check_found(copied("number = 6", "number = 7, uid = 'new', previous_hash = hash"), 7);
  check_found("UPDATE record SET number = -number WHERE number > 3; " +
                  copied("number = 2", "number = 4, uid = 'new'") +
                  "; UPDATE record SET number = 1 - number WHERE number < 0",
              4);
  check_found("UPDATE record SET number = 0 WHERE number = 1", 1);
}

TEST_CASE("notes that were changed, removed, added or moved are found", "[log][verify]") {
  check_found("UPDATE note SET text = 'another' WHERE record = 5", 5);
  check_found(
      "UPDATE note SET salt = upper (salt) || '' WHERE record = 5; "
      "UPDATE note SET salt = '00000000000000000000000000000000' WHERE record = 5",
      5);
  check_found("DELETE FROM note WHERE record = 3", 3);
  check_found("INSERT INTO note VALUES (4, '00000000000000000000000000000000', 'new')", 4);
  check_found("INSERT INTO note VALUES (9, '00000000000000000000000000000000', 'new')", 9);
  check_found("UPDATE note SET record = 4 WHERE record = 3", 3);
}

TEST_CASE("another workspace's uid does not fit the chain", "[log][verify]") {
  check_found("UPDATE workspace SET uid = 'another'", 1);
}

TEST_CASE("a log without its triggers or with other tables is found", "[log][verify]") {
  const std::string sql = GENERATE(
      "DROP TRIGGER note_is_never_changed", "CREATE TABLE more (a)",
      "CREATE INDEX i ON note (text)",
      "CREATE TRIGGER t AFTER INSERT ON record BEGIN DELETE FROM note; END", "DROP TABLE note",
      "DROP TABLE workspace", "ALTER TABLE record ADD COLUMN more TEXT");
  const Folder folder;
  const auto store = sample_store(folder);
  edit(store, sql, false);
  const auto result = log::verify(store);
  CAPTURE(sql, result.reason);
  CHECK_FALSE(result.sound);
}

TEST_CASE("an old copy is found by verify, by a reader and by a writer", "[log][verify]") {
  const Folder folder;
  const auto store = store_with(folder, 3);
  std::filesystem::copy_file(store, folder / "old.db");
  append(store, {entry("a"), entry("b")});
  std::filesystem::copy_file(folder / "old.db", store,
                             std::filesystem::copy_options::overwrite_existing);
  const auto result = log::verify(store);
  CHECK_FALSE(result.sound);
  CHECK(result.first_bad == 4);
  CHECK_THAT(result.reason, Catch::Contains("head file knows record 5"));
  CHECK(store_error([&] { (void)log::read(store); }) == "damaged");
  CHECK(store_error([&] { log::Writer{store}; }) == "damaged");
}

TEST_CASE("a log rewritten from some record on does not fit its head file", "[log][verify]") {
  const Folder folder;
  const auto store = store_with(folder, 3);
  log::create(folder / "other.db", "made-up-workspace");
  append(folder / "other.db", {entry("uid-1"), entry("forged"), entry("uid-3"), entry("uid-4")});
  std::filesystem::copy_file(folder / "other.db", store,
                             std::filesystem::copy_options::overwrite_existing);
  CHECK_FALSE(log::verify(store).sound);
  CHECK(log::verify(store).first_bad == 3);
  CHECK(store_error([&] { (void)log::read(store); }) == "damaged");
  CHECK(store_error([&] { log::Writer{store}; }) == "damaged");
}

TEST_CASE("a head file that lags is told and brought up to date by the next writer",
          "[log][verify]") {
  const Folder folder;
  const auto store = store_with(folder, 3);
  const std::string old_head = read_file(store.string() + ".head");
  append(store, {entry("a"), entry("b")});
  write_file(store.string() + ".head", old_head);
  CHECK(log::verify(store).sound);
  CHECK(log::verify(store).head_lag == 2);
  CHECK(log::read(store).records.size() == 5);
  append(store, {entry("a")});
  CHECK(log::verify(store).head_lag == 0);
}

TEST_CASE("a missing or unreadable head file is found, and a person restores it", "[log][verify]") {
  const Folder folder;
  const auto store = sample_store(folder);
  const std::string head = store.string() + ".head";
  const std::string content = GENERATE("missing", "", "6\n", "6 abc\n", "x", "06 ");
  if (std::string{content} == "missing") {
    std::filesystem::remove(head);
  } else {
    write_file(head, content);
  }
  const auto result = log::verify(store);
  CAPTURE(content, result.reason);
  CHECK_FALSE(result.sound);
  CHECK_THAT(result.reason, Catch::Contains("jalon.db.head"));
  CHECK(store_error([&] { log::Writer{store}; }) == "damaged");
  log::write_head(store);
  CHECK(log::verify(store).sound);
  CHECK(append(store, {entry("new")}).number == 7);
}

TEST_CASE("the head file is not written over a log that is not sound", "[log][verify]") {
  const Edited edited{"UPDATE record SET subject = 'other' WHERE number = 2"};
  CHECK(store_error([&] { log::write_head(edited.store); }) == "damaged");
}

TEST_CASE("a head printed earlier is on the chain or not", "[log][verify]") {
  const Folder folder;
  const auto store = store_with(folder, 2);
  const std::string early = log::read(store).head.hash;
  append(store, {entry("a")});
  CHECK(log::verify(store, early).sound);
  CHECK(log::verify(store, log::read(store).head.hash).sound);
  CHECK(log::verify(store, log::blake2b("made-up-workspace")).sound);
  CHECK_FALSE(log::verify(store, log::blake2b("another")).sound);
  CHECK_FALSE(log::verify(store, early.substr(1)).sound);
}

TEST_CASE("a reader never shows a record that was edited", "[log][verify]") {
  const Edited edited{"UPDATE record SET lower_mantissa = 17 WHERE number = 3"};
  CHECK(store_error([&] { (void)log::read(edited.store); }) == "damaged");
  CHECK(store_error([&] { (void)log::Writer{edited.store}.records(); }) == "damaged");
}

TEST_CASE("the file itself refuses every change of what is written", "[log]") {
  const Folder folder;
  const auto store = sample_store(folder);
  const std::string before = read_file(store);
  const std::string sql = GENERATE(
      "UPDATE record SET subject = 'other'", "DELETE FROM record WHERE number = 6",
      "DELETE FROM record", "INSERT OR REPLACE INTO record SELECT * FROM record WHERE number = 6",
      "REPLACE INTO record SELECT * FROM record WHERE number = 2", "UPDATE workspace SET uid = 'x'",
      "DELETE FROM workspace", "INSERT OR REPLACE INTO workspace VALUES (1, 'x')",
      "UPDATE note SET text = 'x'", "DELETE FROM note",
      "INSERT OR REPLACE INTO note SELECT record, salt, 'x' FROM note",
      "CREATE TEMP TABLE t AS SELECT * FROM record WHERE number = 6; UPDATE t SET number = 7; "
      "INSERT OR REPLACE INTO record SELECT * FROM t",
      "CREATE TEMP TABLE t AS SELECT * FROM record WHERE number = 6; "
      "UPDATE t SET number = 9, uid = 'x'; INSERT INTO record SELECT * FROM t",
      "CREATE TEMP TABLE t AS SELECT * FROM record WHERE number = 6; "
      "UPDATE t SET number = 7, uid = 'x', lower_mantissa = 1.5; INSERT INTO record SELECT * FROM "
      "t");
  CAPTURE(sql);
  CHECK(refusal(store, sql) != "");
  CHECK(log::verify(store).sound);
  CHECK(read_file(store) == before);
}
