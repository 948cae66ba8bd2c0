#include "tests/verdicts/table.hpp"

#include <catch2/catch.hpp>

namespace jalon::engine {
namespace {

Verdict tolerated(const Comparison& comparison, const Tolerance& tolerance,
                  std::string_view value) {
  Draft draft;
  draft.stock("level");
  draft.target("near", "level", comparison, by("2020-12-31")).tolerance = tolerance;
  draft.add("level", "2020-06-01", value);
  return draft.judge("near", "2021-01-01");
}

}  // namespace

TEST_CASE(
    "bounds tolerance: a tolerance widens the goal, and the verdict says that it was needed") {
  struct Row {
    Comparison comparison;
    Tolerance tolerance;
    std::string_view value;
    std::string_view status;
    bool within;
    std::string_view gap;
  };
  const Tolerance three{number("3")};
  const Tolerance tenth{number("10"), true};
  const std::vector<Row> rows{
      {at_least("50"), three, "50", "met", false, "0"},
      {at_least("50"), three, "47", "met", true, "0"},
      {at_least("50"), three, "46.9", "missed", false, "3.1"},
      {at_least("50"), tenth, "45", "met", true, "0"},
      {at_least("50"), tenth, "44.9", "missed", false, "5.1"},
      {at_least("-50"), tenth, "-55", "met", true, "0"},
      {at_least("-50"), tenth, "-55.1", "missed", false, "5.1"},
      {at_most("50"), three, "50", "met", false, "0"},
      {at_most("50"), three, "53", "met", true, "0"},
      {at_most("50"), three, "53.1", "missed", false, "3.1"},
      {at_most("50"), tenth, "55", "met", true, "0"},
      {at_most("50"), tenth, "55.1", "missed", false, "5.1"},
      {at_most("-50"), tenth, "-45", "met", true, "0"},
      {at_most("-50"), tenth, "-44.9", "missed", false, "5.1"},
      {at_least("0"), tenth, "0", "met", false, "0"},
      {at_least("0"), tenth, "-0.1", "missed", false, "0.1"},
      {at_least("50"), three, ">47", "met", true, "0"},
      {at_least("50"), three, "<47", "missed", false, "3"},
      {at_least("50"), three, ">=50", "met", false, "0"},
      {at_least("50"), three, "<=47", "overdue", false, "3"},
      {at_least("50"), three, "46.9..60", "overdue", false, "3.1"},
      {at_most("50"), three, "52..53", "met", true, "0"},
      {exactly("50"), tenth, "50", "met", false, "0"},
      {exactly("50"), tenth, "55.1", "missed", false, "5.1"},
      {exactly("50"), tenth, "55", "met", true, "0"},
      {exactly("50"), tenth, "45", "met", true, "0"},
      {exactly("50"), tenth, "44", "missed", false, "6"},
      {exactly("50"), tenth, "45..55", "met", true, "0"},
      {between("40", "50"), three, "37", "met", true, "0"},
      {between("40", "50"), three, "40", "met", false, "0"},
      {between("40", "50"), three, "53", "met", true, "0"},
      {between("40", "50"), three, "53.5", "missed", false, "3.5"},
      {between("40", "50"), tenth, "54", "met", true, "0"},
      {between("40", "50"), tenth, "54.1", "missed", false, "4.1"},
      {between("40", "50"), tenth, "36", "met", true, "0"},
      {between("40", "50"), tenth, "35.9", "missed", false, "4.1"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.value, row.status, row.gap);
    const Verdict verdict = tolerated(row.comparison, row.tolerance, row.value);
    CHECK(status(verdict) == row.status);
    CHECK(verdict.within_tolerance == row.within);
    CHECK(text(verdict.gap) == row.gap);
  }
}

TEST_CASE("bounds tolerance: a limit on a flow is broken beyond its tolerance only") {
  Draft draft;
  draft.flow("spent");
  draft.target("cap", "spent", at_most("100"), during("2020")).tolerance =
      Tolerance{number("5"), true};
  draft.add("spent", "2020-02-01", "105");
  CHECK(status(draft.judge("cap", "2020-03-01")) == "pending");
  const Verdict closed = draft.judge("cap", "2020-12-31");
  CHECK(status(closed) == "met");
  CHECK(closed.within_tolerance);
  draft.add("spent", "2020-02-02", "0.1");
  const Verdict broken = draft.judge("cap", "2020-03-01");
  CHECK(status(broken) == "missed");
  CHECK(text(broken.since) == "2020-02-02");
  CHECK(text(broken.gap) == "5.1");
}

TEST_CASE("bounds tolerance: of a met-late verdict it speaks of the day it was reached on") {
  Draft draft;
  draft.flow("n");
  draft.target("t", "n", at_least("50"), by("2020-06-30")).tolerance = Tolerance{number("3")};
  check(draft, {
                   {"within it, a day late",
                    {"2020-06-01 n 46.9", "2020-07-01 n 0.1", "2020-08-01 n 9"},
                    {{"2020-06-30", "pending; within_tolerance no"},
                     {"2020-07-01", "met-late; within_tolerance yes; reached_on 2020-07-01"},
                     {"2020-09-01", "met-late; within_tolerance yes; gap 0"}}},
                   {"beyond it, a day late",
                    {"2020-06-01 n 46.9", "2020-07-01 n 3.1"},
                    {{"2020-09-01", "met-late; within_tolerance no"}}},
               });
}

}  // namespace jalon::engine
