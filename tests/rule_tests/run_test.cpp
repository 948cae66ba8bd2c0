#include "rules/rule_tests/run.hpp"

#include "tests/rule_tests/town.hpp"

#include <catch2/catch.hpp>

namespace jalon::tests {
namespace {

const std::string kShade = "records = [ { indicator = \"shade\", on = 2020-12-31, is = 49.5 } ]";

std::vector<std::string> failures_of(const std::string& text) {
  std::vector<std::string> out;
  for (const auto& test : play_tests(text).tests) {
    for (const auto& failure : test.failures)
      out.push_back(failure.id + " " + failure.field + ": " + failure.expected + " / " +
                    failure.actual);
  }
  return out;
}

}  // namespace

TEST_CASE("only the fields named are compared, each on its own", "[rule_tests]") {
  struct Case {
    std::string expect;
    std::vector<std::string> failures;
  };
  const Case cases[] = {
      {"status = \"missed\"", {}},
      {"status = \"met\"", {"shade.half status: met / missed"}},
      {"gap = 0.5, value = 49.50", {}},
      {"gap = 1, value = 49", {"shade.half gap: 1 / 0.5", "shade.half value: 49 / 49.5"}},
      {"gap = { near = 0.6, within = 0.1 }", {}},
      {"gap = { near = 0.61, within = 0.1 }", {"shade.half gap: 0.61 (within 0.1) / 0.5"}},
      {"reached_on = \"null\"", {}},
      {"gap = \"null\"", {"shade.half gap: null / 0.5"}},
      {"since = 2021-01-01, days_overdue = 32, waived = false", {}},
      {"since = 2021-01-02", {"shade.half since: 2021-01-02 / 2021-01-01"}},
      {"within_tolerance = true", {"shade.half within_tolerance: true / false"}},
      {"freshness = \"fresh\", evidence = \"reported\"", {}},
  };
  for (const Case& one : cases) {
    INFO(one.expect);
    CHECK(failures_of(one_test(kShade, "\"shade.half\" = { " + one.expect + " }")) == one.failures);
  }
}

TEST_CASE("a member that nobody has recorded is no verdict, and the test fails", "[rule_tests]") {
  CHECK(failures_of(one_test("", "\"trees.street[street=Main]\" = { status = \"met\" }")) ==
        std::vector<std::string>{
            "trees.street[street=Main] :  / there is no such verdict on that day"});
}

TEST_CASE("a period that has not begun is judged if a test names it", "[rule_tests]") {
  CHECK(failures_of(one_test("", "\"trees.yearly[2022]\" = { status = \"pending\" }")).empty());
}

TEST_CASE("steps look at one growing log, and known cuts it", "[rule_tests]") {
  CHECK(failures_of(R"(
[[test]]
name    = "grows"
records = [ { indicator = "shade", on = 2020-03-01, is = 10, learned = 2020-05-01 } ]
[[test.step]]
as_of  = 2020-04-01
known  = 2020-04-01
expect = { "shade.half" = { value = "null" } }
[[test.step]]
as_of  = 2020-04-01
expect = { "shade.half" = { value = 10 } }
[[test.step]]
as_of   = 2020-07-01
records = [ { indicator = "shade", on = 2020-06-01, is = 60 } ]
expect  = { "shade.half" = { value = 60 } }
)")
            .empty());
}

TEST_CASE("corrections, retractions and their retraction act through the ids of the test",
          "[rule_tests]") {
  CHECK(failures_of(R"(
[[test]]
name    = "versions"
records = [ { indicator = "shade", on = 2020-03-01, is = 10, id = "first" } ]
[[test.step]]
as_of   = 2020-04-01
records = [ { indicator = "shade", on = 2020-03-01, is = 20, id = "second", replaces = "first" } ]
expect  = { "shade.half" = { value = 20 } }
[[test.step]]
as_of   = 2020-04-01
records = [ { indicator = "shade", retracts = "second", id = "undo", learned = 2020-03-20 } ]
expect  = { "shade.half" = { value = 10 } }
[[test.step]]
as_of   = 2020-04-01
records = [ { retracts = "undo", learned = 2020-03-21 } ]
expect  = { "shade.half" = { value = 20 } }
[[test.step]]
as_of   = 2020-04-01
records = [ { retracts = "first", learned = 2020-03-22 } ]
expect  = { "shade.half" = { value = "null" } }
)")
            .empty());
}

TEST_CASE("each kind listed is one piece of evidence", "[rule_tests]") {
  const auto bench = [](const std::string& evidence) {
    return failures_of(
        one_test("records = [ { indicator = \"bench\", on = 2020-03-01, add = 1, key = "
                 "\"7\", evidence = [" +
                     evidence + "] } ]",
                 "\"benches\" = { status = \"met\" }"));
  };
  CHECK(bench("\"press\", \"photo\"").empty());
  CHECK(bench("\"press\", \"press\"").empty());
  CHECK(bench("\"press\"").size() == 1);
  CHECK(bench("\"press\", \"hearsay\"").size() == 1);
}

TEST_CASE("coverage tells what no test names and which statuses none expects", "[rule_tests]") {
  const auto results = play_tests(
      one_test(kShade,
               "\"shade.half\" = { status = \"missed\" }, \"trees.yearly[2020][kind=oak]\" = { "
               "status = \"overdue\" }"));
  std::vector<std::string> untested;
  for (const auto* one : results.untested()) untested.push_back(one->id);
  CHECK(untested ==
        std::vector<std::string>{"trees.street", "trees.kind", "benches", "plan.adopted", "green"});
  using engine::Status;
  CHECK(results.never_expected ==
        std::vector<Status>{Status::met, Status::met_late, Status::pending, Status::unknown});
  const auto suite = read_tests(one_test("", "\"trees.yearly[2020]\" = { status = \"met\" }"));
  CHECK(rule_tests::named_ids(suite.value()) ==
        std::set<std::string>{"trees.yearly", "trees.yearly[2020]"});
}

}  // namespace jalon::tests
