#include "tests/verdicts/table.hpp"

#include <catch2/catch.hpp>

namespace jalon::engine {
namespace {

/// The standard is 10 from 2020 and 20 from 2021 on; the level is 15.
Draft standard(bool limit, TimeClause time) {
  Draft draft;
  draft.stock("level");
  draft.series("standard", {{"2020-01-01", "10"}, {"2021-01-01", "20"}});
  const GoalSource source{Ref<Series>{0}, {}};
  draft.target("keep-up", "level",
               limit ? Comparison{AtMost{{}, source}} : Comparison{AtLeast{{}, source}},
               std::move(time));
  draft.add("level", "2019-06-01", "15");
  draft.programme.indicators[0].freshness = {4000, 4000};
  return draft;
}

}  // namespace

TEST_CASE("bounds goals: a goal from a series is its latest value by the judged day") {
  struct Row {
    bool limit;
    TimeClause time;
    std::string_view as_of;
    std::string_view reading;
    std::string_view goal;
    std::string_view gap;
  };
  const std::vector<Row> rows{
      {false, by("2020-12-31"), "2019-12-31", "pending (no-data)", "null", "null"},
      {false, by("2020-12-31"), "2020-01-01", "met (on-record)", "10", "0"},
      {false, by("2020-12-31"), "2021-02-01", "met (on-record)", "10", "0"},
      {false, by("2021-06-30"), "2020-12-31", "met (on-record)", "10", "0"},
      {false, by("2021-06-30"), "2021-01-01", "pending (on-record)", "20", "5"},
      {false, by("2021-06-30"), "2022-01-01", "missed (on-record)", "20", "5"},
      {false, by("2019-12-30"), "2020-02-01", "overdue (no-data)", "null", "null"},
      {true, by("2019-12-30"), "2020-02-01", "overdue (no-data)", "null", "null"},
      {true, by("2020-12-31"), "2021-02-01", "missed (on-record)", "10", "5"},
      {true, undated(), "2021-02-01", "met (on-record)", "20", "0"},
      {false, undated(), "2021-02-01", "pending (on-record)", "20", "5"},
      {false, Hold{}, "2019-12-31", "unknown (no-data)", "null", "null"},
      {false, Hold{}, "2020-12-31", "met (on-record)", "10", "0"},
      {false, Hold{}, "2021-01-01", "missed (on-record)", "20", "5"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.limit, row.as_of, row.reading);
    const Verdict verdict = standard(row.limit, row.time).judge("keep-up", row.as_of);
    CHECK(reading(verdict) == row.reading);
    CHECK(text(verdict.goal) == row.goal);
    CHECK(text(verdict.gap) == row.gap);
    CHECK(text(verdict.value) == "15");
  }
}

TEST_CASE("bounds goals: a limit on a flow is open while its series says nothing") {
  Draft draft;
  draft.flow("spent");
  draft.series("ceiling", {{"2030-01-01", "10"}});
  draft.target("cap", "spent", AtMost{{}, {Ref<Series>{0}, {}}}, by("2020-12-31")).expect_linear =
      true;
  draft.add("spent", "2020-02-01", "500");
  const Verdict verdict = draft.judge("cap", "2020-06-01");
  CHECK(reading(verdict) == "pending (no-data)");
  CHECK(text(verdict.surplus) == "null");
  CHECK(text(verdict.progress) == "null");
  CHECK(verdict.outlook == Outlook{});
  CHECK(reading(draft.judge("cap", "2021-06-01")) == "overdue (no-data)");
}

TEST_CASE(
    "bounds goals: a goal that is not known yet is the reason before a denominator that is "
    "missing") {
  Draft draft;
  draft.flow("made");
  draft.stock("people");
  draft.ratio("made-each", "made", "people", "PoC");
  draft.series("standard", {{"2030-01-01", "10"}});
  draft.target("far", "made-each", AtLeast{{}, {Ref<Series>{0}, {}}}, by("2020-12-31"));
  draft.target("near", "made-each", at_least("10"), by("2020-12-31"));
  draft.add("made", "2020-02-01", "500");
  CHECK(reading(draft.judge("far", "2021-06-01")) == "overdue (no-data)");
  CHECK(reading(draft.judge("near", "2021-06-01")) == "overdue (no-denominator)");
}

TEST_CASE("bounds goals: a tolerance in percent is of the goal that the series says") {
  Draft draft = standard(false, by("2021-06-30"));
  draft.programme.targets[0].tolerance = Tolerance{number("25"), true};
  const Verdict verdict = draft.judge("keep-up", "2022-01-01");
  CHECK(status(verdict) == "met");
  CHECK(verdict.within_tolerance);
}

TEST_CASE(
    "bounds goals: the goal of a first period that began late is multiplied, its tolerance is "
    "not") {
  struct Row {
    Per::Share share;
    Comparison comparison;
    std::optional<Tolerance> tolerance;
    std::string_view value;
    std::string_view status;
    std::string_view goal;
  };
  const Per::Share half{Decimal::scaled(5, 1), Decimal{1}};
  const Per::Share days{Decimal{275}, Decimal{365}};  // of 80: 60.27397...
  const Tolerance tenth{number("10"), true};
  const std::vector<Row> rows{
      {half, at_least("80"), {}, "40", "met", "40"},
      {half, at_least("80"), {}, "39.9", "missed", "40"},
      {half, at_least("80"), tenth, "32", "met", "40"},
      {half, at_least("80"), tenth, "31.9", "missed", "40"},
      {half, at_least("80"), Tolerance{number("3")}, "37", "met", "40"},
      {half, at_least("80"), Tolerance{number("3")}, "36.9", "missed", "40"},
      {days, at_least("80"), {}, "60.2739", "missed", "60.274"},
      {days, at_least("80"), {}, "60.274", "met", "60.274"},
      {days, at_most("80"), {}, "60.2739", "met", "60.2739"},
      {days, at_most("80"), {}, "60.274", "missed", "60.2739"},
      {half, between("80", "90"), {}, "45", "met", "40"},
      {half, between("80", "90"), {}, "45.1", "missed", "40"},
  };
  for (const Row& row : rows) {
    Draft draft;
    draft.flow("spent");
    Target& target = draft.target("floor", "spent", row.comparison, per_year("2019"));
    std::get<Per>(target.time).first_share = row.share;
    target.tolerance = row.tolerance;
    draft.add("spent", "2019-06-01", row.value);
    CAPTURE(row.value, row.goal, row.status);
    const Verdict first = draft.judge("floor[2019]", "2020-01-01");
    CHECK(status(first) == row.status);
    CHECK(text(first.goal) == row.goal);
    const Verdict second = draft.judge("floor[2020]", "2020-02-01");
    CHECK(text(second.goal) == "80");
  }
}

TEST_CASE("bounds goals: an exact goal from a series is the one of the due day") {
  Draft draft;
  draft.stock("n");
  draft.series("norm", {{"2020-01-01", "10"}, {"2020-07-01", "20"}});
  draft.target("t", "n", Exactly{{}, {Ref<Series>{0}, {}}}, by("2020-06-30"));
  draft.target("u", "n", Exactly{{}, {Ref<Series>{0}, {}}}, by("2020-07-01"));
  check(draft, {{"ten",
                 {"2019-06-01 n 10"},
                 {{"2019-12-31", "pending (no-data); goal null; gap null"},
                  {"2020-06-30", "met; goal 10"},
                  {"2020-07-01", "met; goal 10; gap 0"},
                  {"u on 2020-06-30", "met; goal 10"},
                  {"u on 2020-07-01", "pending; goal 20; gap 10"},
                  {"u on 2020-07-02", "missed; goal 20; gap 10"}}}});
}

}  // namespace jalon::engine
