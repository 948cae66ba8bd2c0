// Bars by period against a floor or limit, and counts by status as bars of parts.
#include "reports/chart_axis.hpp"
#include "reports/chart_svg.hpp"
#include "reports/figures.hpp"
#include "reports/wording.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace jalon::reports {
namespace {

constexpr double kBarsLeft = 86;
constexpr double kBarsRight = 700;
constexpr double kBarsTop = 40;
constexpr double kBarsBottom = 250;

std::vector<Decimal> bar_numbers(const BarChart& chart) {
  std::vector<Decimal> numbers{Decimal{}};
  for (const Bar& bar : chart.bars) {
    for (const auto* each : {&bar.value, &bar.lo, &bar.hi, &bar.at_least, &bar.at_most}) {
      if (*each) numbers.push_back(**each);
    }
  }
  return numbers;
}

std::string_view bar_class(Bar::State state) {
  return state == Bar::State::running ? "bar running" : "bar";
}

struct BarPlace {
  double left;
  double width;
  [[nodiscard]] double middle() const { return left + width / 2; }
};

/// The value as a bar from zero, what it may be as a whisker, the goal as a thick line across.
std::string draw_bar(const Bar& bar, const BarPlace& place, const NumberAxis& axis,
                     const Labels& words) {
  std::string out;
  if (bar.value) {
    const double y = axis.at(*bar.value);
    const double zero = axis.zero();
    out += svg_rect(place.left, std::min(y, zero), place.width, std::abs(zero - y),
                    bar_class(bar.state));
    const bool vague = !bar.lo || !bar.hi || *bar.lo != *bar.hi;
    if (vague) {
      const double high = bar.hi ? axis.at(*bar.hi) : kBarsTop;
      const double low = bar.lo ? axis.at(*bar.lo) : kBarsBottom;
      out += svg_line(place.middle(), high, place.middle(), low, "whisker");
      // An end that nobody knows has no cap.
      if (bar.hi) out += svg_line(place.middle() - 5, high, place.middle() + 5, high, "whisker");
      if (bar.lo) out += svg_line(place.middle() - 5, low, place.middle() + 5, low, "whisker");
    }
  } else {
    out += svg_text(place.middle(), axis.zero() - 6, "?", "none", Anchor::middle);
  }
  const std::optional<Decimal>& goal = bar.at_least ? bar.at_least : bar.at_most;
  if (goal) {
    const double y = axis.at(*goal);
    for (const char* kind : {"halo", "goal"}) {
      out += svg_line(place.left - 5, y, place.left + place.width + 5, y, kind);
    }
  }
  const std::string sign(1, status_sign(bar.status));
  out += svg_text(place.middle(), kBarsBottom + 18, bar.period, "tick", Anchor::middle);
  const std::string word = status_word(bar.status, words);
  out += svg_text(place.middle(), kBarsBottom + 35, place.width > 40 ? sign + " " + word : sign,
                  "tick", Anchor::middle);
  return out;
}

/// What the line across the bars is, once.
std::string goal_label(const BarChart& chart, const Labels& words) {
  for (const Bar& bar : chart.bars) {
    const bool floor = bar.at_least.has_value();
    const std::optional<Decimal>& goal = floor ? bar.at_least : bar.at_most;
    if (!goal) continue;
    return svg_line(kBarsLeft, 18, kBarsLeft + 26, 18, "goal") +
           svg_text(kBarsLeft + 34, 22, words(floor ? "chart.floor" : "chart.limit"), "tick");
  }
  return {};
}

double place_of(std::size_t i, double each) { return static_cast<double>(i) * each; }

}  // namespace

Drawing draw_bars(const BarChart& chart, const Labels& words) {
  constexpr std::size_t kBarsAtMost = 24;
  const NumberAxis axis{bar_numbers(chart), kBarsBottom, kBarsTop};
  Drawing drawing{720, 296};
  std::string& out = drawing.body;
  for (const Tick& tick : axis.ticks(words)) {
    out += svg_line(kBarsLeft, tick.at, kBarsRight, tick.at, "grid");
    out += svg_text(kBarsLeft - 8, tick.at + 4, tick.text, "tick", Anchor::end);
  }
  if (!chart.unit.empty()) out += svg_text(4, 22, shortened(chart.unit, 10), "tick");
  out += goal_label(chart, words);
  const double x = kBarsLeft + 190;
  out += svg_rect(x, 10, 22, 14, "bar") + svg_text(x + 30, 22, words("chart.closed"), "tick");
  out += svg_rect(x + 130, 10, 22, 14, "bar running") +
         svg_text(x + 160, 22, words("chart.running"), "tick");
  out += svg_text(x + 268, 22, "? " + words("chart.unknown"), "tick");
  // The latest periods matter most; the table has all.
  const std::size_t count = std::min(chart.bars.size(), kBarsAtMost);
  const std::size_t first = chart.bars.size() - count;
  const double each =
      (kBarsRight - kBarsLeft) / static_cast<double>(std::max<std::size_t>(count, 1));
  for (std::size_t i = 0; i < count; ++i) {
    const double width = std::min(each * 0.6, 70.0);
    const BarPlace place{kBarsLeft + place_of(i, each) + (each - width) / 2, width};
    out += draw_bar(chart.bars[first + i], place, axis, words);
  }
  out += svg_line(kBarsLeft, axis.zero(), kBarsRight, axis.zero(), "axis");
  return drawing;
}

Drawing draw_status(const StatusBars& chart, const Labels& words) {
  constexpr double kRow = 34;
  constexpr double kNames = 250;
  constexpr double kLength = 460;
  int most = 1;
  std::array<bool, engine::kStatusCount> used{};
  for (const StatusBars::Group& group : chart.groups) {
    int total = 0;
    for (const auto& [status, count] : group.counts) {
      total += count;
      if (count > 0) used.at(static_cast<std::size_t>(status)) = true;
    }
    most = std::max(most, total);
  }
  Drawing drawing{720, 0};
  double y = 8;
  for (const StatusBars::Group& group : chart.groups) {
    drawing.body += svg_text(kNames - 8, y + 18, shortened(group.name, 34), "name", Anchor::end);
    double x = kNames;
    for (const auto& [status, count] : group.counts) {
      if (count == 0) continue;
      const double width = kLength * count / most;
      drawing.body += svg_rect(x, y, width, 26, fmt::format("part {}", engine::name(status)));
      const std::string text =
          fmt::format("{} {}", status_sign(status), figure(Decimal{count}, words));
      if (width > 14.0 * static_cast<double>(text.size()) / 1.6) {
        drawing.body += svg_text(x + width / 2, y + 18, text, "count", Anchor::middle);
      }
      x += width;
    }
    y += kRow;
  }
  double x = kNames;
  for (int i = 0; i < engine::kStatusCount; ++i) {
    if (!used.at(static_cast<std::size_t>(i))) continue;
    const auto status = static_cast<engine::Status>(i);
    const std::string text = fmt::format("{} {}", status_sign(status), status_word(status, words));
    const double width = 30 + 8.0 * static_cast<double>(text.size());
    if (x + width > 716) {
      x = kNames;
      y += 22;
    }
    drawing.body += svg_rect(x, y + 2, 14, 14, fmt::format("part {}", engine::name(status)));
    drawing.body += svg_text(x + 20, y + 14, text, "tick");
    x += width;
  }
  drawing.height = static_cast<int>(y) + 26;
  return drawing;
}

}  // namespace jalon::reports
