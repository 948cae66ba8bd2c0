#include "tests/programme/statements.hpp"
#include "tests/programme/belgium.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace jalon::tests {
namespace {

bool has_tag(const Common& common, std::string_view tag) {
  return std::ranges::find(common.tags, tag) != common.tags.end();
}

/// Ids of what stands for a statement: everything but what became known later, parts of a split,
/// and the two rules that put a statement into a form of its own.
std::set<std::string> places(const Programme& programme) {
  std::set<std::string> ids;
  const auto take = [&ids](const Common& one) {
    if (!has_tag(one, "later")) ids.insert(one.id);
  };
  for (const Fact& one : programme.facts) take(one);
  for (const Recommendation& one : programme.recommendations) take(one);
  for (const Target& one : programme.targets) take(one);
  for (const Milestone& one : programme.milestones) take(one);
  for (const Commitment& one : programme.commitments) take(one);
  ids.erase("start-ai.three-days");           // the rule to fact wal-start-ai
  ids.erase("ai-investment.recommendation");  // the two promises of one sentence together
  return ids;
}

TEST_CASE("all 143 statements of the report are in the Belgian programme as the report has them",
          "[belgium]") {
  const Programme programme = belgium();
  const std::vector<Statement> statements = read_statements();
  CHECK(statements.size() == 143);
  for (Statement expected : statements) {
    const auto found = find_statement(programme, expected);
    INFO(expected.id << " at " << expected.table << " " << expected.place);
    REQUIRE(found);
    // The report names no first year of the floor; any reading of it is the programme's own.
    if (expected.when == "every year" && found->when.starts_with("every year from")) {
      expected.when = found->when;
    }
    CHECK(str(*found) == str(expected));
  }
}

TEST_CASE("the Belgian programme promises nothing that the report does not say", "[belgium]") {
  std::set<std::string> stated;
  for (const Statement& one : read_statements()) stated.insert(one.place);
  CHECK(places(belgium()) == stated);
}

TEST_CASE("a rule whose id is not that of its statement names it in a tag", "[belgium]") {
  const Programme programme = belgium();
  for (const Statement& one : read_statements()) {
    if (one.id == one.place) continue;
    const std::string tag = "statement:" + one.id;
    const auto* target = find_id(programme.targets, one.place);
    const auto* milestone = find_id(programme.milestones, one.place);
    const auto* commitment = find_id(programme.commitments, one.place);
    INFO(one.id << " at " << one.place);
    CHECK(((target != nullptr && has_tag(*target, tag)) ||
           (milestone != nullptr && has_tag(*milestone, tag)) ||
           (commitment != nullptr && has_tag(*commitment, tag))));
  }
}

TEST_CASE("every kind of statement is there as often as in the report", "[belgium]") {
  std::map<std::string, int> count;
  for (const Statement& one : read_statements()) ++count[one.kind];
  CHECK(count == std::map<std::string, int>{{"fact", 63},
                                            {"recommendation", 52},
                                            {"plan", 11},
                                            {"objective", 2},
                                            {"quantitative-target", 10},
                                            {"milestone", 5}});
}

TEST_CASE("everything in the Belgian programme names its source", "[belgium]") {
  const Programme programme = belgium();
  const auto check = [&programme](const Common& one) {
    INFO(one.id);
    REQUIRE_FALSE(one.sources.empty());
    const bool report = programme[one.sources.front().source].id == "aiwatch-be-2020";
    CHECK((report != has_tag(one, "later") || one.id == "population-be"));
    if (report) CHECK_FALSE(one.sources.front().locator.empty());
  };
  for (const Initiative& one : programme.initiatives) check(one);
  for (const Recommendation& one : programme.recommendations) check(one);
  for (const Fact& one : programme.facts) check(one);
  for (const Indicator& one : programme.indicators) check(one);
  for (const Series& one : programme.series) check(one);
  for (const Target& one : programme.targets) check(one);
  for (const Milestone& one : programme.milestones) check(one);
  for (const Commitment& one : programme.commitments) check(one);
}

TEST_CASE("a later fact says how certain it is", "[belgium]") {
  const Programme programme = belgium();
  int later = 0;
  for (const Fact& fact : programme.facts) {
    if (!fact.id.starts_with("later.")) continue;
    ++later;
    INFO(fact.id);
    CHECK(has_tag(fact, "later"));
    CHECK((has_tag(fact, "certainty:high") || has_tag(fact, "certainty:medium") ||
           has_tag(fact, "certainty:low")));
  }
  CHECK(later == 68);
}

}  // namespace
}  // namespace jalon::tests
