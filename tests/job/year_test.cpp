// A year of daily runs with all that a year brings: standstill, kills, a full disk, late records.
#include "tests/child.hpp"
#include "tests/job/office.hpp"
#include "tracker/job/ledger.hpp"
#include "tracker/output_file.hpp"

#include <catch2/catch.hpp>

#include <unistd.h>

#include <random>
#include <set>

namespace jalon::tests {
namespace {

using Catch::Contains;

/// A day of the year by its number from 0, at an hour of UTC.
std::string instant_on(int day, int hour) {
  const std::string two = (hour < 10 ? "0" : "") + std::to_string(hour);
  return iso(add_days(Date{2020, 1, 1}, day)) + "T" + two + ":30:00Z";
}

/// Runs the job in a process that ends at its n-th operation on files.
void run_and_kill(Desk& desk, int n) {
  (void)in_child([&] {
    int operation = 0;
    desk.before_write = [&](std::string_view) {
      if (operation++ == n) ::_exit(9);
    };
    return desk("run").code;
  });
}

void run_on_full_disk(Desk& desk) {
  desk.before_write = [](std::string_view operation) {
    if (operation == "write") throw OutputError{"cannot write: No space left on device"};
  };
  CHECK(desk("run").code == 5);
  desk.before_write = {};
}

/// What a person logs now and then, about today or, late, about a day long past.
void log_something(Desk& desk, int day, int back) {
  const std::string on = iso(add_days(Date{2020, 1, 1}, day - back));
  const Outcome logged =
      desk("log partner " + std::to_string(5 + day % 30) + " --on " + on + " --note n");
  INFO(logged.err);
  REQUIRE(logged.code == 0);
}

std::string key_of(const job::Publication& one) {
  return one.report + " " + one.period + " " + std::to_string(one.edition);
}

}  // namespace

TEST_CASE("over a year each period comes once for each state of knowledge, and none is missing") {
  Desk desk{instant_on(0, 4)};
  open_office(desk);
  std::mt19937 random{6};
  const auto pick = [&](unsigned most) { return static_cast<int>(random() % most); };
  for (int day = 0; day < 400; ++day) {
    desk.set_clock(instant_on(day, 1 + pick(22)));
    if (pick(9) == 0) log_something(desk, day, pick(3) == 0 ? pick(60) : 0);
    if (day >= 130 && day < 220) continue;  // nobody is there for three months
    if (day == 91 || day == 275)
      run_and_kill(desk, pick(12));
    else if (day >= 300 && day < 307)
      run_on_full_disk(desk);
    else
      CHECK(desk("run").code == 0);
  }

  std::set<std::string> made;
  std::set<std::string> periods;
  for (const job::Entry& entry : job::read_entries(desk.folder() / "jalon.db"))
    for (const job::Publication& one : entry.published) {
      CAPTURE(key_of(one));
      CHECK(made.insert(key_of(one)).second);
      if (one.edition > 1) {
        job::Publication before = one;
        --before.edition;
        CHECK(made.contains(key_of(before)));
      }
      periods.insert(one.report + " " + one.period);
      for (const std::string& file : one.files) CHECK(desk.has(file));
    }
  CHECK(periods.contains("gaps 2019-12"));
  for (int month = 1; month <= 12; ++month) {
    const std::string name = (month < 10 ? "2020-0" : "2020-") + std::to_string(month);
    CHECK(periods.contains("gaps " + name));
  }
  for (const char* quarter : {"2020-Q1", "2020-Q2", "2020-Q3", "2020-Q4"})
    CHECK(periods.contains(std::string{"quarterly "} + quarter));
  CHECK(made.size() > periods.size());  // late records made editions
  CHECK(desk("verify").code == 0);
  CHECK_THAT(desk.read("metrics/jalon.prom"), Contains("jalon_job_periods_behind 0\n"));
}

}  // namespace jalon::tests
