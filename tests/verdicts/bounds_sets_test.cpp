#include "tests/verdicts/table.hpp"

#include <catch2/catch.hpp>

namespace jalon::engine {
namespace {

DimensionValues any_of(std::initializer_list<std::string_view> values) {
  DimensionValues made;
  for (const std::string_view value : values) made.push_back({"colour", std::string{value}});
  return made;
}

/// Boxes by colour and region.
Draft boxes(Completeness completeness = Completeness::assumed) {
  Draft draft;
  Indicator& flow = draft.flow("n");
  flow.completeness = completeness;
  flow.dimensions = {{"colour", true, {}}, {"region", true, {}}};
  return draft;
}

Verdict boxed(Draft draft, DimensionValues where, std::string_view as_of) {
  draft.target("t", "n", at_least("100"), by("2020-06-30")).where = std::move(where);
  return draft.judge("t", as_of);
}

}  // namespace

TEST_CASE(
    "bounds sets: several values of one dimension let in any of them, of two dimensions any pair") {
  Draft draft = boxes();
  int amount = 1;
  for (const char* colour : {"red", "blue", "green"}) {
    for (const char* region : {"north", "south", "west"}) {
      draft.add("n", "2020-02-01", std::to_string(amount),
                dims({{"colour", colour}, {"region", region}}));
      amount *= 2;
    }
  }
  struct Row {
    DimensionValues where;
    std::string_view value;
  };
  const Row row = GENERATE(values<Row>({
      {{}, "511"},
      {any_of({"red"}), "7"},
      {any_of({"blue", "red"}), "63"},
      {any_of({"blue", "green", "red"}), "511"},
      {any_of({"mauve", "red"}), "7"},
      {any_of({"mauve", "pink"}), "null"},
      {dims({{"colour", "red"}, {"region", "north"}}), "1"},
      {dims({{"colour", "blue"}, {"colour", "red"}, {"region", "south"}}), "18"},
      {dims({{"colour", "blue"}, {"colour", "red"}, {"region", "north"}, {"region", "west"}}),
       "45"},
      {dims({{"region", "north"}, {"region", "west"}}), "365"},
  }));
  const Verdict verdict = boxed(draft, row.where, "2020-03-01");
  CHECK(text(verdict.value) == row.value);
}

TEST_CASE("bounds sets: a value of one dimension cannot pass for that of another") {
  Draft draft = boxes();
  draft.add("n", "2020-02-01", "1", dims({{"colour", "a"}, {"region", "b"}}));
  draft.add("n", "2020-02-01", "2", dims({{"colour", "b"}, {"region", "a"}}));
  draft.add("n", "2020-02-01", "4", dims({{"colour", "a;1:b"}, {"region", "a"}}));
  const DimensionValues where = dims({{"colour", "a"}, {"colour", "c"}, {"region", "b"}});
  CHECK(text(boxed(draft, where, "2020-03-01").value) == "1");
}

TEST_CASE("bounds sets: the records of a set come in one order, so keys count once in it") {
  Draft draft = boxes();
  draft.programme.indicators[0].key = "box";
  draft.add("n", "2020-03-01", "1", any_of({"red"})).key = "b1";
  draft.add("n", "2020-02-01", "1", any_of({"blue"})).key = "b1";
  draft.add("n", "2020-02-15", "1", any_of({"red"})).key = "b1";
  draft.add("n", "2020-04-01", "-1", any_of({"red"})).key = "b1";
  CHECK(text(boxed(draft, any_of({"blue", "red"}), "2020-03-15").value) == "2");
  CHECK(text(boxed(draft, any_of({"blue", "red"}), "2020-04-15").value) == "1");
}

TEST_CASE("bounds sets: a zero report speaks of every set that it does not exclude") {
  struct Row {
    DimensionValues reported;
    std::string_view where_red_or_blue;
  };
  const Row row = GENERATE(values<Row>({
      {{}, "0"},
      {any_of({"red"}), "0"},
      {any_of({"green"}), "null"},
      {dims({{"region", "north"}}), "0"},
      {dims({{"colour", "green"}, {"region", "north"}}), "null"},
  }));
  Draft draft = boxes();
  draft.add("n", "2020-02-01", "0", row.reported);
  CHECK(text(boxed(draft, any_of({"blue", "red"}), "2020-03-01").value) == row.where_red_or_blue);
}

TEST_CASE(
    "bounds sets: attestations of two values do not add up to a set of both, one on its target "
    "does") {
  Draft draft = boxes(Completeness::attested);
  draft.target("set", "n", at_least("1"), by("2020-06-30")).where = any_of({"blue", "red"});
  draft.target("red", "n", at_least("1"), by("2020-06-30")).where = any_of({"red"});
  draft.attest("n", "2020-06-30", any_of({"blue"}));
  CHECK(reading(draft.judge("red", "2020-07-01")) == "overdue (no-data)");
  draft.attest("n", "2020-06-30", any_of({"red"}));
  CHECK(reading(draft.judge("red", "2020-07-01")) == "missed (on-record)");
  CHECK(reading(draft.judge("set", "2020-07-01")) == "overdue (no-data)");
  draft.attest("set", "2020-06-30");
  CHECK(reading(draft.judge("set", "2020-07-01")) == "missed (on-record)");
}

TEST_CASE("bounds sets: under attested a zero report of one value leaves the set open") {
  Draft draft = boxes(Completeness::attested);
  draft.add("n", "2020-06-30", "0", any_of({"red"}));
  CHECK(reading(boxed(draft, any_of({"blue", "red"}), "2020-07-01")) == "overdue (incomplete)");
  CHECK(reading(boxed(draft, any_of({"red"}), "2020-07-01")) == "missed (on-record)");
}

TEST_CASE("bounds sets: members are told apart within a set") {
  Draft draft = boxes();
  draft.target("each", "n", at_least("2"), ForEach{"colour", 30}).where = any_of({"blue", "red"});
  draft.add("n", "2020-02-01", "1", any_of({"red"}));
  draft.add("n", "2020-02-02", "2", any_of({"blue"}));
  draft.add("n", "2020-02-03", "9", any_of({"green"}));
  const Evaluation evaluation = draft.evaluate("2020-04-01");
  REQUIRE(evaluation.find("each[colour=red]") != nullptr);
  REQUIRE(evaluation.find("each[colour=blue]") != nullptr);
  CHECK(evaluation.find("each[colour=green]") == nullptr);
  CHECK(text(evaluation.find("each[colour=red]")->value) == "1");
  CHECK(text(evaluation.find("each[colour=blue]")->value) == "2");
}

}  // namespace jalon::engine
