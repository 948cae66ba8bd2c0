#pragma once

#include "reports/renderers.hpp"

#include <string>

// One function for each output format; renderers.cpp has the table.

namespace jalon::reports {

/// Aligned text that fits the width; sign and word for a status; colour only when asked for.
[[nodiscard]] std::string render_terminal(const Report& report, const RenderOptions& options);
/// GitHub's dialect.
[[nodiscard]] std::string render_markdown(const Report& report, const RenderOptions& options);
/// One file with everything in it, without script.
[[nodiscard]] std::string render_html(const Report& report, const RenderOptions& options);
/// RFC 4180: one row a verdict, or the report's own table.
[[nodiscard]] std::string render_csv(const Report& report, const RenderOptions& options);
/// A workbook: what was said on the first sheet, then a sheet for like tables, at last one with the
/// rows of CSV. Throws RenderError.
[[nodiscard]] std::string render_xlsx(const Report& report, const RenderOptions& options);
[[nodiscard]] std::string render_json(const Report& report, const RenderOptions& options);
/// One verdict a line, or one row of the report's table.
[[nodiscard]] std::string render_jsonl(const Report& report, const RenderOptions& options);
/// iCalendar (RFC 5545): a to-do for each verdict with a due day, once where another decides it.
[[nodiscard]] std::string render_ics(const Report& report, const RenderOptions& options);
/// Prometheus' text format, 0.0.4: metrics of the verdicts.
[[nodiscard]] std::string render_prom(const Report& report, const RenderOptions& options);

}  // namespace jalon::reports
