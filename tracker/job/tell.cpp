#include "tracker/job/tell.hpp"

#include "rules/model/diagnostic.hpp"

#include <fmt/format.h>

namespace jalon::job {
namespace {

/// A value as it stands in the line: quoted where it must be.
std::string logged(std::string_view value) {
  const std::string shown = printable(value);
  if (!shown.empty() && shown.find_first_of(" \"=\\") == std::string::npos) return shown;
  std::string text = "\"";
  for (const char c : shown) {
    if (c == '"' || c == '\\') text += '\\';
    text += c;
  }
  return text + '"';
}

}  // namespace

void tell(const World& world, std::string_view level, std::string_view event,
          const std::vector<std::pair<std::string_view, std::string>>& values) {
  std::string line = fmt::format("level={} event={}", level, event);
  for (const auto& [name, value] : values) line += fmt::format(" {}={}", name, logged(value));
  world.err << line << '\n';
}

}  // namespace jalon::job
