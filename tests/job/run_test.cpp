// The scheduled job, run by run.
#include "reports/reports.hpp"
#include "tests/child.hpp"
#include "tests/job/office.hpp"
#include "tracker/job/ledger.hpp"
#include "tracker/job/lock.hpp"
#include "tracker/output_file.hpp"

#include <catch2/catch.hpp>

#include <sys/wait.h>
#include <unistd.h>

namespace jalon::tests {
namespace {

namespace fs = std::filesystem;
using Catch::Contains;
using Names = std::vector<std::string>;

std::vector<job::Entry> ledger(const Desk& desk) {
  return job::read_entries(desk.folder() / "jalon.db");
}

std::string command_in(const std::string& json) {
  const std::string key = "\"command\":\"jalon ";
  const std::size_t start = json.find(key) + key.size();
  return json.substr(start, json.find('"', start) - start);
}

}  // namespace

TEST_CASE("the first run makes the last period that is due of each report, and a link to it") {
  Desk desk{"2020-07-12T06:00:00Z"};
  open_office(desk);
  const Outcome run = desk("run");
  INFO(run.err);
  CHECK(run.code == 0);
  CHECK(run.out.empty());
  CHECK(names_below(desk, "reports") == Names{"gaps-2020-06.csv", "gaps-2020-06.json",
                                              "gaps-latest.csv", "gaps-latest.json",
                                              "quarterly-2020-Q2.md", "quarterly-latest.md"});
  CHECK(files_below(desk, "reports")["gaps-latest.csv"] == "-> gaps-2020-06.csv");
  CHECK_THAT(desk.read("reports/quarterly-latest.md"), Contains("2020-06-30"));
  CHECK_THAT(run.err, Contains("level=info event=published report=gaps period=2020-06 edition=1 "
                               "file=reports/gaps-2020-06.csv"));
}

TEST_CASE("a second run changes no byte and adds one line to the ledger") {
  Desk desk{"2020-07-12T06:00:00Z"};
  open_office(desk);
  REQUIRE(desk("run").code == 0);
  const auto before = files_below(desk, "reports");
  const std::size_t lines = ledger(desk).size();
  desk.set_clock("2020-07-13T06:00:00Z");
  const Outcome again = desk("run");
  CHECK(again.code == 0);
  CHECK(again.err.empty());
  CHECK(files_below(desk, "reports") == before);
  CHECK(ledger(desk).size() == lines + 1);
  CHECK(ledger(desk).back().published.empty());
}

TEST_CASE("a report waits for late records and comes once, whenever the day begins") {
  Desk desk{"2020-06-30T21:59:00Z"};  // the last minute of June in Brussels
  open_office(desk);
  REQUIRE(desk("run").code == 0);
  CHECK_FALSE(desk.has("reports/gaps-2020-06.csv"));
  desk.set_clock("2020-06-30T22:05:00Z");  // 00:05 on 1 July there
  REQUIRE(desk("run").code == 0);
  CHECK(desk.has("reports/gaps-2020-06.csv"));
  const auto early = files_below(desk, "reports");
  desk.set_clock("2020-07-01T21:55:00Z");  // 23:55 on the same day
  REQUIRE(desk("run").code == 0);
  CHECK(files_below(desk, "reports") == early);
  desk.set_clock("2020-07-10T21:59:00Z");
  REQUIRE(desk("run").code == 0);
  CHECK_FALSE(desk.has("reports/quarterly-2020-Q2.md"));
  desk.set_clock("2020-07-10T22:00:00Z");
  REQUIRE(desk("run").code == 0);
  CHECK(desk.has("reports/quarterly-2020-Q2.md"));
}

TEST_CASE("after three months off each month comes, as of its own last day, the oldest first") {
  Desk desk{"2020-07-12T06:00:00Z"};
  open_office(desk);
  REQUIRE(desk("run").code == 0);
  desk.set_clock("2020-10-02T06:00:00Z");
  const Outcome run = desk("run");
  REQUIRE(run.code == 0);
  const auto entry = ledger(desk).back();
  REQUIRE(entry.published.size() == 3);
  CHECK(entry.published[0].period == "2020-07");
  CHECK(entry.published[2].period == "2020-09");
  CHECK_THAT(desk.read("reports/gaps-2020-08.json"), Contains("\"as_of\":\"2020-08-31\""));
  CHECK_THAT(desk.read("reports/gaps-2020-08.json"), Contains("\"known\":\"2020-10-02\""));
  CHECK(files_below(desk, "reports")["gaps-latest.json"] == "-> gaps-2020-09.json");
}

TEST_CASE("a late record makes a new edition beside the old, which says what changed") {
  Desk desk{"2020-07-12T06:00:00Z"};
  open_office(desk);
  REQUIRE(desk("run").code == 0);
  const auto first = files_below(desk, "reports");
  desk.set_clock("2020-07-20T06:00:00Z");
  REQUIRE(desk("log partner 21 --on 2020-06-20").code == 0);
  const Outcome run = desk("run");
  INFO(run.err);
  REQUIRE(run.code == 0);
  auto second = files_below(desk, "reports");
  for (const auto& [name, text] : first)
    if (text.substr(0, 2) != "->") CHECK(second[name] == text);
  CHECK(second["gaps-latest.csv"] == "-> gaps-2020-06-r2.csv");
  CHECK(second["quarterly-latest.md"] == "-> quarterly-2020-Q2-r2.md");
  CHECK_THAT(second["quarterly-2020-Q2-r2.md"],
             Contains("What changed since the edition that knew the records up to #0") &&
                 Contains("record #1"));
  const auto entry = ledger(desk).back();
  REQUIRE(entry.published.size() == 2);
  CHECK(entry.published[0].edition == 2);
  CHECK(desk("run").err.empty());
  CHECK(files_below(desk, "reports") == second);
}

TEST_CASE("a record that changes nothing of a period makes no edition of it") {
  Desk desk{"2020-07-12T06:00:00Z"};
  open_office(desk);
  REQUIRE(desk("run").code == 0);
  const auto before = files_below(desk, "reports");
  desk.set_clock("2020-07-20T06:00:00Z");
  REQUIRE(desk("log partner 21 --on 2020-07-15").code == 0);
  REQUIRE(desk("run").code == 0);
  CHECK(files_below(desk, "reports") == before);
  CHECK(ledger(desk).back().unchanged.size() == 2);
  REQUIRE(desk("run").code == 0);
  CHECK(ledger(desk).back().unchanged.empty());
}

TEST_CASE("a published file is made again by the command that it holds, whatever came later") {
  Desk desk{"2020-07-12T06:00:00Z"};
  open_office(desk);
  REQUIRE(desk("log partner 19 --on 2020-06-01").code == 0);
  REQUIRE(desk("run").code == 0);
  REQUIRE(desk("log partner 21 --on 2020-06-20").code == 0);
  REQUIRE(desk("run").code == 0);
  std::string targets = desk.read("targets/small.toml");
  targets.replace(targets.find("at_least  = 20"), 14, "at_least  = 99");
  desk.write("targets/small.toml", targets);
  desk.set_clock("2020-12-01T06:00:00Z");
  REQUIRE(desk("retract 1 --reason wrong").code == 0);
  for (const std::string name : {"gaps-2020-06", "gaps-2020-06-r2"}) {
    INFO(name);
    const std::string published = desk.read("reports/" + name + ".json");
    const std::string command = command_in(published);
    const Outcome again = desk(command + " -o again.json -o again.csv");
    INFO(command << again.err);
    REQUIRE(again.code == 0);
    CHECK(desk.read("again.json") == published);
    CHECK(desk.read("again.csv") == desk.read("reports/" + name + ".csv"));
  }
}

TEST_CASE("every kind of report comes once, in a new edition only where it says something else") {
  Desk desk{"2020-07-12T06:00:00Z"};
  std::string more;
  for (const auto& kind : reports::report_kinds()) {
    const std::string name{kind.name};
    more += "[[report]]\nid = \"of-" + name + "\"\nkind = \"" + name +
            "\"\nevery = \"month\"\noutput = [\"kinds/{id}-{period}.json\", "
            "\"kinds/{id}-{period}.html\"]\n";
  }
  open_office(desk, more);
  REQUIRE(desk("log partner 19 --on 2020-06-01 --note n").code == 0);
  REQUIRE(desk("run").code == 0);
  const auto before = files_below(desk, "kinds");
  CHECK(before.size() == 4 * reports::report_kinds().size());
  desk.set_clock("2020-07-20T06:00:00Z");
  REQUIRE(desk("log coaching-day +1 --on 2020-07-15 --set company=x").code == 0);
  REQUIRE(desk("run").code == 0);
  for (const auto& [name, text] : files_below(desk, "kinds")) {
    INFO(name);
    // An initiative's report lists its records of all days.
    if (name.find("initiative") == std::string::npos) CHECK(before.contains(name));
    if (before.contains(name) && text.substr(0, 2) != "->") CHECK(before.at(name) == text);
  }
  REQUIRE(desk("log partner 21 --on 2020-06-20").code == 0);
  REQUIRE(desk("run").code == 0);
  desk.set_clock("2020-12-01T06:00:00Z");
  REQUIRE(desk("retract 1 --reason wrong").code == 0);
  for (const auto& kind : reports::report_kinds()) {
    const std::string name = "kinds/of-" + std::string{kind.name} + "-latest";
    INFO(name);
    CHECK_THAT(files_below(desk, "")[name + ".json"], Contains("-2020-06-r"));
    const Outcome again =
        desk(command_in(desk.read(name + ".json")) + " -o again.json -o again.html");
    REQUIRE(again.code == 0);
    CHECK(desk.read("again.json") == desk.read(name + ".json"));
    CHECK(desk.read("again.html") == desk.read(name + ".html"));
  }
}

TEST_CASE("changed definitions act from the next period on, or on request") {
  Desk desk{"2020-07-12T06:00:00Z"};
  open_office(desk);
  REQUIRE(desk("log partner 21 --on 2020-06-01").code == 0);
  REQUIRE(desk("run").code == 0);
  const auto before = files_below(desk, "reports");
  std::string targets = desk.read("targets/small.toml");
  targets.replace(targets.find("at_least  = 20"), 14, "at_least  = 99");
  desk.write("targets/small.toml", targets);
  REQUIRE(desk("log coaching-day +1 --on 2020-07-12 --set company=x").code == 0);
  REQUIRE(desk("run").code == 0);
  CHECK(files_below(desk, "reports") == before);
  REQUIRE(desk("run --revise 2020-06").code == 0);
  CHECK(desk.has("reports/gaps-2020-06-r2.csv"));
  CHECK_FALSE(desk.has("reports/quarterly-2020-Q2-r2.md"));
  CHECK_THAT(desk.read("reports/gaps-2020-06-r2.csv"), Contains("99"));
  CHECK_THAT(desk.read("reports/gaps-2020-06.csv"), !Contains("99"));
  const Outcome never = desk("run --revise 2019-01");
  CHECK(never.code == 2);
  CHECK_THAT(never.err, Contains("no report was made of that period"));
}

TEST_CASE("with --replace a late record is written over the published files") {
  Desk desk{"2020-07-12T06:00:00Z"};
  open_office(desk);
  REQUIRE(desk("run").code == 0);
  const Names names = names_below(desk, "reports");
  const std::string before = desk.read("reports/gaps-2020-06.csv");
  REQUIRE(desk("log partner 21 --on 2020-06-20").code == 0);
  REQUIRE(desk("run --replace").code == 0);
  CHECK(names_below(desk, "reports") == names);
  CHECK(desk.read("reports/gaps-2020-06.csv") != before);
}

TEST_CASE("old periods are made on request") {
  Desk desk{"2020-07-12T06:00:00Z"};
  open_office(desk);
  REQUIRE(desk("run").code == 0);
  REQUIRE(desk("run --since 2020-03").code == 0);
  CHECK(names_below(desk, "reports") ==
        Names{"gaps-2020-03.csv", "gaps-2020-03.json", "gaps-2020-04.csv", "gaps-2020-04.json",
              "gaps-2020-05.csv", "gaps-2020-05.json", "gaps-2020-06.csv", "gaps-2020-06.json",
              "gaps-latest.csv", "gaps-latest.json", "quarterly-2020-Q1.md", "quarterly-2020-Q2.md",
              "quarterly-latest.md"});
  CHECK(files_below(desk, "reports")["gaps-latest.csv"] == "-> gaps-2020-06.csv");
}

TEST_CASE("the failure of one report is told, the others come, and the next run tries again") {
  Desk desk{"2020-07-12T06:00:00Z"};
  open_office(desk);
  fs::create_directories(desk.folder() / "reports" / "gaps-2020-06.json");
  const Outcome run = desk("run");
  CHECK(run.code == 5);
  CHECK_THAT(run.err, Contains("level=error event=failed report=gaps period=2020-06 reason="));
  CHECK_FALSE(desk.has("reports/gaps-2020-06.csv"));
  CHECK(desk.has("reports/quarterly-2020-Q2.md"));
  CHECK(ledger(desk).back().failed.front().report == "gaps");
  CHECK_THAT(desk.read("metrics/jalon.prom"), Contains("jalon_job_last_exit_code 5\n"));
  CHECK_THAT(desk.read("metrics/jalon.prom"), !Contains("last_success"));
  fs::remove(desk.folder() / "reports" / "gaps-2020-06.json");
  CHECK(desk("run").code == 0);
  CHECK(desk.has("reports/gaps-2020-06.csv"));
  CHECK_THAT(desk.read("metrics/jalon.prom"),
             Contains("jalon_job_last_success_timestamp_seconds 1594533600\n"));
}

TEST_CASE("a file that the job did not make is not lost to it") {
  Desk desk{"2020-07-12T06:00:00Z"};
  open_office(desk);
  desk.write("reports/gaps-2020-06.csv", "somebody's own");
  const Outcome run = desk("run");
  CHECK(run.code == 5);
  CHECK_THAT(run.err, Contains("the job did not make it"));
  CHECK(desk.read("reports/gaps-2020-06.csv") == "somebody's own");
  CHECK_FALSE(desk.has("reports/gaps-2020-06.json"));
  CHECK(desk("run --replace").code == 0);
  CHECK(desk.read("reports/gaps-2020-06.csv") != "somebody's own");
}

TEST_CASE("nothing is published through a link that leads out of the workspace") {
  Desk desk{"2020-07-12T06:00:00Z"};
  open_office(desk);
  const fs::path elsewhere =
      fs::temp_directory_path() / ("jalon-out-" + std::to_string(::getpid()));
  fs::create_directories(elsewhere);
  fs::create_directory_symlink(elsewhere, desk.folder() / "reports");
  CHECK(desk("run").code == 5);
  CHECK(fs::is_empty(elsewhere));
  fs::remove_all(elsewhere);
}

TEST_CASE("broken definitions stop the run, and monitoring keeps the time of the last success") {
  Desk desk{"2020-07-12T06:00:00Z"};
  open_office(desk);
  REQUIRE(desk("run").code == 0);
  const std::string targets = desk.read("targets/small.toml");
  desk.write("targets/small.toml", "[[party]\n");
  desk.set_clock("2020-08-02T06:00:00Z");
  const Outcome run = desk("run");
  CHECK(run.code == 4);
  CHECK_THAT(run.err, Contains("targets/small.toml:1"));
  const std::string metrics = desk.read("metrics/jalon.prom");
  CHECK_THAT(metrics, Contains("jalon_job_last_exit_code 4\n"));
  CHECK_THAT(metrics, Contains("jalon_job_last_success_timestamp_seconds 1594533600\n"));
  CHECK(ledger(desk).back().exit_code == 4);
  desk.write("targets/small.toml", targets);
  CHECK(desk("run").code == 0);
  CHECK(desk.has("reports/gaps-2020-07.csv"));
}

TEST_CASE("a report of an unknown kind or format is told before anything is made") {
  const auto [more, told] = GENERATE(table<std::string, std::string>({
      {"[[report]]\nid=\"x\"\nkind=\"progres\"\nevery=\"week\"\noutput=[\"x-{period}.md\"]\n",
       "did you mean `progress`"},
      {"[[report]]\nid=\"x\"\nkind=\"gap\"\nevery=\"week\"\noutput=[\"x-{period}.pdf\"]\n",
       "ends with the name of no format"},
  }));
  Desk desk{"2020-07-12T06:00:00Z"};
  open_office(desk, more);
  const Outcome run = desk("run");
  CHECK(run.code == 4);
  CHECK_THAT(run.err, Contains(told));
  CHECK_FALSE(desk.has("reports"));
}

TEST_CASE("with the clock set back nothing is made, and it says so") {
  Desk desk{"2020-07-12T06:00:00Z"};
  open_office(desk);
  REQUIRE(desk("run").code == 0);
  const auto before = files_below(desk, "reports");
  desk.set_clock("2020-05-02T06:00:00Z");
  const Outcome run = desk("run --since 2020-01");
  CHECK(run.code == 5);
  CHECK_THAT(run.err, Contains("today is 2020-05-02, but the ledger has a run on 2020-07-12"));
  CHECK(files_below(desk, "reports") == before);
  desk.set_clock("2020-08-01T06:00:00Z");
  CHECK(desk("run").code == 0);
  CHECK(desk.has("reports/gaps-2020-07.csv"));
}

TEST_CASE("a dry run lists what would be made and changes nothing") {
  Desk desk{"2020-07-12T06:00:00Z"};
  open_office(desk);
  const auto before = files_below(desk, "");
  const Outcome dry = desk("run --dry-run");
  CHECK(dry.code == 0);
  CHECK_THAT(dry.out, Contains("would make reports/gaps-2020-06.csv (gaps of 2020-06)\n"));
  CHECK_THAT(dry.out, Contains("would make reports/quarterly-2020-Q2.md"));
  CHECK(files_below(desk, "") == before);
  REQUIRE(desk("run").code == 0);
  REQUIRE(desk("log partner 21 --on 2020-06-20").code == 0);
  const auto made = files_below(desk, "");
  CHECK_THAT(desk("run -n").out, Contains("would make reports/gaps-2020-06-r2.csv"));
  CHECK(files_below(desk, "") == made);
}

TEST_CASE("a run that is at work keeps others out, at once or after a wait") {
  Desk desk{"2020-07-12T06:00:00Z"};
  open_office(desk);
  {
    const auto lock = job::RunLock::take(desk.folder() / "jalon.db", 0);
    REQUIRE(lock);
    const Outcome run = desk("run");
    CHECK(run.code == 75);
    CHECK_THAT(run.err, Contains("another run is at work"));
    CHECK(desk("run --wait 1s").code == 75);
    CHECK(desk("run --dry-run").code == 0);
    CHECK_FALSE(desk.has("reports"));
  }
  CHECK(desk("run --wait 1s").code == 0);
}

TEST_CASE("of eight runs at once each period is made once, and those that wait find it made") {
  Desk desk{"2020-07-12T06:00:00Z"};
  open_office(desk);
  std::vector<pid_t> children;
  for (int i = 0; i < 8; ++i) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) ::_exit(desk(i % 2 == 0 ? "run" : "run --wait 60s").code);
    children.push_back(child);
  }
  int worked = 0;
  for (const pid_t child : children) {
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WIFEXITED(status));
    const int code = WEXITSTATUS(status);
    CHECK((code == 0 || code == 75));
    worked += code == 0 ? 1 : 0;
  }
  CHECK(worked >= 4);
  int published = 0;
  for (const auto& entry : ledger(desk)) published += static_cast<int>(entry.published.size());
  CHECK(published == 2);
}

