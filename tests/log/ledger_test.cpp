// The job's ledger: lines that are only ever added, beside the records' chain.
#include "tracker/log/ledger.hpp"

#include "tests/golden.hpp"
#include "tests/log/fixture.hpp"
#include "tracker/log/chain.hpp"
#include "tracker/log/transfer.hpp"

#include <catch2/catch.hpp>

#include <sstream>

using namespace jalon;
using namespace jalon::tests;

namespace {

using Lines = std::vector<std::string>;

std::filesystem::path store_with_runs(const Folder& folder) {
  const auto store = store_with(folder, 2);
  for (const char* line : {R"({"day":"2020-01-01"})", R"({"day":"2020-01-02"})", "third"})
    log::append_to_ledger(store, line);
  return store;
}

}  // namespace

TEST_CASE("lines come back in their order, and the log's head stays as it was", "[log][ledger]") {
  const Folder folder;
  const auto store = store_with(folder, 2);
  const log::Head head = log::read(store).head;
  const std::string head_file = read_file(folder / "jalon.db.head");
  CHECK(log::read_ledger(store) == Lines{});
  CHECK(log::append_to_ledger(store, "one") == 1);
  CHECK(log::append_to_ledger(store, "two") == 2);
  CHECK(log::read_ledger(store) == Lines{"one", "two"});
  CHECK(log::read(store).head == head);
  CHECK(read_file(folder / "jalon.db.head") == head_file);
  CHECK(log::verify(store).sound);
  const std::string first = log::blake2b(ask(store, "SELECT uid FROM workspace"));
  CHECK(ask(store, "SELECT hash FROM run WHERE number = 1") == log::line_hash(first, "one"));
}

TEST_CASE("a line that is empty, broken or two is refused", "[log][ledger]") {
  const Folder folder;
  const auto store = store_with(folder, 0);
  const std::string line = GENERATE("", "a\nb", "\xff");
  CHECK_THROWS_AS(log::append_to_ledger(store, line), std::invalid_argument);
  CHECK(log::read_ledger(store) == Lines{});
}

TEST_CASE("SQLite refuses to change, delete or replace a line of the ledger", "[log][ledger]") {
  const Folder folder;
  const auto store = store_with_runs(folder);
  const auto sql = GENERATE("UPDATE run SET line = 'x'", "DELETE FROM run",
                            "INSERT OR REPLACE INTO run SELECT * FROM run WHERE number = 2",
                            "INSERT INTO run SELECT 9, line, hash FROM run WHERE number = 2");
  CAPTURE(sql);
  CHECK(refusal(store, sql).find("the ledger is append-only") != std::string::npos);
}

TEST_CASE("a ledger that was changed by hand is found and not used", "[log][ledger]") {
  const Folder folder;
  const auto store = store_with_runs(folder);
  const auto sql = GENERATE("UPDATE run SET line = 'x' WHERE number = 2",
                            "UPDATE run SET hash = upper (hash) WHERE number = 3",
                            "DELETE FROM run WHERE number = 1", "DELETE FROM run WHERE number = 2",
                            "UPDATE run SET number = 9 WHERE number = 3");
  CAPTURE(sql);
  edit(store, sql);
  CHECK_FALSE(log::verify(store).sound);
  CHECK(store_error([&] { (void)log::read_ledger(store); }) == "damaged");
  CHECK(store_error([&] { log::append_to_ledger(store, "new"); }) == "damaged");
}

TEST_CASE("a store from before there was a ledger gets one with its first line", "[log][ledger]") {
  const Folder folder;
  const auto store = store_with(folder, 1);
  edit(store, "DROP TABLE definitions; DROP TABLE definition_file; DROP TABLE run", false);
  CHECK(log::read_ledger(store) == Lines{});
  CHECK(log::append_to_ledger(store, "one") == 1);
  CHECK(log::verify(store).sound);
}

TEST_CASE("an export carries the ledger and brings it back", "[log][ledger]") {
  const Folder folder;
  const auto store = store_with_runs(folder);
  std::ostringstream out;
  log::export_lines(store, out);
  const std::string text = out.str();
  const auto copy = folder / "copy.db";
  log::restore_lines(text, copy);
  CHECK(log::read_ledger(copy) == log::read_ledger(store));
  for (const std::string part : {"{\"run\":1,", "2020-01-02", ",\"runs\":3"}) {
    CAPTURE(part);
    std::string changed = text;
    REQUIRE(changed.find(part) != std::string::npos);
    changed.replace(changed.find(part) + part.size() - 2, 1, "7");
    CHECK(store_error([&] { log::restore_lines(changed, folder / "other.db"); }) == "damaged");
  }
}
