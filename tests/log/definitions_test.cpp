// Definitions that reports were made from: kept once, never changed, found by their hash.
#include "tracker/log/definitions.hpp"

#include "tests/golden.hpp"
#include "tests/log/fixture.hpp"
#include "tracker/log/chain.hpp"
#include "tracker/log/transfer.hpp"

#include <catch2/catch.hpp>

#include <sstream>

using namespace jalon;
using namespace jalon::tests;

namespace {

using Files = std::vector<log::DefinitionFile>;

const Files kFirst{{"jalon.toml", "format = 1\n"}, {"targets/a.toml", "# élève \"x\"\\\n"}};
/// The same but for one file, and one that is empty.
const Files kSecond{
    {"jalon.toml", "format = 1\n"}, {"targets/a.toml", "# other\n"}, {"targets/b.toml", ""}};

std::string exported(const std::filesystem::path& store) {
  std::ostringstream out;
  log::export_lines(store, out);
  return out.str();
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  const auto at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), by);
}

}  // namespace

TEST_CASE("the hash of definitions is that of their names, lengths and bytes",
          "[log][definitions]") {
  CHECK(log::definitions_hash(kFirst) ==
        log::blake2b("jalon.toml 11\nformat = 1\ntargets/a.toml 15\n# élève \"x\"\\\n"));
  CHECK(log::definitions_hash(kSecond) ==
        log::blake2b("jalon.toml 11\nformat = 1\ntargets/a.toml 8\n# other\ntargets/b.toml 0\n"));
}

TEST_CASE("kept definitions come back by their hash, in their order", "[log][definitions]") {
  const Folder folder;
  const auto store = store_with(folder, 2);
  const log::Head head = log::read(store).head;
  CHECK(log::list_kept_definitions(store).empty());
  CHECK_FALSE(log::kept_definitions(store, log::definitions_hash(kFirst)));
  const std::string first = log::keep_definitions(store, kFirst);
  const std::string second = log::keep_definitions(store, kSecond);
  CHECK(first == log::definitions_hash(kFirst));
  CHECK(log::kept_definitions(store, first) == kFirst);
  CHECK(log::kept_definitions(store, second) == kSecond);
  CHECK_FALSE(log::kept_definitions(store, std::string(64, '0')));
  CHECK(log::read(store).kept_definitions == std::vector{first, second});
  CHECK(log::read(store).head == head);
  CHECK(log::verify(store).sound);
}

TEST_CASE("definitions are kept once, and a file that two sets share as well",
          "[log][definitions]") {
  const Folder folder;
  const auto store = store_with(folder, 0);
  log::keep_definitions(store, kFirst);
  const std::string bytes = read_file(store);
  log::keep_definitions(store, kFirst);
  CHECK(read_file(store) == bytes);
  log::keep_definitions(store, kSecond);
  CHECK(ask(store, "SELECT CAST (count (*) AS TEXT) FROM definition_file") == "4");
  const auto sets = log::list_kept_definitions(store);
  REQUIRE(sets.size() == 2);
  CHECK(sets[0].files == 2);
  CHECK(sets[0].bytes == 26);
  CHECK(sets[1].files == 3);
  CHECK(sets[1].bytes == 19);
}

TEST_CASE("a store from before there were such tables gets them with the first set",
          "[log][definitions]") {
  const Folder folder;
  const auto store = store_with(folder, 1);
  edit(store, "DROP TABLE definitions; DROP TABLE definition_file; DROP TABLE run", false);
  CHECK(log::verify(store).sound);
  CHECK(log::list_kept_definitions(store).empty());
  CHECK(log::read(store).kept_definitions.empty());
  CHECK_FALSE(log::kept_definitions(store, log::definitions_hash(kFirst)));
  CHECK(exported(store).find("definition") == std::string::npos);
  const std::string hash = log::keep_definitions(store, kFirst);
  CHECK(log::kept_definitions(store, hash) == kFirst);
  CHECK(log::verify(store).sound);
}

