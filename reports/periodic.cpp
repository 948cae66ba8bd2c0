// The publication: progress, gaps and changes of one period.
#include "reports/gap_parts.hpp"
#include "reports/kinds.hpp"
#include "reports/parts.hpp"
#include "reports/period.hpp"
#include "reports/progress_parts.hpp"

namespace jalon::reports {
namespace {

/// How the verdicts came about, for a reader who has nothing else.
void add_method(Document& document, const Input& input) {
  const Labels& words = input.words;
  document.blocks.emplace_back(Heading{2, words("method.title")});
  List list{{words("method.verdicts"), words("method.unproven"), words("method.counts"),
             words("method.rounding"),
             words("method.moment",
                   {{"as-of", iso(input.head.as_of)}, {"known", iso(input.head.known)}})}};
  document.blocks.emplace_back(std::move(list));
}

}  // namespace

Report periodic_report(const Input& input) {
  const std::string title = input.words("periodic.title", {{"title", input.head.title}});
  Report report = report_on(input, with_period(title, input.head, input.words));
  Document& document = report.document;
  document.blocks = overview(input);
  if (input.selected.empty()) {
    document.blocks.emplace_back(Paragraph{input.words("status.empty")});
    return report;
  }
  add_summary(document, input);
  add_changes(report, input);
  add_results(report, input);
  add_promises(document, input);
  add_data_gaps(document, input);
  if (everything_selected(input)) add_plan_gaps(document, input);
  add_method(document, input);
  return report;
}

}  // namespace jalon::reports
