// The findings, one a line, and what cannot be judged.
#include "reports/limit.hpp"
#include "reports/parts.hpp"
#include "reports/wording.hpp"
#include "rules/engine/rollup.hpp"

#include <fmt/core.h>

namespace jalon::reports {
namespace {

using engine::Verdict;

Table table_of(const Input& input, const std::vector<const Verdict*>& verdicts) {
  const Labels& words = input.words;
  Table table;
  table.columns = {{"status", words("column.status"), Align::left, 0},
                   {"id", words("column.id"), Align::left, 0},
                   {"severity", words("column.severity"), Align::left, 2},
                   {"why", words("column.why"), Align::left, 0}};
  fill(table, input, worst_first(verdicts), [&](const Verdict* verdict) {
    const auto severity = name(engine::severity_of(input.programme, *verdict));
    return Row{{verdict->status, IdCell{verdict->id}, words(fmt::format("severity.{}", severity)),
                sentence(input.programme, *verdict, words)}};
  });
  return table;
}

}  // namespace

Report check_view(const Input& input) {
  const Labels& words = input.words;
  Report report = report_on(input, words("check.title", {{"title", input.head.title}}));
  std::vector<const Verdict*> open;
  for (const Verdict* verdict : input.selected) {
    if (cannot_be_judged(input.programme, *verdict, input.rule)) open.push_back(verdict);
  }
  auto& blocks = report.document.blocks;
  if (report.findings.empty()) {
    blocks.emplace_back(Paragraph{words("check.no-findings")});
  } else {
    blocks.emplace_back(
        Heading{2, words("check.findings", {{"n", std::to_string(report.findings.size())}})});
    blocks.emplace_back(table_of(input, report.findings));
  }
  if (const auto waived = waived_of(input); !waived.empty()) {
    blocks.emplace_back(Heading{2, words("check.waived", {{"n", std::to_string(waived.size())}})});
    blocks.emplace_back(table_of(input, waived));
  }
  if (!open.empty()) {
    blocks.emplace_back(Heading{2, words("check.open", {{"n", std::to_string(open.size())}})});
    blocks.emplace_back(table_of(input, open));
  }
  return report;
}

}  // namespace jalon::reports
