// Deadlines by day, and the coverage of areas and levels.
#include "reports/chart_axis.hpp"
#include "reports/chart_svg.hpp"
#include "reports/wording.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace jalon::reports {
namespace {

constexpr double kTitles = 420;
constexpr double kTimeRight = 950;
constexpr double kTimeTop = 46;
constexpr double kTimeRow = 28;

DayAxis timeline_days(const Timeline& chart) {
  Date first = chart.as_of;
  Date last = chart.as_of;
  for (const Deadline& one : chart.deadlines) {
    first = std::min({first, one.due, one.reached.value_or(one.due)});
    last = std::max({last, one.latest, one.reached.value_or(one.due)});
  }
  return {first, last, kTitles + 14, kTimeRight - 14};
}

std::string diamond(double x, double y, std::string_view kind) {
  return fmt::format("<path class=\"{}\" d=\"M{:.1f},{:.1f}l6,6l-6,6l-6,-6z\"/>\n", kind, x, y - 6);
}

/// A diamond on the due day, a bar for the days that the wording leaves, a ring when reached.
std::string draw_deadline(const Deadline& one, double y, const DayAxis& days) {
  const double due = days.at(one.due);
  std::string out = svg_line(kTitles, y, kTimeRight, y, "grid");
  const std::string title = fmt::format("{} {}", status_sign(one.status), shortened(one.title, 60));
  out += svg_text(kTitles - 8, y + 4, title, "name", Anchor::end);
  if (one.latest > one.due) {
    out += svg_rect(due, y - 9, std::max(days.at(one.latest) - due, 2.0), 18, "window");
  }
  out += diamond(due, y, fmt::format("due-mark {}", engine::name(one.status)));
  if (one.reached) {
    out += fmt::format("<circle class=\"reached\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"4\"/>\n",
                       days.at(*one.reached), y);
  }
  return out;
}

std::string timeline_key(double y, const Labels& words) {
  std::string out = diamond(kTitles + 6, y - 4, "due-mark");
  out += svg_text(kTitles + 18, y, words("column.due"), "tick");
  out += svg_rect(kTitles + 110, y - 9, 22, 10, "window");
  out += svg_text(kTitles + 138, y, words("chart.latest"), "tick");
  out += fmt::format("<circle class=\"reached\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"4\"/>\n",
                     kTitles + 270, y - 4);
  return out + svg_text(kTitles + 282, y, words("chart.reached"), "tick");
}

}  // namespace

Drawing draw_timeline(const Timeline& chart, const Labels& words) {
  const DayAxis days = timeline_days(chart);
  const double bottom = kTimeTop + kTimeRow * static_cast<double>(chart.deadlines.size());
  Drawing drawing{960, static_cast<int>(bottom) + 50};
  std::string& out = drawing.body;
  double y = kTimeTop + kTimeRow / 2;
  for (const Deadline& one : chart.deadlines) {
    out += draw_deadline(one, y, days);
    y += kTimeRow;
  }
  for (const Tick& tick : days.ticks()) {
    out += svg_line(tick.at, bottom, tick.at, bottom + 5, "axis");
    out += svg_text(tick.at, bottom + 19, tick.text, "tick", Anchor::middle);
  }
  out += svg_line(kTitles, bottom, kTimeRight, bottom, "axis");
  const double now = days.at(chart.as_of);
  const Anchor side = now > (kTitles + kTimeRight) / 2 ? Anchor::end : Anchor::start;
  out += svg_line(now, kTimeTop - 16, now, bottom, "as-of");
  out += svg_text(now + (side == Anchor::end ? -4 : 4), kTimeTop - 20,
                  words("chart.as-of", {{"day", iso(chart.as_of)}}), "day", side);
  out += timeline_key(bottom + 42, words);
  return drawing;
}

Drawing draw_matrix(const Matrix& chart, const Labels& words) {
  constexpr double kNames = 170;
  constexpr double kMatrixTop = 34;
  constexpr double kHeight = 36;
  const double width =
      (716 - kNames) / static_cast<double>(std::max<std::size_t>(chart.columns.size(), 1));
  const auto letters = static_cast<std::size_t>(width / 7.5);
  Drawing drawing{
      720, static_cast<int>(kMatrixTop + kHeight * static_cast<double>(chart.rows.size())) + 6};
  std::string& out = drawing.body;
  for (std::size_t j = 0; j < chart.columns.size(); ++j) {
    out += svg_text(kNames + width * (static_cast<double>(j) + 0.5), 22,
                    shortened(chart.columns[j], letters), "name", Anchor::middle);
  }
  for (std::size_t i = 0; i < chart.rows.size(); ++i) {
    const double y = kMatrixTop + kHeight * static_cast<double>(i);
    out += svg_text(kNames - 8, y + 22, shortened(chart.rows[i], 22), "name", Anchor::end);
    for (std::size_t j = 0; j < chart.cells[i].size(); ++j) {
      const std::vector<int>& counts = chart.cells[i][j];
      const bool empty = std::ranges::all_of(counts, [](int count) { return count == 0; });
      const double x = kNames + width * static_cast<double>(j);
      out += svg_rect(x + 2, y + 2, width - 4, kHeight - 4, empty ? "cell empty" : "cell");
      std::string text;
      for (const int count : counts) text += fmt::format("{}{}", text.empty() ? "" : " / ", count);
      out += svg_text(x + width / 2, y + 22, empty ? words("plan.empty-cell") : text,
                      empty ? "none" : "count", Anchor::middle);
    }
  }
  return drawing;
}

}  // namespace jalon::reports
