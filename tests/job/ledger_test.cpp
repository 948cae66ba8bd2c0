#include "tracker/job/ledger.hpp"

#include <catch2/catch.hpp>

namespace jalon::tests {

using job::Entry;

namespace {

job::Publication publication(const std::string& report, const std::string& period, int edition,
                             std::int64_t record) {
  return {report, period, edition, std::string(64, 'a'), "2020-07-01", record, {"a \"b\".csv"}};
}

Entry run_on(const std::string& day, int exit_code) {
  Entry entry;
  entry.at = day + "T01:00:00.000000Z";
  entry.day = day;
  entry.exit_code = exit_code;
  entry.version = "0.1.0";
  entry.last_record = 9;
  return entry;
}

}  // namespace

TEST_CASE("a line of the ledger says all that an entry holds") {
  Entry full = run_on("2020-07-01", 5);
  full.published = {publication("gaps", "2020-06", 2, 7)};
  full.unchanged = {{"gaps", "2020-05"}};
  full.failed = {{"quarterly", "2020-Q2", "no \"room\"\non the disk"}};
  full.behind = 3;
  full.reason = "why";
  full.definitions = std::string(64, 'd');
  full.notice = "sent";
  full.mentioned = {{"network.partners", "missed"}};
  CHECK(job::from_line(job::to_line(full)) == full);
  CHECK(job::to_line(full).find('\n') == std::string::npos);
  Entry writing{.kind = Entry::Kind::writing, .at = "x", .day = "2020-07-01"};
  writing.files = {"a.csv", "b.csv"};
  CHECK(job::from_line(job::to_line(writing)) == writing);
  CHECK(job::to_line(run_on("2020-07-01", 0)) ==
        R"({"kind":"run","at":"2020-07-01T01:00:00.000000Z","day":"2020-07-01","exit":0,)"
        R"("version":"0.1.0","last_record":9})");
}

TEST_CASE("a line that this program does not know is none") {
  for (const char* line : {"", "{", "[]", "{}", R"({"kind":"later"})", R"({"kind":7})"}) {
    INFO(line);
    CHECK_FALSE(job::from_line(line));
  }
}

TEST_CASE("history holds the newest edition of each period and the last run that worked") {
  Entry first = run_on("2020-07-01", 0);
  first.published = {publication("gaps", "2020-06", 1, 4), publication("gaps", "2020-05", 1, 4)};
  Entry second = run_on("2020-07-03", 5);
  second.published = {publication("gaps", "2020-06", 2, 7)};
  second.unchanged = {{"gaps", "2020-05"}, {"gone", "2020-05"}};
  Entry back = run_on("2020-07-02", 4);
  const job::History history = job::history_of({first, second, back});
  REQUIRE(history.latest.size() == 2);
  CHECK(history.latest[0] == publication("gaps", "2020-06", 2, 7));
  CHECK(history.latest[1] == publication("gaps", "2020-05", 1, 4));
  CHECK(history.published[0].last_record == 7);
  CHECK(history.published[1].last_record == 9);
  CHECK(history.last_success == first.at);
  CHECK(history.last_day == Date{2020, 7, 3});
  CHECK_FALSE(job::history_of({}).last_success);
}

}  // namespace jalon::tests
