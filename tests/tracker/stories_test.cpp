#include "tests/tracker/story.hpp"

#include <catch2/catch.hpp>

namespace jalon::tests {

TEST_CASE("story: a first dialogue") { check_story("dialogue"); }
TEST_CASE("story: a year of logging with a correction") { check_story("year"); }

}  // namespace jalon::tests
