// A quantity through time: a stepped line with its uncertainty, the required path, the goal.
#include "reports/chart_axis.hpp"
#include "reports/chart_svg.hpp"
#include "reports/figures.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace jalon::reports {
namespace {

constexpr double kLeft = 86;
constexpr double kRight = 560;  ///< behind it stand the labels of the lines
constexpr double kTop = 34;
constexpr double kBottom = 264;

std::vector<Decimal> numbers_of(const PathChart& chart) {
  std::vector<Decimal> numbers;
  const auto add = [&](const std::optional<Decimal>& number) {
    if (number) numbers.push_back(*number);
  };
  for (const CoursePoint& point : chart.actual) {
    for (const auto* each : {&point.value, &point.lo, &point.hi}) add(*each);
  }
  for (const RequiredPoint& point : chart.required) add(point.value);
  add(chart.at_least);
  add(chart.at_most);
  return numbers;
}

DayAxis days_of(const PathChart& chart) {
  Date first = chart.as_of;
  Date last = chart.as_of;
  const auto add = [&](Date day) {
    first = std::min(first, day);
    last = std::max(last, day);
  };
  for (const CoursePoint& point : chart.actual) add(point.on);
  for (const RequiredPoint& point : chart.required) add(point.on);
  if (chart.due) add(*chart.due);
  if (chart.latest) add(*chart.latest);
  return {first, last, kLeft, kRight};
}

/// A label beside the end of a line.
struct LineLabel {
  double y;
  std::string text;
  std::string_view kind;
};

class PathDrawer {
 public:
  PathDrawer(const PathChart& chart, const Labels& words)
      : chart_{chart},
        words_{words},
        days_{days_of(chart)},
        numbers_{numbers_of(chart), kBottom, kTop} {}

  std::string draw() {
    grid();
    due();
    goals();
    band();
    required();
    actual();
    labels();
    return std::move(body_);
  }

 private:
  void grid() {
    for (const Tick& tick : numbers_.ticks(words_)) {
      body_ += svg_line(kLeft, tick.at, kRight, tick.at, "grid");
      body_ += svg_text(kLeft - 8, tick.at + 4, tick.text, "tick", Anchor::end);
    }
    for (const Tick& tick : days_.ticks()) {
      body_ += svg_line(tick.at, kBottom, tick.at, kBottom + 5, "axis");
      body_ += svg_text(tick.at, kBottom + 19, tick.text, "tick", Anchor::middle);
    }
    body_ += svg_line(kLeft, kBottom, kRight, kBottom, "axis");
    if (!chart_.unit.empty()) body_ += svg_text(4, 14, shortened(chart_.unit, 24), "tick");
  }

  void due() {
    const double now = days_.at(chart_.as_of);
    body_ += svg_line(now, kTop, now, kBottom, "as-of");
    // Two labels over one another cannot be read: the due day's stands lower then.
    const double due = chart_.due ? days_.at(*chart_.due) : now;
    const Anchor side = now > (kLeft + kRight) / 2 ? Anchor::end : Anchor::start;
    body_ += svg_text(now + (side == Anchor::end ? -4 : 4), kTop - 20,
                      words_("chart.as-of", {{"day", iso(chart_.as_of)}}), "day", side);
    if (!chart_.due) return;
    if (chart_.latest && *chart_.latest > *chart_.due) {
      body_ += svg_rect(due, kTop, days_.at(*chart_.latest) - due, kBottom - kTop, "window");
    }
    body_ += svg_line(due, kTop, due, kBottom, "due");
    const Anchor due_side = due > (kLeft + kRight) / 2 ? Anchor::end : Anchor::start;
    body_ += svg_text(due + (due_side == Anchor::end ? -4 : 4), kTop - 5,
                      words_("chart.due", {{"day", iso(*chart_.due)}}), "day", due_side);
  }

