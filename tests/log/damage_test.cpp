// Files that are no store, or were one: a clear StoreError, never a crash, never a wrong record.
#include "tests/golden.hpp"
#include "tests/log/fixture.hpp"

#include <catch2/catch.hpp>

#include <random>

using namespace jalon;
using namespace jalon::tests;

namespace {

/// What read(), Writer and verify() say to a file.
void check_all_say(const std::filesystem::path& store, const std::string& kind) {
  CHECK(store_error([&] { (void)log::read(store); }) == kind);
  CHECK(store_error([&] { (void)log::read_notes(store); }) == kind);
  CHECK(store_error([&] { log::Writer{store}; }) == kind);
  CHECK(store_error([&] { (void)log::verify(store); }) == kind);
  CHECK(store_error([&] { log::write_head(store); }) == kind);
}

}  // namespace

TEST_CASE("no store, no folder", "[log][damage]") {
  const Folder folder;
  check_all_say(folder / "jalon.db", "missing");
  check_all_say(folder / "nowhere" / "jalon.db", "missing");
  CHECK(store_error([&] { log::create(folder / "nowhere" / "jalon.db", "uid"); }) == "missing");
  CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("files of others are not touched", "[log][damage]") {
  const Folder folder;
  const auto file = folder / "jalon.db";
  const std::string content =
      GENERATE("", "a text", "SQLite format 3", std::string(5000, 'x'), std::string(5000, '\0'));
  write_file(file, content);
  check_all_say(file, "foreign");
  CHECK(read_file(file) == content);
  CHECK(store_error([&] { log::create(file, "uid"); }) == "exists");
}

TEST_CASE("another program's database is not ours", "[log][damage]") {
  const Folder folder;
  const auto store = store_with(folder, 1);
  edit(store, "PRAGMA application_id = 7", false);
  check_all_say(store, "foreign");
  const auto folder_instead = folder / "folder.db";
  std::filesystem::create_directory(folder_instead);
  check_all_say(folder_instead, "foreign");
}

TEST_CASE("a store of a newer program is told apart from a damaged one", "[log][damage]") {
  const Folder folder;
  const auto store = store_with(folder, 2);
  edit(store, "PRAGMA user_version = 2", false);
  check_all_say(store, "newer");
}

TEST_CASE("a truncated store is damaged at every length", "[log][damage]") {
  const Folder folder;
  const auto store = store_with(folder, 200);
  const std::string whole = read_file(store);
  for (std::size_t length = 1; length < whole.size(); length += 1 + whole.size() / 60) {
    write_file(store, std::string_view{whole}.substr(0, length));
    CAPTURE(length);
    const std::string read = store_error([&] { (void)log::read(store); });
    CHECK((read == "damaged" || read == "foreign"));
    const std::string verified = store_error([&] {
      if (!log::verify(store).sound) throw log::StoreError{log::StoreError::Kind::damaged, "found"};
    });
    CHECK((verified == "damaged" || verified == "foreign"));
  }
}

TEST_CASE("a flipped bit is refused or does no harm", "[log][damage]") {
  const Folder folder;
  const auto store = store_with(folder, 60);
  const std::string whole = read_file(store);
  const auto before = log::read(store);
  std::mt19937 random{20200225};
  int refused = 0;
  for (int round = 0; round < 400; ++round) {
    std::string flipped = whole;
    // Every second one in the first page, where a bit means most.
    const std::size_t position = random() % (round % 2 == 0 ? 4096 : whole.size());
    flipped[position] = static_cast<char>(flipped[position] ^ (1 << (random() % 8)));
    write_file(store, flipped);
    CAPTURE(position);
    try {
      const auto after = log::read(store);
      CHECK(after.records == before.records);
      CHECK(after.head == before.head);
    } catch (const log::StoreError&) {
      ++refused;
    }
    try {
      (void)log::verify(store);
    } catch (const log::StoreError&) {  // a header that says foreign or newer
    }
  }
  CHECK(refused > 50);
}

TEST_CASE("a record that was overwritten in the file is named", "[log][damage]") {
  const Folder folder;
  const auto store = store_with(folder, 200);
  std::string bytes = read_file(store);
  REQUIRE(bytes.find("uid-100") != std::string::npos);
  for (std::size_t at = 0; (at = bytes.find("uid-100", at)) != std::string::npos;) {
    bytes[at] = 'v';
  }
  write_file(store, bytes);
  const auto result = log::verify(store);
  CHECK_FALSE(result.sound);
  CHECK(result.first_bad == 100);
}

TEST_CASE("garbage in the file is refused or does no harm", "[log][damage]") {
  const Folder folder;
  const auto store = store_with(folder, 60);
  const std::string whole = read_file(store);
  const auto before = log::read(store);
  std::mt19937 random{7};
  int refused = 0;
  for (int round = 0; round < 60; ++round) {
    std::string garbled = whole;
    const std::size_t start = 100 + random() % (garbled.size() - 100);
    for (std::size_t i = start; i < garbled.size() && i < start + 3000; ++i) {
      garbled[i] = static_cast<char>(random());
    }
    write_file(store, garbled);
    CAPTURE(start);
    const bool sound = log::verify(store).sound;
    try {
      const auto after = log::read(store);
      CHECK(after.records == before.records);
    } catch (const log::StoreError&) {
      ++refused;
      CHECK_FALSE(sound);
    }
  }
  CHECK(refused > 30);
}
