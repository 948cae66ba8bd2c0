#include "reports/chart_svg.hpp"

#include "reports/escape.hpp"

#include <fmt/core.h>

namespace jalon::reports {
namespace {

struct Drawer {
  const Labels& words;
  Drawing operator()(const PathChart& chart) const { return draw_path(chart, words); }
  Drawing operator()(const BarChart& chart) const { return draw_bars(chart, words); }
  Drawing operator()(const Timeline& chart) const { return draw_timeline(chart, words); }
  Drawing operator()(const Matrix& chart) const { return draw_matrix(chart, words); }
  Drawing operator()(const StatusBars& chart) const { return draw_status(chart, words); }
};

std::string_view name(Anchor anchor) {
  return anchor == Anchor::middle ? "middle" : anchor == Anchor::end ? "end" : "start";
}

}  // namespace

std::string chart_svg(const Chart& chart, std::string_view id, const Labels& words) {
  const Drawing drawing = std::visit(Drawer{words}, chart.drawing);
  return fmt::format(
      "<svg role=\"img\" aria-labelledby=\"{0}-title {0}-desc\" viewBox=\"0 0 {1} {2}\" "
      "width=\"{1}\" height=\"{2}\">\n<title id=\"{0}-title\">{3}</title>\n"
      "<desc id=\"{0}-desc\">{4}</desc>\n{5}</svg>\n",
      id, drawing.width, drawing.height, html_text(chart.caption), html_text(chart.summary),
      drawing.body);
}

std::string svg_line(double x1, double y1, double x2, double y2, std::string_view kind) {
  return fmt::format(
      "<line class=\"{}\" x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\"/>\n", kind, x1,
      y1, x2, y2);
}

std::string svg_rect(double x, double y, double width, double height, std::string_view kind) {
  return fmt::format(
      "<rect class=\"{}\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\"/>\n", kind,
      x, y, width, height);
}

std::string svg_text(double x, double y, std::string_view text, std::string_view kind,
                     Anchor anchor) {
  return fmt::format("<text class=\"{}\" x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\">{}</text>\n",
                     kind, x, y, name(anchor), html_text(text));
}

std::string shortened(std::string_view text, std::size_t most) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool begins = (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U;
    if (begins && count++ == most) return std::string{text.substr(0, i)} + "…";
  }
  return std::string{text};
}

}  // namespace jalon::reports
