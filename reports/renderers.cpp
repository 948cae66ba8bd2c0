#include "reports/renderers.hpp"

#include "reports/formats.hpp"
#include "reports/junit.hpp"
#include "reports/sarif.hpp"

#include <algorithm>
#include <array>

namespace jalon::reports {
namespace {

constexpr std::array kRenderers{
    Renderer{"terminal", "txt", "text/plain; charset=utf-8", &render_terminal},
    Renderer{"md", "md", "text/markdown; charset=utf-8", &render_markdown},
    Renderer{"html", "html", "text/html; charset=utf-8", &render_html},
    Renderer{"csv", "csv", "text/csv; charset=utf-8", &render_csv},
    Renderer{"xlsx", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
             &render_xlsx, false, true},
    Renderer{"json", "json", "application/json", &render_json},
    Renderer{"jsonl", "jsonl", "application/x-ndjson", &render_jsonl},
    Renderer{"ics", "ics", "text/calendar; charset=utf-8", &render_ics, true},
    Renderer{"prom", "prom", "text/plain; version=0.0.4; charset=utf-8", &render_prom, true},
    Renderer{"junit", "xml", "application/xml", &render_junit, true},
    Renderer{"sarif", "sarif", "application/sarif+json", &render_sarif, true},
};

const Renderer* find(std::string_view text, std::string_view Renderer::*member) {
  const auto found = std::ranges::find(kRenderers, text, member);
  return found == kRenderers.end() ? nullptr : &*found;
}

}  // namespace

std::span<const Renderer> renderers() noexcept { return kRenderers; }

const Renderer* find_renderer(std::string_view name) noexcept {
  return find(name, &Renderer::name);
}

const Renderer* renderer_for_extension(std::string_view extension) noexcept {
  return find(extension, &Renderer::extension);
}

}  // namespace jalon::reports
