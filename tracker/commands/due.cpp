#include "tracker/commands/commands.hpp"
#include "tracker/commands/viewing.hpp"
#include "tracker/refused.hpp"

#include <fmt/format.h>

#include <charconv>

namespace jalon::commands {
namespace {

constexpr int kMostDays = 36'500;

/// "90d" or "90"
int read_days(std::string_view text) {
  std::string_view digits = text;
  if (digits.ends_with('d')) digits.remove_suffix(1);
  int days = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), days);
  if (error != std::errc{} || end != digits.data() + digits.size() || days < 0 || days > kMostDays)
    refuse_usage("bad-number", fmt::format("--within: `{}` is no number of days", printable(text)),
                 "for example 90d");
  return days;
}

}  // namespace

ExitCode run_due(const cli::Arguments& arguments, World& world) {
  const int days = read_days(arguments.find("within").value_or("90d"));
  return view(arguments, world,
              [days](const reports::Input& input) { return reports::due_view(input, days); });
}

}  // namespace jalon::commands
