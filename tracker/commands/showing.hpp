#pragma once

#include "reports/renderers.hpp"
#include "reports/reports.hpp"
#include "tracker/cli/arguments.hpp"
#include "tracker/world.hpp"

#include <functional>
#include <vector>

namespace jalon::commands {

/// Where a report goes, and how: read before anything is judged, so that a misspelt format costs
/// no time.
struct Showing {
  struct File {
    std::string path;
    const reports::Renderer* renderer;
  };
  std::vector<File> files = {};                 ///< of -o; nothing goes to the standard output then
  const reports::Renderer* renderer = nullptr;  ///< for the standard output
  bool color = false;
  bool wide = false;
  bool pager = false;
};

/// --format, --json, JALON_FORMAT, -o, --color, --wide, --no-pager. Refused (2): a format or an
/// extension that is none, a workbook on a terminal.
[[nodiscard]] Showing read_showing(const cli::Arguments& arguments, const World& world);

/// The bytes of a file that holds the report, the same in every terminal.
[[nodiscard]] std::string file_text(const reports::Report& report,
                                    const reports::Renderer& renderer, const reports::Labels& words,
                                    bool wide = false);

/// Renders the report to the files or to the standard output. `before` happens once all is
/// rendered and nothing is written.
void show(const reports::Report& report, const reports::Labels& words, const Showing& showing,
          World& world, const std::function<void()>& before = {});

/// A text to the standard output, through a pager where one is wanted and needed.
void show_text(const std::string& text, const Showing& showing, World& world);

}  // namespace jalon::commands
