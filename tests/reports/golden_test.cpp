#include "tests/golden.hpp"
#include "data/files.hpp"
#include "reports/renderers.hpp"
#include "tests/reports/sample.hpp"

#include <fmt/core.h>
#include <catch2/catch.hpp>

using namespace jalon;
using namespace jalon::tests;

namespace {

/// Everything that can be shown, by the name of its golden file.
std::vector<std::pair<std::string, reports::Report>> everything(const Sample& sample,
                                                                const reports::Input& input) {
  std::vector<std::pair<std::string, reports::Report>> all;
  for (const reports::ReportKind& kind : reports::report_kinds()) {
    all.emplace_back(kind.name, kind.build(input));
  }
  reports::Input of_period = input;
  of_period.head.period = reports::ReportPeriod{reports::ReportPeriod::Unit::half, "2020-H2",
                                                Period{{2020, 7, 1}, {2020, 12, 31}}, true};
  all.emplace_back("periodic-running", reports::find_report("periodic")->build(of_period));
  all.emplace_back("status", reports::status_view(input));
  all.emplace_back("due", reports::due_view(input, 200));
  all.emplace_back("explain", reports::explain_view(input, sample_explanation(sample)));
  all.emplace_back("check", reports::check_view(input));
  return all;
}

std::string rendered(const reports::Renderer& renderer, const reports::Report& report,
                     const reports::Labels& words, int width = 80) {
  reports::RenderOptions options{words, width};
  options.style = data::find("style.css").value();
  return renderer.render(report, options);
}

}  // namespace

TEST_CASE("every report and view in every format is as its golden file says") {
  const Sample one = sample();
  for (const auto& [name, report] : everything(one, one.input())) {
    for (const reports::Renderer& renderer : reports::renderers()) {
      // the same in every report, or nothing that can be read here: tests/formats
      if (renderer.of_verdicts || renderer.binary) continue;
      check_golden(fmt::format("reports/{}.{}", name, renderer.extension),
                   rendered(renderer, report, one.words));
    }
  }
}

TEST_CASE("on a wide terminal more columns are shown") {
  const Sample one = sample();
  for (const auto& [name, report] : everything(one, one.input())) {
    check_golden(fmt::format("reports/{}-120.txt", name),
                 rendered(*reports::find_renderer("terminal"), report, one.words, 120));
  }
}

TEST_CASE("with nothing selected every report says so kindly") {
  const Sample one = sample();
  for (const auto& [name, report] : everything(one, nothing_selected(one))) {
    if (name == "explain") continue;
    check_golden(fmt::format("reports/{}-empty.txt", name),
                 rendered(*reports::find_renderer("terminal"), report, one.words));
    check_golden(fmt::format("reports/{}-empty.csv", name),
                 rendered(*reports::find_renderer("csv"), report, one.words));
  }
}
