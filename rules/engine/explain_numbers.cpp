// Goals, paths and rankings, as an explanation tells them.
#include "rules/engine/explain_parts.hpp"

#include <algorithm>
#include <array>

namespace jalon::engine {
namespace {

struct Corners {
  std::optional<Decimal> lower = {};
  std::optional<Decimal> upper = {};
  const GoalSource* from = nullptr;
};
struct CornersOf {
  Corners operator()(const AtLeast& one) const { return {one.goal, {}, &one.from}; }
  Corners operator()(const AtMost& one) const { return {{}, one.goal, &one.from}; }
  Corners operator()(const Exactly& one) const { return {one.goal, one.goal, &one.from}; }
  Corners operator()(const Between& one) const { return {one.lower, one.upper}; }
  Corners operator()(const Trend&) const { return {}; }
};

bool is_first_period(const Per& per, const Verdict& verdict) {
  return verdict.due.written == period_name(per.first, per.unit);
}

/// The ends that count with the tolerance; a percentage is of the goal before any share of it, of
/// two ends of the lower one.
void widen(GoalFormula& goal, const Corners& corners) {
  if (!goal.tolerance || (!corners.lower && !corners.upper)) return;
  const Tolerance& tolerance = *goal.tolerance;
  const Decimal& whole = corners.lower ? *corners.lower : *corners.upper;
  const Decimal room =
      tolerance.percent ? whole.abs() * tolerance.value * Decimal::scaled(1, 2) : tolerance.value;
  const auto shared = [&](const Decimal& number) {
    if (!goal.share) return number;
    return quotient(number * goal.share->over, goal.share->under, 4, Rounding::up);
  };
  if (corners.lower) goal.lower = shared(*corners.lower) - room;
  if (corners.upper) goal.upper = shared(*corners.upper) + room;
}

/// Has its time run out, so that a share ranks it?
bool has_run_out(const Programme& programme, const Explanation& one, Date as_of) {
  const Verdict& verdict = *one.verdict;
  if (!one.children.empty()) {
    const auto* per = one.promise == nullptr ? nullptr : std::get_if<Per>(&one.promise->time);
    if (per != nullptr) return per->last && per->last->last < as_of;
    return std::ranges::all_of(one.children, [&](const Explanation& child) {
      return child.verdict->status == Status::voided || has_run_out(programme, child, as_of);
    });
  }
  return verdict.due.nominal && verdict.due.latest && *verdict.due.latest < as_of;
}

std::size_t ceiling_of(const Decimal& number) {
  return static_cast<std::size_t>(number.ceil().mantissa());
}

}  // namespace

GoalFormula goal_formula(const Programme& programme, const Promise& promise, const Verdict& verdict,
                         Day day) {
  GoalFormula goal;
  Corners corners = std::visit(CornersOf{}, promise.comparison);
  goal.tolerance = promise.tolerance;
  if (corners.from != nullptr && corners.from->series) {
    goal.series = &programme[*corners.from->series];
    if (const auto date = date_of(day)) goal.said = figure_on(*goal.series, *date, false);
    const auto said = goal.said ? std::optional{goal.said->value} : std::nullopt;
    if (corners.lower) corners.lower = said;
    if (corners.upper) corners.upper = said;
  }
  if (corners.from != nullptr) goal.percent = corners.from->percent;
  const bool trend = std::holds_alternative<Trend>(promise.comparison);
  if ((goal.percent || trend) && promise.baseline) goal.baseline = promise.baseline->value;
  const auto* per = std::get_if<Per>(&promise.time);
  if (per != nullptr && per->first_share && is_first_period(*per, verdict)) {
    goal.share = per->first_share;
    goal.before = corners.lower ? corners.lower : corners.upper;
  }
  widen(goal, corners);
  return goal;
}

std::vector<PathPoint> path_points(const Promise& promise, const Verdict& verdict) {
  const auto* goal = std::get_if<Decimal>(&verdict.goal);
  if (verdict.outlook.method.empty() || goal == nullptr || !verdict.due.nominal) return {};
  const Date due = *verdict.due.nominal;
  std::optional<Date> first;
  if (verdict.due.from) first = add_days(*verdict.due.from, -1);
  if (promise.baseline && promise.baseline->on) first = promise.baseline->on;
  if (const auto* each = std::get_if<ForEach>(&promise.time)) {
    first = add_days(due, -each->within_days - 1);
  }
  if (!first) return {};
  std::vector<PathPoint> points{{*first, promise.baseline ? promise.baseline->value : Decimal{}}};
  for (const Checkpoint& one : promise.checkpoints) {
    if (one.on > points.back().on && one.on < due) points.push_back({one.on, one.value});
  }
  points.push_back({due, *goal});
  return points;
}

Ranking ranking_of(const Programme& programme, const Verdict& verdict, const Promise* promise,
                   const std::vector<Explanation>& children, Date as_of) {
  Ranking ranking;
  ranking.children = children.size();
  const auto* commitment = std::get_if<Ref<Commitment>>(&verdict.subject);
  const Rule* rule = commitment == nullptr ? nullptr : &programme[*commitment].rule;
  const auto* each = promise == nullptr ? nullptr : std::get_if<ForEach>(&promise->time);
  if (each != nullptr) ranking.share = each->share;
  if (rule != nullptr && std::holds_alternative<ShareOf>(*rule)) {
    ranking.share = std::get<ShareOf>(*rule).share;
  }
  for (const Explanation& child : children) {
    if (child.verdict->status == Status::voided) continue;
    if (ranking.share && !has_run_out(programme, child, as_of)) continue;
    ++ranking.ranked;
  }
  if (ranking.share) {
    ranking.k = ceiling_of(*ranking.share * Decimal{static_cast<std::int64_t>(ranking.ranked)});
  } else if (rule == nullptr) {
    ranking.k = 0;
  } else if (const auto* some = std::get_if<AtLeastOf>(rule)) {
    ranking.k = some->k;
  } else {
    ranking.k = std::holds_alternative<Any>(*rule) ? std::min<std::size_t>(1, ranking.ranked)
                                                   : ranking.ranked;
  }
  return ranking;
}

std::optional<Series::Value> figure_on(const Series& series, Date day, bool same_year) {
  std::optional<Series::Value> found;
  for (const Series::Value& one : series.values) {
    if (same_year ? one.on.year() == day.year() : one.on <= day) found = one;
  }
  return found;
}

std::string_view name(Ingredient::Kind kind) {
  constexpr std::array<std::string_view, 3> kNames{"flow", "stock", "series"};
  return kNames.at(static_cast<std::size_t>(kind));
}
std::string_view name(Formula::Kind kind) {
  constexpr std::array<std::string_view, 4> kNames{"single", "ratio", "sum", "difference"};
  return kNames.at(static_cast<std::size_t>(kind));
}
std::string_view name(WaiverPart::State state) {
  constexpr std::array<std::string_view, 3> kNames{"in-force", "over", "not-yet"};
  return kNames.at(static_cast<std::size_t>(state));
}

}  // namespace jalon::engine
