#include "tests/rule_tests/town.hpp"

#include "rules/rule_tests/fields.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

namespace jalon::tests {
namespace {

const std::string kFine = "\"shade.half\" = { status = \"overdue\" }";

std::vector<std::string> codes_of(const std::string& text) {
  std::vector<std::string> codes;
  const auto suite = read_tests(text);
  if (suite) return codes;
  for (const Diagnostic& one : suite.error()) codes.push_back(one.code);
  return codes;
}

}  // namespace

TEST_CASE("a mistake in a rule test is told by its code", "[rule_tests]") {
  struct Case {
    std::string what;
    std::string text;
    std::string code;
  };
  const auto expecting = [](const std::string& expect) { return one_test("", expect); };
  const auto record = [](const std::string& entry) {
    return one_test("records = [ { " + entry + " } ]", kFine);
  };
  const Case cases[] = {
      {"no such id", expecting("\"shade.haif\" = { status = \"met\" }"), "unknown-reference"},
      {"an indicator is not judged", expecting("\"shade\" = { status = \"met\" }"),
       "unknown-reference"},
      {"an id without quotes", expecting("shade.half = { status = \"met\" }"), "unknown-reference"},
      {"a period after the last", expecting("\"trees.yearly[2023]\" = { status = \"met\" }"),
       "unknown-reference"},
      {"a period before the first", expecting("\"trees.yearly[2019]\" = { status = \"met\" }"),
       "unknown-reference"},
      {"a period of another length", expecting("\"trees.yearly[2020-Q1]\" = { status = \"met\" }"),
       "unknown-reference"},
      {"a part that is none", expecting("\"trees.yearly[2020][kind=elm]\" = { status = \"met\" }"),
       "unknown-reference"},
      {"an instance of what has one verdict",
       expecting("\"shade.half[2020]\" = { status = \"met\" }"), "unknown-reference"},
      {"a member of another dimension",
       expecting("\"trees.street[kind=oak]\" = { status = \"met\" }"), "unknown-reference"},
      {"a closed dimension without the value",
       expecting("\"trees.kind[kind=elm]\" = { status = \"met\" }"), "unknown-reference"},
      {"brackets that stay open", expecting("\"trees.yearly[2020\" = { status = \"met\" }"),
       "unknown-reference"},
      {"no such field", expecting("\"shade.half\" = { colour = \"red\" }"), "unknown-field"},
      {"no such status", expecting("\"shade.half\" = { status = \"late\" }"), "unknown-choice"},
      {"a status is never null", expecting("\"shade.half\" = { status = \"null\" }"),
       "unknown-choice"},
      {"a number in quotes", expecting("\"shade.half\" = { gap = \"1\" }"), "wrong-type"},
      {"a stage that the milestone lacks", expecting("\"plan.adopted\" = { value = \"final\" }"),
       "unknown-stage"},
      {"a word where true or false is due", expecting("\"shade.half\" = { waived = \"no\" }"),
       "wrong-type"},
      {"near without within", expecting("\"shade.half\" = { gap = { near = 1 } }"), "missing-key"},
      {"a negative distance", expecting("\"shade.half\" = { gap = { near = 1, within = -1 } }"),
       "out-of-range"},
      {"a field of a later release", expecting("\"shade.half\" = { score = 1 }"), "not-supported"},
      {"another later one", expecting("\"shade.half\" = { method_status = \"x\" }"),
       "not-supported"},
      {"nothing of an id", expecting("\"shade.half\" = {}"), "empty-expect"},
      {"nothing at all", expecting(""), "empty-expect"},
      {"an unknown indicator", record("indicator = \"shed\", on = 2020-01-01, is = 1"),
       "unknown-reference"},
      {"an indicator called a milestone", record("milestone = \"shade\", on = 2020-01-01, is = 1"),
       "unknown-reference"},
      {"a level that is added", record("indicator = \"shade\", on = 2020-01-01, add = 1"),
       "misplaced-key"},
      {"no day", record("indicator = \"shade\", is = 1"), "missing-key"},
      {"a day that does not exist", record("indicator = \"shade\", on = \"2020-02-30\", is = 1"),
       "bad-date"},
      {"a season", record("indicator = \"shade\", on = \"summer 2020\", is = 1"), "bad-date"},
      {"no last day and nothing learned",
       record("indicator = \"shade\", on = \"2020-01-01/..\", is = 1"), "missing-key"},
      {"a retraction with a day", record("retracts = \"x\", on = 2020-01-01, learned = 2020-01-01"),
       "misplaced-key"},
      {"a retraction that nobody learned", record("retracts = \"x\""), "missing-key"},
      {"a misspelt key",
       record("indicator = \"shade\", on = 2020-01-01, is = 1, lerned = 2020-01-01"),
       "unknown-key"},
      {"an unknown stage", record("milestone = \"plan.adopted\", on = 2020-01-01, stage = \"x\""),
       "unknown-stage"},
      {"complete for something unknown",
       one_test("complete = [ { indicator = \"x\", through = 2020-01-01 } ]", kFine),
       "unknown-reference"},
      {"complete before the day is over",
       one_test(
           "complete = [ { indicator = \"tree\", through = 2020-02-01, learned = 2020-01-31 } ]",
           kFine),
       "bad-record"},
      {"a misspelt dimension of a list",
       one_test("complete = [ { indicator = \"tree\", where = { kin = \"oak\" }, through = "
                "2020-01-01 } ]",
                kFine),
       "unknown-dimension"},
      {"two tests of one name", one_test("", kFine) + one_test("", kFine), "duplicate-value"},
      {"a test without a name", "[[test]]\nas_of = 2020-01-01\nexpect = { " + kFine + " }\n",
       "missing-key"},
      {"a test without a day", "[[test]]\nname = \"x\"\nexpect = { " + kFine + " }\n",
       "missing-key"},
      {"a day beside steps",
       "[[test]]\nname = \"x\"\nas_of = 2020-01-01\n[[test.step]]\nas_of = 2020-01-01\nexpect = "
       "{ " +
           kFine + " }\n",
       "misplaced-key"},
      {"single brackets", "[test]\nname = \"x\"\n", "single-bracket"},
      {"no such table", "[[tets]]\nname = \"x\"\n", "unknown-table"},
      {"a fixture without a name", "[[fixture]]\nrecords = []\n" + one_test("", kFine),
       "double-bracket"},
  };
  for (const Case& one : cases) {
    INFO(one.what << "\n" << one.text);
    const auto codes = codes_of(one.text);
    CHECK(std::ranges::count(codes, one.code) > 0);
  }
}

TEST_CASE("what a rule test may say is read", "[rule_tests]") {
  const std::string fine[] = {
      "\"trees.yearly[2022]\" = { status = \"pending\" }",
      "\"trees.yearly[kind=oak]\" = { status = \"pending\" }",
      "\"trees.yearly[2020][kind=oak]\" = { gap = \"null\" }",
      "\"trees.street[street=\\\"Rue [de] la Loi\\\"]\" = { status = \"met\" }",
      "\"trees.kind[kind=oak]\" = { status = \"met\" }",
      "\"green\" = { value = \"draft\", decided_by = \"plan.adopted\", original = \"null\" }",
      "\"plan.adopted\" = { value = \"draft\", goal = \"adopted\", since = 2020-01-01 }",
      "\"shade.half\" = { progress = { near = 0.5, within = 0.01 }, lo = \"null\", waived = false "
      "}",
  };
  for (const std::string& expect : fine) {
    INFO(expect);
    const auto suite = read_tests(one_test("", expect));
    if (!suite) FAIL(render(suite.error()));
    CHECK(suite.value().tests.size() == 1);
  }
}

TEST_CASE("all mistakes of all tests are told at once", "[rule_tests]") {
  const auto codes = codes_of(
      "[[test]]\nname = \"a\"\nas_of = 2021-01-01\nexpect = { \"x\" = { status = \"met\" } }\n"
      "[[test]]\nname = \"b\"\nas_of = 2021-01-01\nexpect = { \"benches\" = { sttus = \"met\" } "
      "}\n");
  CHECK(codes == std::vector<std::string>{"unknown-reference", "unknown-field"});
}

TEST_CASE("a suite without any file is a mistake", "[rule_tests]") {
  CHECK(codes_of("") == std::vector<std::string>{"empty-suite"});
}

TEST_CASE("a log position and what is learned follow from the order of the records",
          "[rule_tests]") {
  const auto suite = read_tests(R"(
[fixture.base]
records = [ { indicator = "shade", on = "2020-Q1", is = 10, id = "a" } ]
[[test]]
name = "x"
use  = ["base"]
records = [ { indicator = "shade", on = "2020-Q1", is = 12, id = "b", replaces = "a", learned = 2020-06-01 } ]
[[test.step]]
as_of    = 2020-07-01
records  = [ { indicator = "shade", on = 2020-04-01, is = 13, replaces = "b", learned = 2020-07-01 } ]
complete = [ { indicator = "tree", through = 2020-06-30 } ]
expect   = { "shade.half" = { status = "pending" } }
[[test.step]]
as_of    = 2020-07-02
records  = [ { retracts = "a", learned = 2020-07-02 } ]
expect   = { "shade.half" = { status = "pending" } }
)");
  if (!suite) FAIL(render(suite.error()));
  const rule_tests::Test& test = suite.value().tests.at(0);
  REQUIRE(test.log.size() == 5);
  CHECK(iso(test.log[0].learned) == "2020-03-31");
  CHECK(test.log[2].replaces == 1);
  CHECK(test.log[2].kind == RecordKind::correction);
  CHECK(test.log[3].kind == RecordKind::attestation);
  CHECK(test.log[4].replaces == 1);
  CHECK(test.log[4].subject == "shade");
  CHECK(test.steps[0].log_length == 4);
  CHECK(test.steps[1].log_length == 5);
}

TEST_CASE("the words of a field are those of the engine", "[rule_tests]") {
  for (int i = 0; i < engine::kStatusCount; ++i) {
    CHECK(rule_tests::find_field("status")->words[static_cast<std::size_t>(i)] ==
          engine::name(static_cast<engine::Status>(i)));
  }
  const auto reasons = rule_tests::find_field("reason")->words;
  for (std::size_t i = 0; i < reasons.size(); ++i)
    CHECK(reasons[i] == engine::name(static_cast<engine::Reason>(i)));
  CHECK(reasons.size() == static_cast<std::size_t>(engine::Reason::withdrawn) + 1);
}

}  // namespace jalon::tests
