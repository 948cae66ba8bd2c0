#include "rules/engine/path.hpp"

namespace jalon::engine {
namespace {

/// Corridors have no path; a limit has one on a flow, or where it comes down from a baseline.
bool may_have_path(const Case& the_case) {
  if (the_case.target == nullptr || !the_case.term.due || *the_case.term.due == kDusk) return false;
  const Target& target = *the_case.target;
  if (target.checkpoints.empty() && !target.expect_linear) return false;
  if (the_case.has_corridor()) return false;
  if (!the_case.is_at_most() || the_case.measured.is_flow()) return true;
  return target.baseline && target.baseline->value > *the_case.goal.upper;
}

std::optional<Path::Point> base_of(const Case& the_case) {
  const auto& baseline = the_case.target->baseline;
  const Decimal value = baseline ? baseline->value : Decimal{};
  if (the_case.term.clock) return Path::Point{*the_case.term.clock - 1, value};
  if (baseline && baseline->on) return Path::Point{day_of(*baseline->on), value};
  if (the_case.term.window.first == kDawn) return std::nullopt;
  return Path::Point{the_case.term.window.first - 1, value};
}

/// Where a straight line from a to b first has the value; it has it in between.
Day crossing(const Path::Point& a, const Path::Point& b, const Fraction& value) {
  const Fraction share = (value - Fraction{a.value}) / Fraction{b.value - a.value};
  const auto days = ceiling(share * Fraction{Decimal{std::int64_t{b.day} - a.day}});
  return days ? static_cast<Day>(a.day + *days) : b.day;
}

}  // namespace

Fraction Path::at(Day day) const {
  if (day <= base().day) return {base().value};
  for (std::size_t i = 1; i < points.size(); ++i) {
    const Point& a = points[i - 1];
    const Point& b = points[i];
    if (day > b.day) continue;
    const Decimal length{std::int64_t{b.day} - a.day};
    const Decimal passed{std::int64_t{day} - a.day};
    return {a.value * length + (b.value - a.value) * passed, length};
  }
  return {goal().value};
}

Day Path::first_at(const Fraction& value) const {
  const bool falls = goal().value < base().value;
  const auto is_beyond = [&](const Decimal& there) {
    const auto order = compare({there}, value);
    return falls ? order <= 0 : order >= 0;
  };
  if (is_beyond(base().value)) return base().day;
  for (std::size_t i = 1; i < points.size(); ++i) {
    if (is_beyond(points[i].value)) return crossing(points[i - 1], points[i], value);
  }
  return goal().day;
}

std::optional<Path> path_of(const Case& the_case) {
  if (!may_have_path(the_case)) return std::nullopt;
  const auto base = base_of(the_case);
  const Day due = *the_case.term.due;
  if (!base || base->day >= due) return std::nullopt;
  const Target& target = *the_case.target;
  Path path{{*base}, target.checkpoints.empty() ? "linear" : "checkpoints"};
  for (const Checkpoint& checkpoint : target.checkpoints) {
    const Day day = day_of(checkpoint.on);
    if (day > path.points.back().day && day < due) path.points.push_back({day, checkpoint.value});
  }
  path.points.push_back({due, the_case.goal.lower ? *the_case.goal.lower : *the_case.goal.upper});
  return path;
}

}  // namespace jalon::engine
