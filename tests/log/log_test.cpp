// Creating, appending, reading: what comes back is what was written.
#include "tests/golden.hpp"
#include "tests/log/fixture.hpp"
#include "tracker/log/chain.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

using namespace jalon;
using namespace jalon::tests;

namespace {

/// The record as the store gives it back.
Record stored(const Record& record) {
  const Folder folder;
  const auto store = store_with(folder, 0);
  append(store, {{record}});
  return log::read(store).records.back();
}

Amount amount(const char* written, End lo, End hi, std::optional<Decimal> number = {}) {
  return {{lo, hi}, written, number};
}

}  // namespace

TEST_CASE("a new log is empty and its head is the hash of the workspace's uid", "[log]") {
  const Folder folder;
  log::create(folder / "jalon.db", "made-up-workspace");
  const auto snapshot = log::read(folder / "jalon.db");
  CHECK(snapshot.records.empty());
  CHECK(snapshot.head == log::Head{0, log::blake2b("made-up-workspace")});
  CHECK(read_file(folder / "jalon.db.head") == "0 " + log::blake2b("made-up-workspace") + "\n");
}

TEST_CASE("a store is never overwritten, nor the head of a store that is gone", "[log]") {
  const Folder folder;
  const auto store = store_with(folder, 2);
  CHECK(store_error([&] { log::create(store, "another"); }) == "exists");
  CHECK(log::read(store).records.size() == 2);
  std::filesystem::remove(store);
  CHECK(store_error([&] { log::create(store, "another"); }) == "exists");
  std::filesystem::remove(store.string() + ".head");
  CHECK(store_error([&] { log::create(store, "another"); }) == "none");
}