TEST_CASE("whatever operation fails, the next run makes what is missing") {
  const int failing = GENERATE(range(0, 31, 3));
  CAPTURE(failing);
  Desk desk{"2020-07-12T06:00:00Z"};
  open_office(desk);
  int operation = 0;
  desk.before_write = [&](std::string_view) {
    if (operation++ == failing) throw OutputError{"cannot write: made up"};
  };
  const int code = desk("run").code;
  CHECK((code == 5 || operation <= failing));
  desk.before_write = {};
  const Outcome again = desk("run");
  INFO(again.err);
  CHECK(again.code == 0);
  CHECK(names_below(desk, "reports") == Names{"gaps-2020-06.csv", "gaps-2020-06.json",
                                              "gaps-latest.csv", "gaps-latest.json",
                                              "quarterly-2020-Q2.md", "quarterly-latest.md"});
}

TEST_CASE("killed at any operation, the next run finishes the job") {
  const int killed = GENERATE(range(0, 31, 3));
  CAPTURE(killed);
  Desk desk{"2020-07-12T06:00:00Z"};
  open_office(desk);
  (void)in_child([&] {
    int operation = 0;
    desk.before_write = [&](std::string_view) {
      if (operation++ == killed) ::_exit(9);
    };
    return desk("run").code;
  });
  const Outcome again = desk("run");
  INFO(again.err);
  CHECK(again.code == 0);
  CHECK(names_below(desk, "reports") == Names{"gaps-2020-06.csv", "gaps-2020-06.json",
                                              "gaps-latest.csv", "gaps-latest.json",
                                              "quarterly-2020-Q2.md", "quarterly-latest.md"});
  CHECK(names_below(desk, "metrics") == Names{"jalon.prom"});
  CHECK_THAT(desk.read("metrics/jalon.prom"), Contains("jalon_job_last_exit_code 0\n"));
}

