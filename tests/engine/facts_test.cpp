#include "rules/engine/facts.hpp"
#include "rules/engine/explain.hpp"
#include "tests/engine/draft.hpp"

#include <catch2/catch.hpp>

namespace jalon::engine {
namespace {

Draft one_target() {
  Draft draft;
  draft.flow("n");
  draft.target("t", "n", at_least("10"), by("2020-12-31"));
  return draft;
}

}  // namespace

TEST_CASE("a record beyond the position in the log is not known") {
  Draft draft = one_target();
  draft.add("n", "2020-02-01", "5").learned = day("2020-06-01");
  draft.add("n", "2020-02-02", "1");
  const Evaluation cut =
      evaluate(draft.programme, draft.log, {day("2020-03-01"), day("2021-01-01"), 1}, {});
  CHECK(text(cut.find("t")->value) == "5");
}

TEST_CASE("a record whose first day is after the as-of day stands in advance") {
  Draft draft = one_target();
  draft.add("n", "2020-06", "5").learned = day("2020-01-01");
  const Facts facts = facts_at(draft.log, {day("2020-05-31"), day("2020-05-31"), {}});
  CHECK(facts.records.empty());
  CHECK(facts.standing == std::vector<Standing>{Standing::in_advance});
}

TEST_CASE("a retraction takes back an earlier record only, never itself or a later one") {
  Draft draft = one_target();
  draft.add("n", "2020-02-01", "5");
  draft.retract(1, "2020-02-02");
  draft.add("n", "2020-02-03", "1");
  const auto standing = [&](std::int64_t named) {
    draft.log[1].replaces = named;
    return facts_at(draft.log, {day("2020-12-31"), day("2020-12-31"), {}}).standing;
  };
  CHECK(standing(1) ==
        std::vector<Standing>{Standing::retracted, Standing::administrative, Standing::in_force});
  CHECK(standing(2) ==
        std::vector<Standing>{Standing::in_force, Standing::administrative, Standing::in_force});
  CHECK(standing(3) == standing(2));
}

TEST_CASE("an explanation says what became of every record of the subject") {
  Draft draft;
  draft.flow("n").dimensions = {{"kind", true, {}}};
  draft.programme.indicators[0].key = "name";
  draft.programme.indicators[0].evidence = {true, 1, {}};
  Target& target = draft.target("t", "n", at_least("3"), during("2020"));
  target.where = dims({{"kind", "red"}});
  const auto log = [&](std::string_view on, std::string_view value, std::string key,
                       std::string_view kind = "red") -> Record& {
    Record& record = draft.add("n", on, value, dims({{"kind", kind}}));
    record.key = std::move(key);
    record.evidence = {{"https://example.org/" + record.key, "", ""}};
    return record;
  };
  log("2020-02-01", "1", "counted");
  log("2020-03-01", "1", "counted");
  log("2019-02-01", "1", "early");
  log("2021-01-01", "1", "late");
  log("2020-02-01", "1", "blue", "blue");
  log("2020-02-01", "1", "unproven").evidence.clear();
  log("2020-12/2021-01", "1", "vague");
  log("2020-04-01", "-1", "absent");
  log("2021-05-01", "1", "advance");
  log("2020-05-01", "1", "unknown").learned = day("2022-01-01");
  log("2020-05-01", "1", "wrong");
  draft.correct(11, "2020-05-02", "1");
  log("2020-06-01", "1", "withdrawn");
  draft.retract(13, "2020-07-01");
  draft.attest("t", "2020-12-31");

  const Evaluation evaluation = draft.evaluate("2021-03-01", "2021-12-31");
  const Explanation explanation =
      explain(draft.programme, draft.log, evaluation, *evaluation.find("t"));
  std::vector<std::string> parts;
  for (const RecordPart& each : explanation.records) {
    parts.push_back(std::to_string(each.record->number) + " " + std::string{name(each.part)});
  }
  CHECK(parts == std::vector<std::string>{"1 counted", "2 same-object", "3 too-early", "4 too-late",
                                          "5 other-dimension", "6 unevidenced", "7 possible",
                                          "8 without-effect", "9 in-advance", "10 learned-later",
                                          "11 superseded", "12 counted", "13 retracted"});
  REQUIRE(explanation.attestations.size() == 1);
  CHECK(explanation.attestations[0]->number == 15);
  CHECK(explanation.children.empty());
  CHECK(evaluation.find("t")->records == std::vector<std::int64_t>{1, 6, 7, 12});
}

TEST_CASE("a composite is explained by its children, with their records") {
  Draft draft = one_target();
  draft.programme.targets[0].time = per_year("2019");
  draft.commitment("both", All{}, {"t"});
  draft.add("n", "2019-02-01", "5");
  draft.add("n", "2020-02-01", "5");
  const Evaluation evaluation = draft.evaluate("2020-03-01");
  const Explanation explanation =
      explain(draft.programme, draft.log, evaluation, *evaluation.find("both"));
  CHECK(explanation.records.empty());
  REQUIRE(explanation.children.size() == 1);
  REQUIRE(explanation.children[0].children.size() == 2);
  const Explanation& year = explanation.children[0].children[0];
  CHECK(year.verdict->id == "t[2019]");
  REQUIRE(year.records.size() == 2);
  CHECK(year.records[0].part == Part::counted);
  CHECK(year.records[1].part == Part::too_late);
}

TEST_CASE("of readings the explanation tells the current one from older ones") {
  Draft draft;
  draft.stock("n");
  draft.target("t", "n", at_least("10"), by("2020-12-31"));
  draft.add("n", "2020-02-01", "5");
  draft.add("n", "2020-03-01", "6");
  draft.add("n", "2020-04", "7");
  const Evaluation evaluation = draft.evaluate("2020-04-10");
  const Explanation explanation =
      explain(draft.programme, draft.log, evaluation, *evaluation.find("t"));
  REQUIRE(explanation.records.size() == 3);
  CHECK(explanation.records[0].part == Part::older_reading);
  CHECK(explanation.records[1].part == Part::counted);
  CHECK(explanation.records[2].part == Part::possible);
}

}  // namespace jalon::engine
