#include "tests/engine/draft.hpp"

#include <catch2/catch.hpp>

namespace jalon::engine {
namespace {

/// A level of at least 10 to keep in the first half of 2020: 12, then 8, then 11; after it, 5.
Draft kept() {
  Draft draft;
  draft.stock("level");
  draft.target("keep", "level", at_least("10"), Hold{day("2020-01-01"), when("2020-H1")});
  draft.add("level", "2019-11-01", "12");
  draft.add("level", "2020-02-01", "8");
  draft.add("level", "2020-04-01", "11");
  draft.add("level", "2020-08-01", "5");
  return draft;
}

}  // namespace

TEST_CASE("a level to keep is judged on the day, and no later than its last one") {
  struct Row {
    std::string_view as_of;
    std::string_view reading;
    std::string_view since;
    std::string_view reached_on;
  };
  const Row row = GENERATE(values<Row>({
      {"2019-10-31", "pending (no-data)", "null", "null"},
      {"2019-12-31", "pending (on-record)", "null", "null"},
      {"2020-01-01", "met (on-record)", "2020-01-01", "2020-01-01"},
      {"2020-01-31", "met (on-record)", "2020-01-01", "2020-01-01"},
      {"2020-02-01", "missed (on-record)", "2020-02-01", "null"},
      {"2020-03-31", "missed (on-record)", "2020-02-01", "null"},
      {"2020-04-01", "met (on-record)", "2020-04-01", "2020-04-01"},
      {"2020-06-30", "met (on-record)", "2020-04-01", "2020-04-01"},
      {"2020-09-01", "met (on-record)", "2020-04-01", "2020-04-01"},
  }));
  CAPTURE(row.as_of);
  const Verdict verdict = kept().judge("keep", row.as_of);
  CHECK(reading(verdict) == row.reading);
  CHECK(text(verdict.since) == row.since);
  CHECK(text(verdict.reached_on) == row.reached_on);
}

TEST_CASE("a level to keep has no due day, only a first one") {
  const Verdict verdict = kept().judge("keep", "2020-02-01");
  CHECK(verdict.due.written.empty());
  CHECK(text(verdict.due.from) == "2020-01-01");
  CHECK(text(verdict.due.nominal) == "null");
  CHECK(text(verdict.due.latest) == "null");
  CHECK(text(verdict.days_left) == "null");
  CHECK(text(verdict.days_overdue) == "null");
  CHECK(text(verdict.gap) == "2");
}

TEST_CASE("a level to keep that nobody reads any more is unknown") {
  struct Row {
    std::string_view as_of;
    std::string_view reading;
    std::string_view since;
  };
  const Row row = GENERATE(values<Row>({
      {"2020-01-31", "unknown (no-data)", "null"},
      {"2020-02-01", "met (on-record)", "2020-02-01"},
      {"2021-03-07", "met (on-record)", "2020-02-01"},
      {"2021-03-08", "unknown (stale)", "2021-03-08"},
  }));
  CAPTURE(row.as_of);
  Draft draft;
  draft.stock("level");
  draft.target("keep", "level", at_most("10"), Hold{});
  draft.add("level", "2020-02-01", "10");
  const Verdict verdict = draft.judge("keep", row.as_of);
  CHECK(reading(verdict) == row.reading);
  CHECK(text(verdict.since) == row.since);
}

TEST_CASE("an open level to keep says since when, never before its first day") {
  Draft draft;
  draft.stock("level");
  draft.target("keep", "level", at_least("10"), Hold{day("2020-01-01"), {}});
  draft.add("level", "2019-02-01", "9..12");
  CHECK(reading(draft.judge("keep", "2019-12-31")) == "pending (on-record)");
  const Verdict verdict = draft.judge("keep", "2020-01-15");
  CHECK(reading(verdict) == "unknown (vague-value)");
  CHECK(text(verdict.since) == "2020-01-01");
}

}  // namespace jalon::engine
