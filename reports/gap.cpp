// What is missing? Results first (this file), then data, then parts of the plan.
#include "reports/figures.hpp"
#include "reports/gap_parts.hpp"
#include "reports/kinds.hpp"
#include "reports/limit.hpp"
#include "reports/parts.hpp"
#include "reports/period.hpp"
#include "reports/promise.hpp"
#include "reports/wording.hpp"
#include "rules/engine/rollup.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <tuple>

namespace jalon::reports {
namespace {

using engine::Outlook;
using engine::Status;
using engine::Verdict;
using engine::VerdictKind;

/// Worst first: status, severity, days overdue, progress.
bool worse(const Programme& programme, const Verdict& a, const Verdict& b) {
  const auto rank = [&](const Verdict& one) {
    const Decimal progress = one.progress.value_or(Decimal{0});
    return std::tuple{-static_cast<int>(one.status),
                      -static_cast<int>(engine::severity_of(programme, one)),
                      -one.days_overdue.value_or(0), progress};
  };
  return rank(a) < rank(b);
}

/// Off-track first, then by due day; without one last.
bool sooner(const Verdict& a, const Verdict& b) {
  const auto rank = [](const Verdict& one) {
    const Date far{9999, 12, 31};
    return std::tuple{-static_cast<int>(one.outlook.state), one.due.nominal.value_or(far)};
  };
  return rank(a) < rank(b);
}

std::string evidence_missing(const Input& input, const Verdict& verdict) {
  if (verdict.confidence.evidence == engine::Confidence::Evidence::none) {
    return input.words("gap.evidence-none");
  }
  if (verdict.confidence.evidence == engine::Confidence::Evidence::reported) {
    return input.words("gap.evidence-some");
  }
  return {};
}

Cell gap_cell(const Input& input, const Verdict& verdict) {
  const auto gap = gap_words(input.programme, verdict, input.words);
  if (gap) return *gap;
  if (std::holds_alternative<std::string>(verdict.goal)) {
    return input.words("gap.stage", {{"stage", std::get<std::string>(verdict.goal)}});
  }
  return {};
}

/// Can what was missed still be delivered, though late?
bool late_counts(const Input& input, const Verdict& verdict) {
  const auto* ref = std::get_if<Ref<Target>>(&verdict.subject);
  if (ref == nullptr || verdict.status == Status::voided) return false;
  const Promise& promise = promise_of(input.programme[*ref], verdict);
  const bool dated =
      std::holds_alternative<By>(promise.time) || std::holds_alternative<Before>(promise.time);
  return dated && !std::holds_alternative<AtMost>(promise.comparison);
}

void add_notes(Row& row, const Input& input, const Verdict& verdict, bool with_pace) {
  const auto note = [&](std::string text) {
    if (!text.empty()) row.notes.push_back(std::move(text));
  };
  if (with_pace) note(pace_words(input, verdict));
  note(waived_words(verdict, input.words));
  for (std::string& one : aside_words(input.programme, verdict, input.notes, input.words)) {
    note(std::move(one));
  }
}

Table findings_table(const Input& input, const std::vector<const Verdict*>& findings) {
  const Labels& words = input.words;
  Table table;
  table.columns = {{"title", words("column.what"), Align::left, 0},
                   {"status", words("column.status"), Align::left, 0},
                   {"gap", words("column.gap"), Align::left, 0},
                   {"days_overdue", words("column.days-overdue"), Align::right, 1},
                   {"severity", words("column.severity"), Align::left, 3},
                   {"owner", words("column.owner"), Align::left, 2},
                   {"evidence", words("column.evidence-missing"), Align::left, 4}};
  fill(table, input, findings, [&](const Verdict* verdict) {
    const auto severity = name(engine::severity_of(input.programme, *verdict));
    Row row{
        {name_with_id(input.programme, *verdict, words), verdict->status, gap_cell(input, *verdict),
         count_cell(verdict->days_overdue), words(fmt::format("severity.{}", severity)),
         owner_cell(input.programme, *verdict, input.words), evidence_missing(input, *verdict)}};
    row.notes = {and_also(value_and_goal(input.programme, *verdict, words),
                          open_words(*verdict, words), words)};
    add_notes(row, input, *verdict, late_counts(input, *verdict));
    return row;
  });
  return table;
}

/// What still has time: how much is missing, and how fast it would have to go.
Table open_table(const Input& input, const std::vector<const Verdict*>& open) {
  const Labels& words = input.words;
  Table table;
  table.columns = {{"title", words("column.what"), Align::left, 0},
                   {"outlook.state", words("column.outlook"), Align::left, 2},
                   {"gap", words("column.gap"), Align::left, 0},
                   {"days_left", words("column.days-left"), Align::right, 1},
                   {"owner", words("column.owner"), Align::left, 3}};
  fill(table, input, open, [&](const Verdict* verdict) {
    const auto state = verdict->outlook.state;
    Row row{{name_with_id(input.programme, *verdict, words),
             state == Outlook::State::none
                 ? Cell{}
                 : Cell{words(fmt::format("outlook.{}", engine::name(state)))},
             gap_cell(input, *verdict), count_cell(verdict->days_left),
             owner_cell(input.programme, *verdict, input.words)}};
    const std::string value = value_and_goal(input.programme, *verdict, words);
    row.notes.push_back(
        !verdict->due.nominal
            ? value
            : words("line.due", {{"what", value}, {"due", due_words(*verdict, words)}}));
    add_notes(row, input, *verdict, true);
    return row;
  });
  return table;
}

bool is_open(const Verdict& verdict) {
  if (verdict.kind == VerdictKind::commitment || verdict.kind == VerdictKind::member) return false;
  if (verdict.kind == VerdictKind::milestone) return verdict.status == Status::pending;
  const bool open = verdict.status == Status::pending || verdict.status == Status::unknown;
  if (!open || !std::holds_alternative<Ref<Target>>(verdict.subject)) return false;
  return !verdict.gap || !verdict.gap->is_zero();
}

/// Overall verdicts that look back, and the period that runs, which looks ahead.
std::vector<const Verdict*> open_promises(const Input& input) {
  std::vector<const Verdict*> open;
  for (const Verdict* verdict : input.selected) {
    if (!is_open(*verdict)) continue;
    const bool running = verdict->decided_by.empty() || verdict->kind == VerdictKind::period;
    if (running && (verdict->kind != VerdictKind::period || verdict->days_left.value_or(0) >= 0)) {
      open.push_back(verdict);
    }
  }
  std::ranges::stable_sort(open, [](const auto* a, const auto* b) { return sooner(*a, *b); });
  return open;
}

}  // namespace

void add_results(Report& report, const Input& input) {
  const Labels& words = input.words;
  auto& blocks = report.document.blocks;
  std::ranges::stable_sort(report.findings, [&](const auto* a, const auto* b) {
    return worse(input.programme, *a, *b);
  });
  blocks.emplace_back(Heading{2, words("gap.findings")});
  if (report.findings.empty()) {
    blocks.emplace_back(Paragraph{words("gap.no-findings")});
  } else {
    blocks.emplace_back(without_empty_columns(findings_table(input, report.findings)));
  }
  if (const auto waived = waived_of(input); !waived.empty()) {
    blocks.emplace_back(Heading{2, words("gap.waived")});
    blocks.emplace_back(without_empty_columns(findings_table(input, waived)));
  }
  if (const auto open = open_promises(input); !open.empty()) {
    blocks.emplace_back(Heading{2, words("gap.open")});
    blocks.emplace_back(without_empty_columns(open_table(input, open)));
  }
}

Report gap_report(const Input& input) {
  const std::string title = input.words("gap.title", {{"title", input.head.title}});
  Report report = report_on(input, with_period(title, input.head, input.words));
  report.document.blocks = overview(input);
  add_results(report, input);
  add_data_gaps(report.document, input);
  if (everything_selected(input)) add_plan_gaps(report.document, input);
  return report;
}

}  // namespace jalon::reports
