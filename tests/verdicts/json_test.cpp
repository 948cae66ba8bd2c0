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

TEST_CASE("json: what is known of the promise and its outlook is said, with a person's judgement") {
  Draft draft;
  Programme& programme = draft.programme;
  programme.parties = {{"board", "Board"}, {"office", "Office"}};
  Source source;
  source.id = "paper-2020";
  programme.sources.push_back(std::move(source));
  Initiative initiative;
  initiative.id = "plan";
  initiative.owner = Ref<Party>{0};
  programme.initiatives.push_back(std::move(initiative));
  draft.flow("n");
  Target& target = draft.target("t", "n", at_least("100"), by("2021-04-10"));
  target.start = day("2021-01-01");
  target.expect_linear = true;
  target.initiative = Ref<Initiative>{0};
  target.owner = Ref<Party>{1};
  target.sources = {{Ref<Source>{0}, "6, \"axis\" 2"}};
  target.place = {"targets/plan.toml", 29, 1};
  write(draft, "2021-01-02 n 60");
  Record& judged = draft.add("n", "2021-09-30", "0");
  judged.kind = RecordKind::judgement;
  judged.subject = "t";
  judged.amount.reset();
  judged.learned = day("2021-02-01");
  judged.stage = "amber";
  judged.recorded_by = "clerk";
  const std::string text = json(draft, "t", "2021-02-19");
  for (const std::string_view part : {
           R"("owner":"office","initiative":"plan","unit":null,)",
           R"("due":{"written":"2021-04-10","from":"2021-01-01","nominal":"2021-04-10",)",
           R"("outlook":{"state":"on-track","expected":50,"projected":120,"needed_per_day":0.8,)",
           R"("method":"linear","rate_so_far":1.2,"reached_at_pace":"2021-03-25",)",
           R"("days_behind":-10})",
           R"("defined_at":"targets/plan.toml:29",)",
           R"("source":{"ref":"paper-2020","locator":"6, \"axis\" 2"},)",
           R"("judgement":{"colour":"amber","by":"clerk","on":"2021-02-01",)",
           R"("expires":"2021-09-30","record":2}})",
       }) {
    CHECK_THAT(text, Catch::Contains(std::string{part}));
  }
  CHECK_THAT(json(draft, "t", "2021-10-01"), Catch::Contains(R"("judgement":null})"));
}

TEST_CASE("json: what a first promise came to, who decides, and until when a list is attested") {
  Draft draft;
  draft.flow("n").completeness = Completeness::attested;
  draft.target("t", "n", at_least("10"), by("2020-06-30"));
  draft.commitment("all", All{}, {"t"});
  amend(draft, "t", "2020-05-01").comparison = at_least("5");
  write(draft, "2020-02-01 n 6");
  write(draft, "attest n 2020-06-30");
  CHECK_THAT(json(draft, "t", "2020-07-01"), Catch::Contains(R"("original":"missed",)"));
  CHECK_THAT(json(draft, "t", "2020-07-01"),
             Catch::Contains(R"("complete_through":"2020-06-30"},"decided_by":null,)"));
  CHECK_THAT(json(draft, "all", "2020-07-01"),
             Catch::Contains(R"("id":"all","kind":"commitment",)"));
  CHECK_THAT(json(draft, "all", "2020-07-01"), Catch::Contains(R"("decided_by":"t",)"));
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
