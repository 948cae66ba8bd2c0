#include "rules/engine/path.hpp"

namespace jalon::engine {
namespace {

/// Corridors have no path; a limit has one on a flow, or where it comes down from a baseline.
bool may_have_path(const Case& the_case) {
  if (the_case.promise == nullptr || !the_case.goal.shown_end()) return false;
  if (!the_case.term.due || *the_case.term.due == kDusk) return false;
  const Promise& promise = *the_case.promise;
  if (promise.checkpoints.empty() && !promise.expect_linear) return false;
  if (the_case.has_corridor()) return false;
  if (!the_case.is_at_most() || the_case.measured.is_flow()) return true;
  return promise.baseline && compare({promise.baseline->value}, *the_case.goal.upper) > 0;
}

std::optional<Path::Point> base_of(const Case& the_case) {
  const auto& baseline = the_case.promise->baseline;
  const Fraction value{baseline ? baseline->value : Decimal{}};
  if (the_case.term.clock) return Path::Point{*the_case.term.clock - 1, value};
  if (baseline && baseline->on) return Path::Point{day_of(*baseline->on), value};
  if (the_case.term.window.first == kDawn) return std::nullopt;
  return Path::Point{the_case.term.window.first - 1, value};
}

/// Where a straight line from a to b first has the value; it has it in between.
Day crossing(const Path::Point& a, const Path::Point& b, const Fraction& value) {
  const Fraction share = (value - a.value) / (b.value - a.value);
  const auto days = ceiling(share * Fraction{Decimal{std::int64_t{b.day} - a.day}});
  return days ? static_cast<Day>(a.day + *days) : b.day;
}

}  // namespace

Fraction Path::at(Day day) const {
  if (day <= base().day) return base().value;
  for (std::size_t i = 1; i < points.size(); ++i) {
    const Point& a = points[i - 1];
    const Point& b = points[i];
    if (day > b.day) continue;
    const Fraction share{Decimal{std::int64_t{day} - a.day}, Decimal{std::int64_t{b.day} - a.day}};
    return a.value + (b.value - a.value) * share;
  }
  return goal().value;
}

Day Path::first_at(const Fraction& value) const {
  const bool falls = compare(goal().value, base().value) < 0;
  const auto is_beyond = [&](const Fraction& there) {
    const auto order = compare(there, value);
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
  const Promise& promise = *the_case.promise;
  Path path{{*base}, promise.checkpoints.empty() ? "linear" : "checkpoints"};
  for (const Checkpoint& checkpoint : promise.checkpoints) {
    const Day day = day_of(checkpoint.on);
    if (day > path.points.back().day && day < due) path.points.push_back({day, {checkpoint.value}});
  }
  path.points.push_back({due, *the_case.goal.shown_end()});
  return path;
}

}  // namespace jalon::engine
