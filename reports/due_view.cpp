// What is late, then what is next.
#include "reports/deadlines.hpp"
#include "reports/limit.hpp"
#include "reports/parts.hpp"
#include "reports/promise.hpp"
#include "reports/wording.hpp"

#include <algorithm>

namespace jalon::reports {
namespace {

using engine::Status;
using engine::Verdict;
using engine::VerdictKind;

bool is_late(const Verdict& verdict) {
  return verdict.status == Status::overdue || verdict.status == Status::missed;
}

bool is_next(const Verdict& verdict, int days) {
  return verdict.status == Status::pending && verdict.days_left && *verdict.days_left <= days;
}

Table table_of(const Input& input, const std::vector<const Verdict*>& verdicts,
               std::string_view days_label) {
  const Labels& words = input.words;
  Table table;
  table.columns = {{"due.nominal", words("column.due"), Align::right, 0},
                   {"days", words(days_label), Align::right, 0},
                   {"status", words("column.status"), Align::left, 1},
                   {"id", words("column.id"), Align::left, 0},
                   {"value", words("column.value"), Align::left, 2},
                   {"owner", words("column.owner"), Align::left, 3}};
  fill(table, input, verdicts, [&](const Verdict* verdict) {
    const auto days = is_late(*verdict) ? verdict->days_overdue : verdict->days_left;
    Row row{{day_cell(verdict->due.nominal), count_cell(days), verdict->status, IdCell{verdict->id},
             value_and_goal(input.programme, *verdict, words),
             owner_cell(input.programme, *verdict, input.words)}};
    if (std::string waived = waived_words(*verdict, words); !waived.empty()) {
      row.notes.push_back(std::move(waived));
    }
    return row;
  });
  return table;
}

void add_section(Document& document, const Input& input, std::string heading,
                 const std::vector<const Verdict*>& verdicts, std::string_view days_label,
                 std::string none) {
  document.blocks.emplace_back(Heading{2, std::move(heading)});
  if (verdicts.empty()) {
    document.blocks.emplace_back(Paragraph{std::move(none)});
  } else {
    document.blocks.emplace_back(table_of(input, verdicts, days_label));
  }
}

}  // namespace

bool has_instances(const Input& input, const Verdict& verdict) {
  const auto* ref = std::get_if<Ref<Target>>(&verdict.subject);
  if (ref == nullptr) return false;
  const TimeClause& time = input.programme[*ref].time;
  return std::holds_alternative<Per>(time) || std::holds_alternative<ForEach>(time);
}

bool has_own_deadline(const Input& input, const Verdict& verdict) {
  if (!verdict.due.nominal || verdict.kind == VerdictKind::commitment) return false;
  if (verdict.kind == VerdictKind::member) return true;
  if (verdict.kind != VerdictKind::period) return !has_instances(input, verdict);
  const bool over = verdict.days_left && *verdict.days_left < 0;
  return !over || input.evaluation.verdicts[*verdict.parent].decided_by == verdict.id;
}

Report due_view(const Input& input, int days) {
  const Labels& words = input.words;
  Report report = report_on(input, words("due.title", {{"title", input.head.title}}));
  std::vector<const Verdict*> late;
  std::vector<const Verdict*> next;
  for (const Verdict* verdict : input.selected) {
    if (!has_own_deadline(input, *verdict)) continue;
    if (is_late(*verdict)) late.push_back(verdict);
    if (is_next(*verdict, days)) next.push_back(verdict);
  }
  const auto due_day = [](const Verdict* one) { return *one->due.nominal; };
  std::ranges::stable_sort(late, {}, due_day);
  std::ranges::stable_sort(next, {}, due_day);
  const std::string n = std::to_string(days);
  add_section(report.document, input, words("due.late"), late, "column.days-overdue",
              words("due.nothing-late"));
  add_section(report.document, input, words("due.next", {{"n", n}}), next, "column.days-left",
              words("due.nothing-next", {{"n", n}}));
  report.verdicts = std::move(late);
  report.verdicts.insert(report.verdicts.end(), next.begin(), next.end());
  return report;
}

}  // namespace jalon::reports
