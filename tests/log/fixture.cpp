#include "tests/log/fixture.hpp"

#include <catch2/catch.hpp>

#include <sqlite3.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <memory>

namespace jalon::tests {
namespace {

namespace fs = std::filesystem;

struct Close {
  void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};
using Raw = std::unique_ptr<sqlite3, Close>;

Raw open_raw(const fs::path& store) {
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open_v2(store.c_str(), &database, SQLITE_OPEN_READWRITE, nullptr) == SQLITE_OK);
  return Raw{database};
}

std::string run(sqlite3* database, const std::string& sql) {
  char* message = nullptr;
  if (sqlite3_exec(database, sql.c_str(), nullptr, nullptr, &message) == SQLITE_OK) return {};
  std::string text = message;
  sqlite3_free(message);
  return text;
}

/// The triggers of a store: name and SQL.
std::map<std::string, std::string> triggers(sqlite3* database) {
  std::map<std::string, std::string> all;
  const auto add = [](void* into, int, char** values, char**) {
    (*static_cast<std::map<std::string, std::string>*>(into))[values[0]] = values[1];
    return 0;
  };
  REQUIRE(sqlite3_exec(database, "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'", add,
                       &all, nullptr) == SQLITE_OK);
  return all;
}

std::string word(log::StoreError::Kind kind) {
  using Kind = log::StoreError::Kind;
  switch (kind) {
    case Kind::missing:
      return "missing";
    case Kind::exists:
      return "exists";
    case Kind::foreign:
      return "foreign";
    case Kind::newer:
      return "newer";
    case Kind::damaged:
      return "damaged";
    case Kind::not_writable:
      return "not writable";
    case Kind::full:
      return "full";
    case Kind::busy:
      return "busy";
    case Kind::failed:
      return "failed";
  }
  return "?";
}

}  // namespace

Folder::Folder() {
  std::string name = (fs::temp_directory_path() / "jalon-test-XXXXXX").string();
  REQUIRE(::mkdtemp(name.data()) != nullptr);
  path_ = fs::canonical(name);
}

Folder::~Folder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

log::Entry entry(const std::string& uid, std::string note) {
  Record record;
  record.uid = uid;
  record.subject = "visits";
  record.happened = DateExpression::on(Date{2020, 1, 15});
  record.amount = Amount{Interval::exactly(Decimal{1}), "+1", Decimal{1}};
  record.learned = Date{2020, 1, 20};
  record.recorded_at = "2020-01-20T09:30:00.000000Z";
  record.recorded_by = "made-up-account";
  record.tool_version = "0.1.0";
  return {std::move(record), std::move(note)};
}

log::Entry full_entry(const std::string& uid) {
  log::Entry full =
      entry(uid, "a note with \"quotes\",\na second line and a NUL:" + std::string(1, '\0') + "!");
  Record& record = full.record;
  record.happened = {"mid-2020", Date{2020, 6, 1}, Date{2020, 6, 30}, Date{2020, 7, 31}, true, {}};
  record.amount = Amount{{{Decimal{18}}, {Decimal::scaled(225, 1), true}}, "~20", Decimal{20}};
  record.stage = "draft";
  record.dimensions = {{"kind", "individual"}, {"pillar", "\u00e9l\u00e8ve \\ \"x\"\t\x01"}};
  record.key = "key\x1b[31m";
  record.evidence = {{"https://example.org/a", "press"}, {"minutes.pdf", "", std::string(64, 'a')}};
  record.on_behalf_of = "somebody made up";
  return full;
}

log::Entry redaction(std::int64_t number, const std::string& uid) {
  log::Entry erased = entry(uid, "it named a person");
  erased.record.kind = RecordKind::redaction;
  erased.record.subject = "";
  erased.record.happened = {};
  erased.record.amount = {};
  erased.record.replaces = number;
  return erased;
}

fs::path store_with(const Folder& folder, int count) {
  fs::path store = folder / "jalon.db";
  log::create(store, "made-up-workspace");
  std::vector<log::Entry> entries;
  for (int i = 1; i <= count; ++i) {
    const std::string number = std::to_string(i);
    entries.push_back(entry("uid-" + number, i % 3 == 0 ? "note " + number : ""));
  }
  append(store, std::move(entries));
  return store;
}

log::Head append(const fs::path& store, std::vector<log::Entry> entries) {
  log::Writer writer{store};
  for (log::Entry& one : entries) writer.append(std::move(one));
  return writer.commit();
}

void edit(const fs::path& store, const std::string& sql, bool unprotected) {
  const Raw database = open_raw(store);
  const auto all = unprotected ? triggers(database.get()) : std::map<std::string, std::string>{};
  std::string script = "PRAGMA ignore_check_constraints = ON; BEGIN;";
  for (const auto& [name, text] : all) script += "DROP TRIGGER " + name + ";";
  script += sql + ";";
  for (const auto& [name, text] : all) script += text + ";";
  INFO(sql);
  REQUIRE(run(database.get(), script + "COMMIT") == "");
}

std::string refusal(const fs::path& store, const std::string& sql) {
  return run(open_raw(store).get(), sql);
}

std::string ask(const fs::path& store, const std::string& sql) {
  const Raw database = open_raw(store);
  std::string answer;
  const auto take = [](void* into, int, char** values, char**) {
    *static_cast<std::string*>(into) = values[0] == nullptr ? "NULL" : values[0];
    return 0;
  };
  REQUIRE(sqlite3_exec(database.get(), sql.c_str(), take, &answer, nullptr) == SQLITE_OK);
  return answer;
}

void copy_store(const fs::path& from, const fs::path& to) {
  constexpr auto kOver = fs::copy_options::overwrite_existing;
  fs::copy_file(from, to, kOver);
  fs::copy_file(from.string() + ".head", to.string() + ".head", kOver);
}

void write_file(const fs::path& path, std::string_view bytes) {
  std::ofstream file{path, std::ios::binary};
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  REQUIRE(file.flush());
}

std::string store_error(const std::function<void()>& action) {
  try {
    action();
  } catch (const log::StoreError& error) {
    UNSCOPED_INFO(error.what());
    return word(error.kind());
  }
  return "none";
}

}  // namespace jalon::tests
