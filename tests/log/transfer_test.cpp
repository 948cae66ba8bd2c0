// The whole log as text, and back.
#include "tracker/log/transfer.hpp"

#include "tests/golden.hpp"
#include "tests/log/fixture.hpp"

#include <catch2/catch.hpp>

#include <sstream>

using namespace jalon;
using namespace jalon::tests;

namespace {

std::string exported(const std::filesystem::path& store) {
  std::ostringstream out;
  log::export_lines(store, out);
  return out.str();
}

/// Four records with notes, one of them redacted; salts that are always the same.
std::filesystem::path sample_store(const Folder& folder) {
  const auto store = store_with(folder, 0);
  log::Entry first = full_entry("full");
  first.note_salt = "00112233445566778899aabbccddeeff";
  log::Entry second = entry("second", "to be erased");
  second.note_salt = std::string(32, '1');
  append(store, {first, second, entry("third")});
  log::Entry erased = redaction(2, "erase");
  erased.note_salt = std::string(32, '2');
  log::Writer writer{store};
  writer.redact(2, erased);
  writer.commit();
  return store;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in{text};
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

}  // namespace

TEST_CASE("the form of an export is final", "[log][transfer][golden]") {
  const Folder folder;
  check_golden("log/export.jsonl", exported(sample_store(folder)));
}

TEST_CASE("an export makes the same log again, to the same head", "[log][transfer]") {
  const Folder folder;
  const auto store = sample_store(folder);
  const std::string text = exported(store);
  const auto copy = folder / "copy.db";
  CHECK(log::restore_lines(text, copy) == log::read(store).head);
  CHECK(log::read(copy).records == log::read(store).records);
  CHECK(log::verify(copy).sound);
  CHECK(exported(copy) == text);
  CHECK(append(copy, {entry("new")}).number == 5);
}

TEST_CASE("an empty log and values of 19 digits come back too", "[log][transfer]") {
  const Folder folder;
  const auto store = store_with(folder, 0);
  CHECK(log::restore_lines(exported(store), folder / "empty.db") == log::read(store).head);
  log::Entry large = entry("large");
  large.record.amount = Amount{{{Decimal::scaled(8999999999999999991, 1)}, {}}, "~", Decimal{1}};
  append(store, {large});
  CHECK(log::restore_lines(exported(store), folder / "copy.db") == log::read(store).head);
}

TEST_CASE("an export is never written over a store", "[log][transfer]") {
  const Folder folder;
  const auto store = sample_store(folder);
  CHECK(store_error([&] { log::restore_lines(exported(store), store); }) == "exists");
}

TEST_CASE("a damaged export is refused and leaves nothing", "[log][transfer]") {
  const Folder folder;
  const auto store = sample_store(folder);
  const auto whole = lines_of(exported(store));
  const auto copy = folder / "copy.db";
  const auto check_refused = [&](const std::string& text) {
    CAPTURE(text);
    CHECK(store_error([&] { log::restore_lines(text, copy); }) == "damaged");
    CHECK_FALSE(std::filesystem::exists(copy));
    CHECK_FALSE(std::filesystem::exists(copy.string() + ".head"));
  };
  for (std::size_t i = 0; i < whole.size(); ++i) {
    auto lines = whole;
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(i));
    check_refused(joined(lines));  // a line is missing
    lines = whole;
    lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(i), whole[i]);
    check_refused(joined(lines));  // a line stands twice
    lines = whole;
    if (i + 1 < whole.size()) {
      std::swap(lines[i], lines[i + 1]);
      check_refused(joined(lines));  // out of order
    }
    lines = whole;
    lines[i].insert(lines[i].find(':') + 1, " ");
    check_refused(joined(lines));  // spelt otherwise
    lines = whole;
    lines.resize(i);
    check_refused(joined(lines));  // ends early
  }
  check_refused("");
  check_refused(joined(whole) + "\n");
  check_refused(joined(whole) + joined(whole));
  check_refused(joined(whole).substr(0, joined(whole).size() - 1));
  CHECK(std::distance(std::filesystem::directory_iterator{folder.path()}, {}) == 2);
}

TEST_CASE("a changed byte anywhere in an export is refused", "[log][transfer]") {
  const Folder folder;
  const std::string whole = exported(sample_store(folder));
  const auto head = log::read(folder / "jalon.db").head;
  for (std::size_t i = 0; i < whole.size(); i += 31) {
    std::string changed = whole;
    changed[i] = changed[i] == 'x' ? 'y' : 'x';
    CAPTURE(i, whole.substr(i, 40));
    CHECK(store_error([&] { log::restore_lines(changed, folder / "copy.db"); }) == "damaged");
  }
  CHECK(log::restore_lines(whole, folder / "copy.db") == head);
}

TEST_CASE("a log that is not sound is not exported to its end", "[log][transfer]") {
  const Folder folder;
  const auto store = sample_store(folder);
  edit(store, "UPDATE record SET subject = 'other' WHERE number = 3");
  std::ostringstream out;
  CHECK(store_error([&] { log::export_lines(store, out); }) == "damaged");
  CHECK(out.str().find("\"head\"") == std::string::npos);
}
