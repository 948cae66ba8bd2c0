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
  CHECK(said(lint(programme, {.log = log}), "unseen-value") ==
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
  const Diagnostics found = lint(programme, {.log = log});
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
  CHECK(said(lint(programme, {.log = log}), "orphan-record").size() == 1);
}

TEST_CASE("lint: a record that was learned before it happened") {
  const Programme programme = tests::sample_programme();
  const std::vector<Record> log{record(7, "poc", "2021-03-01", "2020-03-01"),
                                record(8, "poc", "2020-03-01", "2020-03-01"),
                                record(9, "poc", "2020-03", "2020-03-05")};
  const auto slips = said(lint(programme, {.log = log}), "date-slip");
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

TEST_CASE("lint: a promise is looked at as it stands after its revisions of the day") {
  Programme programme = tests::sound_with(R"(
[[target]]
id        = "poc.open"
indicator = "poc"
at_least  = 5
undated   = "later"

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
  const auto amend = [&](std::string_view id, bool withdrawn, auto change) {
    for (Target& target : programme.targets) {
      if (target.id != id) continue;
      Promise promise = target;
      change(promise);
      target.amendments.push_back({{0}, day("2021-01-01"), withdrawn, std::move(promise)});
    }
  };
  amend("poc.open", false,
        [](Promise& promise) { promise.time = By{parse_date_expression("2022").value()}; });
  amend("budget.total", false,
        [](Promise& promise) { promise.comparison = AtLeast{Decimal{880}}; });
  amend("trained.corridor", true, [](Promise&) {});
  const auto codes = [&](std::string_view as_of, std::string_view code, std::string_view id) {
    return speaks_of(said(lint(programme, {.as_of = day(as_of)}), code), id);
  };
  for (const auto& [code, id] : std::vector<std::pair<std::string_view, std::string_view>>{
           {"undated-target", "`poc.open`"},
           {"floor-below-goal", "`budget.floor`"},
           {"undated-target", "`trained.corridor`"},
           {"no-owner", "`trained.corridor`"}}) {
    INFO(code << " " << id);
    CHECK(codes("2020-12-31", code, id));
    CHECK_FALSE(codes("2021-01-01", code, id));
    CHECK_FALSE(speaks_of(said(lint(programme, {}), code), id));  // after every revision
  }
}

TEST_CASE("lint: a sum needs evidence for each part, and uses each part") {
  Programme programme = tests::sound_with(R"(
[[indicator]]
id      = "budget-2"
title   = "More budget"
unit    = "EUR"
measure = "flow"

[[target]]
id        = "budgets.high"
indicator = "budget-2"
at_least  = 1
by        = "2021"
severity  = "high"
)");
  Indicator sum = programme.indicators.back();
  sum.id = "budgets";
  sum.measure = Sum{{{1}, {static_cast<std::uint32_t>(programme.indicators.size() - 1)}}};
  programme.indicators.push_back(sum);
  programme.targets.back().indicator = {
      static_cast<std::uint32_t>(programme.indicators.size() - 1)};
  CHECK(said(lint(programme, {}), "unused-indicator").empty());
  CHECK(said(lint(programme, {}), "unevidenced").size() == 1);
  programme.indicators[1].evidence.required = true;
  CHECK(said(lint(programme, {}), "unevidenced").size() == 1);
  programme.indicators[programme.indicators.size() - 2].evidence.required = true;
  CHECK(said(lint(programme, {}), "unevidenced").empty());
}

TEST_CASE("lint: the source of an outer commitment holds for the members of an inner one") {
  Programme programme = tests::sample_programme();
  CHECK(speaks_of(said(lint(programme, {}), "no-source"), "`poc.collective`"));
  CHECK(speaks_of(said(lint(programme, {}), "no-source"), "`some-of-it`"));
  programme.commitments[0].members.push_back(Ref<Commitment>{1});
  CHECK_FALSE(speaks_of(said(lint(programme, {}), "no-source"), "`poc.collective`"));
  CHECK_FALSE(speaks_of(said(lint(programme, {}), "no-source"), "`some-of-it`"));
}

TEST_CASE("lint: a goal that is reached at its baseline has no direction") {
  struct Row {
    std::string_view indicator, comparison, baseline;
    bool found;
  };
  for (const Row& row : std::vector<Row>{{"trained", "at_least = 10", "9.99", false},
                                         {"trained", "at_least = 10", "10", true},
                                         {"trained", "at_most = 10", "10", true},
                                         {"trained", "at_most = 10", "10.01", false},
                                         {"trained", "between = [5, 10]", "4.99", false},
                                         {"trained", "between = [5, 10]", "5", true},
                                         {"trained", "between = [5, 10]", "10.01", false},
                                         {"trained", "exactly = 10", "10", true},
                                         {"trained", "exactly = 10", "11", false},
                                         {"budget", "at_most = 10", "0", false}}) {
    Programme programme =
        tests::sound_with("[[target]]\nid = \"x.y\"\nby = \"2030\"\nindicator = \"" +
                          std::string{row.indicator} + "\"\n" + std::string{row.comparison} + "\n");
    programme.targets.back().baseline = Baseline{Decimal::parse(row.baseline).value(), {}};
    INFO(row.indicator << " " << row.comparison << " from " << row.baseline);
    CHECK(said(lint(programme, {}), "direction-unclear").size() == (row.found ? 1U : 0U));
    programme.targets.back().time = Hold{};
    CHECK(said(lint(programme, {}), "direction-unclear").empty());
  }
}

TEST_CASE("lint: what no rule test names, itself or through an instance") {
  const Programme programme = tests::sample_programme();
  CHECK(said(lint(programme, {}), "untested-target").empty());  // nobody said what is tested
  const std::set<std::string> tested{"budget.yearly[2020]", "poc.individual", "poc.collective-2"};
  const auto found = said(lint(programme, {.tested = &tested}), "untested-target");
  CHECK_FALSE(speaks_of(found, "`budget.yearly`"));
  CHECK_FALSE(speaks_of(found, "`poc.individual`"));
  CHECK(speaks_of(found, "`poc.collective`"));
  CHECK(speaks_of(found, "milestone `sandbox.law`"));
  CHECK_FALSE(speaks_of(found, "["));  // parts are tested with their whole
}

TEST_CASE("lint: a waiver that ends within 60 days, or that nothing needs") {
  Programme programme = tests::sample_programme();
  const Waiver waiver{{.id = "W-1"}, "poc.individual",  "late data",
                      "ministry",    day("2020-07-01"), day("2020-12-31")};
  programme.waivers.push_back(waiver);

  SECTION("the days before it ends") {
    struct Row {
      std::string_view as_of, words;
    };
    for (const Row& row : std::vector<Row>{
             {"2020-11-01", "in 60 days"}, {"2020-12-30", "in 1 day"}, {"2020-12-31", "today"}}) {
      INFO(row.as_of);
      const auto found = said(lint(programme, {.as_of = day(row.as_of)}), "waiver-expiring");
      REQUIRE(found.size() == 1);
      CHECK(speaks_of(found, row.words));
    }
    for (const std::string_view as_of : {"2020-06-30", "2020-10-31", "2021-01-01"}) {
      INFO(as_of);
      CHECK(said(lint(programme, {.as_of = day(as_of)}), "waiver-expiring").empty());
    }
  }
  SECTION("what it covers") {
    const Date as_of = day("2020-08-01");
    engine::Evaluation evaluation{{as_of, as_of, {}}, {}};
    engine::Verdict verdict;
    verdict.id = "poc.individual";
    verdict.subject = Ref<Target>{0};
    verdict.status = engine::Status::missed;
    evaluation.verdicts.push_back(verdict);
    const auto unused = [&] {
      return said(lint(programme, {.as_of = as_of, .verdicts = &evaluation}), "waiver-unused")
          .size();
    };
    CHECK(unused() == 1);  // another waiver covers it, or none
    evaluation.verdicts[0].waived = engine::Waived{"W-1", waiver.expires};
    CHECK(unused() == 0);
    evaluation.verdicts[0].status = engine::Status::met;
    CHECK(unused() == 1);
    programme.waivers[0].granted = day("2020-08-02");  // not in force yet
    CHECK(unused() == 0);
  }
}

TEST_CASE("lint: a level that never falls was read lower than before") {
  Programme programme = tests::sample_programme();
  const auto reading = [](std::int64_t number, std::string_view on, std::string_view is) {
    Record out = record(number, "trained", on, "2021-12-31");
    out.amount = parse_amount(is, {}).value();
    return out;
  };
  struct Row {
    std::string_view first, second;
    bool found;
  };
  programme.indicators[2].monotone = true;
  for (const Row& row : std::vector<Row>{{"10", "9", true},
                                         {"10", "10", false},
                                         {"10", "11", false},
                                         {">10", "10", true},
                                         {">=10", "10", false},
                                         {"~10", "9", false},
                                         {"10", "<10", true},
                                         {"10", "<=10", false}}) {
    INFO(row.first << " then " << row.second);
    const std::vector<Record> log{reading(1, "2020-01-01", row.first),
                                  reading(2, "2020-02-01", row.second)};
    CHECK(said(lint(programme, {.log = log}), "falling-level").size() == (row.found ? 1U : 0U));
  }
  std::vector<Record> log{reading(1, "2020-01-01", "10"), reading(2, "2020", "9")};
  CHECK(said(lint(programme, {.log = log}), "falling-level").empty());  // perhaps the same day
  log = {reading(1, "2020-02-01", "10"), reading(2, "2020-01-01", "9")};
  CHECK(said(lint(programme, {.log = log}), "falling-level").empty());  // in time it rises
  log[1].happened = parse_date_expression("2020-03-01").value();
  CHECK(said(lint(programme, {.log = log}), "falling-level").size() == 1);
  programme.indicators[2].monotone = false;
  CHECK(said(lint(programme, {.log = log}), "falling-level").empty());
}

TEST_CASE("lint: two spellings of one value, in open dimensions alone") {
  const Programme programme = tests::sample_programme();
  const auto found = [&](std::string_view a, std::string_view b, std::string_view dimension) {
    const std::vector<Record> log{
        with(record(1, "poc", "2020-03", "2020-04-01"), {{std::string{dimension}, std::string{a}}}),
        with(record(2, "poc", "2020-03", "2020-04-01"),
             {{std::string{dimension}, std::string{b}}})};
    return said(lint(programme, {.log = log}), "near-duplicate").size();
  };
  CHECK(found("Van Damme", "Van Dame", "company") == 1);
  CHECK(found("Beta", "beta.", "company") == 1);
  CHECK(found("Beta", "Zeta", "company") == 0);
  CHECK(found("Plant 11", "Plant 12", "company") == 0);
  CHECK(found("Beta", "Beta", "company") == 0);
  CHECK(found("individual", "indivdual", "kind") == 0);
}

TEST_CASE("lint: ids that something was called by before are known") {
  Programme programme = tests::sample_programme();
  std::vector<Record> log{with(record(1, "money", "2020-03", "2020-04-01"), {{"pillar", "use"}}),
                          record(2, "poc.single", "2020-03", "2020-04-01"),
                          record(3, "whole-plan", "2020-03", "2020-04-01"),
                          record(4, "budget.yearly[2020]", "2020-03", "2020-04-01")};
  log[1].kind = RecordKind::attestation;
  log[2].kind = RecordKind::judgement;
  log[3].kind = RecordKind::judgement;
  CHECK(said(lint(programme, {.log = log}), "orphan-record").size() == 3);
  programme.indicators[1].was = {"money"};
  programme.targets[0].was = {"poc.single"};
  programme.commitments[0].was = {"whole-plan"};
  CHECK(said(lint(programme, {.log = log}), "orphan-record").empty());
  CHECK(speaks_of(said(lint(programme, {.log = log}), "unseen-value"), "`research`, `support`"));
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
