// Which periods a run makes: rows of days, and a slow planner that asks every single day.
#include "tracker/job/plan.hpp"

#include "reports/period.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>
#include <set>

namespace jalon::tests {
namespace {

using job::Published;

ScheduledReport report(const std::string& id, Every every, int after = 0) {
  ScheduledReport one;
  one.id = id;
  one.kind = "gap";
  one.every = every;
  one.after = after;
  one.output = {"{id}-{period}.csv"};
  return one;
}

Date day(std::string_view text) { return parse_date(text).value(); }

std::vector<std::string> names(const std::vector<job::Due>& due) {
  std::vector<std::string> all;
  for (const job::Due& one : due) all.push_back(one.period.name);
  return all;
}

using Names = std::vector<std::string>;

std::vector<Published> made(const std::string& id, const Names& periods, std::int64_t record = 0) {
  std::vector<Published> all;
  for (const std::string& period : periods) all.push_back({id, period, 1, record});
  return all;
}

/// The name of the period of a day, by other means than the planner's.
std::string name_on(Every every, Date today) {
  const auto year = std::to_string(static_cast<int>(today.year()));
  const int month = today.month().as_number();
  const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  switch (every) {
    case Every::week: {
      const Date thursday = add_days(today, 3 - (today.day_of_week().as_number() + 6) % 7);
      return std::to_string(static_cast<int>(thursday.year())) + "-W" +
             two((thursday.day_of_year() - 1) / 7 + 1);
    }
    case Every::month:
      return year + "-" + two(month);
    case Every::quarter:
      return year + "-Q" + std::to_string((month + 2) / 3);
    case Every::half:
      return year + "-H" + std::to_string((month + 5) / 6);
    case Every::year:
      break;
  }
  return year;
}

/// What is due, found day by day: a period is over on the first day with another name.
Names due_slowly(const ScheduledReport& one, const std::set<std::string>& published,
                 std::optional<Date> since, Date today) {
  Names over;
  const Date long_ago = add_days(today, -4000);
  for (Date at = long_ago; at <= add_days(today, -1 - one.after); at = add_days(at, 1)) {
    const std::string name = name_on(one.every, at);
    if (name_on(one.every, add_days(at, 1)) != name) over.push_back(name);
  }
  const auto wanted_from = [&]() -> std::string {
    std::string from = over.back();
    for (const std::string& name : over)
      if (published.contains(name)) {
        from = name;
        break;
      }
    return from;
  }();
  Names due;
  bool wanted = false;
  for (const std::string& name : over) {
    wanted = wanted || name == wanted_from || (since && name == name_on(one.every, *since));
    if (wanted && !published.contains(name)) due.push_back(name);
  }
  return due;
}

}  // namespace

TEST_CASE("a period is due on the first day after it and the days to wait") {
  const auto [every, after, today, due] = GENERATE(table<Every, int, std::string, Names>({
      {Every::month, 0, "2020-02-29", {}},
      {Every::month, 0, "2020-03-01", {"2020-02"}},
      {Every::month, 10, "2020-03-10", {}},
      {Every::month, 10, "2020-03-11", {"2020-02"}},
      {Every::week, 0, "2020-03-01", {}},
      {Every::week, 0, "2020-03-02", {"2020-W09"}},
      {Every::quarter, 10, "2020-04-10", {}},
      {Every::quarter, 10, "2020-04-11", {"2020-Q1"}},
      {Every::half, 0, "2020-06-30", {}},
      {Every::half, 0, "2020-07-01", {"2020-H1"}},
      {Every::year, 45, "2021-02-14", {}},
      {Every::year, 45, "2021-02-15", {"2020"}},
      {Every::month, 70, "2020-05-09", {}},
      {Every::month, 70, "2020-05-10", {"2020-02"}},
      {Every::week, 0, "2021-01-03", {}},
      {Every::week, 0, "2021-01-04", {"2020-W53"}},
  }));
  CAPTURE(after, today);
  const Schedule schedule{{report("r", every, after)}};
  // The one before is made already, so that only this one can be due.
  const Date yesterday = add_days(day(today), -1);
  const auto before = job::plan(schedule, {}, {yesterday}).due;
  REQUIRE(before.size() == 1);
  const std::string published = before.front().period.name;
  CHECK(names(job::plan(schedule, made("r", {published}), {day(today)}).due) == due);
}

TEST_CASE("a report that was never made begins with the last period that is due") {
  const Schedule schedule{{report("r", Every::month)}};
  CHECK(names(job::plan(schedule, {}, {day("2020-07-15")}).due) == Names{"2020-06"});
  CHECK(names(job::plan(schedule, made("other", {"2020-01"}), {day("2020-07-15")}).due) ==
        Names{"2020-06"});
}

TEST_CASE("after three months off there are three monthly reports, the oldest first") {
  Schedule schedule{{report("r", Every::month), report("q", Every::quarter)}};
  auto published = made("r", {"2020-02", "2020-03"});
  const auto of_q = made("q", {"2020-Q1"});
  published.insert(published.end(), of_q.begin(), of_q.end());
  const auto plan = job::plan(schedule, published, {day("2020-07-02")});
  CHECK(names(plan.due) == Names{"2020-04", "2020-05", "2020-06", "2020-Q2"});
  CHECK(plan.behind == 0);
}

TEST_CASE("at most catch_up missed periods are made in one run, and the rest is told") {
  Schedule schedule{{report("r", Every::month)}};
  schedule.reports[0].catch_up = 2;
  const auto plan = job::plan(schedule, made("r", {"2019-12"}), {day("2020-07-02")});
  CHECK(names(plan.due) == Names{"2020-01", "2020-02"});
  CHECK(plan.behind == 4);
}

TEST_CASE("a period that failed stays due though a later one was made") {
  const Schedule schedule{{report("r", Every::month)}};
  const auto plan = job::plan(schedule, made("r", {"2020-04", "2020-06"}), {day("2020-07-02")});
  CHECK(names(plan.due) == Names{"2020-05"});
}

TEST_CASE("on request all that is missing since a day is made, however much") {
  Schedule schedule{{report("r", Every::month)}};
  schedule.reports[0].catch_up = 1;
  const auto asked = job::Asked{day("2020-04-02"), day("2019-12-15")};
  CHECK(names(job::plan(schedule, {}, asked).due) ==
        Names{"2019-12", "2020-01", "2020-02", "2020-03"});
  CHECK(names(job::plan(schedule, made("r", {"2020-01"}), asked).due) ==
        Names{"2019-12", "2020-02", "2020-03"});
  CHECK(names(job::plan(schedule, {}, {day("2020-04-02"), day("2021-01-01")}).due) ==
        Names{"2020-03"});
}

TEST_CASE("a report whose periods became longer begins anew") {
  const Schedule schedule{{report("r", Every::quarter)}};
  CHECK(names(job::plan(schedule, made("r", {"2019-01", "2020-06"}), {day("2020-07-02")}).due) ==
        Names{"2020-Q2"});
}

TEST_CASE("with the clock set back nothing is due that was not") {
  const Schedule schedule{{report("r", Every::month)}};
  CHECK(job::plan(schedule, made("r", {"2020-06"}), {day("2020-03-15")}).due.empty());
}

TEST_CASE("the newest periods are looked at again if the log has grown since") {
  Schedule schedule{{report("r", Every::month)}};
  schedule.reports[0].revise = 2;
  auto published = made("r", {"2020-03", "2020-04", "2020-05", "2020-06"}, 7);
  published[2].last_record = 9;
  const auto revisited = [&](std::int64_t last) {
    Names all;
    for (const auto& one : job::plan(schedule, published, {day("2020-07-02"), {}, last}).revisits) {
      CHECK(published[one.published].period == one.period.name);
      all.push_back(one.period.name);
    }
    return all;
  };
  CHECK(revisited(7) == Names{});
  CHECK(revisited(8) == Names{"2020-06"});
  CHECK(revisited(9) == Names{"2020-06"});
  CHECK(revisited(10) == Names{"2020-05", "2020-06"});
  schedule.reports[0].revise = 0;
  CHECK(revisited(10) == Names{});
}

TEST_CASE("the planner agrees with one that goes day by day") {
  std::mt19937 random{20200225};
  const auto pick = [&](unsigned most) { return static_cast<int>(random() % (most + 1)); };
  for (int round = 0; round < 300; ++round) {
    ScheduledReport one = report("r", static_cast<Every>(pick(4)), pick(3) == 0 ? pick(80) : 0);
    one.catch_up = 1000;
    const Date today = add_days(day("2020-01-01"), pick(1500));
    std::set<std::string> published;
    const unsigned span = one.every == Every::year ? 2500U : 400U;
    for (int i = pick(5); i > 0; --i)
      published.insert(name_on(one.every, add_days(today, -500 - pick(span))));
    std::optional<Date> since;
    if (pick(3) == 0) since = add_days(today, -1 - pick(800));
    CAPTURE(round, static_cast<int>(one.every), one.after, iso(today));
    const Schedule schedule{{one}};
    const auto due =
        job::plan(schedule, made("r", {published.begin(), published.end()}), {today, since}).due;
    CHECK(names(due) == due_slowly(one, published, since, today));
  }
}

}  // namespace jalon::tests
