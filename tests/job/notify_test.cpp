// Who is told what, and when again.
#include "tests/job/office.hpp"
#include "tracker/job/ledger.hpp"

#include <catch2/catch.hpp>

namespace jalon::tests {
namespace {

using Catch::Contains;
using Messages = std::vector<std::string>;

/// A workspace whose messages are caught; `fails` says why they cannot be delivered.
struct Told {
  explicit Told(const std::string& now) : desk{now} {
    open_office(desk,
                "[notify]\ncommand = [\"tell\", \"them\"]\n"
                "on = [\"missed\", \"overdue\", \"met\", \"met-late\", \"unknown\", "
                "\"run-failed\"]\n");
    desk.run_program = [this](const std::vector<std::string>& command,
                              const std::filesystem::path& folder, std::string_view input,
                              int seconds) -> std::optional<std::string> {
      CHECK(command == std::vector<std::string>{"tell", "them"});
      CHECK(folder == desk.folder());
      CHECK(seconds == 60);
      if (!fails.empty()) return fails;
      messages.emplace_back(input);
      return std::nullopt;
    };
  }

  /// What one run sends.
  Messages run_on(const std::string& day, int code = 0) {
    messages.clear();
    desk.set_clock(day + "T06:00:00Z");
    const Outcome run = desk("run");
    INFO(day << run.err);
    CHECK(run.code == code);
    return messages;
  }
  [[nodiscard]] job::Entry entry() const {
    return job::read_entries(desk.folder() / "jalon.db").back();
  }

  Desk desk;
  std::string fails = {};
  Messages messages = {};
};

}  // namespace

TEST_CASE("the first run sends counts, not a flood, and the next one nothing") {
  Told told{"2021-02-01T06:00:00Z"};
  const Messages first = told.run_on("2021-02-01");
  REQUIRE(first.size() == 1);
  CHECK_THAT(first[0], Contains(R"({"schema":"jalon.notice/1","programme":"small",)"
                                R"("kind":"summary","day":"2021-02-01","last_record":0,)"));
  CHECK_THAT(first[0], Contains("\"counts\":{") && Contains("\"owners\":[]"));
  CHECK_THAT(first[0], Contains("reports/gaps-2021-01.csv"));
  CHECK(told.run_on("2021-02-02").empty());
  CHECK(told.entry().notice == "nothing");
}

TEST_CASE("what moved is told once, under its owner") {
  Told told{"2020-06-29T06:00:00Z"};
  told.run_on("2020-06-29");
  CHECK(told.run_on("2020-06-30").empty());
  REQUIRE(told.desk("log partner 21 --on 2020-06-30").code == 0);
  const Messages moved = told.run_on("2020-07-02");
  REQUIRE(moved.size() == 1);
  CHECK_THAT(moved[0], Contains("\"kind\":\"changes\""));
  CHECK_THAT(moved[0],
             Contains(R"({"owner":null,"name":null,"changes":[{"id":"network.partners")"));
  CHECK_THAT(moved[0], Contains(R"("before":"pending","after":"met","data_lost":false)"));
  CHECK_THAT(moved[0], Contains(R"({"owner":"adn","name":"Agency","changes":[{"id":)"));
  CHECK(told.run_on("2020-07-03").empty());
}

TEST_CASE("what stays open is told again after a while, what was settled is not") {
  Told told{"2020-06-29T06:00:00Z"};
  told.run_on("2020-06-29");
  REQUIRE(told.desk("log partner 21 --on 2020-06-29").code == 0);
  REQUIRE(told.run_on("2020-07-02").size() == 1);
  for (const std::string& early : told.run_on("2020-07-31"))  // of what was open from the start
    CHECK_THAT(early, !Contains("tremplin-ai.poc-individual"));
  const Messages again = told.run_on("2020-08-01");
  REQUIRE(again.size() == 1);
  CHECK_THAT(again[0], Contains("\"reminders\":[{\"id\":\"tremplin-ai.poc-individual\""));
  CHECK_THAT(again[0], Contains("\"status\":\"overdue\"}") || Contains("\"status\":\"unknown\"}"));
  CHECK_THAT(again[0], !Contains("network.partners"));
  CHECK(told.run_on("2020-08-02").empty());
}

TEST_CASE("a promise that was missed and is unknown now is lost data, not a solution") {
  Told told{"2020-07-10T06:00:00Z"};
  REQUIRE(told.desk("attest poc --complete-through 2020-06-30").code == 0);
  told.run_on("2020-07-10");
  told.desk.set_clock("2020-07-11T06:00:00Z");
  REQUIRE(told.desk("retract 1 --reason 'not complete'").code == 0);
  const Messages lost = told.run_on("2020-07-11");
  REQUIRE(lost.size() == 1);
  CHECK_THAT(lost[0], Contains(R"("before":"missed","after":"unknown","data_lost":true)") ||
                          Contains(R"("before":"missed","after":"overdue","data_lost":false)"));
}

TEST_CASE("a message that could not be delivered is sent by the next run") {
  Told told{"2020-06-29T06:00:00Z"};
  told.run_on("2020-06-29");
  told.fails = "tell ended with code 1";
  CHECK(told.run_on("2020-07-02", 5).empty());
  CHECK(told.entry().notice == "failed: tell ended with code 1");
  CHECK(told.entry().published.size() == 1);
  told.fails = "";
  const Messages late = told.run_on("2020-07-03");
  REQUIRE(late.size() == 1);
  CHECK_THAT(late[0], Contains("tremplin-ai.poc-individual"));
}

TEST_CASE("a run that fails is told, not every day the same") {
  Told told{"2020-06-29T06:00:00Z"};
  told.run_on("2020-06-29");
  const std::string targets = told.desk.read("targets/small.toml");
  told.desk.write("targets/small.toml", "[[party]\n");
  const Messages failed = told.run_on("2020-06-30", 4);
  REQUIRE(failed.size() == 1);
  CHECK_THAT(failed[0], Contains("\"kind\":\"run-failed\"") && Contains("\"reason\":\""));
  CHECK(told.run_on("2020-07-01", 4).empty());
  CHECK(told.run_on("2020-07-30", 4).size() == 1);
  told.desk.write("targets/small.toml", targets);
  CHECK(told.run_on("2020-07-31").size() == 1);
}

TEST_CASE("a report that cannot be made is told once") {
  Told told{"2020-06-29T06:00:00Z"};
  told.run_on("2020-06-29");
  std::filesystem::create_directories(told.desk.folder() / "reports" / "gaps-2020-06.json");
  const Messages failed = told.run_on("2020-07-01", 5);
  REQUIRE(failed.size() == 1);
  CHECK_THAT(failed[0], Contains(R"("failed":[{"report":"gaps","period":"2020-06","reason":")"));
  CHECK(told.run_on("2020-07-02", 5).empty());
}

TEST_CASE("changed definitions are no change of a promise that stands as it stood") {
  Told told{"2020-06-29T06:00:00Z"};
  told.run_on("2020-06-29");
  told.desk.write("targets/small.toml", told.desk.read("targets/small.toml") + "# a remark\n");
  CHECK(told.run_on("2020-06-29").empty());
}

TEST_CASE("a dry run tells nobody") {
  Told told{"2020-06-29T06:00:00Z"};
  CHECK(told.desk("run --dry-run").code == 0);
  CHECK(told.messages.empty());
}

}  // namespace jalon::tests
