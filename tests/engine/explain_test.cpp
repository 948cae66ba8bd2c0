#include "rules/engine/explain.hpp"
#include "tests/engine/draft.hpp"

#include <catch2/catch.hpp>

namespace jalon::engine {
namespace {

/// An evaluation made by hand: explanations are about any verdict, however it came about.
Evaluation evaluation_of(std::string_view as_of, std::vector<Verdict> verdicts) {
  return {{day(as_of), day(as_of)}, std::move(verdicts)};
}

Verdict target_verdict(std::uint32_t index, std::string id, Status status = Status::pending) {
  Verdict one{std::move(id), VerdictKind::target, Ref<Target>{index}};
  one.status = status;
  return one;
}

Verdict due_on(Verdict verdict, std::string_view due) {
  verdict.due = {std::string{due}, {}, day(due), day(due)};
  return verdict;
}

/// "rail 3 @2020-02-01"
std::string text_of(const Ingredient& one) {
  return one.id + " " + text(one.value) + (one.on ? " @" + iso(*one.on) : "");
}
std::vector<std::string> texts_of(const std::optional<Formula>& formula) {
  std::vector<std::string> texts;
  if (!formula) return texts;
  texts.emplace_back(name(formula->kind));
  for (const Ingredient& one : formula->parts) texts.push_back(text_of(one));
  return texts;
}

Amendment amended(std::uint32_t revision, std::string_view decided, const Promise& promise) {
  return {{revision}, day(decided), false, promise};
}

/// At least 10 of a flow by 2020-12-31, twice revised: 8 from March on, 6 from September on.
Draft revised() {
  Draft draft;
  draft.flow("n");
  Target& target = draft.target("t", "n", at_least("10"), by("2020-12-31"));
  Promise promise = target;
  promise.comparison = at_least("8");
  target.amendments = {amended(0, "2020-03-01", promise)};
  promise.comparison = at_least("6");
  target.amendments.push_back(amended(1, "2020-09-01", promise));
  for (const char* decided : {"2020-03-01", "2020-09-01"}) {
    draft.programme.revisions.push_back({{""}, Ref<Target>{0}, day(decided), "because"});
  }
  return draft;
}

std::string goal_of(const Promise* promise) {
  return promise == nullptr ? "none" : std::get<AtLeast>(promise->comparison).goal.str();
}

}  // namespace

TEST_CASE("a ratio is explained by its numerator and the figure that it is divided by") {
  Draft draft;
  draft.flow("trained");
  draft.series("people", {{"2019-01-01", "200"}, {"2020-01-01", "400"}, {"2020-12-01", "500"}});
  draft.programme.indicators.push_back({{"share"}, "%", Ratio{{0}, Ref<Series>{0}}});
  draft.target("t", "share", at_least("1"), by("2020-12-31"));
  draft.add("trained", "2020-02-01", "3");
  draft.add("trained", "2020-03-01", "2");
  Ratio& ratio = std::get<Ratio>(draft.programme.indicators[1].measure);
  const auto formula = [&](std::string_view as_of) {
    const Evaluation evaluation = evaluation_of(as_of, {target_verdict(0, "t")});
    return explain(draft.programme, draft.log, evaluation, evaluation.verdicts[0]).formula;
  };
  CHECK(texts_of(formula("2020-02-15")) ==
        std::vector<std::string>{"ratio", "trained 3", "people 400 @2020-01-01"});
  CHECK(formula("2020-02-15")->percent);
  CHECK(texts_of(formula("2018-02-15")) ==
        std::vector<std::string>{"ratio", "trained null", "people null"});
  ratio.pick = Ratio::Pick::same_year;
  CHECK(texts_of(formula("2020-04-01")) ==
        std::vector<std::string>{"ratio", "trained 5", "people 500 @2020-12-01"});
}

TEST_CASE(
    "the parts of a sum and of a difference are listed with their records, old ids included") {
  Draft draft;
  draft.flow("rail");
  draft.stock("road");
  draft.programme.indicators[0].was = {"old-rail"};
  draft.programme.indicators.push_back({{"both"}, "km", Sum{{{0}, {1}}}});
  draft.programme.indicators.push_back({{"more"}, "km", Difference{{1}, {0}}});
  draft.target("sum", "both", at_least("10"), by("2020-12-31"));
  draft.target("difference", "more", at_least("10"), by("2020-12-31"));
  draft.add("rail", "2020-02-01", "3");
  draft.add("rail", "2020-02-02", "4").subject = "old-rail";
  draft.add("road", "2020-02-03", "5");
  const Evaluation evaluation =
      evaluation_of("2020-06-30", {target_verdict(0, "sum"), target_verdict(1, "difference")});
  const Explanation sum = explain(draft.programme, draft.log, evaluation, evaluation.verdicts[0]);
  CHECK(sum.records.size() == 3);
  CHECK(texts_of(sum.formula)[0] == "sum");
  CHECK(texts_of(sum.formula)[2] == "road 5 @2020-02-03");
  const Explanation difference =
      explain(draft.programme, draft.log, evaluation, evaluation.verdicts[1]);
  CHECK(texts_of(difference.formula)[0] == "difference");
  CHECK(texts_of(difference.formula)[1] == "road 5 @2020-02-03");
}

TEST_CASE("a record that was taken away names what took it") {
  Draft draft;
  draft.flow("n");
  draft.target("t", "n", at_least("10"), by("2020-12-31"));
  draft.add("n", "2020-02-01", "3");
  draft.correct(1, "2020-02-02", "4");
  draft.correct(1, "2020-02-03", "5");
  draft.add("n", "2020-03-01", "1");
  draft.retract(4, "2020-04-01");
  const Evaluation evaluation = draft.evaluate("2020-06-30");
  const Explanation one = explain(draft.programme, draft.log, evaluation, *evaluation.find("t"));
  std::vector<std::string> taken;
  for (const RecordPart& part : one.records) {
    taken.push_back(part.by == nullptr ? "-" : std::to_string(part.by->number));
  }
  CHECK(taken == std::vector<std::string>{"3", "3", "-", "5"});
}

TEST_CASE("the promise in force is that of the last revision decided and known") {
  struct Row {
    const char* as_of;
    const char* known;
    const char* goal;
  };
  const auto row =
      GENERATE(Row{"2020-02-29", "2020-12-31", "10"}, Row{"2020-03-01", "2020-12-31", "8"},
               Row{"2020-12-31", "2020-02-29", "10"}, Row{"2020-12-31", "2020-08-31", "8"},
               Row{"2020-08-31", "2020-12-31", "8"}, Row{"2020-09-01", "2020-09-01", "6"});
  CAPTURE(row.as_of, row.known);
  const Draft draft = revised();
  const Evaluation evaluation{{day(row.as_of), day(row.known)},
                              {due_on(target_verdict(0, "t"), "2020-12-31")}};
  const Explanation one = explain(draft.programme, draft.log, evaluation, evaluation.verdicts[0]);
  CHECK(goal_of(one.promise) == row.goal);
  REQUIRE(one.changes.size() == 2);
  CHECK(goal_of(one.changes[0].before) == "10");
  CHECK(goal_of(one.changes[0].after) == "8");
  CHECK(goal_of(one.changes[1].before) == "8");
  CHECK(one.changes[0].in_force == (goal_of(one.promise) != "10"));
}

TEST_CASE("a period that had ended before a revision keeps its promise") {
  struct Row {
    const char* last;
    const char* goal;
  };
  const auto row = GENERATE(Row{"2020-02-29", "10"}, Row{"2020-03-01", "8"}, Row{"2020-08-31", "8"},
                            Row{"2020-09-01", "6"});
  CAPTURE(row.last);
  const Draft draft = revised();
  Verdict period = due_on(target_verdict(0, "t[x]"), row.last);
  period.kind = VerdictKind::period;
  const Evaluation evaluation = evaluation_of("2020-12-31", {period});
  const Explanation one = explain(draft.programme, draft.log, evaluation, evaluation.verdicts[0]);
  CHECK(goal_of(one.promise) == row.goal);
}

TEST_CASE("a waiver is not yet in force, in force, or over, to the day") {
  struct Row {
    const char* as_of;
    const char* state;
  };
  const auto row = GENERATE(Row{"2020-06-30", "not-yet"}, Row{"2020-07-01", "in-force"},
                            Row{"2020-12-31", "in-force"}, Row{"2021-01-01", "over"});
  Draft draft = revised();
  for (const char* covered : {"t", "t[2020]", "other", "t.more"}) {
    draft.programme.waivers.push_back(
        {{"w"}, covered, "because", "somebody", day("2020-07-01"), day("2020-12-31")});
  }
  const Evaluation evaluation = evaluation_of(row.as_of, {target_verdict(0, "t[2020]")});
  const Explanation one = explain(draft.programme, draft.log, evaluation, evaluation.verdicts[0]);
  REQUIRE(one.waivers.size() == 2);
  CHECK(one.waivers[0].waiver->target == "t");
  CHECK(one.waivers[1].waiver->target == "t[2020]");
  CHECK(name(one.waivers[0].state) == row.state);
}

TEST_CASE("a tolerance says from where on it is enough") {
  struct Row {
    Comparison comparison;
    Tolerance tolerance;
    const char* lower;
    const char* upper;
  };
  const auto row = GENERATE(Row{at_least("20"), {number("10"), true}, "18", "null"},
                            Row{at_most("20"), {number("10"), true}, "null", "22"},
                            Row{at_least("-20"), {number("10"), true}, "-22", "null"},
                            Row{exactly("20"), {number("0.5"), false}, "19.5", "20.5"},
                            Row{between("10", "20"), {number("1"), false}, "9", "21"});
  Draft draft = revised();
  draft.programme.targets[0].amendments.clear();
  draft.programme.targets[0].comparison = row.comparison;
  draft.programme.targets[0].tolerance = row.tolerance;
  const Evaluation evaluation = evaluation_of("2020-06-30", {target_verdict(0, "t")});
  const Explanation one = explain(draft.programme, draft.log, evaluation, evaluation.verdicts[0]);
  CHECK(text(one.goal.lower) == row.lower);
  CHECK(text(one.goal.upper) == row.upper);
}

TEST_CASE("a share ranks those whose time has run out and needs so many of them, rounded up") {
  struct Row {
    const char* as_of;
    std::size_t ranked;
    std::size_t k;
  };
  const auto row = GENERATE(Row{"2020-01-31", 0, 0}, Row{"2020-02-01", 1, 1},
                            Row{"2020-03-01", 2, 1}, Row{"2020-04-01", 3, 2});
  CAPTURE(row.as_of);
  Draft draft;
  draft.flow("n");
  std::vector<Verdict> verdicts;
  for (const char* due : {"2020-01-31", "2020-02-29", "2020-03-31", "2019-01-01"}) {
    const auto index = static_cast<std::uint32_t>(verdicts.size());
    const std::string id = "t" + std::to_string(index);
    draft.target(id, "n", at_least("1"), by(due));
    verdicts.push_back(due_on(target_verdict(index, id), due));
  }
  verdicts.back().status = Status::voided;
  draft.commitment("some", ShareOf{number("0.5")}, {"t0", "t1", "t2", "t3"});
  verdicts.push_back({"some", VerdictKind::commitment, Ref<Commitment>{0}});
  const Evaluation evaluation = evaluation_of(row.as_of, std::move(verdicts));
  const Explanation one = explain(draft.programme, draft.log, evaluation, evaluation.verdicts[4]);
  REQUIRE(one.ranking);
  CHECK(one.ranking->children == 4);
  CHECK(one.ranking->ranked == row.ranked);
  CHECK(one.ranking->k == row.k);
}

TEST_CASE("a path goes from the baseline over the checkpoints to the goal") {
  Draft draft = revised();
  Target& target = draft.programme.targets[0];
  target.amendments.clear();
  target.baseline = Baseline{number("2"), day("2019-06-30")};
  target.checkpoints = {{day("2020-06-30"), number("5")}};
  Verdict verdict = due_on(target_verdict(0, "t"), "2020-12-31");
  verdict.goal = number("10");
  verdict.outlook.method = "checkpoints";
  const Evaluation evaluation = evaluation_of("2020-06-30", {verdict});
  const Explanation one = explain(draft.programme, draft.log, evaluation, evaluation.verdicts[0]);
  std::vector<std::string> points;
  for (const PathPoint& point : one.path) points.push_back(iso(point.on) + " " + point.value.str());
  CHECK(points == std::vector<std::string>{"2019-06-30 2", "2020-06-30 5", "2020-12-31 10"});
}

}  // namespace jalon::engine
