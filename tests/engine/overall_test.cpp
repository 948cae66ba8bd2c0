#include "tests/engine/draft.hpp"

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

TEST_CASE("which period speaks for the whole") {
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
      {Overall::latest_closed, "2020-12-31", "missed", "floor[2019]"},
      {Overall::latest_closed, "2021-12-31", "met", "floor[2020]"},
      {Overall::latest_closed, "2025-01-01", "missed", "floor[2021]"},
      {Overall::current, "2018-12-31", "pending", "floor[2019]"},
      {Overall::current, "2019-12-31", "pending", "floor[2019]"},
      {Overall::current, "2020-01-01", "pending", "floor[2020]"},
      {Overall::current, "2020-06-01", "met", "floor[2020]"},
      {Overall::current, "2021-12-31", "pending", "floor[2021]"},
      {Overall::current, "2022-01-01", "missed", "floor[2021]"},
      {Overall::all, "2018-12-31", "pending", "floor[2019]"},
      {Overall::all, "2020-01-01", "missed", "floor[2019]"},
      {Overall::all, "2021-12-31", "missed", "floor[2019]"},
      {Overall::all, "2022-01-01", "missed", "floor[2021]"},
  }));
  CAPTURE(row.as_of, static_cast<int>(row.overall));
  const Verdict verdict = yearly(row.overall).judge("floor", row.as_of);
  CHECK(status(verdict) == row.status);
  CHECK(verdict.decided_by == row.decided_by);
}

TEST_CASE("a later period that was asked for never speaks for the whole") {
  for (const Per::Overall overall :
       {Per::Overall::latest_closed, Per::Overall::all, Per::Overall::current}) {
    const Draft draft = yearly(overall);
    const Evaluation evaluation = draft.evaluate("2019-03-01", "9999-12-31", {"floor[2021]"});
    CHECK(evaluation.find("floor")->decided_by == "floor[2019]");
    CHECK(status(*evaluation.find("floor[2021]")) == "pending");
  }
}

}  // namespace jalon::engine
