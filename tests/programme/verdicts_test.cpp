#include "rules/engine/evaluate.hpp"
#include "tests/golden.hpp"
#include "tests/programme/belgium.hpp"

#include <fmt/format.h>
#include <catch2/catch.hpp>

namespace jalon::tests {
namespace {

using engine::Evaluation;
using engine::Moment;
using engine::Verdict;

std::string str(const engine::Quantity& quantity) {
  if (const auto* number = std::get_if<Decimal>(&quantity)) return number->str();
  if (const auto* stage = std::get_if<std::string>(&quantity)) return *stage;
  return "-";
}

std::string str(const std::optional<Decimal>& number) { return number ? number->str() : "-"; }
std::string str(const std::optional<Date>& day) { return day ? iso(*day) : "-"; }
std::string str(const std::optional<long>& days) { return days ? std::to_string(*days) : "-"; }

std::string line_of(const Verdict& verdict) {
  return fmt::format(
      "{}: {} ({}), {} of {}, gap {}, due {} (latest {}), days left {}, overdue {}, reached {}, "
      "list complete through {}, records [{}]{}\n",
      verdict.id, name(verdict.status), name(verdict.reason), str(verdict.value), str(verdict.goal),
      str(verdict.gap), str(verdict.due.nominal), str(verdict.due.latest), str(verdict.days_left),
      str(verdict.days_overdue), str(verdict.reached_on), str(verdict.confidence.complete_through),
      fmt::join(verdict.records, " "),
      verdict.decided_by.empty() ? "" : ", decided by " + verdict.decided_by);
}

std::string lines_of(const Evaluation& evaluation) {
  std::string text;
  for (const Verdict& verdict : evaluation.verdicts) text += line_of(verdict);
  return text;
}

/// As of a day, knowing what was known on it.
Evaluation on(Date day, bool with_later = false) {
  const Programme programme = belgium();
  return engine::evaluate(programme, belgian_log(programme, with_later), Moment{day, day});
}

struct Expected {
  Date as_of;
  std::string id;
  std::string status;
  std::string reason;
  std::string value;
  std::string gap;
  std::string days_left;
  std::string due;
  std::string latest;
};

/// The promises of the report with a day in 2020, on the days that matter; nobody reports anything
/// after the report itself.
std::vector<Expected> expected_verdicts() {
  const Date feb{2020, 2, 25};
  const Date apr{2020, 4, 1};
  const Date jun{2020, 6, 30};
  const Date jul{2020, 7, 15};
  const Date aug{2020, 8, 1};
  const std::string half = "2020-06-30";
  const std::string vague = "2020-07-31";
  return {
      {feb, "tremplin-ai.poc-individual", "pending", "no-data", "-", "2", "126", half, half},
      {feb, "tremplin-ai.poc-collective", "pending", "no-data", "-", "3", "126", half, half},
      {feb, "tremplin-ai.pocs", "pending", "no-data", "-", "2", "126", half, half},
      {feb, "ai-training.two-contracts", "pending", "on-record", "0", "2", "35", "2020-03-31",
       "2020-04-30"},
      {feb, "national-strategy.draft", "pending", "incomplete", "commissioned", "-", "126", half,
       vague},
      {feb, "brussels-ai-overview.available", "pending", "incomplete", "under-way", "-", "126",
       half, vague},
      {feb, "national-strategy.support", "unknown", "no-data", "-", "4", "-", "-", "-"},
      {feb, "ai-mooc.one-percent", "unknown", "no-data", "-", "-", "-", "-", "-"},
      {feb, "research-challenges.four", "met", "on-record", "4", "0", "-", "-", "-"},
      {feb, "start-ai.three-days", "unknown", "no-data", "-", "-", "-", "-", "-"},
      {feb, "ai-investment.yearly-floor", "pending", "no-data", "-", "80000000", "310",
       "2020-12-31", "2020-12-31"},
      {feb, "ai-investment.cumulative-2030", "pending", "no-data", "-", "1000000000", "3962",
       "2030-12-31", "2030-12-31"},
      {feb, "flanders.budget", "pending", "no-data", "-", "32000000", "310", "2020-12-31",
       "2020-12-31"},
      {apr, "ai-training.two-contracts", "overdue", "incomplete", "0", "2", "-1", "2020-03-31",
       "2020-04-30"},
      {jun, "tremplin-ai.pocs", "pending", "no-data", "-", "2", "0", half, half},
      {jul, "tremplin-ai.poc-individual", "overdue", "no-data", "-", "2", "-15", half, half},
      {jul, "tremplin-ai.poc-collective", "overdue", "no-data", "-", "3", "-15", half, half},
      {jul, "tremplin-ai.pocs", "overdue", "no-data", "-", "2", "-15", half, half},
      {jul, "ai-training.two-contracts", "overdue", "incomplete", "0", "2", "-106", "2020-03-31",
       "2020-04-30"},
      {aug, "national-strategy.draft", "overdue", "incomplete", "commissioned", "-", "-32", half,
       vague},
      {aug, "brussels-ai-overview.available", "overdue", "incomplete", "under-way", "-", "-32",
       half, vague},
      {aug, "research-challenges.four", "met", "on-record", "4", "0", "-", "-", "-"},
  };
}

TEST_CASE(
    "the promises of 2020 are pending on the day of the report and overdue when silence went on",
    "[belgium]") {
  for (const Expected& row : expected_verdicts()) {
    const Evaluation evaluation = on(row.as_of);
    const Verdict* verdict = evaluation.find(row.id);
    INFO(row.id << " as of " << iso(row.as_of));
    REQUIRE(verdict != nullptr);
    INFO(line_of(*verdict));
    CHECK(name(verdict->status) == row.status);
    CHECK(name(verdict->reason) == row.reason);
    CHECK(str(verdict->value) == row.value);
    CHECK(str(verdict->gap) == row.gap);
    CHECK(str(verdict->days_left) == row.days_left);
    CHECK(str(verdict->due.nominal) == row.due);
    CHECK(str(verdict->due.latest) == row.latest);
  }
}

TEST_CASE("without a word that a list is complete no Belgian promise is ever missed", "[belgium]") {
  for (const Date day : {kReportDay, Date{2020, 7, 15}, Date{2020, 8, 1}, kEntryDay}) {
    for (const Verdict& verdict : on(day, true).verdicts) {
      INFO(iso(day) << " " << line_of(verdict));
      CHECK(verdict.status != engine::Status::missed);
    }
  }
}

TEST_CASE("what became known later moves no Belgian verdict that it does not prove", "[belgium]") {
  CHECK(lines_of(on(kEntryDay, true)) == lines_of(on(kEntryDay, false)));
}

TEST_CASE("the Belgian verdicts of four days", "[belgium][golden]") {
  check_golden("programme/verdicts-2020-02-25.txt", lines_of(on(kReportDay)));
  check_golden("programme/verdicts-2020-07-15.txt", lines_of(on(Date{2020, 7, 15})));
  check_golden("programme/verdicts-2020-08-01.txt", lines_of(on(Date{2020, 8, 1})));
  check_golden("programme/verdicts-2026-11-25.txt", lines_of(on(kEntryDay, true)));
}

}  // namespace
}  // namespace jalon::tests
