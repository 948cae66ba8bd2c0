#include "tests/verdicts/table.hpp"

#include <catch2/catch.hpp>

namespace jalon::engine {
namespace {

Draft floors() {
  Draft draft;
  draft.flow("made");
  draft.target("floor", "made", at_least("10"), per_year("2019")).was = {"old-floor"};
  draft.add("made", "2019-02-01", "1");
  return draft;
}

void opine(Draft& draft, std::string_view subject, std::string_view learned, std::string_view until,
           std::string colour) {
  Record record;
  record.number = static_cast<std::int64_t>(draft.log.size()) + 1;
  record.kind = RecordKind::judgement;
  record.subject = subject;
  record.happened = DateExpression::on(day(until));
  record.learned = day(learned);
  record.stage = std::move(colour);
  record.recorded_by = "clerk";
  draft.log.push_back(std::move(record));
}

std::string colour(const Verdict& verdict) {
  return verdict.judgement ? std::string{name(verdict.judgement->colour)} : "null";
}

}  // namespace

TEST_CASE("decisions judgement: it stands beside the verdict from its day through its last one") {
  Draft draft;
  draft.flow("n");
  draft.target("t", "n", at_least("10"), by("2020-06-30"));
  draft.add("n", "2020-02-01", "6");
  opine(draft, "t", "2020-03-01", "2020-09-30", "red");
  check(draft, {{"red, given on 1 March, to the end of September",
                 {},
                 {{"2020-02-29 known 2020-02-29", "pending; judgement null"},
                  {"2020-03-01 known 2020-03-01", "pending; judgement red; records 1"},
                  {"2020-03-01 known 2020-02-29", "judgement null"},
                  {"2020-09-30", "missed; judgement red"},
                  {"2020-10-01", "missed; judgement null"}}},
                {"taken back",
                 {"retract 2 2020-04-01"},
                 {{"2020-05-01 known 2020-03-31", "judgement red"},
                  {"2020-05-01 known 2020-04-01", "judgement null"}}}});
}

TEST_CASE(
    "decisions judgement: a judgement stands beside the verdict of its id through its last day") {
  struct Row {
    std::string_view subject;
    std::string_view as_of;
    std::string_view overall;
    std::string_view period;
  };
  const Row row = GENERATE(values<Row>({
      {"floor", "2020-01-31", "null", "null"},
      {"floor", "2020-02-01", "red", "null"},
      {"floor", "2020-03-31", "red", "null"},
      {"floor", "2020-04-01", "null", "null"},
      {"floor[2019]", "2020-02-01", "null", "red"},
      {"old-floor", "2020-02-01", "red", "null"},
      {"old-floor[2019]", "2020-02-01", "null", "red"},
  }));
  CAPTURE(row.subject, row.as_of);
  Draft draft = floors();
  opine(draft, row.subject, "2020-02-01", "2020-03-31", "red");
  CHECK(colour(draft.judge("floor", row.as_of)) == row.overall);
  const Verdict period = draft.judge("floor[2019]", row.as_of);
  CHECK(colour(period) == row.period);
  CHECK(status(period) == "missed");
}

TEST_CASE("decisions judgement: of several judgements in force the highest number wins") {
  Draft draft = floors();
  opine(draft, "floor", "2020-02-01", "2020-12-31", "red");
  opine(draft, "old-floor", "2020-02-01", "2020-03-31", "green");
  const Verdict both = draft.judge("floor", "2020-03-31");
  REQUIRE(both.judgement);
  CHECK(both.judgement->colour == Judgement::Colour::green);
  CHECK(both.judgement->record == 3);
  CHECK(both.judgement->by == "clerk");
  CHECK(colour(draft.judge("floor", "2020-04-01")) == "red");
  draft.log.back().on_behalf_of = "minister";
  CHECK(draft.judge("floor", "2020-03-31").judgement->by == "minister");
}

TEST_CASE("decisions judgement: it is no record of what it speaks of") {
  Draft draft;
  draft.milestone("plan", {"red", "green"}, "green", by("2020-12-31"));
  draft.flow("n");
  draft.target("t", "n", at_least("1"), by("2020-12-31"));
  for (const std::string_view id : {"plan", "n", "t"}) {
    opine(draft, id, "2020-03-01", "2020-12-31", "green");
  }
  constexpr std::string_view kNothing = "pending (no-data); records null; evidence none";
  check(draft, {{"a milestone, an indicator and its target",
                 {},
                 {{"plan on 2020-12-31", kNothing},
                  {"plan on 2020-12-31", "judgement green"},
                  {"t on 2020-12-31", kNothing},
                  {"t on 2020-12-31", "judgement green"}}}});
}

}  // namespace jalon::engine
