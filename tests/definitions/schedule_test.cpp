// What jalon.toml says about the scheduled job.
#include "rules/definitions/schedule.hpp"

#include "tests/golden.hpp"

#include <catch2/catch.hpp>

using namespace jalon;
using namespace jalon::tests;

namespace {

constexpr const char* kStart = "format = 1\n[programme]\nid = \"a\"\n";

Result<Schedule> read(const std::string& tables) {
  return definitions::read_schedule({"jalon.toml", kStart + tables});
}

}  // namespace

TEST_CASE("the schedule is read whatever the other definitions hold") {
  const auto schedule = read(R"(
colour = "unknown key of the programme"
[[report]]
id = "gaps"
kind = "gap"
every = "week"
output = ["{id}-{period}.csv"]
[[report]]
id = "year"
kind = "no kind that is known here"
every = "year"
after = "45d"
catch_up = 2
revise = 0
known = "period-end"
output = ["a/{period}.md", "b/{period}.html"]
[notify]
command = ["tell", "-v", "-v"]
on = ["missed", "run-failed"]
repeat_every = "14d"
[metrics]
textfile = "jalon.prom"
)");
  REQUIRE(schedule);
  const auto& [reports, notify, metrics] = schedule.value();
  REQUIRE(reports.size() == 2);
  CHECK(reports[0].every == Every::week);
  CHECK(reports[0].after == 0);
  CHECK(reports[0].catch_up == 8);
  CHECK(reports[0].revise == 8);
  CHECK_FALSE(reports[0].known_at_period_end);
  CHECK(reports[1].every == Every::year);
  CHECK(reports[1].after == 45);
  CHECK(reports[1].catch_up == 2);
  CHECK(reports[1].revise == 0);
  CHECK(reports[1].known_at_period_end);
  CHECK(reports[1].output == std::vector<std::string>{"a/{period}.md", "b/{period}.html"});
  REQUIRE(notify);
  CHECK(notify->command == std::vector<std::string>{"tell", "-v", "-v"});
  CHECK(notify->on == std::vector<std::string>{"missed", "run-failed"});
  CHECK(notify->repeat_every == 14);
  CHECK(metrics == "jalon.prom");
}

TEST_CASE("a workspace without a schedule has an empty one") {
  const auto schedule = read("");
  REQUIRE(schedule);
  CHECK(schedule.value().reports.empty());
  CHECK_FALSE(schedule.value().notify);
  CHECK_FALSE(schedule.value().metrics);
}

TEST_CASE("every mistake in a schedule is told, by the programme's loader as well") {
  const std::string text = read_file(golden_dir() / "schedule" / "wrong.toml");
  const definitions::File file{"jalon.toml", text};
  const auto schedule = definitions::read_schedule(file);
  REQUIRE_FALSE(schedule);
  check_golden("schedule/wrong.txt", render(schedule.error()));
  const std::vector<definitions::File> included{
      {"a.toml",
       "format = 1\n[[milestone]]\nid = \"m\"\ntitle = \"m\"\nstages = [\"done\"]\n"
       "reach = \"done\"\nby = \"2021\"\n"}};
  const auto programme = definitions::load(file, included);
  REQUIRE_FALSE(programme);
  CHECK(render(programme.error()) == render(schedule.error()));
}
