#include "reports/junit.hpp"
#include "reports/sarif.hpp"
#include "tests/reports/sample.hpp"

#include <catch2/catch.hpp>

using namespace jalon;
using namespace jalon::tests;

namespace {

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

int count(const std::string& text, std::string_view part) {
  int found = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; ++at) ++found;
  return found;
}

}  // namespace

TEST_CASE("for continuous integration findings failed and what cannot be judged was skipped") {
  const Sample one = sample();
  const auto report = reports::check_view(
      one.input({"proofs.individual", "proofs.collective", "course.share", "exhibition"}));
  const std::string text = reports::render_junit(report, {one.words});
  INFO(text);
  CHECK(contains(text, "tests=\"4\" failures=\"1\" errors=\"0\" skipped=\"1\""));
  CHECK(contains(text, "<failure type=\"missed\" message=\"missed: 1 of at least 3 PoC"));
  CHECK(contains(text, "<skipped message=\"unknown: "));
  CHECK(contains(text, "file=\"targets/lakeland.toml\" line=\""));
}

TEST_CASE("for code hosts a finding stands where its promise is defined, graver ones as errors") {
  Sample one = sample();
  const auto [severity, level] = GENERATE(table<Severity, std::string>({
      {Severity::critical, "error"},
      {Severity::high, "error"},
      {Severity::medium, "warning"},
      {Severity::low, "note"},
      {Severity::info, "note"},
  }));
  one.programme.targets[1].severity = severity;
  reports::Input input = one.input({"proofs.collective"});
  input.rule.min_severity = Severity::info;
  const std::string text = reports::render_sarif(reports::check_view(input), {one.words});
  INFO(text);
  CHECK(contains(text, "\"ruleId\": \"missed\""));
  CHECK(contains(text, "\"level\": \"" + level + "\""));
  CHECK(contains(text, "\"uri\": \"targets/lakeland.toml\""));
  CHECK(contains(text, "\"verdict/v1\": \"" + one.programme.id + "/proofs.collective\""));
}

TEST_CASE("for code hosts what cannot be judged is open and no failure") {
  const Sample one = sample();
  const auto report = reports::check_view(one.input({"course.share", "proofs.individual"}));
  const std::string text = reports::render_sarif(report, {one.words});
  INFO(text);
  CHECK(count(text, "\"ruleId\"") == 1);
  CHECK(contains(text, "\"kind\": \"open\""));
  CHECK(contains(text, "\"level\": \"none\""));
}

TEST_CASE("a hostile text is data for continuous integration and code hosts") {
  const std::string hostile = "\"/><x a='\x1b[31m\u202e&\n]]>\xff\uffff";
  const std::string xml = reports::junit_text(
      hostile, {{hostile, {{hostile, hostile, {hostile, 3}, hostile, {hostile}}}}});
  INFO(xml);
  CHECK(count(xml, "<x") == 0);
  for (const std::string bad : {"\x1b", "\u202e", "\xff", "\uffff", "]]>"})
    CHECK(!contains(xml, bad));
  CHECK(
      contains(reports::sarif_text({"1", {{"r", {"error"}}}, {{"r", "error", "m", {"a b\"%", 0}}}}),
               "\"uri\": \"a%20b%22%25\""));
}

TEST_CASE("a SARIF result needs its rule") {
  CHECK_THROWS_AS(reports::sarif_text({"1", {}, {{"unknown", "error", "m"}}}), std::out_of_range);
}
