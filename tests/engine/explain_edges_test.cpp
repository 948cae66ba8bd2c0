#include "rules/engine/explain.hpp"
#include "tests/engine/changes.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

// The ends of windows, periods and clocks, as an explanation tells them. Evaluated, not made by
// hand: what an explanation says is what the verdict was judged by.

namespace jalon::engine {
namespace {

/// An explanation with the evaluation that it points into.
struct Explained {
  Evaluation evaluation;
  Explanation explanation;
};

Explained explained(const Draft& draft, std::string_view id, std::string_view as_of) {
  Explained made{draft.evaluate(as_of, "9999-12-31", {std::string{id}}), {}};
  const Verdict* verdict = made.evaluation.find(id);
  REQUIRE(verdict != nullptr);
  made.explanation = explain(draft.programme, draft.log, made.evaluation, *verdict);
  return made;
}

std::vector<std::string> parts_of(const Explanation& one) {
  std::vector<std::string> parts;
  for (const RecordPart& part : one.records) parts.emplace_back(name(part.part));
  return parts;
}

/// The numbers of what took each record away.
std::vector<std::int64_t> takers_of(const Explanation& one) {
  std::vector<std::int64_t> numbers;
  for (const RecordPart& part : one.records) {
    numbers.push_back(part.by == nullptr ? 0 : part.by->number);
  }
  return numbers;
}

using Texts = std::vector<std::string>;
using Numbers = std::vector<std::int64_t>;

}  // namespace

TEST_CASE("records on the first and the last day of a window count, those beside it do not") {
  Draft draft;
  draft.flow("n");
  draft.target("t", "n", at_least("9"), during("2020-02"));
  for (const char* on : {"2020-01-31", "2020-02-01", "2020-02-29", "2020-03-01"}) {
    draft.add("n", on, "1");
  }
  draft.add("n", "2020-02-29/2020-03-01", "1");
  const Explained made = explained(draft, "t", "2020-04-01");
  CHECK(parts_of(made.explanation) ==
        Texts{"too-early", "counted", "counted", "too-late", "possible"});
  REQUIRE(made.explanation.formula);
  CHECK(text(made.explanation.formula->parts.at(0).value) == "2");
}

TEST_CASE("a record names the version or the retraction in force that took it away") {
  Draft draft;
  draft.flow("n");
  draft.target("t", "n", at_least("9"), by("2020-12-31"));
  draft.add("n", "2020-02-01", "1");     // 1
  draft.add("n", "2020-02-02", "1");     // 2
  draft.correct(1, "2020-02-03", "2");   // 3, current
  draft.correct(1, "2020-02-04", "3");   // 4, retracted by 6
  draft.correct(2, "2020-02-05", "4");   // 5
  draft.retract(4, "2020-03-01");        // 6
  draft.add("n", "2020-02-06", "1");     // 7
  draft.retract(7, "2020-03-01");        // 8
  draft.retract(7, "2020-03-02");        // 9, itself retracted
  draft.retract(9, "2020-03-03");        // 10
  draft.add("n", "2020-02-07", "1");     // 11
  draft.correct(11, "2020-08-01", "2");  // 12, happens later
  draft.log.back().learned = day("2020-03-01");
  const Explained made = explained(draft, "t", "2020-06-30");
  CHECK(parts_of(made.explanation) == Texts{"superseded", "superseded", "counted", "retracted",
                                            "counted", "retracted", "superseded", "in-advance"});
  CHECK(takers_of(made.explanation) == Numbers{3, 5, 0, 6, 0, 8, 12, 0});
}

TEST_CASE("the share of a first period is told with it alone, cut to the harder side") {
  Draft draft;
  draft.flow("n");
  Per per = std::get<Per>(per_year("2020"));
  per.first_share = Per::Share{Decimal{1}, Decimal{3}};
  draft.target("t", "n", at_least("10"), per).tolerance = Tolerance{Decimal{1}, false};
  const Explained first = explained(draft, "t[2020]", "2021-06-30");
  CHECK(text(first.explanation.goal.before) == "10");
  CHECK(text(first.explanation.goal.lower) == "2.3334");
  const Explained second = explained(draft, "t[2021]", "2021-06-30");
  CHECK(text(second.explanation.goal.before) == "null");
  CHECK(text(second.explanation.goal.lower) == "9");
}

TEST_CASE("what speaks for several says how it ranks them, what is one of several does not") {
  Draft draft;
  draft.flow("n").dimensions = {{"who", true, {}}};
  draft.target("years", "n", at_least("1"), per_year("2019"));
  draft.target("each", "n", at_least("1"), ForEach{"who", 30});
  draft.add("n", "2020-01-10", "1", dims({{"who", "A"}}));
  CHECK(explained(draft, "years", "2020-06-30").explanation.ranking);
  CHECK(explained(draft, "each", "2020-06-30").explanation.ranking);
  CHECK_FALSE(explained(draft, "years[2019]", "2020-06-30").explanation.ranking);
  CHECK(explained(draft, "years", "2020-06-30").explanation.children.size() == 2);
}

TEST_CASE("a share ranks the years of a floor on the day after the last of them") {
  Draft draft;
  draft.flow("n");
  draft.target("years", "n", at_least("1"), per_year("2018", "2019"));
  draft.commitment("half", ShareOf{number("0.5")}, {"years"});
  CHECK(explained(draft, "half", "2019-12-31").explanation.ranking->ranked == 0);
  CHECK(explained(draft, "half", "2020-01-01").explanation.ranking->ranked == 1);
}

TEST_CASE("a member's path starts on the day before its clock") {
  Draft draft;
  draft.flow("n").dimensions = {{"who", true, {}}};
  draft.target("each", "n", at_least("4"), ForEach{"who", 30}).expect_linear = true;
  draft.add("n", "2020-01-10", "1", dims({{"who", "A"}}));
  const Explained made = explained(draft, "each[who=A]", "2020-01-20");
  REQUIRE(made.explanation.path.size() == 2);
  CHECK(iso(made.explanation.path[0].on) == "2020-01-09");
  CHECK(iso(made.explanation.path[1].on) == "2020-02-09");
}

TEST_CASE("a figure dated on the judged day is the one that counts") {
  Draft draft;
  draft.flow("n");
  draft.series("s", {{"2020-01-01", "5"}, {"2020-03-01", "8"}});
  draft.target("t", "n", AtLeast{Decimal{}, {Ref<Series>{0}}}, by("2020-12-31"));
  const auto said = [&](const char* as_of) {
    return explained(draft, "t", as_of).explanation.goal.said->value.str();
  };
  CHECK(said("2020-02-29") == "5");
  CHECK(said("2020-03-01") == "8");
}

TEST_CASE("the days on which a level was not kept are told, before the first day none") {
  Draft draft;
  draft.stock("level").freshness = {100, 200};
  draft.target("t", "level", at_least("5"), Hold{day("2020-02-01"), {}});
  for (const auto& [on, value] :
       {std::pair{"2019-12-01", "1"}, std::pair{"2020-02-10", "6"}, std::pair{"2020-03-01", "4"},
        std::pair{"2020-03-05", "3"}, std::pair{"2020-04-01", "5"}, std::pair{"2020-05-01", "4"}}) {
    draft.add("level", on, value);
  }
  const auto told = [&](const char* as_of) {
    Texts spells;
    const Explained made = explained(draft, "t", as_of);
    for (const Breach& one : made.explanation.breaches) {
      spells.push_back(iso(one.first) + " to " + text(one.last));
    }
    return spells;
  };
  CHECK(told("2020-01-31").empty());
  CHECK(told("2020-02-01") == Texts{"2020-02-01 to null"});
  CHECK(told("2020-02-10") == Texts{"2020-02-01 to 2020-02-09"});
  CHECK(told("2020-04-30") == Texts{"2020-02-01 to 2020-02-09", "2020-03-01 to 2020-03-31"});
  CHECK(told("2020-05-01").back() == "2020-05-01 to null");
  CHECK(told("2020-12-31").back() == "2020-05-01 to 2020-11-17");
}

TEST_CASE("a part without revisions of its own tells those of its whole") {
  Draft draft;
  draft.flow("n").dimensions = {{"kind", false, {"a", "b"}}};
  draft.target("t", "n", at_least("4"), by("2020-06-30"));
  draft.part("kind", "a", at_least("2"));
  amend(draft, "t", "2020-02-01").comparison = at_least("3");
  const auto decided = [&](const char* id) {
    Texts days;
    const Explained made = explained(draft, id, "2020-05-01");
    for (const Change& change : made.explanation.changes) days.push_back(iso(change.decided));
    return days;
  };
  CHECK(decided("t") == Texts{"2020-02-01"});
  CHECK(decided("t[kind=a]") == Texts{"2020-02-01"});
  amend(draft, "t[kind=a]", "2020-03-01").comparison = at_least("1");
  CHECK(decided("t[kind=a]") == Texts{"2020-03-01"});
  CHECK(decided("t") == Texts{"2020-02-01"});
}

}  // namespace jalon::engine
