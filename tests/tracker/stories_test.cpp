#include "tests/tracker/story.hpp"

#include <catch2/catch.hpp>

namespace jalon::tests {

TEST_CASE("story: a first dialogue") { check_story("dialogue"); }
TEST_CASE("story: a year of logging with a correction") { check_story("year"); }
TEST_CASE("story: the first day with the Belgian programme") { check_story("first-day"); }
TEST_CASE("story: a programme full of vague words") { check_story("vague"); }
TEST_CASE("story: a promise late, waived, revised and judged") { check_story("changes"); }
TEST_CASE("story: reports of a period, since a day and of one initiative") {
  check_story("reports");
}
TEST_CASE("story: rules under test") { check_story("rule-tests"); }

}  // namespace jalon::tests
