#include "rules/definitions/lint.hpp"
#include "tests/golden.hpp"
#include "tests/programme/belgium.hpp"

#include <catch2/catch.hpp>

#include <map>

namespace jalon::tests {
namespace {

/// Findings about the shipped programme and everything on its record.
Diagnostics findings() {
  const Programme programme = belgium();
  const auto log = belgian_log(programme, true);
  return definitions::lint(programme, {.log = log});
}

TEST_CASE("lint tells what the Belgian plan leaves open and finds no mistake",
          "[belgium][golden]") {
  std::string text;
  for (const Diagnostic& one : findings()) text += one.code + ": " + one.message + "\n";
  check_golden("programme/lint.txt", text);
}

TEST_CASE("lint finds in the Belgian plan what is known to be wrong with it", "[belgium]") {
  std::map<std::string, int> count;
  for (const Diagnostic& one : findings()) ++count[one.code];
  CHECK(count["floor-below-goal"] == 1);
  CHECK(count["uncovered-area"] == 1);
  CHECK(count["unmeasured-area"] == 2);
  CHECK(count["undated-target"] == 3);
  CHECK(count["no-source"] == 0);
  CHECK(count["orphan-record"] == 0);
  CHECK(count["date-slip"] == 0);
  CHECK(count["stale-too-soon"] == 0);
  CHECK_FALSE(has_errors(findings()));
}

}  // namespace
}  // namespace jalon::tests
