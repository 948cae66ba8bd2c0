#include "rules/engine/measurer.hpp"
#include "tests/engine/pairs.hpp"

#include <catch2/catch.hpp>

namespace jalon::engine {
namespace {

/// What an indicator measures in 2020.
Measured measured(const Draft& draft, std::uint32_t indicator, std::string_view as_of) {
  const Facts facts = facts_at(draft.log, {day(as_of), day("9999-12-31"), {}});
  Ledger ledger{draft.programme, facts};
  Measurer measurer{draft.programme, ledger, day_of(day(as_of))};
  return measurer.measure({indicator}, {}, {day_of(day("2020-01-01")), kDusk});
}

}  // namespace

TEST_CASE("only a sum of flows is a flow, and every kind knows whether there is a flow in it") {
  Draft draft;
  draft.flow("a");
  draft.flow("b");
  draft.stock("c");
  draft.stock("d");
  draft.sum("flows", {"a", "b"});
  draft.sum("mixed", {"a", "c"});
  draft.sum("levels", {"c", "d"});
  draft.difference("left", "a", "b");
  draft.ratio("share", "c", "b", "%");
  struct Row {
    std::uint32_t indicator;
    bool is_flow, contains_flow, is_ratio;
  };
  const Row row = GENERATE(values<Row>({
      {0, true, true, false},
      {2, false, false, false},
      {4, true, true, false},
      {5, false, true, false},
      {6, false, false, false},
      {7, false, true, false},
      {8, false, true, true},
  }));
  CAPTURE(draft.programme.indicators[row.indicator].id);
  const Measured one = measured(draft, row.indicator, "2020-06-30");
  CHECK(one.is_flow() == row.is_flow);
  CHECK(one.contains_flow() == row.contains_flow);
  CHECK(one.is_ratio() == row.is_ratio);
}

TEST_CASE("one part on record is something in scope, and the other is still missed") {
  struct Row {
    std::string_view gifts, fees;
    bool no_data, lacks_part;
  };
  const Row row = GENERATE(values<Row>({
      {"6", "4", false, false},
      {"6", kSilent, false, true},
      {kSilent, "4", false, true},
      {kSilent, kSilent, true, true},
  }));
  CAPTURE(row.gifts, row.fees);
  const Draft draft = two_flows(row.gifts, row.fees);
  for (const std::uint32_t indicator : {2U, 3U}) {
    const Measured one = measured(draft, indicator, "2020-06-30");
    const State state = state_at(one, day_of(day("2020-06-30")));
    CHECK(state.no_data == row.no_data);
    CHECK(state.lacks_part == row.lacks_part);
    CHECK(one.has_something(day_of(day("2020-06-30"))) == !row.no_data);
  }
}

TEST_CASE("the doubts of every part are doubts of the whole") {
  Draft draft = two_levels("6", "~4");
  draft.programme.indicators[0].freshness = {10, 20};
  draft.add("beech", "2020-03-01", "~4");
  const State stale = state_at(measured(draft, 2, "2020-03-22"), day_of(day("2020-03-22")));
  CHECK(stale.doubts.stale);
  CHECK(stale.doubts.vague_value);
  CHECK_FALSE(stale.lo.at);
}

}  // namespace jalon::engine
