// JUnit's XML: the document, and verdicts as test cases.
#include "reports/junit.hpp"

#include "reports/escape.hpp"
#include "reports/wording.hpp"
#include "rules/engine/rollup.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

namespace jalon::reports {
namespace {

/// XML has no way at all to write most control characters and two others: html_text shows the first
/// escaped.
std::string xml(std::string_view text) {
  std::string out = html_text(text);
  for (const std::string_view refused : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"}) {
    for (std::size_t at = 0; (at = out.find(refused, at)) != std::string::npos;)
      out.replace(at, refused.size(), "\xEF\xBF\xBD");
  }
  return out;
}

std::size_t failed_in(const JunitSuite& suite) {
  return static_cast<std::size_t>(std::ranges::count_if(
      suite.cases, [](const JunitCase& one) { return !one.failures.empty(); }));
}
std::size_t skipped_in(const JunitSuite& suite) {
  return static_cast<std::size_t>(std::ranges::count_if(
      suite.cases, [](const JunitCase& one) { return !one.skipped.empty(); }));
}

std::string testcase(const JunitCase& one) {
  std::string out =
      fmt::format("    <testcase name=\"{}\" classname=\"{}\" file=\"{}\" line=\"{}\"",
                  xml(one.name), xml(one.classname), xml(one.place.file), one.place.line);
  if (!one.skipped.empty()) {
    return out +
           fmt::format(">\n      <skipped message=\"{}\"/>\n    </testcase>\n", xml(one.skipped));
  }
  if (one.failures.empty()) return out + "/>\n";
  std::vector<std::string> lines;
  for (const std::string& line : one.failures) lines.push_back(xml(line));
  return out + fmt::format(
                   ">\n      <failure type=\"{}\" message=\"{}\">{}</failure>\n"
                   "    </testcase>\n",
                   xml(one.failure_type), lines.front(), fmt::join(lines, "\n"));
}

using Verdicts = std::unordered_set<const engine::Verdict*>;

JunitCase case_of(const Report& report, const Verdicts& findings, const Verdicts& undecided,
                  const engine::Verdict& verdict, const Labels& words) {
  const Programme& programme = *report.programme;
  JunitCase one{title_of(programme, verdict, words.language()) + " (" + verdict.id + ")",
                programme.id, engine::definition_of(programme, verdict).place};
  if (findings.contains(&verdict)) {
    one.failure_type = engine::name(verdict.status);
    one.failures.push_back(fmt::format("{}: {}", status_word(verdict.status, words),
                                       sentence(programme, verdict, words)));
  } else if (undecided.contains(&verdict)) {
    one.skipped = fmt::format("{}: {}", status_word(verdict.status, words),
                              sentence(programme, verdict, words));
  }
  return one;
}

}  // namespace

std::vector<const engine::Verdict*> undecided_of(const Report& report) {
  const FindingRule nothing{{}, {}, false, Severity::info};
  const Verdicts findings{report.findings.begin(), report.findings.end()};
  std::vector<const engine::Verdict*> undecided;
  for (const engine::Verdict* verdict : report.verdicts) {
    if (!findings.contains(verdict) && cannot_be_judged(*report.programme, *verdict, nothing))
      undecided.push_back(verdict);
  }
  return undecided;
}

std::string junit_text(std::string_view name, const std::vector<JunitSuite>& suites) {
  std::size_t all = 0;
  std::size_t failed = 0;
  std::string inner;
  for (const JunitSuite& suite : suites) {
    all += suite.cases.size();
    failed += failed_in(suite);
    inner += fmt::format(
        "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"{}\">\n",
        xml(suite.name), suite.cases.size(), failed_in(suite), skipped_in(suite));
    for (const JunitCase& one : suite.cases) inner += testcase(one);
    inner += "  </testsuite>\n";
  }
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<testsuites name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\">\n{}</testsuites>\n",
      xml(name), all, failed, inner);
}

std::string render_junit(const Report& report, const RenderOptions& options) {
  JunitSuite suite{report.document.title};
  const Verdicts findings{report.findings.begin(), report.findings.end()};
  const auto open = undecided_of(report);
  const Verdicts undecided{open.begin(), open.end()};
  for (const engine::Verdict* verdict : report.verdicts) {
    suite.cases.push_back(case_of(report, findings, undecided, *verdict, options.words));
  }
  return junit_text(report.head.programme, {suite});
}

}  // namespace jalon::reports
