// Good data files in every spelling.
#include "tests/exchange/programme.hpp"

#include <catch2/catch.hpp>

using namespace jalon;
using namespace jalon::tests;

namespace {

const std::string kOneRow = "indicator,on,add\nvisits,2020-01-15,1\n";

std::vector<std::string> uids(const exchange::ImportedRows& rows) {
  std::vector<std::string> all;
  for (const log::Entry& entry : rows.entries) all.push_back(entry.record.uid);
  return all;
}

Record only(const exchange::ImportedRows& rows) {
  REQUIRE(rows.entries.size() == 1);
  return rows.entries[0].record;
}

}  // namespace

TEST_CASE("a row becomes a record", "[exchange]") {
  const auto rows = rows_of(
      "a.csv",
      "indicator,on,add,set.kind,key,evidence,kind,learned,note,uid,on_behalf_of\n"
      "poc,mid-2020,+1,individual,A,https://example.org/a|minutes.pdf,press|contract,2020-02-01,"
      "\"a note, with \"\"quotes\"\"\r\nand a second line\",my-uid,a made-up office\n",
      sample_options());
  const Record record = only(rows);
  CHECK(record.kind == RecordKind::record);
  CHECK(record.number == 0);
  CHECK(record.uid == "my-uid");
  CHECK(record.subject == "poc");
  CHECK(record.happened.written == "mid-2020");
  CHECK(record.happened.latest == Date{2020, 7, 31});
  REQUIRE(record.amount);
  CHECK(record.amount->range == Interval::exactly(Decimal{1}));
  CHECK(record.dimensions == DimensionValues{{"kind", "individual"}});
  CHECK(record.key == "A");
  CHECK(record.evidence ==
        std::vector<Evidence>{{"https://example.org/a", "press"}, {"minutes.pdf", "contract"}});
  CHECK(record.learned == Date{2020, 2, 1});
  CHECK(record.on_behalf_of == "a made-up office");
  CHECK(rows.entries[0].note == "a note, with \"quotes\"\r\nand a second line");
  CHECK_FALSE(rows.entries[0].learned_by_default);
  CHECK(rows.indicators == std::vector<std::string>{"poc"});
}

TEST_CASE("JSON lines say the same as CSV", "[exchange]") {
  const auto csv = rows_of("a.csv",
                           "indicator,milestone,on,add,is,stage,set.kind,key,evidence,kind,note\n"
                           "poc,,2020-01-15,1,,,individual,A,a|b,press|contract,\"é\"\"\n\"\n"
                           "staff,,2020-01-15,,~20,,,,,,\n"
                           ",strategy,2020,,,draft,,,,,\n",
                           sample_options());
  const auto json = rows_of(
      "a.jsonl",
      "\xef\xbb\xbf"
      R"({"indicator":"poc","on":"2020-01-15","add":1,"set":{"kind":"individual"},"key":"A",)"
      R"("evidence":[{"text":"a","kind":"press"},{"text":"b","kind":"contract"}],)"
      R"("note":"\u00e9\"\n"})"
      "\r\n\n"
      R"( { "is" : "~20" , "indicator":"staff","on":"2020-01-15"})"
      "\n"
      R"({"milestone":"strategy","on":"2020","stage":"draft"})",
      sample_options());
  REQUIRE(csv.entries.size() == 3);
  REQUIRE(json.entries.size() == 3);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(csv.entries[i].record == json.entries[i].record);
    CHECK(csv.entries[i].note == json.entries[i].note);
  }
  CHECK(csv.indicators == std::vector<std::string>{"poc", "staff"});
  CHECK(json.indicators == csv.indicators);
}

TEST_CASE("CSV is read in the spellings of spreadsheets", "[exchange]") {
  const std::string text = GENERATE(
      "indicator,on,add\r\nvisits,2020-01-15,1\r\n", "indicator,on,add\nvisits,2020-01-15,1",
      "\xef\xbb\xbfindicator;on;add\nvisits;2020-01-15;1\n",
      "indicator\ton\tadd\nvisits\t2020-01-15\t1\n",
      "\"indicator\",\"on\",\"add\"\n\"visits\",\"2020-01-15\",\"1\"\n",
      "indicator,on,add\n\nvisits,2020-01-15,1\n,,\n\n", "add,on,indicator\n1,2020-01-15,visits\n",
      " indicator , on,add \n visits,2020-01-15 ,1\n", "indicator,on,add,\nvisits,2020-01-15,1,\n",
      "indicator,on,add,set.kind\nvisits,2020-01-15,1,\n");
  const auto rows = rows_of("a.csv", text, sample_options());
  const auto plain = rows_of("a.csv", kOneRow, sample_options());
  CHECK(only(rows) == only(plain));
}

