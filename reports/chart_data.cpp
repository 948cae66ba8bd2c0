// Charts of single targets: a path, or a bar for each period.
#include "reports/chart_data.hpp"

#include "reports/figures.hpp"
#include "reports/parts.hpp"
#include "reports/wording.hpp"
#include "rules/engine/course.hpp"
#include "rules/engine/rollup.hpp"

#include <algorithm>

namespace jalon::reports {
namespace {

using engine::Course;
using engine::Verdict;
using engine::VerdictKind;

Cell number_cell(const std::optional<Decimal>& number, const std::string& unit) {
  return number ? Cell{NumberCell{*number, unit}} : Cell{UnknownCell{}};
}
bool is_sharp(const std::optional<Decimal>& value, const std::optional<Decimal>& lo,
              const std::optional<Decimal>& hi) {
  return value && lo && hi && *lo == *value && *hi == *value;
}
/// Both ends of what a value may be, where that is more than the value.
void add_range(Row& row, const std::optional<Decimal>& lo, const std::optional<Decimal>& hi,
               const std::string& unit) {
  row.cells.push_back(number_cell(lo, unit));
  row.cells.push_back(number_cell(hi, unit));
}
void add_range(Table& table, const Labels& words) {
  table.columns.push_back({"bounds.lo", words("chart.lo"), Align::right, 2});
  table.columns.push_back({"bounds.hi", words("chart.hi"), Align::right, 2});
}

/// What is on record by day, and on the days of the path what is required.
Table path_table(const PathChart& chart, const Labels& words) {
  const bool vague = std::ranges::any_of(
      chart.actual, [](const CoursePoint& one) { return !is_sharp(one.value, one.lo, one.hi); });
  Table table;
  table.columns = {{"on", words("chart.from-day"), Align::left, 0},
                   {"value", words("column.value"), Align::right, 0}};
  if (vague) add_range(table, words);
  if (!chart.required.empty()) {
    table.columns.push_back({"required", words("chart.required"), Align::right, 1});
  }
  auto due = chart.required.begin();
  const auto add_required = [&](std::optional<Date> before) {
    for (; due != chart.required.end() && (!before || due->on < *before); ++due) {
      Row row{{due->on, Cell{}}};
      if (vague) row.cells.resize(4);
      row.cells.emplace_back(NumberCell{due->value, chart.unit});
      table.rows.push_back(std::move(row));
    }
  };
  for (const CoursePoint& point : chart.actual) {
    add_required(point.on);
    Row row{{point.on, number_cell(point.value, chart.unit)}};
    if (vague) add_range(row, point.lo, point.hi, chart.unit);
    const bool both = due != chart.required.end() && due->on == point.on;
    if (both) row.cells.emplace_back(NumberCell{(due++)->value, chart.unit});
    row.cells.resize(table.columns.size());
    table.rows.push_back(std::move(row));
  }
  add_required({});
  return table;
}

std::string caption(const Input& input, const Verdict& verdict) {
  return input.words("chart.of",
                     {{"title", title_of(input.programme, verdict, input.words.language())}});
}
std::string summary(const Input& input, const Verdict& verdict) {
  return input.words("chart.summary",
                     {{"day", iso(input.head.as_of)},
                      {"status", status_word(verdict.status, input.words)},
                      {"sentence", sentence(input.programme, verdict, input.words)}});
}

std::optional<Chart> path_chart(const Input& input, const Verdict& verdict,
                                engine::Courses& courses) {
  constexpr std::size_t kFewest = 2;
  std::optional<Course> course = courses.of(verdict);
  if (!course || course->records < kFewest || course->steps.size() < kFewest) return std::nullopt;
  PathChart drawing{std::string{engine::unit_of(input.programme, verdict)},
                    {},
                    {},
                    course->at_least,
                    course->at_most,
                    verdict.due.nominal,
                    verdict.due.latest,
                    input.head.as_of};
  for (const engine::CourseStep& step : course->steps) {
    drawing.actual.push_back({step.on, step.value, step.lo, step.hi});
  }
  for (const engine::PathPoint& point : course->path) {
    drawing.required.push_back({point.on, point.value});
  }
  Table data = path_table(drawing, input.words);
  return Chart{caption(input, verdict), summary(input, verdict), std::move(data),
               std::move(drawing)};
}

Bar bar_of(const Input& input, const Verdict& period) {
  Bar bar{period.due.written, Bar::State::closed, period.status};
  bar.value = number_of(period.value);
  bar.lo = number_of(period.bounds.lo);
  bar.hi = number_of(period.bounds.hi);
  const bool floor = unreached_side(input.programme, period) == Rounding::down;
  (floor ? bar.at_least : bar.at_most) = number_of(period.goal);
  if (period.due.latest && *period.due.latest >= input.head.as_of) bar.state = Bar::State::running;
  if (!bar.value) bar.state = Bar::State::unknown;
  return bar;
}

std::string state_word(Bar::State state, const Labels& words) {
  switch (state) {
    case Bar::State::closed:
      return words("chart.closed");
    case Bar::State::running:
      return words("chart.running");
    case Bar::State::unknown:
      return words("chart.unknown");
  }
  return {};  // not reached: -Wswitch keeps the list complete
}

Table bar_table(const BarChart& chart, const Labels& words) {
  const bool vague = std::ranges::any_of(
      chart.bars, [](const Bar& bar) { return bar.value && !is_sharp(bar.value, bar.lo, bar.hi); });
  Table table;
  table.columns = {{"period", words("chart.period"), Align::left, 0},
                   {"status", words("column.status"), Align::left, 0},
                   {"state", words("chart.state"), Align::left, 3},
                   {"value", words("column.value"), Align::right, 0}};
  if (vague) add_range(table, words);
  const bool limit =
      std::ranges::any_of(chart.bars, [](const Bar& bar) { return bar.at_most.has_value(); });
  const std::string goal = words(limit ? "chart.limit" : "chart.floor");
  table.columns.push_back({"goal", goal, Align::right, 1});
  for (const Bar& bar : chart.bars) {
    Row row{
        {bar.period, bar.status, state_word(bar.state, words), number_cell(bar.value, chart.unit)}};
    if (vague) add_range(row, bar.lo, bar.hi, chart.unit);
    row.cells.push_back(number_cell(bar.at_least ? bar.at_least : bar.at_most, chart.unit));
    table.rows.push_back(std::move(row));
  }
  return table;
}

/// The periods of an overall verdict stand behind it.
std::vector<Bar> bars_of(const Input& input, const Verdict& overall) {
  const auto& all = input.evaluation.verdicts;
  const auto place = static_cast<std::size_t>(&overall - all.data());
  std::vector<Bar> bars;
  for (std::size_t i = place + 1; i < all.size() && all[i].parent == place; ++i) {
    const bool begun = all[i].due.from && *all[i].due.from <= input.head.as_of;
    if (all[i].kind == VerdictKind::period && begun) bars.push_back(bar_of(input, all[i]));
  }
  return bars;
}

std::optional<Chart> bar_chart(const Input& input, const Verdict& overall) {
  constexpr long kFewest = 2;
  BarChart drawing{std::string{engine::unit_of(input.programme, overall)}, bars_of(input, overall)};
  const auto known =
      std::ranges::count_if(drawing.bars, [](const Bar& bar) { return bar.value.has_value(); });
  if (known == 0 || static_cast<long>(drawing.bars.size()) < kFewest) return std::nullopt;
  Table data = bar_table(drawing, input.words);
  return Chart{caption(input, overall), summary(input, overall), std::move(data),
               std::move(drawing)};
}

}  // namespace

std::map<std::string, Chart> target_charts(const Input& input) {
  std::map<std::string, Chart> charts;
  engine::Courses courses{input.programme, input.log, input.evaluation.moment};
  for (const Verdict* verdict : worst_first(input.selected)) {
    if (charts.size() == kChartsAtMost) break;
    const bool overall = verdict->kind == VerdictKind::target || verdict->kind == VerdictKind::part;
    if (!overall) continue;
    std::optional<Chart> chart = bar_chart(input, *verdict);
    if (!chart) chart = path_chart(input, *verdict, courses);
    if (chart) charts.emplace(verdict->id, std::move(*chart));
  }
  return charts;
}

}  // namespace jalon::reports
