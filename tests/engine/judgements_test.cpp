#include "rules/engine/facts.hpp"
#include "tests/engine/draft.hpp"

#include <catch2/catch.hpp>

namespace jalon::engine {
namespace {

Record& opine(Draft& draft, std::string_view subject, std::string_view learned,
              std::string_view until, std::string colour) {
  Record record;
  record.number = static_cast<std::int64_t>(draft.log.size()) + 1;
  record.kind = RecordKind::judgement;
  record.subject = subject;
  record.happened = when(until);
  record.learned = day(learned);
  record.stage = std::move(colour);
  draft.log.push_back(std::move(record));
  return draft.log.back();
}

/// Two opinions on a milestone, the second of them taken back and given again.
Draft opinions() {
  Draft draft;
  draft.milestone("plan", {"red", "green"}, "green", by("2020-12-31"));
  opine(draft, "plan", "2020-02-01", "2020-09-30", "red");
  opine(draft, "plan", "2020-03-01", "2020-09-30", "green");
  draft.retract(2, "2020-04-01");
  draft.retract(3, "2020-05-01");
  return draft;
}

std::vector<std::int64_t> in_force(const Draft& draft, std::string_view known,
                                   std::optional<std::int64_t> upto = {}) {
  std::vector<std::int64_t> numbers;
  const Facts facts = facts_at(draft.log, {day("2020-12-31"), day(known), upto});
  for (const Record* record : facts.judgements) numbers.push_back(record->number);
  return numbers;
}

}  // namespace

TEST_CASE("a judgement is in force from the day it was learned, unless it is retracted") {
  struct Row {
    std::string_view known;
    std::vector<std::int64_t> numbers;
  };
  const Row row = GENERATE(values<Row>({
      {"2020-01-31", {}},
      {"2020-02-01", {1}},
      {"2020-03-01", {1, 2}},
      {"2020-03-31", {1, 2}},
      {"2020-04-01", {1}},
      {"2020-05-01", {1, 2}},
  }));
  CAPTURE(row.known);
  CHECK(in_force(opinions(), row.known) == row.numbers);
}

TEST_CASE("a judgement beyond the log position is not known") {
  CHECK(in_force(opinions(), "2020-12-31", 1) == std::vector<std::int64_t>{1});
  CHECK(in_force(opinions(), "2020-12-31", 2) == std::vector<std::int64_t>{1, 2});
  CHECK(in_force(opinions(), "2020-12-31", 3) == std::vector<std::int64_t>{1});
}

TEST_CASE("every judgement has a standing, and none waits for its last day") {
  Draft draft = opinions();
  const Facts facts = facts_at(draft.log, {day("2020-03-15"), day("2020-04-15"), {}});
  CHECK(facts.standing == std::vector<Standing>{Standing::in_force, Standing::retracted,
                                                Standing::administrative, Standing::learned_later});
  CHECK(facts.records.empty());
  CHECK(facts.attestations.empty());
}

}  // namespace jalon::engine
