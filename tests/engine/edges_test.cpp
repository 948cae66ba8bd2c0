#include "rules/engine/day.hpp"
#include "rules/engine/diff.hpp"
#include "rules/engine/excerpt.hpp"
#include "rules/engine/facts.hpp"
#include "rules/engine/finding.hpp"
#include "rules/engine/record_index.hpp"
#include "rules/engine/transitions.hpp"
#include "tests/engine/changes.hpp"

#include <catch2/catch.hpp>

// First and last days, and what stands just inside or outside of something.

namespace jalon::engine {
namespace {

Moment on(std::string_view as_of) { return {day(as_of), day(as_of), {}}; }

std::vector<std::string> ids(const std::vector<Target>& targets) {
  std::vector<std::string> all;
  for (const Target& target : targets) all.push_back(target.id);
  return all;
}

using Texts = std::vector<std::string>;

/// A target, a whole with two parts, a target.
Draft whole_between_others() {
  Draft draft;
  draft.flow("n").dimensions = {{"kind", false, {"a", "b"}}};
  draft.target("before", "n", at_least("1"), by("2020-06-30"));
  draft.target("t", "n", at_least("4"), by("2020-06-30"));
  draft.part("kind", "a", at_least("2"));
  draft.part("kind", "b", at_least("2"));
  draft.target("after", "n", at_least("1"), by("2020-06-30"));
  return draft;
}

}  // namespace

TEST_CASE("the calendar ends with its last day") {
  struct Row {
    Day day;
    std::string date;
  };
  const std::vector<Row> rows{{day_of(day("9999-12-31")), "9999-12-31"},
                              {day_of(day("9999-12-31")) + 1, "null"},
                              {day_of(day("1400-01-01")), "1400-01-01"},
                              {day_of(day("1400-01-01")) - 1, "null"},
                              {kDawn, "null"},
                              {kDusk, "null"}};
  for (const Row& row : rows) CHECK(text(date_of(row.day)) == row.date);
}

TEST_CASE("an excerpt holds a whole with its parts, whichever of them is asked for, and no other") {
  const Draft draft = whole_between_others();
  for (const std::uint32_t place : {1U, 2U, 3U}) {
    CAPTURE(place);
    CHECK(ids(excerpt(draft.programme, Ref<Target>{place}).targets) ==
          Texts{"t", "t[kind=a]", "t[kind=b]"});
  }
  CHECK(ids(excerpt(draft.programme, Ref<Target>{0}).targets) == Texts{"before"});
  CHECK(ids(excerpt(draft.programme, Ref<Target>{4}).targets) == Texts{"after"});
}

TEST_CASE("two waivers granted on one day are each the cause where they cover") {
  Draft draft;
  draft.flow("n");
  draft.target("t", "n", at_least("2"), by("2020-06-30"));
  draft.target("u", "n", at_least("3"), by("2020-06-30"));
  waive(draft, "W1", "t", "2020-07-10", "2020-12-31");
  waive(draft, "W2", "u", "2020-07-10", "2020-12-31");
  const Moment before{day("2020-07-09"), day("2020-12-31"), {}};
  const Moment after{day("2020-07-10"), day("2020-12-31"), {}};
  const auto changes = diff(draft.programme, draft.log, before, after).changes;
  REQUIRE(changes.size() == 2);
  for (const Changed& changed : changes) {
    REQUIRE(changed.causes.size() == 1);
    CHECK(changed.causes[0].definition == (changed.after->id == "t" ? "W1" : "W2"));
  }
}

TEST_CASE("who asks for stale promises does not hear of fresh ones") {
  struct Row {
    std::string_view as_of;
    bool found;
  };
  Draft draft;
  draft.stock("n").freshness = {10, 20};
  draft.target("t", "n", at_least("9"), by("2021-12-31"));
  draft.add("n", "2020-01-01", "1");
  FindingRule rule;
  rule.statuses = {};
  rule.stale = true;
  for (const Row& row :
       {Row{"2020-01-01", false}, Row{"2020-01-21", false}, Row{"2020-01-22", true}}) {
    CAPTURE(row.as_of);
    CHECK(is_finding(draft.programme, draft.judge("t", row.as_of), rule) == row.found);
  }
}

TEST_CASE("an object that may not have left when it came back counts once at most") {
  Draft draft;
  draft.flow("n").key = "name";
  draft.target("t", "n", at_least("9"), by("2020-12-31"));
  draft.add("n", "2020-01-10", "1").key = "A";
  draft.add("n", "2020-03-01/2020-05-31", "-1").key = "A";
  draft.add("n", "2020-04-15", "1").key = "A";
  CHECK(text(draft.judge("t", "2020-04-20").bounds) == "[1, 1]");
}

TEST_CASE("the life of a period begins with its first day, be it the last one looked at") {
  Draft draft;
  draft.flow("n");
  draft.target("t", "n", at_least("1"), per_year("2019"));
  const auto first = transitions(draft.programme, draft.log, "t[2020]", on("2020-01-01"));
  REQUIRE(first.size() == 1);
  const auto later = transitions(draft.programme, draft.log, "t[2020]", on("2020-06-01"));
  REQUIRE(!later.empty());
  CHECK(text(std::optional{first.front().day}) == text(std::optional{later.front().day}));
  std::get<Per>(draft.programme.targets[0].time) = std::get<Per>(per_year("2020"));
  CHECK(transitions(draft.programme, draft.log, "t[2020]", on("2020-01-01")).size() == 1);
}

TEST_CASE("a record is found by its number, in a log with gaps too") {
  Draft draft = whole_between_others();
  for (int i = 0; i < 4; ++i) draft.add("n", "2020-02-01", "1");
  draft.log.erase(draft.log.begin() + 1);
  for (const Record& record : draft.log) CHECK(find_record(draft.log, record.number) == &record);
  for (const std::int64_t number : {0, 2, 5}) CHECK(find_record(draft.log, number) == nullptr);
  CHECK(find_record({}, 1) == nullptr);
}

TEST_CASE("a life begins on the first day that matters, not with its year") {
  Draft draft;
  draft.stock("done");
  draft.stock("all");
  std::get<Ratio>(draft.ratio("r", "done", "all", "percent").measure).pick = Ratio::Pick::same_year;
  draft.target("t", "r", at_least("50"), by("2021-06-30"));
  draft.add("done", "2020-03-01", "1");
  draft.add("all", "2020-03-01", "4");
  const auto life = transitions(draft.programme, draft.log, "t", on("2020-12-31"));
  REQUIRE(!life.empty());
  CHECK(text(std::optional{life.front().day}) == "2020-03-01");
}

TEST_CASE("from a baseline on the due day no path leads anywhere") {
  struct Row {
    std::string_view baseline;
    std::string_view due;
    std::string_view as_of;
    Outlook::State outlook;
  };
  for (const Row& row : {Row{"2020-06-29", "2020-06-30", "2020-06-30", Outlook::State::off_track},
                         Row{"2020-06-30", "2020-06-30", "2020-06-30", Outlook::State::none},
                         Row{"2020-06-29", "mid-2020", "2020-07-10", Outlook::State::off_track},
                         Row{"2020-06-30", "mid-2020", "2020-07-10", Outlook::State::none}}) {
    Draft draft;
    draft.stock("n");
    Target& target = draft.target("t", "n", at_least("9"), by(row.due));
    target.baseline = Baseline{number("1"), day(row.baseline)};
    target.expect_linear = true;
    draft.add("n", "2020-02-01", "5");
    CAPTURE(row.baseline, row.due);
    CHECK(draft.judge("t", row.as_of).outlook.state == row.outlook);
  }
}

TEST_CASE("an attestation made of a sum, or by a neighbour's name, is part of a life") {
  for (const std::string_view attested : {"total", "u"}) {
    CAPTURE(attested);
    Draft draft;
    for (const char* id : {"n", "m"}) {
      draft.flow(id).completeness = Completeness::attested;
    }
    draft.sum("total", {"n", "m"});
    draft.target("t", "n", at_least("2"), by("2020-06-30"));
    draft.target("u", "n", at_least("3"), by("2020-06-30"));
    draft.add("n", "2020-02-01", "1");
    draft.attest(attested, "2020-06-30").learned = day("2020-08-01");
    const auto life = transitions(draft.programme, draft.log, "t", on("2020-08-01"));
    REQUIRE(!life.empty());
    CHECK(status(life.back().after) == "missed");
    CHECK(life.back().cause.record == 2);
    const auto changes =
        diff(draft.programme, draft.log, on("2020-07-31"), on("2020-08-01")).changes;
    REQUIRE(!changes.empty());
    CHECK(changes[0].causes == std::vector<Cause>{{Cause::Kind::attestation, 2, {}}});
  }
}

TEST_CASE("an index of records finds what touches a name, in number order and once") {
  Draft draft = whole_between_others();
  draft.add("n", "2020-02-01", "1");
  draft.attest("t", "2020-06-30");
  draft.add("n", "2020-01-01", "1");
  draft.log.push_back({4, "u", RecordKind::judgement, "t[kind=a]"});
  const RecordIndex index{draft.programme, pointers_to(draft.log)};
  const auto numbers = [&](std::unordered_set<std::string_view> names) {
    std::vector<std::int64_t> found;
    for (const Record* record : index.under(names)) found.push_back(record->number);
    return found;
  };
  using Numbers = std::vector<std::int64_t>;
  CHECK(numbers({"n"}) == Numbers{1, 2, 3});  // the target is on n
  CHECK(numbers({"t", "n"}) == Numbers{1, 2, 3, 4});
  CHECK(numbers({"t[kind=a]"}) == Numbers{4});
  CHECK(numbers({"t[kind=a]", "t"}) == Numbers{2, 4});
  CHECK(numbers({"m"}).empty());
  CHECK(numbers({}).empty());
}

}  // namespace jalon::engine
