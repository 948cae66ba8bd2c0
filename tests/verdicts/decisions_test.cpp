#include "rules/engine/finding.hpp"
#include "tests/verdicts/table.hpp"

#include <catch2/catch.hpp>

namespace jalon::engine {
namespace {

/// 10 by the end of June 2020.
Draft half_made() {
  Draft draft;
  draft.flow("n");
  draft.target("t", "n", at_least("10"), by("2020-06-30"));
  draft.add("n", "2020-02-01", "6");
  return draft;
}

bool finding(const Draft& draft, std::string_view as_of, const FindingRule& rule) {
  return is_finding(draft.programme, draft.judge("t", as_of), rule);
}

}  // namespace

TEST_CASE("decisions: a revision acts from the day decided, once that day is known") {
  Draft draft = half_made();
  amend(draft, "t", "2020-05-01").comparison = at_least("5");
  check(draft, {{"from 1 May on, 5 are enough",
                 {},
                 {{"2020-04-30", "pending; goal 10; original null"},
                  {"2020-05-01", "met; goal 5; original pending"},
                  {"2020-05-01 known 2020-04-30", "pending; goal 10; original null"},
                  {"2020-05-02 known 2020-05-01", "met; goal 5"},
                  {"2020-07-01", "met; original missed"},
                  {"2020-07-01 known 2020-04-30", "missed; goal 10; original null"}}}});
}

TEST_CASE("decisions: revisions build on one another, the last one says whether it is withdrawn") {
  Draft draft = half_made();
  amend(draft, "t", "2020-05-01").comparison = at_least("5");
  amend(draft, "t", "2020-06-01").time = by("2021-06-30");
  withdraw(draft, "t", "2020-06-15");
  amend(draft, "t", "2020-06-20").comparison = at_least("20");
  check(draft, {{"eased, put off, withdrawn, taken up again",
                 {},
                 {{"2020-05-31", "met; goal 5; due 2020-06-30"},
                  {"2020-06-01", "met; goal 5; due 2021-06-30"},
                  {"2020-06-14", "met"},
                  {"2020-06-15",
                   "void (withdrawn); original pending; value null; gap null; days_left null; "
                   "evidence none"},
                  {"2020-06-20", "pending; goal 20; due 2021-06-30"},
                  {"2020-07-01", "pending; original missed"}}}});
}

TEST_CASE("decisions: a period that ended before a revision keeps its goal") {
  struct Row {
    std::string_view decided, of_2019, of_2020;
  };
  for (const Row& row : {
           Row{"2019-12-31", "met; goal 5; original missed", "met; goal 5; original missed"},
           Row{"2020-01-01", "missed; goal 10; original null", "met; goal 5; original missed"},
           Row{"2020-12-31", "missed; goal 10; original null", "met; goal 5; original missed"},
           Row{"2021-01-01", "missed; goal 10; original null", "missed; goal 10; original null"},
       }) {
    Draft draft;
    draft.flow("n");
    draft.target("t", "n", at_least("10"), per_year("2019"));
    amend(draft, "t", row.decided).comparison = at_least("5");
    check(draft, {row.decided,
                  {"2019-02-01 n 6", "2020-02-01 n 6", "2021-02-01 n 6"},
                  {{"t[2019] on 2021-03-01", row.of_2019},
                   {"t[2020] on 2021-03-01", row.of_2020},
                   {"t[2021] on 2021-03-01", "met; goal 5; original pending"},
                   {"2021-03-01", "original missed"}}});
  }
}

TEST_CASE("decisions: a waiver stands on both its end days, and changes no status") {
  Draft draft = half_made();
  waive(draft, "W", "t", "2020-07-01", "2020-09-30");
  check(draft, {{"granted on 1 July, to the end of September",
                 {},
                 {{"2020-06-30", "pending; waived null"},
                  {"2020-07-01", "missed; waived W"},
                  {"2020-07-02 known 2020-06-30", "missed; waived null"},
                  {"2020-07-02 known 2020-07-01", "missed; waived W"},
                  {"2020-09-30", "missed; waived W"},
                  {"2020-10-01", "missed; waived null"}}}});
}

TEST_CASE("decisions: a finding is of a status asked for, grave enough, and not waived") {
  struct Row {
    Severity severity;
    Severity from;
    std::vector<Status> statuses;
    std::string_view as_of;
    bool finding;
  };
  const std::vector<Status> failed{Status::missed, Status::overdue};
  const std::vector<Row> rows{
      {Severity::medium, Severity::medium, failed, "2020-06-30", false},
      {Severity::medium, Severity::medium, failed, "2020-07-01", true},
      {Severity::low, Severity::medium, failed, "2020-07-01", false},
      {Severity::low, Severity::low, failed, "2020-07-01", true},
      {Severity::high, Severity::critical, failed, "2020-07-01", false},
      {Severity::critical, Severity::critical, failed, "2020-07-01", true},
      {Severity::critical, Severity::info, {Status::overdue}, "2020-07-01", false},
      {Severity::critical, Severity::info, {Status::pending}, "2020-06-30", true},
      {Severity::critical, Severity::info, failed, "2020-08-01", false},
      {Severity::critical, Severity::info, failed, "2020-09-01", true},
  };
  for (const Row& row : rows) {
    Draft draft = half_made();
    draft.programme.targets[0].severity = row.severity;
    waive(draft, "W", "t", "2020-08-01", "2020-08-31");
    FindingRule rule;
    rule.statuses = row.statuses;
    rule.min_severity = row.from;
    CAPTURE(row.as_of, name(row.severity), name(row.from));
    CHECK(finding(draft, row.as_of, rule) == row.finding);
  }
}

}  // namespace jalon::engine