TEST_CASE("a declared separator is taken at its word", "[exchange]") {
  auto options = sample_options();
  options.separator = ';';
  CHECK(rows_of("a.csv", "indicator;on;add\nvisits;2020-01-15;1\n", options).entries.size() == 1);
  CHECK_FALSE(read("a.csv", kOneRow, options));
}

TEST_CASE("a decimal comma is read where it is declared", "[exchange]") {
  auto options = sample_options();
  const std::string text = "indicator;on;add\nvisits;2020-01-15;1,5\n";
  CHECK_FALSE(read("a.csv", text, options));
  options.decimal_comma = true;
  CHECK(only(rows_of("a.csv", text, options)).amount->number == Decimal::scaled(15, 1));
  const auto range =
      only(rows_of("a.csv", "indicator;on;add\nvisits;2020-01-15;1,5..2,5\n", options));
  CHECK(range.amount->range == Interval{{Decimal::scaled(15, 1)}, {Decimal::scaled(25, 1)}});
  CHECK_FALSE(read("a.csv", "indicator;on;add\nvisits;2020-01-15;1.234,5\n", options));
  CHECK_FALSE(read("a.csv", "indicator;on;add\nvisits;2020-01-15;1.234\n", options));
  const auto json =
      rows_of("a.jsonl", R"({"indicator":"visits","on":"2020-01-15","add":1.5})", options);
  CHECK(only(json).amount->number == Decimal::scaled(15, 1));
}

TEST_CASE("columns are mapped or left out by name", "[exchange]") {
  auto options = sample_options();
  options.columns = {{"What", "indicator"}, {"When", "on"}, {"Colour", "-"}};
  CHECK(
      rows_of("a.csv", "What,When,add,Colour\nvisits,2020-01-15,1,red\n", options).entries.size() ==
      1);
  const auto missing = read("a.csv", "What,When,add\nvisits,2020-01-15,1\n", options);
  REQUIRE_FALSE(missing);
  CHECK(missing.error().at(0).code == "unknown-column");
}

TEST_CASE("numbers arrive as they were written", "[exchange]") {
  const std::string written =
      GENERATE("26.4", "999999999999999999", "1e-7", "0.1", "-0.000000000000000001", "1.5E+3");
  const auto csv =
      rows_of("a.csv", "indicator,on,add\nvisits,2020-01-15," + written + "\n", sample_options());
  const auto json =
      rows_of("a.jsonl", R"({"indicator":"visits","on":"2020-01-15","add":)" + written + "}",
              sample_options());
  CHECK(only(csv).amount->written == written);
  CHECK(only(csv).amount == only(json).amount);
  CHECK(only(csv).amount->number == Decimal::parse(written).value());
}

TEST_CASE("an instant is learned on the day that it has in the programme's zone", "[exchange]") {
  const auto [instant, day] = GENERATE(table<std::string, Date>({
      {"2020-01-20", Date{2020, 1, 20}},
      {"2020-01-20T22:59:59Z", Date{2020, 1, 20}},
      {"2020-01-20T23:00:00Z", Date{2020, 1, 21}},
      {"2020-01-20T23:30:00.123456+01:00", Date{2020, 1, 20}},
      {"2020-01-20T23:30-0500", Date{2020, 1, 21}},
      {"2020-03-01T00:00+02:00", Date{2020, 2, 29}},
  }));
  const auto rows = rows_of(
      "a.csv", "indicator,on,add,learned\nvisits,2020-01-15,1," + instant + "\n", sample_options());
  CHECK(only(rows).learned == day);
}

TEST_CASE("what is no instant is refused", "[exchange]") {
  const std::string instant =
      GENERATE("2020-01-20T23:30", "2020-01-20 23:30Z", "2020-01-20T24:00Z", "2020-01-20T23:60Z",
               "2020-01-20T23:30:60Z", "2020-01-20T23:30:00.Z", "2020-01-20T23:30Zulu",
               "2020-01-20T23:30+1", "2020-02-30T23:30Z", "2020-01-20T", "2020-01-20TZ");
  CAPTURE(instant);
  CHECK_FALSE(read("a.csv", "indicator,on,add,learned\nvisits,2020-01-15,1," + instant + "\n",
                   sample_options()));
}

