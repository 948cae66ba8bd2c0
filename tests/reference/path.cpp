#include "tests/reference/path.hpp"

#include "tests/reference/status.hpp"

namespace jalon::reference {
namespace {

/// Exactly and between have no path, a limit on anything but a flow only with a baseline above it.
bool comparison_has_path(const Question& question) {
  if (!question.goal) return false;
  if (question.shape == Shape::floor) return true;
  if (question.shape != Shape::limit) return false;
  if (is_flow(question.measured)) return true;
  const std::optional<Baseline>& baseline = question.promise->baseline;
  return baseline && Number{baseline->value} > *question.goal;
}

std::optional<Path::Point> first_point(const Question& question) {
  const std::optional<Baseline>& baseline = question.promise->baseline;
  const Number value = baseline ? Number{baseline->value} : Number{};
  // A member's path starts the day before its clock.
  if (question.clock) return Path::Point{*question.clock - Days{1}, value};
  if (baseline && baseline->on) return Path::Point{*baseline->on, value};
  if (!question.first) return {};
  return Path::Point{*question.first - Days{1}, value};
}

}  // namespace

Number Path::at(Date day) const {
  if (day <= base().on) return base().value;
  for (std::size_t i = 1; i < points.size(); ++i) {
    const Point& a = points[i - 1];
    const Point& b = points[i];
    if (day > b.on) continue;
    const Number share = Number{days_between(a.on, day)} / Number{days_between(a.on, b.on)};
    return a.value + (b.value - a.value) * share;
  }
  return end().value;
}

Date Path::first_day_at(const Number& value) const {
  const int direction = (end().value - base().value).sign();
  for (Date day = base().on; day <= end().on; day += Days{1}) {
    if ((at(day) - value).sign() * direction >= 0) return day;
  }
  return end().on;
}

std::optional<Path> path_of(const Question& question) {
  const Promise* promise = question.promise;
  if (promise == nullptr || !question.nominal || question.nominal->is_special() ||
      !comparison_has_path(question))
    return {};
  if (promise->checkpoints.empty() && !promise->expect_linear) return {};
  const std::optional<Path::Point> first = first_point(question);
  if (!first) return {};
  Path path{{*first}};
  for (const Checkpoint& checkpoint : promise->checkpoints) {
    path.points.push_back(Path::Point{checkpoint.on, Number{checkpoint.value}});
  }
  path.points.push_back(Path::Point{*question.nominal, *question.goal});
  return path;
}

}  // namespace jalon::reference
