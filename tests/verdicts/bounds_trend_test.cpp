#include "tests/verdicts/table.hpp"

#include <catch2/catch.hpp>

namespace jalon::engine {
namespace {

Draft turning(bool increase, std::string_view reading) {
  Draft draft;
  draft.stock("level");
  draft.target("turn", "level", Trend{increase}, by("2020-12-31")).baseline =
      Baseline{number("20"), {}};
  draft.add("level", "2020-06-01", reading);
  return draft;
}

}  // namespace

TEST_CASE("bounds trend: a trend wants a value beyond the baseline, by however little") {
  struct Row {
    bool increase;
    std::string_view value;
    std::string_view on_due_day;
    std::string_view after;
  };
  const Row row = GENERATE(values<Row>({
      {true, "20.1", "met (on-record)", "met (on-record)"},
      {true, "20", "pending (on-record)", "missed (on-record)"},
      {true, "19.9", "pending (on-record)", "missed (on-record)"},
      {true, ">20", "met (on-record)", "met (on-record)"},
      {true, ">=20", "pending (vague-value)", "overdue (vague-value)"},
      {true, "<=20", "pending (on-record)", "missed (on-record)"},
      {true, "19..21", "pending (vague-value)", "overdue (vague-value)"},
      {true, "18..20", "pending (on-record)", "missed (on-record)"},
      {true, "20..21", "pending (vague-value)", "overdue (vague-value)"},
      {true, "20.1..21", "met (on-record)", "met (on-record)"},
      {false, "20..21", "pending (on-record)", "missed (on-record)"},
      {false, "19..20", "pending (vague-value)", "overdue (vague-value)"},
      {false, "18..19.9", "met (on-record)", "met (on-record)"},
      {false, ">20", "pending (on-record)", "missed (on-record)"},
      {false, "19.9", "met (on-record)", "met (on-record)"},
      {false, "20", "pending (on-record)", "missed (on-record)"},
      {false, "<20", "met (on-record)", "met (on-record)"},
      {false, "<=20", "pending (vague-value)", "overdue (vague-value)"},
      {false, ">=20", "pending (on-record)", "missed (on-record)"},
  }));
  CAPTURE(row.increase, row.value);
  const Draft draft = turning(row.increase, row.value);
  CHECK(reading(draft.judge("turn", "2020-12-31")) == row.on_due_day);
  CHECK(reading(draft.judge("turn", "2021-01-01")) == row.after);
}

TEST_CASE("bounds trend: a trend shows a value, and no goal, gap, surplus or progress") {
  for (const std::string_view as_of : {"2020-05-01", "2020-12-31"}) {
    for (const bool increase : {true, false}) {
      Draft draft = turning(increase, "25");
      draft.programme.targets[0].expect_linear = true;
      const Verdict verdict = draft.judge("turn", as_of);
      CAPTURE(as_of, increase);
      CHECK(text(verdict.goal) == "null");
      CHECK(text(verdict.gap) == "null");
      CHECK(text(verdict.surplus) == "null");
      CHECK(text(verdict.progress) == "null");
      CHECK(verdict.outlook == Outlook{});
    }
  }
  CHECK(text(turning(false, "18..19").judge("turn", "2020-12-31").value) == "19");
  CHECK(text(turning(true, "21..22").judge("turn", "2020-12-31").value) == "21");
}

TEST_CASE("bounds trend: a falling trend of a flow follows the table, unlike a limit") {
  Draft draft;
  draft.flow("cases");
  draft.target("fewer", "cases", Trend{false}, during("2020")).baseline = Baseline{number("5"), {}};
  draft.add("cases", "2020-02-01", "4");
  CHECK(status(draft.judge("fewer", "2020-03-01")) == "met");
  draft.add("cases", "2020-04-01", "1");
  CHECK(status(draft.judge("fewer", "2020-12-31")) == "pending");
  CHECK(status(draft.judge("fewer", "2021-01-01")) == "missed");
}

TEST_CASE("bounds trend: the baseline of a flow is left by its first amount, and regained") {
  Draft draft;
  draft.flow("n");
  draft.target("t", "n", Trend{true}, by("2020-06-30")).baseline = Baseline{number("5"), {}};
  check(draft, {
                   {"at the baseline, then above it",
                    {"2020-02-01 n 5", "2020-06-30 n 0.1"},
                    {{"2020-06-29", "pending"}, {"2020-06-30", "met; reached_on 2020-06-30"}}},
                   {"above it a day late",
                    {"2020-02-01 n 5", "2020-07-01 n 0.1"},
                    {{"2020-07-01", "met-late; days_late 1"}}},
               });
}

}  // namespace jalon::engine
