#include "reports/prom.hpp"
#include "reports/formats.hpp"
#include "tests/reports/sample.hpp"

#include <catch2/catch.hpp>

using namespace jalon;
using namespace jalon::tests;

TEST_CASE("labels of metrics are escaped") {
  const auto [text, escaped] = GENERATE(table<std::string, std::string>({
      {"plain Zo\u00eb", "plain Zo\u00eb"},
      {"a \"b\" \\ c", "a \\\"b\\\" \\\\ c"},
      {"x\"} 1\ny", "x\\\"} 1\\\\ny"},
      {"\xff", "\\\\x{ff}"},
  }));
  CHECK(reports::prom_label(text) == escaped);
}

TEST_CASE("metrics give status, value, goal and due day of a verdict") {
  const Sample one = sample();
  const std::string text = reports::render_prom(
      reports::status_view(one.input({"visits.total", "course.share"})), {one.words});
  const auto [line, there] = GENERATE(table<std::string, bool>({
      {"jalon_target_status{target=\"visits.total\",kind=\"target\",severity=\"high\","
       "waived=\"true\",status=\"overdue\"} 1\n",
       true},
      {"jalon_target_value{target=\"visits.total\"} 12\n", true},
      {"jalon_target_goal{target=\"visits.total\"} 40\n", true},
      {"jalon_target_due_timestamp_seconds{target=\"visits.total\"} 1593475200\n", true},
      {"jalon_records_total 12\n", true},
      {"jalon_target_value{target=\"course.share\"}", false},
      {"jalon_target_due_timestamp_seconds{target=\"course.share\"}", false},
      {"proofs", false},
  }));
  INFO(text);
  CHECK((text.find(line) != std::string::npos) == there);
}
