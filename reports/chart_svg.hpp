#pragma once

#include "reports/chart.hpp"
#include "reports/labels.hpp"

#include <string>
#include <string_view>

// Drawings as SVG inside HTML: no script, no fixed colours (the style sheet has them), no ids but
// those made from `id`, which is unique in the page.

namespace jalon::reports {

/// The whole drawing, named by the chart's caption and described by its summary.
[[nodiscard]] std::string chart_svg(const Chart& chart, std::string_view id, const Labels& words);

// The bodies, one for each kind.
struct Drawing {
  int width = 720;
  int height = 0;
  std::string body = {};
};
[[nodiscard]] Drawing draw_path(const PathChart& chart, const Labels& words);
[[nodiscard]] Drawing draw_bars(const BarChart& chart, const Labels& words);
[[nodiscard]] Drawing draw_timeline(const Timeline& chart, const Labels& words);
[[nodiscard]] Drawing draw_matrix(const Matrix& chart, const Labels& words);
[[nodiscard]] Drawing draw_status(const StatusBars& chart, const Labels& words);

// Shapes. Places are in the drawing's units, written with one decimal; texts are escaped here.
enum class Anchor { start, middle, end };
[[nodiscard]] std::string svg_line(double x1, double y1, double x2, double y2,
                                   std::string_view kind);
[[nodiscard]] std::string svg_rect(double x, double y, double width, double height,
                                   std::string_view kind);
[[nodiscard]] std::string svg_text(double x, double y, std::string_view text,
                                   std::string_view kind = "", Anchor anchor = Anchor::start);
/// At most so many characters, the rest as an ellipsis.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t most);

}  // namespace jalon::reports