TEST_CASE("SQLite refuses to change, delete or replace what was kept", "[log][definitions]") {
  const Folder folder;
  const auto store = store_with(folder, 0);
  log::keep_definitions(store, kFirst);
  const auto sql = GENERATE(
      "UPDATE definition_file SET text = 'x'", "DELETE FROM definition_file",
      "INSERT OR REPLACE INTO definition_file SELECT hash, 'x' FROM definition_file LIMIT 1",
      "UPDATE definitions SET position = 7", "DELETE FROM definitions",
      "INSERT OR REPLACE INTO definitions SELECT number, hash, position, 'x', file "
      "FROM definitions LIMIT 1",
      "INSERT OR REPLACE INTO definitions SELECT 3, hash, position, 'x', file "
      "FROM definitions LIMIT 1");
  CAPTURE(sql);
  CHECK(refusal(store, sql).find("never changed") != std::string::npos);
}

TEST_CASE("kept definitions that were changed by hand are found and never used",
          "[log][definitions]") {
  const Folder folder;
  const auto store = store_with(folder, 0);
  const std::string hash = log::keep_definitions(store, kFirst);
  const auto [sql, readable] = GENERATE(table<std::string, bool>({
      {"UPDATE definition_file SET text = text || ' ' WHERE text LIKE 'f%'", false},
      {"UPDATE definitions SET name = 'x.toml' WHERE position = 1", false},
      {"UPDATE definitions SET position = 5 WHERE position = 0", false},
      {"DELETE FROM definitions WHERE position = 1", false},
      {"DELETE FROM definitions WHERE position = 0", false},
      {"INSERT INTO definition_file VALUES ('" + std::string(64, '0') + "', 'x')", true},
  }));
  CAPTURE(sql);
  edit(store, sql);
  CHECK_FALSE(log::verify(store).sound);
  CHECK(store_error([&] { log::kept_definitions(store, hash).value(); }) ==
        (readable ? "none" : "damaged"));
  CHECK(store_error([&] { exported(store); }) == "damaged");
}

TEST_CASE("an export carries kept definitions and brings them back", "[log][definitions]") {
  const Folder folder;
  const auto store = store_with(folder, 0);
  const std::string first = log::keep_definitions(store, kFirst);
  const std::string second = log::keep_definitions(store, kSecond);
  const std::string text = exported(store);
  const auto copy = folder / "copy.db";
  log::restore_lines(text, copy);
  CHECK(log::kept_definitions(copy, first) == kFirst);
  CHECK(log::kept_definitions(copy, second) == kSecond);
  CHECK(exported(copy) == text);
  check_golden("log/export_kept.jsonl", text);
}

TEST_CASE("an export with other kept definitions than its hashes say is refused",
          "[log][definitions]") {
  const Folder folder;
  const auto store = store_with(folder, 0);
  log::keep_definitions(store, kFirst);
  const std::string text = exported(store);
  const std::string set = text.substr(text.find(R"({"definitions":)"));
  const std::string set_line = set.substr(0, set.find('\n') + 1);
  const auto [what, by] = GENERATE_COPY(table<std::string, std::string>({
      {"# élève", "# eleve"},
      {R"("name":"jalon.toml")", R"("name":"jalon.tom")"},
      {R"("name":"jalon.toml",)", R"("name":"",)"},
      {R"("files":[{)", R"("files": [{)"},
      {R"(,"definitions":1})", R"(,"definitions":2})"},
      {R"(,"definitions":1})", "}"},
      {set_line, ""},
      {set_line, set_line + set_line},
  }));
  CAPTURE(what, by);
  const std::string changed = replaced(text, what, by);
  CHECK(store_error([&] { log::restore_lines(changed, folder / "copy.db"); }) == "damaged");
  CHECK_FALSE(std::filesystem::exists(folder / "copy.db"));
}

TEST_CASE("a look at an old log ends at its record and says what was erased since",
          "[log][definitions]") {
  const Folder folder;
  const auto store = store_with(folder, 0);
  append(store, {entry("1", "a note"), entry("2")});
  const log::Snapshot then = log::read(store);
  append(store, {entry("3", "another")});
  for (const std::int64_t number : {1, 3}) {
    log::Writer writer{store};
    writer.redact(number, redaction(number, "erase-" + std::to_string(number)));
    writer.commit();
  }
  const log::Snapshot look = log::read(store, 2);
  CHECK(look.records == then.records);
  CHECK(look.head == then.head);
  CHECK(look.last == 5);
  CHECK(look.erased_since == std::vector<std::int64_t>{1});
  CHECK(log::read(store, 0).head ==
        log::Head{0, log::blake2b(ask(store, "SELECT uid FROM workspace"))});
  CHECK(log::read(store, 5).erased_since.empty());
  CHECK(log::read(store, 99).head.number == 5);
}
