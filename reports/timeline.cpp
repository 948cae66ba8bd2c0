// When is what due, and when was it?
#include "reports/chart_data.hpp"
#include "reports/deadlines.hpp"
#include "reports/kinds.hpp"
#include "reports/limit.hpp"
#include "reports/parts.hpp"
#include "reports/period.hpp"
#include "reports/promise.hpp"
#include "reports/wording.hpp"

#include <algorithm>

namespace jalon::reports {
namespace {

using engine::Status;
using engine::Verdict;
using engine::VerdictKind;

/// Every deadline of a promise that stands, of periods that are over too.
bool has_deadline(const Input& input, const Verdict& verdict) {
  if (verdict.status == Status::voided) return false;
  if (verdict.kind == VerdictKind::period) return verdict.due.nominal.has_value();
  return has_own_deadline(input, verdict);
}

/// "from 2019-07-01", "to 2020-07-31": what the window adds to the day.
std::string window_words(const Verdict& verdict, const Labels& words) {
  const engine::Due& due = verdict.due;
  std::string text;
  if (due.from) text = words("timeline.from", {{"day", iso(*due.from)}});
  if (due.latest && due.latest != due.nominal) {
    text = and_also(text, words("timeline.latest", {{"day", iso(*due.latest)}}), words);
  }
  return text;
}

Table deadlines_table(const Input& input, const Fitting& fit) {
  const Labels& words = input.words;
  Table table;
  table.columns = {{"due.nominal", words("column.due"), Align::left, 0},
                   {"status", words("column.status"), Align::left, 0},
                   {"title", words("column.what"), Align::left, 0},
                   {"due.written", words("column.promised"), Align::left, 3},
                   {"window", words("column.window"), Align::left, 2},
                   {"why", words("column.why"), Align::left, 1},
                   {"owner", words("column.owner"), Align::left, 4}};
  for (const Verdict* verdict : fit.verdicts) {
    Row row{{*verdict->due.nominal, verdict->status, name_with_id(input.programme, *verdict, words),
             verdict->due.written, window_words(*verdict, words),
             why_words(input.programme, *verdict, words),
             owner_cell(input.programme, *verdict, words)}};
    if (std::string waived = waived_words(*verdict, words); !waived.empty()) {
      row.notes.push_back(std::move(waived));
    }
    table.rows.push_back(std::move(row));
  }
  table.more = fit.more;
  return without_empty_columns(std::move(table));
}

void add_deadlines(Document& document, const Input& input, std::string heading,
                   const std::vector<const Verdict*>& verdicts, std::string_view none) {
  document.blocks.emplace_back(Heading{2, std::move(heading)});
  if (verdicts.empty()) {
    document.blocks.emplace_back(Paragraph{input.words(none)});
  } else {
    document.blocks.emplace_back(deadlines_table(input, fitting(input, verdicts)));
  }
}

/// Promises that no day is set for, and levels to keep.
List without_day(const Input& input) {
  List list;
  for (const Verdict* verdict : input.selected) {
    const bool dated = verdict->due.nominal || verdict->status == Status::voided ||
                       verdict->kind == VerdictKind::commitment || has_instances(input, *verdict);
    if (dated) continue;
    list.items.push_back(input.words(
        "timeline.undated", {{"what", name_with_id(input.programme, *verdict, input.words)},
                             {"when", due_words(input.programme, *verdict, input.words)}}));
  }
  return list;
}

}  // namespace

Report timeline_report(const Input& input) {
  const Labels& words = input.words;
  const std::string title = words("timeline.title", {{"title", input.head.title}});
  Report report = report_on(input, with_period(title, input.head, words));
  std::vector<const Verdict*> past;
  std::vector<const Verdict*> next;
  for (const Verdict* verdict : input.selected) {
    if (!has_deadline(input, *verdict)) continue;
    (*verdict->due.nominal < input.head.as_of ? past : next).push_back(verdict);
  }
  const auto due_day = [](const Verdict* one) { return *one->due.nominal; };
  std::ranges::stable_sort(past, {}, due_day);
  std::ranges::stable_sort(next, {}, due_day);
  if (auto chart = timeline_chart(input)) report.document.blocks.emplace_back(*std::move(chart));
  const std::string day = iso(input.head.as_of);
  add_deadlines(report.document, input, words("timeline.past", {{"day", day}}), past,
                "timeline.none-past");
  add_deadlines(report.document, input, words("timeline.next", {{"day", day}}), next,
                "timeline.none-next");
  if (List undated = without_day(input); !undated.items.empty()) {
    report.document.blocks.emplace_back(Heading{2, words("timeline.without-day")});
    report.document.blocks.emplace_back(std::move(undated));
  }
  report.verdicts = std::move(past);
  report.verdicts.insert(report.verdicts.end(), next.begin(), next.end());
  return report;
}

}  // namespace jalon::reports
