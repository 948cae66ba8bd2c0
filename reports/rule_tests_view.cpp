// What became of the rule tests: a line for each failure, for people; JSON and JUnit for programs.
#include "reports/rule_tests_view.hpp"

#include "reports/junit.hpp"
#include "reports/machine.hpp"
#include "reports/wording.hpp"
#include "rules/model/diagnostic.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace jalon::reports {
namespace {

using rule_tests::Covered;
using rule_tests::Failure;
using rule_tests::TestResult;

std::string line_of(const Place& place) {
  return fmt::format("{}:{}", printable(place.file), place.line);
}

/// "tremplin-ai.pocs: status is missed, not met (as of 2020-07-15)"
std::string sentence(const Failure& failure, const Labels& words) {
  std::string what = failure.actual;
  if (!failure.field.empty())
    what = words(
        "test.field",
        {{"field", failure.field}, {"actual", failure.actual}, {"expected", failure.expected}});
  const std::string days =
      failure.known <= failure.as_of
          ? words("test.day", {{"as-of", iso(failure.as_of)}})
          : words("test.days", {{"as-of", iso(failure.as_of)}, {"known", iso(failure.known)}});
  const std::string id = failure.id.empty() ? "" : printable(failure.id) + ": ";
  return fmt::format("{}{} ({})", id, what, days);
}

std::string statuses_of(const Covered& covered) {
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < covered.statuses.size(); ++i) {
    if (covered.statuses[i]) names.push_back(engine::name(static_cast<engine::Status>(i)));
  }
  return fmt::format("{}", fmt::join(names, ", "));
}

std::string coverage_text(const RuleTestsView& view) {
  std::string out;
  for (const Covered& covered : view.results.coverage) {
    if (covered.tests == 0) {
      out += fmt::format("{}: {}\n", line_of(covered.place),
                         view.words("test.untested", {{"id", covered.id}}));
    } else if (view.verbose) {
      out += view.words("test.covered", {{"id", covered.id},
                                         {"n", std::to_string(covered.tests)},
                                         {"statuses", statuses_of(covered)}}) +
             "\n";
    }
  }
  std::vector<std::string_view> never;
  for (const auto status : view.results.never_expected) never.push_back(engine::name(status));
  if (!never.empty())
    out +=
        view.words("test.never", {{"statuses", fmt::format("{}", fmt::join(never, ", "))}}) + "\n";
  return out;
}

std::string render_text(const RuleTestsView& view) {
  std::string out;
  for (const TestResult& test : view.results.tests) {
    if (view.verbose)
      out += fmt::format("{}: {}: {}\n", line_of(test.place),
                         view.words(test.failures.empty() ? "test.passed" : "test.failed"),
                         printable(test.name));
    for (const Failure& failure : test.failures) {
      const std::string name = view.verbose ? "" : printable(test.name) + ": ";
      out += fmt::format("{}: {}{}\n", line_of(failure.place), name, sentence(failure, view.words));
    }
  }
  if (!view.quiet && !view.partial) out += coverage_text(view);
  const std::size_t all = view.results.tests.size();
  const std::size_t failed = view.results.failed();
  const std::string tests = view.words("test.tests", {{"n", std::to_string(all)}});
  const std::string checks =
      view.words("test.checks", {{"n", std::to_string(view.results.checks())}});
  const std::string end = failed == 0
                              ? view.words("test.all-passed")
                              : view.words("test.some-failed", {{"n", std::to_string(failed)}});
  return out + fmt::format("{}, {}: {}\n", tests, checks, end);
}

// ---- JSON
// ----------------------------------------------------------------------------------------

std::string place_json(const Place& place) {
  return fmt::format("\"file\":{},\"line\":{}", json_text(place.file), place.line);
}

std::string text_or_null(const std::string& text) {
  return text.empty() ? "null" : json_text(text);
}

std::string failure_json(const Failure& failure) {
  return fmt::format(
      "{{{},\"id\":{},\"field\":{},\"expected\":{},\"actual\":{},\"as_of\":\"{}\",\"known\":\"{}\"}"
      "}",
      place_json(failure.place), text_or_null(failure.id), text_or_null(failure.field),
      text_or_null(failure.expected), json_text(failure.actual), iso(failure.as_of),
      iso(failure.known));
}

std::string test_json(const TestResult& test) {
  std::vector<std::string> failures;
  for (const Failure& failure : test.failures) failures.push_back(failure_json(failure));
  return fmt::format("{{\"name\":{},{},\"passed\":{},\"checks\":{},\"failures\":[{}]}}",
                     json_text(test.name), place_json(test.place), test.failures.empty(),
                     test.checks, fmt::join(failures, ","));
}

std::string covered_json(const Covered& covered) {
  std::vector<std::string> statuses;
  for (std::size_t i = 0; i < covered.statuses.size(); ++i) {
    if (covered.statuses[i])
      statuses.push_back(json_text(engine::name(static_cast<engine::Status>(i))));
  }
  return fmt::format("{{\"id\":{},\"kind\":\"{}\",\"tests\":{},\"statuses\":[{}]}}",
                     json_text(covered.id), engine::name(covered.kind), covered.tests,
                     fmt::join(statuses, ","));
}

std::string lines(const std::vector<std::string>& elements) {
  return elements.empty() ? "[]" : fmt::format("[\n  {}\n ]", fmt::join(elements, ",\n  "));
}

std::string render_results_json(const RuleTestsView& view) {
  const auto& results = view.results;
  std::vector<std::string> tests;
  for (const TestResult& test : results.tests) tests.push_back(test_json(test));
  std::string coverage = "null";
  if (!view.partial) {
    std::vector<std::string> covered;
    for (const Covered& one : results.coverage) covered.push_back(covered_json(one));
    std::vector<std::string> never;
    for (const auto status : results.never_expected)
      never.push_back(json_text(engine::name(status)));
    coverage = fmt::format("{{\"definitions\":{},\n \"never_expected\":[{}]}}", lines(covered),
                           fmt::join(never, ","));
  }
  return fmt::format(
      "{{\"schema\":\"jalon.test/1\",\n \"programme\":{},\n"
      " \"summary\":{{\"tests\":{},\"failed\":{},\"checks\":{}}},\n"
      " \"tests\":{},\n \"coverage\":{}}}\n",
      json_text(view.programme), results.tests.size(), results.failed(), results.checks(),
      lines(tests), coverage);
}

// ---- JUnit
// ---------------------------------------------------------------------------------------

/// The tests of one file stand together.
std::vector<JunitSuite> by_file(const RuleTestsView& view) {
  std::vector<JunitSuite> suites;
  for (const TestResult& test : view.results.tests) {
    if (suites.empty() || suites.back().name != test.place.file)
      suites.push_back({test.place.file});
    JunitCase one{test.name, test.place.file, test.place, "expectation"};
    for (const Failure& failure : test.failures) {
      one.failures.push_back(
          fmt::format("{}: {}", line_of(failure.place), sentence(failure, view.words)));
    }
    suites.back().cases.push_back(std::move(one));
  }
  return suites;
}

std::string render_results_junit(const RuleTestsView& view) {
  return junit_text(view.programme, by_file(view));
}

constexpr RuleTestsFormat kFormats[] = {{"terminal", "txt", render_text},
                                        {"json", "json", render_results_json},
                                        {"junit", "xml", render_results_junit}};

}  // namespace

std::span<const RuleTestsFormat> rule_tests_formats() noexcept { return kFormats; }

}  // namespace jalon::reports
