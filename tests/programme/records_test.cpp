#include "tests/programme/belgium.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

namespace jalon::tests {
namespace {

const Record* record_of(const std::vector<Record>& records, std::string_view subject) {
  const auto found = std::ranges::find(records, subject, &Record::subject);
  return found == records.end() ? nullptr : &*found;
}

TEST_CASE("every record of the report was known on the day of the report and has evidence",
          "[belgium]") {
  const Programme programme = belgium();
  const auto records = belgian_records(programme, "report-2020-02-25.csv");
  CHECK(records.size() == 25);
  for (const Record& record : records) {
    INFO(record.number << " " << record.subject);
    CHECK(record.learned == kReportDay);
    REQUIRE(record.happened.latest);
    CHECK(*record.happened.latest <= kReportDay);
    CHECK(record.evidence.size() == 1);
  }
}

TEST_CASE("a later record was learned when its source appeared or when it was entered",
          "[belgium]") {
  const Programme programme = belgium();
  const auto records = belgian_records(programme, "later.csv");
  CHECK(records.size() == 8);
  for (const Record& record : records) {
    INFO(record.number << " " << record.subject);
    REQUIRE(record.evidence.size() == 1);
    const Source* source = find_id(programme.sources, record.evidence.front().text);
    REQUIRE(source != nullptr);
    const bool day_known = source->date && source->date->from == source->date->latest;
    CHECK(record.learned == (day_known ? *source->date->from : kEntryDay));
    CHECK(record.learned >= *record.happened.latest);
  }
}

struct VagueRecord {
  std::string subject;
  std::string amount;
  std::string from;
  std::string latest;
  std::string range;
};

TEST_CASE("vague words of the report stay vague in its records", "[belgium]") {
  const Programme programme = belgium();
  const auto records = belgian_log(programme, true);
  const std::vector<VagueRecord> rows = {
      {"fwo-ai-funding", ">15000000", "2019-01-01", "2019-12-31", "more than 15000000"},
      {"vlaio-ai-funding", ">41000000", "2019-01-01", "2019-12-31", "more than 41000000"},
      {"ai4belgium-member", ">500", "2020-02-25", "2020-02-25", "at least 501"},
      {"official-partner", "~20", "2020-02-25", "2020-02-25", "18..22"},
      {"innoviris-ai-budget", "20000000", "2018-02-25", "2020-02-25", "20000000"},
      {"team-up-project", "19", "2020-02-25", "2020-02-25", "19"},
      {"training-contract", "0", "2020-02-25", "2020-02-25", "0"},
      {"start-ai-company", "81", "2021-10-21", "2021-10-21", "81"},
  };
  for (const VagueRecord& row : rows) {
    INFO(row.subject);
    const Record* record = record_of(records, row.subject);
    REQUIRE(record != nullptr);
    REQUIRE(record->amount);
    CHECK(record->amount->written == row.amount);
    CHECK(str(record->amount->range) == row.range);
    CHECK(iso(*record->happened.from) == row.from);
    CHECK(iso(*record->happened.latest) == row.latest);
  }
}

TEST_CASE("every dated number among the facts of the report is on record", "[belgium]") {
  const Programme programme = belgium();
  const auto records = belgian_records(programme, "report-2020-02-25.csv");
  for (const Fact& fact : programme.facts) {
    if (fact.id.starts_with("later.") || !fact.value || !fact.on) continue;
    INFO(fact.id);
    const auto same = [&fact](const Record& record) {
      return record.amount && record.amount->written == fact.value->written &&
             record.happened.latest == fact.on->latest;
    };
    CHECK(std::ranges::any_of(records, same));
  }
}

}  // namespace
}  // namespace jalon::tests