TEST_CASE("health says how long ago a run worked") {
  Desk desk{"2020-07-12T06:00:00Z"};
  open_office(desk);
  CHECK(desk("run --health").code == 5);
  REQUIRE(desk("run").code == 0);
  const auto [clock, flags, code] = GENERATE(table<std::string, std::string, int>({
      {"2020-07-14T06:00:00Z", "", 0},
      {"2020-07-14T06:00:01Z", "", 5},
      {"2020-07-12T07:00:00Z", " --max-age 60m", 0},
      {"2020-07-12T07:00:01Z", " --max-age 1h", 5},
      {"2020-07-15T00:00:00Z", " --max-age 3d", 0},
      {"2020-07-15T00:00:00Z", " --max-age soon", 2},
  }));
  CAPTURE(clock, flags);
  desk.set_clock(clock);
  CHECK(desk("run --health" + flags).code == code);
}

TEST_CASE("the metrics hold every verdict of today and the job itself") {
  Desk desk{"2020-07-12T06:00:00Z"};
  open_office(desk);
  REQUIRE(desk("run").code == 0);
  const std::string metrics = desk.read("metrics/jalon.prom");
  CHECK_THAT(metrics, Contains("jalon_target_status{target=\"network.partners\""));
  CHECK_THAT(metrics, Contains("jalon_records_total 0\n"));
  CHECK_THAT(metrics, Contains("jalon_job_last_exit_code 0\n"));
  CHECK_THAT(metrics, Contains("jalon_job_periods_behind 0\n"));
}

TEST_CASE("missed promises are no failure of the job, unless --fail-on says so") {
  Desk desk{"2021-07-12T06:00:00Z"};
  open_office(desk);
  CHECK(desk("run").code == 0);
  CHECK(desk("run --fail-on overdue").code == 1);
  CHECK(desk("run --fail-on nonsense").code == 2);
}

TEST_CASE("a job without reports works and says so in the ledger") {
  Desk desk{"2020-07-12T06:00:00Z"};
  write_small_programme(desk);
  CHECK(desk("run").code == 0);
  CHECK(ledger(desk).size() == 1);
}

}  // namespace jalon::tests
