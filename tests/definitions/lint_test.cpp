#include "rules/definitions/lint.hpp"
#include "tests/definitions/sample.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

using namespace jalon;
using definitions::lint;

namespace {

Date day(std::string_view text) { return parse_date(text).value(); }

/// Messages of one code, in order.
std::vector<std::string> said(const Diagnostics& found, std::string_view code) {
  std::vector<std::string> out;
  for (const Diagnostic& one : found) {
    if (one.code == code) out.push_back(one.message);
  }
  return out;
}

bool speaks_of(const std::vector<std::string>& messages, std::string_view word) {
  return std::any_of(messages.begin(), messages.end(), [word](const std::string& message) {
    return message.find(word) != std::string::npos;
  });
}

Record record(std::int64_t number, std::string subject, std::string_view happened,
              std::string_view learned) {
  Record out;
  out.number = number;
  out.subject = std::move(subject);
  out.happened = parse_date_expression(happened).value();
  out.learned = day(learned);
  return out;
}

Record with(Record base, DimensionValues dimensions) {
  base.dimensions = std::move(dimensions);
  return base;
}

}  // namespace

TEST_CASE("lint: a target or milestone without a day, and a critical one with a vague day") {
  const Programme programme = tests::sound_with(R"(
[[target]]
id        = "poc.vague"
indicator = "poc"
at_least  = 1
by        = "late 2021"
severity  = "critical"

[[target]]
id        = "poc.exact"
indicator = "poc"
at_least  = 1
by        = "2021"
severity  = "critical"

[[milestone]]
id      = "some-day"
title   = "Some day"
stages  = ["done"]
reach   = "done"
undated = "nobody said"
)");
  const Diagnostics found = lint(programme, {});
  const auto undated = said(found, "undated-target");
  REQUIRE(undated.size() == 2);
  CHECK(speaks_of(undated, "`trained.corridor`"));
  CHECK(speaks_of(undated, "milestone `some-day`"));
  const auto vague = said(found, "vague-critical");
  REQUIRE(vague.size() == 1);
  CHECK(speaks_of(vague, "`late 2021`"));
}

TEST_CASE("lint: owners and sources that are missing, a member's source may be its commitment's") {
  const Diagnostics found = lint(tests::sample_programme(), {});
  const auto owners = said(found, "no-owner");
  CHECK(speaks_of(owners, "`trained.share`"));
  CHECK(speaks_of(owners, "commitment `some-of-it`"));
  CHECK_FALSE(speaks_of(owners, "`poc.individual`"));
  const auto sources = said(found, "no-source");
  CHECK(speaks_of(sources, "`poc.collective`"));
  CHECK_FALSE(speaks_of(sources, "`poc.individual`"));
  CHECK_FALSE(speaks_of(sources, "`sandbox.law`"));
  CHECK_FALSE(speaks_of(sources, "`all-of-it`"));
  CHECK_FALSE(speaks_of(sources, "pillar"));  // parts are not counted by themselves
}

TEST_CASE("lint: evidence is asked for from severity high on") {
  const Programme programme = tests::sound_with(R"(
[[target]]
id        = "budget.high"
indicator = "budget"
at_least  = 1
by        = "2021"
severity  = "high"

[[target]]
id        = "budget.medium"
indicator = "budget"
at_least  = 1
by        = "2021"
severity  = "medium"
)");
  const auto found = said(lint(programme, {}), "unevidenced");
  REQUIRE(found.size() == 1);
  CHECK(speaks_of(found, "`budget.high`"));
}

TEST_CASE("lint: an indicator that no target uses, not even through a ratio") {
  const Programme programme = tests::sound_with(
      "[[indicator]]\nid = \"idle\"\ntitle = \"I\"\nunit = \"x\"\nmeasure = \"flow\"\n");
  CHECK(said(lint(programme, {}), "unused-indicator") ==
        std::vector<std::string>{"no target uses indicator `idle`"});
}

TEST_CASE("lint: values that no record has, once an indicator has records at all") {
  const Programme programme = tests::sample_programme();
  CHECK(said(lint(programme, {}), "unseen-value").empty());
  const std::vector<Record> log{
      with(record(1, "budget", "2020-03", "2020-04-01"), {{"pillar", "use"}})};
  CHECK(said(lint(programme, log), "unseen-value") ==
        std::vector<std::string>{
            "no record of indicator `budget` has `research`, `support` as its `pillar`"});
}

