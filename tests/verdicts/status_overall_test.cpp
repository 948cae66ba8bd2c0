#include "tests/verdicts/table.hpp"

#include <catch2/catch.hpp>

namespace jalon::engine {
namespace {

/// 10 a year: 2019 has 4, 2020 has 10, 2021 has 3.
Draft yearly(Per::Overall overall) {
  Draft draft;
  draft.flow("spent");
  Target& target = draft.target("floor", "spent", at_least("10"), per_year("2019", "2021"));
  std::get<Per>(target.time).overall = overall;
  draft.add("spent", "2019-06-01", "4");
  draft.add("spent", "2020-06-01", "10");
  draft.add("spent", "2021-06-01", "3");
  return draft;
}

}  // namespace

TEST_CASE("status overall: which period speaks for the whole") {
  struct Row {
    Per::Overall overall;
    std::string_view as_of;
    std::string_view status;
    std::string_view decided_by;
  };
  using Overall = Per::Overall;
  const Row row = GENERATE(values<Row>({
      {Overall::latest_closed, "2018-12-31", "pending", "floor[2019]"},
      {Overall::latest_closed, "2019-12-31", "pending", "floor[2019]"},
      {Overall::latest_closed, "2020-01-01", "missed", "floor[2019]"},
      {Overall::latest_closed, "2020-12-31", "missed", "floor[2019]"},
      {Overall::latest_closed, "2021-01-01", "met", "floor[2020]"},
      {Overall::latest_closed, "2021-12-31", "met", "floor[2020]"},
      {Overall::latest_closed, "2022-01-01", "missed", "floor[2021]"},
      {Overall::latest_closed, "2025-01-01", "missed", "floor[2021]"},
      {Overall::current, "2018-12-31", "pending", "floor[2019]"},
      {Overall::current, "2019-12-31", "pending", "floor[2019]"},
      {Overall::current, "2020-01-01", "pending", "floor[2020]"},
      {Overall::current, "2020-06-01", "met", "floor[2020]"},
      {Overall::current, "2020-12-31", "met", "floor[2020]"},
      {Overall::current, "2021-01-01", "pending", "floor[2021]"},
      {Overall::current, "2021-12-31", "pending", "floor[2021]"},
      {Overall::current, "2022-01-01", "missed", "floor[2021]"},
      {Overall::all, "2018-12-31", "pending", "floor[2019]"},
      {Overall::all, "2019-12-31", "pending", "floor[2019]"},
      {Overall::all, "2020-01-01", "missed", "floor[2019]"},
      {Overall::all, "2021-12-31", "missed", "floor[2019]"},
      {Overall::all, "2022-01-01", "missed", "floor[2021]"},
  }));
  CAPTURE(row.as_of, static_cast<int>(row.overall));
  const Verdict verdict = yearly(row.overall).judge("floor", row.as_of);
  CHECK(status(verdict) == row.status);
  CHECK(verdict.decided_by == row.decided_by);
}

TEST_CASE("status overall: a later period that was asked for never speaks for the whole") {
  for (const Per::Overall overall :
       {Per::Overall::latest_closed, Per::Overall::all, Per::Overall::current}) {
    const Draft draft = yearly(overall);
    const Evaluation evaluation = draft.evaluate("2019-03-01", "9999-12-31", {"floor[2021]"});
    CHECK(evaluation.find("floor")->decided_by == "floor[2019]");
    CHECK(status(*evaluation.find("floor[2021]")) == "pending");
  }
}

TEST_CASE("status overall: closed and running periods are listed, the others when asked for") {
  struct Row {
    std::string_view as_of;
    std::size_t periods;
  };
  const Row row = GENERATE(values<Row>({
      {"2018-12-31", 1},
      {"2019-12-31", 1},
      {"2020-01-01", 2},
      {"2020-12-31", 2},
      {"2021-01-01", 3},
      {"2022-01-01", 3},
      {"2030-01-01", 3},
  }));
  CAPTURE(row.as_of);
  const Draft draft = yearly(Per::Overall::latest_closed);
  const Evaluation evaluation = draft.evaluate(row.as_of);
  CHECK(evaluation.verdicts.size() == row.periods + 1);
  CHECK(evaluation.verdicts[1].parent == 0U);

  const Evaluation asked = draft.evaluate("2019-06-01", "9999-12-31",
                                          {"floor[2021]", "floor[2022]", "floor[x]", "u[2021]"});
  REQUIRE(asked.find("floor[2021]") != nullptr);
  CHECK(reading(*asked.find("floor[2021]")) == "pending (no-data)");
  CHECK(asked.find("floor[2020]") == nullptr);
  CHECK(asked.find("floor[2022]") == nullptr);
}

TEST_CASE("status overall: a year that nobody reported speaks as overdue, a later one is met") {
  Draft draft;
  draft.flow("n");
  draft.target("t", "n", at_least("2"), per_year("2019", "2021"));
  check(draft, {{"nothing of 2019, two in 2020",
                 {"2020-02-01 n 1", "2020-03-01 n 1"},
                 {{"2019-12-31", "pending (no-data); decided_by t[2019]"},
                  {"2020-01-01", "overdue (no-data); decided_by t[2019]"},
                  {"2020-12-31", "overdue (no-data); decided_by t[2019]"},
                  {"2021-01-01", "met (on-record); decided_by t[2020]"}}}});
}

}  // namespace jalon::engine