  void goals() {
    goal(chart_.at_least, "chart.at-least");
    goal(chart_.at_most, "chart.at-most");
  }
  void goal(const std::optional<Decimal>& number, std::string_view key) {
    if (!number) return;
    const double y = numbers_.at(*number);
    body_ += svg_line(kLeft, y, kRight, y, "goal");
    labels_.push_back({y, words_(key, {{"value", figure(*number, words_)}}), "goal-label"});
  }

  /// Where the value may be, from each point to the next; without an end to the edge.
  void band() {
    bool any = false;
    for (std::size_t i = 0; i < chart_.actual.size(); ++i) {
      const CoursePoint& point = chart_.actual[i];
      if (point.lo && point.hi && *point.lo == *point.hi) continue;
      const double left = days_.at(point.on);
      const double right = days_.at(until(i));
      const double high = point.hi ? numbers_.at(*point.hi) : kTop;
      const double low = point.lo ? numbers_.at(*point.lo) : kBottom;
      if (right <= left || low <= high) continue;
      body_ += svg_rect(left, high, right - left, low - high, "band");
      if (i + 1 == chart_.actual.size()) band_end_ = (high + low) / 2;
      any = true;
    }
    if (any && band_end_ >= 0) labels_.push_back({band_end_, words_("chart.may-be"), "band-label"});
  }
  [[nodiscard]] Date until(std::size_t i) const {
    return i + 1 < chart_.actual.size() ? chart_.actual[i + 1].on : chart_.as_of;
  }

  void required() {
    if (chart_.required.empty()) return;
    std::string points;
    for (const RequiredPoint& point : chart_.required) {
      points += fmt::format("{}{:.1f},{:.1f}", points.empty() ? "" : " ", days_.at(point.on),
                            numbers_.at(point.value));
    }
    body_ += fmt::format("<polyline class=\"required\" points=\"{}\"/>\n", points);
    labels_.push_back(
        {numbers_.at(chart_.required.back().value), words_("chart.path"), "required-label"});
  }

  void actual() {
    std::string path;
    std::string marks;
    bool pen_down = false;
    std::optional<double> last;
    for (std::size_t i = 0; i < chart_.actual.size(); ++i) {
      const CoursePoint& point = chart_.actual[i];
      if (!point.value) {
        pen_down = false;
        continue;
      }
      const double x = days_.at(point.on);
      const double y = numbers_.at(*point.value);
      path += pen_down ? fmt::format("V{:.1f}", y) : fmt::format("M{:.1f},{:.1f}", x, y);
      path += fmt::format("H{:.1f}", days_.at(until(i)));
      if (chart_.actual.size() <= kMarksAtMost) {
        marks +=
            fmt::format("<circle class=\"mark\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"3.5\"/>\n", x, y);
      }
      pen_down = true;
      last = y;
    }
    if (path.empty()) return;
    body_ += fmt::format("<path class=\"actual\" d=\"{}\"/>\n", path) + marks;
    labels_.push_back({*last, words_("chart.actual"), "actual-label"});
  }

  /// Beside the ends of the lines, none over another.
  void labels() {
    constexpr double kApart = 17;
    std::ranges::stable_sort(labels_, {}, &LineLabel::y);
    double lowest = kTop - kApart;
    for (LineLabel& label : labels_) lowest = label.y = std::max(label.y, lowest + kApart);
    double room = kBottom + kApart;
    for (auto label = labels_.rbegin(); label != labels_.rend(); ++label) {
      room = label->y = std::min(label->y, room - kApart);
      body_ += svg_text(kRight + 8, label->y + 4, label->text, label->kind);
    }
  }

  static constexpr std::size_t kMarksAtMost = 60;
  const PathChart& chart_;
  const Labels& words_;
  DayAxis days_;
  NumberAxis numbers_;
  std::vector<LineLabel> labels_ = {};
  double band_end_ = -1;
  std::string body_ = {};
};

}  // namespace

Drawing draw_path(const PathChart& chart, const Labels& words) {
  return {720, 292, PathDrawer{chart, words}.draw()};
}

}  // namespace jalon::reports