TEST_CASE("lint: a record whose subject no definition knows is an error with a suggestion") {
  const Programme programme = tests::sample_programme();
  std::vector<Record> log{record(1, "bugdet", "2020-03", "2020-04-01"),
                          record(2, "bugdet", "2020-03", "2020-04-01"),
                          record(3, "poc", "2020-03", "2020-04-01"),
                          record(4, "poc.individual", "2020-03", "2020-04-01"),
                          record(5, "poc.individual", "2020-03", "2020-04-01")};
  log[4].kind = RecordKind::attestation;  // of a target: allowed
  const Diagnostics found = lint(programme, log);
  CHECK(said(found, "orphan-record") ==
        std::vector<std::string>{"records #1, #2: no definition is called `bugdet`",
                                 "record #4: no definition is called `poc.individual`"});
  for (const Diagnostic& one : found) {
    CHECK((one.severity == Diagnostic::Severity::error) == (one.code == "orphan-record"));
    if (one.message.find("bugdet") != std::string::npos) {
      CHECK(one.hint == "did you mean `budget`?");
    }
  }
}

TEST_CASE("lint: a retracted record is no orphan any more, and a corrected one once") {
  const Programme programme = tests::sample_programme();
  std::vector<Record> log{
      record(1, "gone", "2020-03", "2020-04-01"), record(2, "lost", "2020-03", "2020-04-01"),
      record(3, "lost", "2020-03", "2020-04-02"), record(4, "gone", "2020-04-03", "2020-04-03")};
  log[2].kind = RecordKind::correction;
  log[2].replaces = 2;
  log[3].kind = RecordKind::retraction;
  log[3].replaces = 1;
  CHECK(said(lint(programme, log), "orphan-record").size() == 1);
}

TEST_CASE("lint: a record that was learned before it happened") {
  const Programme programme = tests::sample_programme();
  const std::vector<Record> log{record(7, "poc", "2021-03-01", "2020-03-01"),
                                record(8, "poc", "2020-03-01", "2020-03-01"),
                                record(9, "poc", "2020-03", "2020-03-05")};
  const auto slips = said(lint(programme, log), "date-slip");
  REQUIRE(slips.size() == 1);
  CHECK(speaks_of(slips, "record #7 of `poc`"));
}

TEST_CASE("lint: a level judged once a year whose readings do not last a year") {
  Programme programme = tests::sound_with(R"(
[[target]]
id        = "trained.yearly"
indicator = "trained"
at_least  = 1
per       = "year"
first     = "2020"
)");
  CHECK(said(lint(programme, {}), "stale-too-soon").empty());
  programme.indicators[2].freshness.stale_after = 365;
  CHECK(said(lint(programme, {}), "stale-too-soon").empty());
  programme.indicators[2].freshness.stale_after = 364;
  CHECK(said(lint(programme, {}), "stale-too-soon").size() == 1);
}

TEST_CASE("lint: a yearly floor that does not reach the goal, and areas that nothing covers") {
  const Programme programme = tests::sound_with(R"(
[[target]]
id        = "budget.floor"
indicator = "budget"
at_least  = 80
per       = "year"
first     = "2020"
last      = "2030"

[[target]]
id        = "budget.total"
indicator = "budget"
at_least  = 1000
start     = "2020"
by        = "2030"
)");
  const Diagnostics found = lint(programme, {});
  const auto floors = said(found, "floor-below-goal");
  CHECK(speaks_of(floors,
                  "`budget.floor` kept in all 11 periods comes to 880: 120 short of "
                  "`budget.total`"));
  CHECK(speaks_of(said(found, "uncovered-area"), "`skills`"));
  CHECK_FALSE(speaks_of(said(found, "uncovered-area"), "`business`"));
  const auto& last = found.back();
  CHECK(last.where.file.empty());  // what has no place of its own comes last
}

TEST_CASE("lint: every code that is given is on its list") {
  const auto codes = definitions::lint_codes();
  const std::set<std::string_view> known{codes.begin(), codes.end()};
  CHECK(known.size() == codes.size());
  for (const Diagnostic& one : lint(tests::sample_programme(), {})) {
    INFO(one.code);
    CHECK(known.contains(one.code));
    CHECK(one.message.back() != '.');
  }
}
