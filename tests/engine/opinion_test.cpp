#include "tests/engine/draft.hpp"

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

TEST_CASE("a judgement stands beside the verdict of its id through its last day") {
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

TEST_CASE("of several judgements in force the highest number wins") {
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

}  // namespace jalon::engine