TEST_CASE("creating a store leaves the store and its head file, nothing else", "[log]") {
  const Folder folder;
  store_with(folder, 3);
  std::vector<std::string> names;
  for (const auto& file : std::filesystem::directory_iterator{folder.path()}) {
    names.push_back(file.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  CHECK(names == std::vector<std::string>{"jalon.db", "jalon.db.head"});
}

TEST_CASE("every field comes back as it was appended", "[log]") {
  const Folder folder;
  const auto store = store_with(folder, 3);
  log::Entry full = full_entry("full");
  full.record.replaces = 2;
  append(store, {full});
  Record read = log::read(store).records.back();
  CHECK(read.number == 4);
  CHECK(read.note_hash.size() == 64);
  full.record.number = 4;
  full.record.note_hash = read.note_hash;
  CHECK(read == full.record);
  CHECK(log::read_notes(store).back().text == full.note);
}

TEST_CASE("every kind of record comes back", "[log]") {
  const auto kind = GENERATE(RecordKind::record, RecordKind::correction, RecordKind::retraction,
                             RecordKind::attestation, RecordKind::redaction, RecordKind::judgement);
  Record record = entry("a").record;
  record.kind = kind;
  CHECK(stored(record).kind == kind);
}

TEST_CASE("a value comes back with its ends, its number and its text", "[log]") {
  const Decimal most = Decimal::scaled(999999999999999999, 0);
  const Decimal least = Decimal::scaled(-999999999999999999, 18);
  const std::vector<Amount> values{
      amount("19", {Decimal{19}}, {Decimal{19}}, Decimal{19}),
      amount("0", {Decimal{0}}, {Decimal{0}}, Decimal{0}),
      amount("-3", {Decimal{-3}}, {Decimal{-3}}, Decimal{-3}),
      amount("26.40", {Decimal::scaled(264, 1)}, {Decimal::scaled(264, 1)},
             Decimal::scaled(264, 1)),
      amount(">500", {Decimal{500}, true}, {}, Decimal{500}),
      amount(">=500", {Decimal{500}}, {}, Decimal{500}),
      amount("<5", {Decimal{0}}, {Decimal{5}, true}, Decimal{5}),
      amount("<=5", {}, {Decimal{5}}, Decimal{5}),
      amount("<5", {}, {Decimal{5}, true}, Decimal{5}),
      amount("~20", {Decimal{18}}, {Decimal{22}}, Decimal{20}),
      amount("10..12", {Decimal{10}}, {Decimal{12}}),
      amount("999999999999999999", {most}, {most}, most),
      amount("-0.999999999999999999", {least}, {least}, least),
      amount("1e-7", {Decimal::scaled(1, 7)}, {Decimal::scaled(1, 7)}, Decimal::scaled(1, 7)),
      amount("anything", {}, {}),
  };
  for (const Amount& value : values) {
    Record record = entry("a").record;
    record.amount = value;
    CAPTURE(value.written);
    CHECK(stored(record).amount == value);
  }
}

TEST_CASE("a date comes back with all its readings and its words", "[log]") {
  const Date first{2020, 4, 1};
  const Date last{2020, 6, 30};
  const std::vector<DateExpression> days{
      DateExpression::on(Date{1400, 1, 1}),
      DateExpression::on(Date{9999, 12, 31}),
      DateExpression::on(Date{2020, 2, 29}),
      {"2020-Q2", first, last, last, false, PeriodUnit::quarter},
      {"April 2020", first, Date{2020, 4, 30}, Date{2020, 4, 30}, false, PeriodUnit::month},
      {"2020-H1", Date{2020, 1, 1}, last, last, false, PeriodUnit::half},
      {"2020", Date{2020, 1, 1}, Date{2020, 12, 31}, Date{2020, 12, 31}, false, PeriodUnit::year},
      {"mi-2020", Date{2020, 6, 1}, last, Date{2020, 7, 31}, true, {}},
      {"../2020-06-30", {}, last, last, false, {}},
      {"2020-04-01/..", first, {}, {}, false, {}},
      {},
  };
  for (const DateExpression& day : days) {
    Record record = entry("a").record;
    record.happened = day;
    CAPTURE(day.written);
    CHECK(stored(record).happened == day);
  }
}

TEST_CASE("hostile texts are data", "[log]") {
  const std::string text = GENERATE(
      std::string{"a\0b", 3}, std::string{"\0", 1}, std::string{"'; DROP TABLE record;--"},
      std::string{"\x1b[2J\x07"}, std::string{"\u202egnirts"}, std::string{"\"\\/\b\f\n\r\t"},
      std::string(300'000, 'x'), std::string{"\U0001F600"}, std::string{"NULL"});
  log::Entry hostile = entry(text, text);
  Record& record = hostile.record;
  record.subject = record.happened.written = record.stage = record.key = record.on_behalf_of =
      record.recorded_by = record.tool_version = record.amount->written = text;
  record.dimensions = {{text, text}};
  record.evidence = {{text, text, text}};
  const Folder folder;
  const auto store = store_with(folder, 0);
  append(store, {hostile});
  Record read = log::read(store).records.back();
  record.number = 1;
  record.note_hash = read.note_hash;
  CHECK(read == record);
  CHECK(log::read_notes(store).back().text == text);
  CHECK(log::verify(store).sound);
}

TEST_CASE("what the store cannot hold exactly is refused with its reason", "[log]") {
  const Folder folder;
  const auto store = store_with(folder, 1);
  const auto refusal_of = [&](auto change) {
    log::Entry bad = full_entry("bad");
    change(bad);
    try {
      append(store, {bad});
    } catch (const std::invalid_argument& error) {
      return std::string{error.what()};
    }
    return std::string{"stored"};
  };
  CHECK(refusal_of([](log::Entry& e) { e.record.uid = "good"; }) == "stored");
  CHECK_THAT(refusal_of([](log::Entry& e) { e.record.key = "\xff"; }), Catch::Contains("UTF-8"));
  CHECK_THAT(refusal_of([](log::Entry& e) { e.note = "\xc0\xaf"; }), Catch::Contains("UTF-8"));
  CHECK_THAT(refusal_of([](log::Entry& e) { e.record.uid = ""; }), Catch::Contains("uid"));
  CHECK_THAT(refusal_of([](log::Entry& e) { e.record.recorded_at = "2020-01-20T09:30:00Z"; }),
             Catch::Contains("instant"));
  CHECK_THAT(refusal_of([](log::Entry& e) { e.record.recorded_by = ""; }),
             Catch::Contains("account"));
  CHECK_THAT(refusal_of([](log::Entry& e) { e.record.tool_version = ""; }),
             Catch::Contains("version"));
  CHECK_THAT(refusal_of([](log::Entry& e) { e.record.replaces = 3; }),
             Catch::Contains("not there"));
  CHECK_THAT(
      refusal_of([](log::Entry& e) { std::swap(e.record.dimensions[0], e.record.dimensions[1]); }),
      Catch::Contains("sorted"));
  CHECK_THAT(refusal_of([](log::Entry& e) {
               e.record.amount->range.hi.at = Decimal::scaled(Int128{1} << 64, 0);
             }),
             Catch::Contains("too many digits"));
  CHECK(log::read(store).records.size() == 2);
  CHECK(log::verify(store).sound);
}

TEST_CASE("the same record twice is told and adds nothing", "[log]") {
  const Folder folder;
  const auto store = store_with(folder, 2);
  append(store, {full_entry("full")});
  log::Writer writer{store};
  const log::Appended again = writer.append(full_entry("full"));
  CHECK(again.number == 3);
  CHECK(again.already_there);
  log::Entry other_stamps = full_entry("full");
  other_stamps.record.recorded_at = "2021-01-20T09:30:00.000000Z";
  other_stamps.record.recorded_by = "another";
  other_stamps.record.tool_version = "9";
  CHECK(writer.append(other_stamps).already_there);
  CHECK_FALSE(writer.append(full_entry("other")).already_there);
  CHECK(writer.append(full_entry("other")).already_there);
  CHECK(writer.commit().number == 4);
  CHECK(log::read_notes(store).size() == 2);
}

TEST_CASE("a uid that stands for something else already is a conflict", "[log]") {
  const Folder folder;
  const auto store = store_with(folder, 0);
  append(store, {full_entry("full")});
  const std::vector<std::pair<const char*, std::function<void(log::Entry&)>>> changes{
      {"kind", [](log::Entry& e) { e.record.kind = RecordKind::attestation; }},
      {"subject", [](log::Entry& e) { e.record.subject = "other"; }},
      {"day", [](log::Entry& e) { e.record.happened.written = "Mid-2020"; }},
      {"value", [](log::Entry& e) { e.record.amount->written = "~20.0"; }},
      {"stage", [](log::Entry& e) { e.record.stage = ""; }},
      {"dimensions", [](log::Entry& e) { e.record.dimensions.pop_back(); }},
      {"key", [](log::Entry& e) { e.record.key = "k"; }},
      {"evidence", [](log::Entry& e) { e.record.evidence.pop_back(); }},
      {"learned day",
       [](log::Entry& e) {
         e.record.learned = Date{2020, 1, 21};
       }},
      {"on behalf of", [](log::Entry& e) { e.record.on_behalf_of = ""; }},
      {"note", [](log::Entry& e) { e.note = "another"; }},
      {"note", [](log::Entry& e) { e.note = ""; }},
  };
  for (const auto& [what, change] : changes) {
    log::Entry other = full_entry("full");
    change(other);
    log::Writer writer{store};
    try {
      writer.append(other);
      FAIL("taken: another " << what);
    } catch (const log::Conflict& conflict) {
      CHECK(conflict.existing() == 1);
      CHECK_THAT(conflict.what(), Catch::Contains(what));
    }
  }
  CHECK(log::read(store).records.size() == 1);
}

TEST_CASE("a learned day by default is no part of what is repeated", "[log]") {
  const Folder folder;
  const auto store = store_with(folder, 0);
  append(store, {entry("a")});
  log::Entry next_day = entry("a");
  next_day.record.learned = Date{2020, 1, 21};
  next_day.learned_by_default = true;
  log::Writer writer{store};
  CHECK(writer.append(next_day).already_there);
}

TEST_CASE("a transaction shows the log before it and with what it appended", "[log]") {
  const Folder folder;
  const auto store = store_with(folder, 2);
  const bool look_first = GENERATE(true, false);
  log::Writer writer{store};
  if (look_first) CHECK(writer.records().size() == 2);
  writer.append(entry("new"));
  CHECK(writer.before().size() == 2);
  REQUIRE(writer.records().size() == 3);
  CHECK(writer.records().back().uid == "new");
  CHECK(writer.records().back().number == 3);
  CHECK(log::read(store).records.size() == 2);
  writer.commit();
  CHECK(log::read(store).records.size() == 3);
}

TEST_CASE("nothing is stored without a commit", "[log]") {
  const Folder folder;
  const auto store = store_with(folder, 2);
  {
    log::Writer writer{store};
    writer.append(entry("lost"));
  }
  CHECK(log::read(store).records.size() == 2);
  CHECK(log::verify(store).head_lag == 0);
  CHECK(append(store, {entry("kept")}).number == 3);
}

TEST_CASE("one transaction takes many records", "[log]") {
  const Folder folder;
  const auto store = store_with(folder, 5000);
  const auto snapshot = log::read(store);
  REQUIRE(snapshot.records.size() == 5000);
  CHECK(snapshot.head.number == 5000);
  CHECK(log::verify(store).head == snapshot.head);
}

TEST_CASE("a path through links ends at the store itself, a link at its name is refused", "[log]") {
  const Folder folder;
  const auto store = store_with(folder, 2);
  std::filesystem::create_directory_symlink(folder.path(), folder / "link");
  CHECK(log::read(folder / "link" / "jalon.db").records.size() == 2);
  std::filesystem::create_symlink(store, folder / "other.db");
  CHECK(store_error([&] { (void)log::read(folder / "other.db"); }) == "foreign");
  CHECK(store_error([&] { log::Writer{folder / "other.db"}; }) == "foreign");
}
