#include "data/files.hpp"
#include "tests/tracker/desk.hpp"

#include <catch2/catch.hpp>

namespace jalon::tests {
namespace {

using Catch::Matchers::Contains;

TEST_CASE("schema lists its names, prints one, writes one and knows no other") {
  Desk desk;
  const Outcome list = desk("schema");
  CHECK(list.code == 0);
  CHECK(list.out ==
        "definitions\ndiff\nexplain\nhistory\nlint\nnotice\nrecord\nreport\ntest-results\ntests\n"
        "verdict\nworkspace\n");
  const Outcome one = desk("schema tests");
  CHECK(one.code == 0);
  CHECK(one.out == data::find("schema/tests.json").value());
  CHECK(desk("schema tests -o t.json").code == 0);
  CHECK(desk.read("t.json") == one.out);
  const Outcome none = desk("schema test");
  CHECK(none.code == 2);
  CHECK_THAT(none.err, Contains("error[unknown-schema]") && Contains("did you mean `tests`?"));
}

TEST_CASE("init writes the schemas, and every file names its own") {
  Desk desk{"2026-11-25T09:30:00Z"};
  REQUIRE(desk("init w --example belgium-ai").code == 0);
  CHECK(desk.read("w/schema/workspace.json") == data::find("schema/workspace.json").value());
  CHECK(desk.read("w/jalon.toml").starts_with("#:schema schema/workspace.json\n"));
  CHECK(desk.read("w/sources.toml").starts_with("#:schema schema/definitions.json\n"));
  CHECK(desk.read("w/targets/national.toml").starts_with("#:schema ../schema/definitions.json\n"));
}

TEST_CASE("lint tells the errors of a broken programme in JSON and SARIF, and exits with 4") {
  Desk desk;
  REQUIRE(desk("init w").code == 0);
  desk.write("w/targets/example.toml", "format = 1\n[[target]]\n\"a\\\"<\" = 1\n");
  for (const char* format : {"json", "sarif"}) {
    const Outcome lint = desk(std::string{"-C w lint --format "} + format);
    INFO(format);
    CHECK(lint.code == 4);
    CHECK(lint.err.empty());
    CHECK_THAT(lint.out, Contains("unknown-key") && Contains("targets/example.toml"));
  }
  CHECK(desk("-C w lint -o x.sarif").code == 4);
  CHECK_THAT(desk.read("x.sarif"), Contains(R"("startColumn": 1)") && Contains("WORKSPACE"));
  CHECK(desk("-C w lint -o x.pdf").code == 2);
  CHECK(desk("-C w lint --format sarif -o x.sarif").code == 2);
  CHECK(desk("-C w lint --as-of tomorrow").code == 4);  // definitions come first
}

}  // namespace
}  // namespace jalon::tests
