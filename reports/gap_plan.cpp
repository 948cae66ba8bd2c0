// Where the plan itself has holes.
#include "reports/chart_data.hpp"
#include "reports/figures.hpp"
#include "reports/gap_parts.hpp"
#include "reports/wording.hpp"
#include "rules/engine/coverage.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace jalon::reports {
namespace {

using engine::Coverage;

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

bool is_empty(const engine::Cell& cell) {
  return cell.initiatives == 0 && cell.targets == 0 && cell.recommendations == 0;
}

/// "infrastructure: federal, flanders": the cells where the plan has nothing at all.
List empty_cells(const Input& input, const Coverage& coverage) {
  List list;
  for (std::size_t i = 0; i < coverage.cells.size(); ++i) {
    std::vector<std::string> levels;
    for (std::size_t j = 0; j < coverage.cells[i].size(); ++j) {
      if (is_empty(coverage.cells[i][j])) levels.push_back(input.programme.levels[j]);
    }
    if (levels.empty()) continue;
    list.items.push_back(input.words(
        "plan.empty-in", {{"area", input.programme.areas[i]}, {"levels", joined(levels)}}));
  }
  return list;
}

/// Recommendations that nothing measures, counted by area.
Table unmeasured(const Input& input, const Coverage& coverage) {
  const Labels& words = input.words;
  Table table;
  table.caption = words("plan.unmeasured", {{"n", std::to_string(coverage.unmeasured.size())}});
  table.columns = {{"area", words("column.area"), Align::left, 0},
                   {"recommendations", words("column.recommendations"), Align::right, 0}};
  for (const std::string& area : input.programme.areas) {
    const auto count = std::ranges::count_if(coverage.unmeasured, [&](Ref<Recommendation> ref) {
      return input.programme.recommendations[ref.index].area == area;
    });
    if (count > 0) table.rows.push_back({{area, NumberCell{Decimal{count}}}});
  }
  return table;
}

std::string period_word(PeriodUnit unit, const Labels& words) {
  switch (unit) {
    case PeriodUnit::month:
      return words("period.month");
    case PeriodUnit::quarter:
      return words("period.quarter");
    case PeriodUnit::half:
      return words("period.half");
    case PeriodUnit::year:
      return words("period.year");
  }
  return {};  // not reached: -Wswitch keeps the list complete
}

/// "80 000 000 EUR a year for 11 years is 880 000 000, 120 000 000 short of 1 000 000 000 (...)"
std::string arithmetic(const Input& input, const engine::FloorBelowGoal& found) {
  const Labels& words = input.words;
  const Target& floor = input.programme[found.floor];
  const Target& goal = input.programme[found.goal];
  const auto& per = std::get<Per>(floor.time);
  const std::string& unit = input.programme[floor.indicator].unit;
  const std::string one = figure(std::get<AtLeast>(floor.comparison).goal, unit, words);
  const std::string all = figure(std::get<AtLeast>(goal.comparison).goal, words);
  return words("plan.floor", {{"floor", one},
                              {"period", period_word(per.unit, words)},
                              {"n", std::to_string(found.periods)},
                              {"reaches", figure(found.reaches, words)},
                              {"missing", figure(found.missing, words)},
                              {"goal", all},
                              {"floor-id", floor.id},
                              {"goal-id", goal.id}});
}

void add_named(Document& document, const Labels& words, std::string_view key,
               const std::vector<std::string>& names) {
  if (names.empty()) return;
  document.blocks.emplace_back(Paragraph{words(key, {{"names", joined(names)}})});
}

}  // namespace

void add_plan_gaps(Document& document, const Input& input) {
  const Labels& words = input.words;
  const Coverage coverage = engine::coverage_of(input.programme);
  document.blocks.emplace_back(Heading{2, words("gap.plan")});
  if (!input.programme.areas.empty() && !input.programme.levels.empty()) {
    if (auto chart = coverage_chart(input)) document.blocks.emplace_back(*std::move(chart));
    if (List empty = empty_cells(input, coverage); !empty.items.empty()) {
      document.blocks.emplace_back(Paragraph{words("plan.empty-cells")});
      document.blocks.emplace_back(std::move(empty));
    }
  }
  add_named(document, words, "plan.uncovered", coverage.areas_uncovered);
  add_named(document, words, "plan.unmeasured-areas", coverage.areas_unmeasured);
  std::vector<std::string> titles;
  for (const auto ref : coverage.without_target) {
    titles.push_back(input.programme[ref].title.in(words.language()));
  }
  if (!titles.empty()) {
    document.blocks.emplace_back(
        Paragraph{words("plan.without-target", {{"n", std::to_string(titles.size())}})});
    document.blocks.emplace_back(List{std::move(titles)});
  }
  if (!coverage.unmeasured.empty()) {
    document.blocks.emplace_back(unmeasured(input, coverage));
  }
  if (!coverage.floors_below_goal.empty()) {
    document.blocks.emplace_back(Paragraph{words("plan.arithmetic")});
    List list;
    for (const auto& found : coverage.floors_below_goal) {
      list.items.push_back(arithmetic(input, found));
    }
    document.blocks.emplace_back(std::move(list));
  }
}

}  // namespace jalon::reports
