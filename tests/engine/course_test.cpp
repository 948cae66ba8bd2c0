#include "rules/engine/course.hpp"
#include "tests/engine/draft.hpp"

#include <catch2/catch.hpp>

namespace jalon::engine {
namespace {

std::optional<Course> course(const Draft& draft, std::string_view id, std::string_view as_of) {
  const Evaluation evaluation = draft.evaluate(as_of);
  Courses courses{draft.programme, draft.log, evaluation.moment};
  return courses.of(*evaluation.find(id));
}

/// "2020-03-01 3 [3, 5]" for each step.
std::vector<std::string> steps(const Course& course) {
  std::vector<std::string> lines;
  for (const CourseStep& step : course.steps) {
    lines.push_back(text(step.on) + " " + text(step.value) + " [" + text(step.lo) + ", " +
                    text(step.hi) + "]");
  }
  return lines;
}
std::vector<std::string> path(const Course& course) {
  std::vector<std::string> lines;
  for (const PathPoint& point : course.path) {
    lines.push_back(text(point.on) + " " + point.value.str());
  }
  return lines;
}
using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("the course of a flow adds up day by day and ends with the as-of day") {
  Draft draft;
  draft.flow("n");
  draft.target("t", "n", at_least("10"), by("2020-12-31")).start = day("2020-01-01");
  draft.add("n", "2020-02-01", "3");
  draft.add("n", "2020-04-01", "4");
  draft.add("n", "2020-09-01", "2");
  const auto until_june = course(draft, "t", "2020-06-30");
  CHECK(steps(*until_june) ==
        Lines{"2020-01-01 0 [0, 0]", "2020-02-01 3 [3, 3]", "2020-04-01 7 [7, 7]"});
  CHECK(until_june->records == 2);
  CHECK(text(until_june->at_least) == "10");
  CHECK(text(until_june->at_most) == "null");
  CHECK(until_june->path.empty());
}

TEST_CASE("a record of a vague day is possible from its first day and certain from its last") {
  Draft draft;
  draft.flow("n");
  draft.target("t", "n", at_least("10"), by("2020-12-31")).start = day("2020-01-01");
  draft.add("n", "2020-Q2", "3");
  CHECK(steps(*course(draft, "t", "2020-12-31")) ==
        Lines{"2020-01-01 0 [0, 0]", "2020-04-01 0 [0, 3]", "2020-06-30 3 [3, 3]"});
}

TEST_CASE("a course carries the path that is required") {
  Draft draft;
  draft.flow("n");
  Target& target = draft.target("t", "n", at_least("10"), by("2020-12-31"));
  target.start = day("2020-01-01");
  target.checkpoints = {{day("2020-06-30"), number("4")}};
  draft.add("n", "2020-02-01", "3");
  CHECK(path(*course(draft, "t", "2020-03-01")) ==
        Lines{"2019-12-31 0", "2020-06-30 4", "2020-12-31 10"});
}

TEST_CASE("a falling level has its readings as steps and its limit as the goal") {
  Draft draft;
  draft.stock("n");
  draft.target("t", "n", at_most("40"), by("2022-12-31"));
  draft.add("n", "2019-12-31", "100");
  draft.add("n", "2020-12-31", "80");
  const auto falling = course(draft, "t", "2021-06-30");
  CHECK(steps(*falling) == Lines{"2019-12-31 100 [100, 100]", "2020-12-31 80 [80, 80]"});
  CHECK(text(falling->at_most) == "40");
  CHECK(falling->records == 2);
}

TEST_CASE("an overall verdict of periods has no course of its own, each period has one") {
  Draft draft;
  draft.flow("n");
  draft.target("t", "n", at_least("10"), per_year("2019"));
  draft.add("n", "2019-05-01", "6");
  draft.add("n", "2020-05-01", "7");
  CHECK_FALSE(course(draft, "t", "2020-06-30"));
  CHECK(steps(*course(draft, "t[2020]", "2020-06-30")) ==
        Lines{"2020-01-01 0 [0, 0]", "2020-05-01 7 [7, 7]"});
}

}  // namespace jalon::engine
