#pragma once

#include "reports/reports.hpp"

#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

namespace jalon::reports {

struct RenderOptions {
  const Labels& words;
  int width = 80;     ///< of the terminal, in columns
  bool wide = false;  ///< do not cut
  bool color = false;
  std::string_view style = {};  ///< the style sheet that HTML carries
};

/// A format's library could not do its work, for want of memory or temporary files.
class RenderError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// One output format. A new one is a function, a row in renderers.cpp and golden files.
struct Renderer {
  std::string_view name;       ///< as in --format markdown
  std::string_view extension;  ///< "md"
  std::string_view media_type;
  std::string (*render)(const Report&, const RenderOptions&);
  bool of_verdicts = false;  ///< has nothing to say of a report with a table of its own
  bool binary = false;       ///< nothing that a terminal could show
};
/// terminal, md, html, csv, xlsx, json, jsonl, ics, prom, junit, sarif
[[nodiscard]] std::span<const Renderer> renderers() noexcept;
[[nodiscard]] const Renderer* find_renderer(std::string_view name) noexcept;
[[nodiscard]] const Renderer* renderer_for_extension(std::string_view extension) noexcept;

/// One verdict as a JSON object of schema jalon.verdict/1, without spaces.
[[nodiscard]] std::string verdict_json(const Programme& programme, const engine::Verdict& verdict,
                                       const engine::Moment& moment);

}  // namespace jalon::reports
