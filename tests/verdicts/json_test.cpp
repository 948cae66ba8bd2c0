#include "reports/renderers.hpp"
#include "reports/reports.hpp"
#include "tests/verdicts/table.hpp"

#include <catch2/catch.hpp>

namespace jalon::engine {
namespace {

std::string json(const Draft& draft, std::string_view id, std::string_view as_of) {
  const Moment moment{day(as_of), day(as_of), {}};
  return reports::verdict_json(draft.programme, draft.judge(id, as_of, as_of), moment);
}

}  // namespace

TEST_CASE("json: every key is there, in order, exact, and null where nothing is known") {
  Draft draft;
  draft.flow("n").unit = "PoC";
  draft.target("t", "n", at_least("3"), before("2020-H2")).severity = Severity::high;
  waive(draft, "W-1", "t", "2020-07-01", "2020-12-31");
  write(draft, "2020-02-01 n 1 evidence=press");
  const std::string text = json(draft, "t", "2020-07-15");
  std::size_t at = 0;
  for (const std::string_view part : {
           R"({"schema":"jalon.verdict/1",)",
           R"("id":"t","kind":"target","title":)",
           R"("as_of":"2020-07-15","known":"2020-07-15","status":"missed","since":"2020-07-01",)",
           R"("reason":"on-record","reached_on":null,"days_late":null,"days_overdue":15,)",
           R"("days_left":-15,"within_tolerance":false,)",
           R"("waived":{"id":"W-1","expires":"2020-12-31"},"original":null,"severity":"high",)",
           R"("owner":null,"initiative":null,"unit":"PoC",)",
           R"("value":1,"goal":3,"gap":2,"surplus":0,"progress":0.3333,"bounds":{"lo":1,"hi":1},)",
           R"("due":{"written":"before 2020-H2","from":null,"nominal":"2020-06-30",)",
           R"("latest":"2020-06-30"},)",
           R"("outlook":{"state":"none","expected":null,"projected":null,"needed_per_day":null,)",
           R"("method":null,)",
           R"("confidence":{"evidence":"confirmed","freshness":"fresh","complete_through":null},)",
           R"("decided_by":null,"records":[1],"defined_at":)",
           R"("source":null)",
       }) {
    CAPTURE(text, part);
    const std::size_t found = text.find(part, at);
    REQUIRE(found != std::string::npos);
    at = found + part.size();
  }
}

TEST_CASE("json: numbers have all their digits, an open or infinite end is said") {
  struct Row {
    std::string_view amount, expected;
  };
  for (const Row& row : {
           Row{">500", R"("bounds":{"lo":500,"lo_open":true,"hi":null})"},
           Row{">=500", R"("bounds":{"lo":500,"hi":null})"},
           Row{"<5", R"("bounds":{"lo":0,"hi":5,"hi_open":true})"},
           Row{"26.4", R"("value":26.4,)"},
           Row{"0.000000000000000001", R"("value":0.000000000000000001,)"},
           Row{"999999999999999999", R"("value":999999999999999999,)"},
       }) {
    Draft draft;
    draft.flow("n");
    draft.target("t", "n", at_least("501"), by("2020-06-30"));
    draft.add("n", "2020-02-01", row.amount);
    CHECK_THAT(json(draft, "t", "2020-06-30"), Catch::Contains(std::string{row.expected}));
  }
}

}  // namespace jalon::engine
