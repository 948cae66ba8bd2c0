// Charts of the whole: deadlines, coverage, counts.
#include "reports/chart_data.hpp"

#include "reports/parts.hpp"
#include "reports/wording.hpp"
#include "rules/engine/coverage.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

namespace jalon::reports {
namespace {

using engine::Status;
using engine::Verdict;
using engine::VerdictKind;

/// Targets with one clock, and milestones; void ones have none.
std::vector<const Verdict*> with_deadline(const Input& input) {
  std::set<std::uint32_t> composite;
  for (const Verdict& verdict : input.evaluation.verdicts) {
    if (verdict.parent) composite.insert(*verdict.parent);
  }
  std::vector<const Verdict*> found;
  for (const Verdict* verdict : input.selected) {
    const auto place = static_cast<std::uint32_t>(verdict - input.evaluation.verdicts.data());
    const bool single = verdict->kind == VerdictKind::milestone ||
                        verdict->kind == VerdictKind::target || verdict->kind == VerdictKind::part;
    if (single && !composite.contains(place) && verdict->due.nominal &&
        verdict->status != Status::voided) {
      found.push_back(verdict);
    }
  }
  return found;
}

Deadline deadline_of(const Input& input, const Verdict& verdict) {
  const Date due = *verdict.due.nominal;
  return {verdict.id,
          title_of(input.programme, verdict, input.words.language()),
          verdict.status,
          due,
          std::max(due, verdict.due.latest.value_or(due)),
          verdict.reached_on};
}

Table timeline_table(const Timeline& chart, const Labels& words) {
  Table table;
  table.columns = {{"title", words("column.what"), Align::left, 0},
                   {"status", words("column.status"), Align::left, 0},
                   {"due.nominal", words("column.due"), Align::left, 0},
                   {"due.latest", words("chart.latest"), Align::left, 2},
                   {"reached_on", words("chart.reached"), Align::left, 1}};
  for (const Deadline& one : chart.deadlines) {
    Row row{{one.title, one.status, one.due}};
    row.cells.push_back(one.latest == one.due ? Cell{} : Cell{one.latest});
    row.cells.push_back(one.reached ? Cell{*one.reached} : Cell{});
    table.rows.push_back(std::move(row));
  }
  return table;
}

bool is_empty(const std::vector<int>& counts) {
  return std::ranges::all_of(counts, [](int count) { return count == 0; });
}

Matrix matrix_of(const Programme& programme, const engine::Coverage& coverage,
                 const Labels& words) {
  Matrix matrix{
      {words("chart.initiatives"), words("chart.targets"), words("column.recommendations")},
      programme.levels,
      programme.areas,
      {}};
  for (const auto& row : coverage.cells) {
    std::vector<std::vector<int>>& cells = matrix.cells.emplace_back();
    for (const engine::Cell& cell : row) {
      cells.push_back({cell.initiatives, cell.targets, cell.recommendations});
    }
  }
  return matrix;
}

Table matrix_table(const Matrix& matrix, const Labels& words) {
  Table table;
  table.columns.push_back({"area", words("column.area"), Align::left, 0});
  for (const std::string& level : matrix.columns) {
    table.columns.push_back({level, level, Align::right, 0});
  }
  for (std::size_t i = 0; i < matrix.rows.size(); ++i) {
    Row row{{matrix.rows[i]}};
    for (const std::vector<int>& counts : matrix.cells[i]) {
      std::string text;
      for (const int count : counts) text += fmt::format("{}{}", text.empty() ? "" : " / ", count);
      row.cells.emplace_back(is_empty(counts) ? words("plan.empty-cell") : text);
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

std::optional<Chart> timeline_chart(const Input& input) {
  const std::vector<const Verdict*> all = worst_first(with_deadline(input));
  if (all.empty()) return std::nullopt;
  Timeline drawing{{}, input.head.as_of};
  for (const Verdict* verdict : all) {
    if (drawing.deadlines.size() == kDeadlinesAtMost) break;
    drawing.deadlines.push_back(deadline_of(input, *verdict));
  }
  std::ranges::sort(drawing.deadlines, [](const Deadline& a, const Deadline& b) {
    return std::tie(a.due, a.latest, a.id) < std::tie(b.due, b.latest, b.id);
  });
  const auto past = std::ranges::count_if(
      drawing.deadlines, [&](const Deadline& one) { return one.latest < input.head.as_of; });
  const std::string summary =
      input.words("chart.timeline-summary", {{"shown", std::to_string(drawing.deadlines.size())},
                                             {"all", std::to_string(all.size())},
                                             {"past", std::to_string(past)},
                                             {"day", iso(input.head.as_of)}});
  Table data = timeline_table(drawing, input.words);
  return Chart{input.words("chart.timeline"), summary, std::move(data), std::move(drawing)};
}

std::optional<Chart> coverage_chart(const Input& input) {
  const engine::Coverage coverage = engine::coverage_of(input.programme);
  if (coverage.cells.empty() || input.programme.levels.empty()) return std::nullopt;
  Matrix drawing = matrix_of(input.programme, coverage, input.words);
  std::size_t empty = 0;
  for (const auto& row : drawing.cells) {
    empty += static_cast<std::size_t>(std::ranges::count_if(row, is_empty));
  }
  const std::size_t all = drawing.rows.size() * drawing.columns.size();
  Table data = matrix_table(drawing, input.words);
  return Chart{input.words("plan.matrix"),
               input.words("chart.matrix-summary",
                           {{"empty", std::to_string(empty)}, {"all", std::to_string(all)}}),
               std::move(data), std::move(drawing)};
}

Chart status_chart(const Labels& words, std::string caption,
                   const std::vector<StatusBars::Group>& groups, Table data) {
  std::array<int, engine::kStatusCount> totals{};
  for (const StatusBars::Group& group : groups) {
    for (const auto& [status, count] : group.counts) {
      totals.at(static_cast<std::size_t>(status)) += count;
    }
  }
  std::string said;
  for (int i = 0; i < engine::kStatusCount; ++i) {
    const int count = totals.at(static_cast<std::size_t>(i));
    if (count == 0) continue;
    const std::string word = status_word(static_cast<Status>(i), words);
    said += fmt::format("{}{} {}", said.empty() ? "" : ", ", count, word);
  }
  return Chart{std::move(caption), words("chart.status-summary", {{"counts", said}}),
               std::move(data), StatusBars{groups}};
}

}  // namespace jalon::reports