TEST_CASE("what export defuses is undone", "[exchange]") {
  const auto [cell, note] = GENERATE(table<std::string, std::string>({
      {"'=1+1", "=1+1"},
      {"'-x", "-x"},
      {"'@a", "@a"},
      {"\"'\ta\"", "\ta"},
      {"'tis", "'tis"},
      {"'", "'"},
      {"\"''=1\"", "''=1"},
  }));
  const auto rows = rows_of("a.csv", "indicator,on,add,note\nvisits,2020-01-15,'+1," + cell + "\n",
                            sample_options());
  CHECK(rows.entries.at(0).note == note);
  CHECK(rows.entries.at(0).record.amount->written == "+1");
}

TEST_CASE("one kind stands for all pieces of evidence", "[exchange]") {
  const auto csv =
      rows_of("a.csv", "indicator,on,add,evidence,kind\nvisits,2020-01-15,1,a|b\\|c,press\n",
              sample_options());
  CHECK(only(csv).evidence == std::vector<Evidence>{{"a", "press"}, {"b|c", "press"}});
  const auto json = rows_of(
      "a.jsonl",
      R"({"indicator":"visits","on":"2020-01-15","add":1,"evidence":["a","b|c"],"kind":["press","x"]})",
      sample_options());
  CHECK(only(json).evidence == std::vector<Evidence>{{"a", "press"}, {"b|c", "x"}});
}

TEST_CASE("the same file gives the same uids, equal rows stay two", "[exchange]") {
  const std::string text = kOneRow + "visits,2020-01-15,1\nvisits,2020-01-15,2\n";
  auto options = sample_options();
  const auto first = uids(rows_of("a.csv", text, options));
  options.today = Date{2020, 6, 16};
  CHECK(uids(rows_of("other-name.csv", text, options)) == first);
  CHECK(first[0] != first[1]);
  CHECK(first[1] != first[2]);
  CHECK(first[0].size() == 64);
  CHECK(uids(rows_of("a.csv", kOneRow, options))[0] == first[0]);
}

TEST_CASE("every field is part of what a uid stands for", "[exchange]") {
  const std::string header =
      "indicator,milestone,on,add,is,stage,set.kind,key,evidence,kind,learned,"
      "note,on_behalf_of\n";
  const std::vector<std::string> rows{
      "poc,,2020,1,,,individual,A,,,,,",
      "poc,,2021,1,,,individual,A,,,,,",
      "poc,,2020,2,,,individual,A,,,,,",
      "poc,,2020,1,,,collective,A,,,,,",
      "poc,,2020,1,,,individual,B,,,,,",
      "poc,,2020,1,,,individual,A,e,,,,",
      "poc,,2020,1,,,individual,A,e,k,,,",
      "poc,,2020,1,,,individual,A,,,2020-06-15,,",
      "poc,,2020,1,,,individual,A,,,,note,",
      "poc,,2020,1,,,individual,A,,,,,office",
      "staff,,2020,,1,,,,,,,,",
      "visits,,2020,1,,,,,,,,,",
      ",strategy,2020,,,draft,,,,,,,",
      ",strategy,2020,,,adopted,,,,,,,",
  };
  std::string text = header;
  for (const std::string& row : rows) text += row + "\n";
  auto all = uids(rows_of("a.csv", text, sample_options()));
  std::sort(all.begin(), all.end());
  CHECK(std::unique(all.begin(), all.end()) == all.end());
  CHECK(all.size() == rows.size());
}

TEST_CASE("a learned day that is not given is today's and no part of the uid", "[exchange]") {
  const auto rows = rows_of("a.csv", kOneRow, sample_options());
  CHECK(only(rows).learned == Date{2020, 6, 15});
  CHECK(rows.entries[0].learned_by_default);
}

TEST_CASE("a uid may stand twice for the same row", "[exchange]") {
  CHECK(
      rows_of("a.csv", "uid,indicator,on,add\na,visits,2020,1\na,visits,2020,1\n", sample_options())
          .entries.size() == 2);
}
