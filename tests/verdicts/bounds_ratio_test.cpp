#include "tests/verdicts/table.hpp"

#include <catch2/catch.hpp>

namespace jalon::engine {
namespace {

/// 80 of a head count that is 100, then 200, then, after a year without one, 50.
Draft share_of_the_year(Ratio::Pick pick) {
  Draft draft;
  draft.stock("done").freshness = {5000, 5000};
  draft.series("heads", {{"2020-02-01", "100"}, {"2020-10-01", "200"}, {"2022-03-01", "50"}});
  draft.ratio("share", "done", "heads", "%");
  std::get<Ratio>(draft.programme.indicators[1].measure).pick = pick;
  draft.target("t", "share", at_least("50"), undated());
  draft.add("done", "2019-06-01", "80");
  return draft;
}

/// 80 of a level that is read twice in one year and not in the next.
Draft share_of_a_level() {
  Draft draft;
  draft.stock("done").freshness = {5000, 5000};
  draft.stock("heads").freshness = {5000, 5000};
  draft.ratio("share", "done", "heads", "%");
  std::get<Ratio>(draft.programme.indicators[2].measure).pick = Ratio::Pick::same_year;
  draft.target("t", "share", at_least("50"), undated());
  draft.add("done", "2019-06-01", "80");
  draft.add("heads", "2020-02-01", "100");
  draft.add("heads", "2020-10-01", "200");
  draft.add("heads", "2022-03-01", "50");
  return draft;
}

}  // namespace

TEST_CASE("bounds ratio: a share is compared unrounded") {
  Draft draft;
  draft.flow("trained");
  draft.series("people", {{"2020-01-01", "11492641"}});
  draft.ratio("share", "trained", "people", "%");
  draft.target("t", "share", at_least("1"), by("2020-12-31"));
  check(draft, {
                   {"114 926 are less than 1 % of 11 492 641",
                    {"2020-02-01 trained 114926"},
                    {{"2021-01-01", "missed; value 0.9999; gap 0.0001"}}},
                   {"114 927 are more",
                    {"2020-02-01 trained 114927"},
                    {{"2021-01-01", "met; value 1; gap 0; surplus 0"}}},
               });
}

TEST_CASE("bounds ratio: without a denominator nothing is said, with one a third is cut down") {
  Draft draft;
  draft.flow("done");
  draft.stock("all");
  draft.ratio("share", "done", "all", "%");
  draft.target("t", "share", at_least("33.3334"), by("2020-06-30"));
  check(draft, {{"one of nobody knows how many",
                 {"2020-02-01 done 1"},
                 {{"2020-07-01", "overdue (no-denominator); value null; gap null"}}},
                {"one of three",
                 {"2020-02-01 done 1", "2020-02-01 all 3"},
                 {{"2020-07-01",
                   "missed (on-record); value 33.3333; gap 0.0001; progress 0.9999; "
                   "records 1 2"}}}});
}

TEST_CASE(
    "bounds ratio: reference data is read at its latest value, or at the last one of the year") {
  struct Row {
    std::string_view as_of, latest, same_year;
  };
  const Row row = GENERATE(values<Row>({
      {"2019-12-31", "null", "null"},
      {"2020-01-01", "null", "40"},
      {"2020-01-31", "null", "40"},
      {"2020-02-01", "80", "40"},
      {"2020-09-30", "80", "40"},
      {"2020-10-01", "40", "40"},
      {"2020-12-31", "40", "40"},
      {"2021-01-01", "40", "null"},
      {"2021-12-31", "40", "null"},
      {"2022-01-01", "40", "160"},
      {"2022-02-28", "40", "160"},
      {"2022-03-01", "160", "160"},
      {"2023-01-01", "160", "null"},
  }));
  CAPTURE(row.as_of);
  const Draft latest = share_of_the_year(Ratio::Pick::latest);
  CHECK(text(latest.judge("t", row.as_of).value) == row.latest);
  const Draft same_year = share_of_the_year(Ratio::Pick::same_year);
  const Verdict verdict = same_year.judge("t", row.as_of);
  CHECK(text(verdict.value) == row.same_year);
  if (row.same_year == "null") CHECK(reading(verdict) == "pending (no-denominator)");
}

TEST_CASE(
    "bounds ratio: a figure of the year holds from New Year, and so does what is reached by it") {
  const Draft draft = share_of_the_year(Ratio::Pick::same_year);
  CHECK(text(draft.judge("t", "2022-12-31").reached_on) == "2022-01-01");
  Draft lower = share_of_the_year(Ratio::Pick::same_year);
  lower.programme.targets[0].comparison = at_least("40");
  CHECK(text(lower.judge("t", "2020-12-31").reached_on) == "2020-01-01");
  CHECK(status(lower.judge("t", "2021-01-01")) == "pending");
}

TEST_CASE(
    "bounds ratio: of a level the last reading of the year up to the day is the denominator") {
  struct Row {
    std::string_view as_of, value;
    std::vector<std::int64_t> records;
  };
  const Row row = GENERATE(values<Row>({
      {"2019-12-31", "null", {1}},
      {"2020-01-31", "null", {1}},
      {"2020-02-01", "80", {1, 2}},
      {"2020-09-30", "80", {1, 2}},
      {"2020-10-01", "40", {1, 3}},
      {"2020-12-31", "40", {1, 3}},
      {"2021-01-01", "null", {1}},
      {"2022-02-28", "null", {1}},
      {"2022-03-01", "160", {1, 4}},
      {"2022-12-31", "160", {1, 4}},
      {"2023-01-01", "null", {1}},
  }));
  CAPTURE(row.as_of);
  const Verdict verdict = share_of_a_level().judge("t", row.as_of);
  CHECK(text(verdict.value) == row.value);
  CHECK(verdict.records == row.records);
  if (row.value == "null") CHECK(reading(verdict) == "pending (no-denominator)");
}

TEST_CASE(
    "bounds ratio: a reading of New Year's Eve ends with the year, one of New Year begins it") {
  struct Row {
    std::string_view read, as_of, value;
  };
  const Row row = GENERATE(values<Row>({
      {"2020-12-31", "2020-12-30", "40"},
      {"2020-12-31", "2020-12-31", "20"},
      {"2020-12-31", "2021-01-01", "null"},
      {"2021-01-01", "2020-12-31", "40"},
      {"2021-01-01", "2021-01-01", "20"},
      {"2021-01-01", "2021-12-31", "20"},
      {"2021-01-01", "2022-01-01", "null"},
  }));
  CAPTURE(row.read, row.as_of);
  Draft draft = share_of_a_level();
  draft.add("heads", row.read, "400");
  CHECK(text(draft.judge("t", row.as_of).value) == row.value);
}

TEST_CASE("bounds ratio: a reading that runs over New Year belongs to the year in which it ends") {
  Draft draft = share_of_a_level();
  draft.add("heads", "2020-12-20/2021-01-10", "400");
  CHECK(text(draft.judge("t", "2020-12-31").bounds) == "[20, 40]");
  CHECK(text(draft.judge("t", "2021-01-01").value) == "null");
  CHECK(text(draft.judge("t", "2021-01-09").value) == "null");
  CHECK(text(draft.judge("t", "2021-01-10").bounds) == "[20, 20]");
}

TEST_CASE(
    "bounds ratio: a denominator that may come as near to zero as one likes leaves the top open") {
  struct Row {
    std::string_view made, bounds;
  };
  const Row row = GENERATE(values<Row>({
      {"5", "(0, null]"},
      {"-5", "[null, 0)"},
  }));
  CAPTURE(row.made);
  Draft draft;
  draft.flow("made");
  draft.stock("people");
  draft.ratio("made-each", "made", "people", "PoC");
  draft.target("t", "made-each", at_least("10"), by("2020-12-31"));
  draft.add("made", "2020-02-01", row.made);
  draft.add("people", "2020-02-01", ">0");
  CHECK(text(draft.judge("t", "2020-12-31").bounds) == row.bounds);
}

}  // namespace jalon::engine
