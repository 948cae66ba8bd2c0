#include "rules/engine/ledger.hpp"
#include "tests/engine/draft.hpp"

#include <catch2/catch.hpp>

namespace jalon::engine {
namespace {

DimensionValues colours(std::initializer_list<std::string_view> values) {
  DimensionValues made;
  for (const std::string_view value : values) made.push_back({"colour", std::string{value}});
  return made;
}

}  // namespace

TEST_CASE("an attestation covers a set that is the same, or is named by nothing it fixes") {
  struct Row {
    DimensionValues attested, where;
    bool covered;
  };
  const Row row = GENERATE(values<Row>({
      {{}, colours({"blue", "red"}), true},
      {colours({"red"}), colours({"blue", "red"}), false},
      {colours({"red"}), colours({"red"}), true},
      {colours({"blue", "red"}), colours({"blue", "red"}), true},
      {colours({"blue", "red"}), colours({"red"}), false},
      {colours({"blue", "red"}), colours({"blue", "green", "red"}), false},
      {colours({"blue", "green", "red"}), colours({"blue", "red"}), false},
      {colours({"blue", "red"}), {}, false},
      {colours({"blue", "red"}), dims({{"colour", "blue"}, {"colour", "red"}, {"region", "north"}}),
       true},
      {dims({{"colour", "blue"}, {"colour", "red"}, {"region", "north"}}), colours({"blue", "red"}),
       false},
  }));
  CHECK(covers(row.attested, row.where) == row.covered);
  Attestations attestations;
  Record record;
  record.happened = when("2020-06-30");
  attestations.add(row.attested, record);
  CHECK((attestations.through(row.where) == day_of(day("2020-06-30"))) == row.covered);
  CHECK(attestations.covering(row.where).size() == (row.covered ? 1 : 0));
}

TEST_CASE("scopes agree if each dimension that both name has a value in common") {
  struct Row {
    DimensionValues a, b;
    bool compatible;
  };
  const Row row = GENERATE(values<Row>({
      {{}, {}, true},
      {{}, colours({"red"}), true},
      {colours({"red"}), colours({"blue", "red"}), true},
      {colours({"green"}), colours({"blue", "red"}), false},
      {colours({"blue", "green"}), colours({"blue", "red"}), true},
      {colours({"green", "pink"}), colours({"blue", "red"}), false},
      {dims({{"region", "north"}}), colours({"blue", "red"}), true},
      {dims({{"colour", "red"}, {"region", "north"}}),
       dims({{"colour", "blue"}, {"colour", "red"}, {"region", "south"}}), false},
  }));
  CHECK(compatible(row.a, row.b) == row.compatible);
  CHECK(compatible(row.b, row.a) == row.compatible);
}

TEST_CASE("one more value narrows a set") {
  CHECK(with(colours({"blue", "red"}), {"colour", "red"}) == colours({"red"}));
  CHECK(with(colours({"blue", "red"}), {"region", "north"}) ==
        dims({{"colour", "blue"}, {"colour", "red"}, {"region", "north"}}));
  CHECK(with({}, {"colour", "red"}) == colours({"red"}));
}

}  // namespace jalon::engine
