#include "data/files.hpp"
#include "reports/rule_tests_view.hpp"
#include "tests/golden.hpp"
#include "tests/rule_tests/town.hpp"

#include <catch2/catch.hpp>

namespace jalon::tests {
namespace {

/// One test that passes, and one with a hostile name that fails in two fields.
rule_tests::Results sample() {
  return play_tests(R"(
[[test]]
name    = "half in shade"
as_of   = 2021-01-01
records = [ { indicator = "shade", on = 2020-12-31, is = 50 } ]
expect  = { "shade.half" = { status = "met", value = 50 } }
[[test]]
name    = "<b>\"hostile\" & \u0007\u001b[31m\u202e]]>\uffff"
as_of   = 2021-01-01
records = [ { indicator = "shade", on = 2020-12-31, is = 49, learned = 2021-03-01 } ]
expect  = { "shade.half" = { status = "met", gap = { near = 2, within = 0.5 } } }
)");
}

std::string rendered(const reports::RuleTestsFormat& format, bool verbose) {
  const auto words = reports::Labels::parse("en", data::find("words/en.txt").value());
  const auto results = sample();
  return format.render(
      {.results = results, .programme = "town", .words = words, .verbose = verbose});
}

}  // namespace

TEST_CASE("results are shown in every format, and hostile names stay data",
          "[rule_tests][golden]") {
  for (const auto& format : reports::rule_tests_formats()) {
    const std::string text = rendered(format, false);
    check_golden(std::filesystem::path{"rule_tests"} / ("results." + std::string{format.extension}),
                 text);
    for (const char c : text) CHECK((c == '\n' || static_cast<unsigned char>(c) >= 0x20));
  }
  check_golden("rule_tests/results-verbose.txt",
               rendered(reports::rule_tests_formats().front(), true));
}

}  // namespace jalon::tests
