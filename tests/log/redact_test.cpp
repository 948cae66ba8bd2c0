// A note that should not have been written goes away, and nothing else does.
#include "tests/golden.hpp"
#include "tests/log/fixture.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <numeric>
#include <random>

using namespace jalon;
using namespace jalon::tests;

TEST_CASE("a redaction erases the note and is a record itself", "[log][redact]") {
  const Folder folder;
  const auto store = store_with(folder, 3);
  const auto before = log::read(store);
  log::Writer writer{store};
  const auto done = writer.redact(3, redaction(3, "erase"));
  REQUIRE(done);
  CHECK(done->number == 4);
  writer.commit();

  const auto after = log::read(store);
  REQUIRE(after.records.size() == 4);
  CHECK(std::equal(before.records.begin(), before.records.end(), after.records.begin()));
  CHECK(after.records.back().kind == RecordKind::redaction);
  CHECK(after.records.back().replaces == 3);
  const auto notes = log::read_notes(store);
  REQUIRE(notes.size() == 1);
  CHECK(notes[0].record == 4);
  CHECK(notes[0].text == "it named a person");
  CHECK(log::verify(store).sound);
}

TEST_CASE("there is nothing to redact where no note is", "[log][redact]") {
  const Folder folder;
  const auto store = store_with(folder, 3);
  log::Writer writer{store};
  CHECK_FALSE(writer.redact(1, redaction(1, "a")));
  CHECK_FALSE(writer.redact(9, redaction(9, "b")));
  CHECK(writer.redact(3, redaction(3, "c")));
  CHECK_FALSE(writer.redact(3, redaction(3, "d")));
  CHECK(writer.commit().number == 4);
}

TEST_CASE("a redaction must name its record", "[log][redact]") {
  const Folder folder;
  const auto store = store_with(folder, 3);
  log::Writer writer{store};
  CHECK_THROWS_AS(writer.redact(3, redaction(2, "a")), std::invalid_argument);
  CHECK_THROWS_AS(writer.redact(3, entry("a")), std::invalid_argument);
}

TEST_CASE("a repeated write does not bring an erased note back", "[log][redact]") {
  const Folder folder;
  const auto store = store_with(folder, 3);
  {
    log::Writer writer{store};
    writer.redact(3, redaction(3, "erase"));
    writer.commit();
  }
  log::Writer writer{store};
  CHECK(writer.append(entry("uid-3", "note 3")).already_there);
  writer.commit();
  CHECK(log::read_notes(store).size() == 1);
}

TEST_CASE("a redaction that is not committed erases nothing", "[log][redact]") {
  const Folder folder;
  const auto store = store_with(folder, 3);
  {
    log::Writer writer{store};
    writer.redact(3, redaction(3, "erase"));
  }
  CHECK(log::read_notes(store).size() == 1);
  CHECK(log::verify(store).sound);
}

TEST_CASE("no byte of an erased note stays in the file", "[log][redact]") {
  constexpr int kNotes = 120;
  std::mt19937 random{1};
  const Folder folder;
  const auto store = store_with(folder, 0);
  std::vector<std::string> marks;
  for (int i = 0; i < kNotes; ++i) {
    marks.push_back("<<mark of note " + std::to_string(i) + ">>");
    // From a few bytes to several pages each.
    const std::string note =
        marks.back() + std::string(random() % (i % 10 == 0 ? 9000 : 400), '.') + marks.back();
    append(store, {entry("uid " + std::to_string(i), note)});
  }
  std::vector<int> order(kNotes);
  std::iota(order.begin(), order.end(), 0);
  std::shuffle(order.begin(), order.end(), random);
  for (const int i : order) {
    REQUIRE(read_file(store).find(marks[static_cast<std::size_t>(i)]) != std::string::npos);
    log::Writer writer{store};
    REQUIRE(writer.redact(i + 1, redaction(i + 1, "erase " + std::to_string(i))));
    writer.commit();
    CAPTURE(i);
    CHECK(read_file(store).find(marks[static_cast<std::size_t>(i)]) == std::string::npos);
    CHECK_FALSE(std::filesystem::exists(store.string() + "-journal"));
  }
  CHECK(log::verify(store).sound);
}
