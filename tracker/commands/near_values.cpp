#include "tracker/commands/near_values.hpp"

#include "tracker/refused.hpp"

#include <fmt/format.h>

namespace jalon::commands {
namespace {

Diagnostic warn(const DimensionValue& given, const std::string& other) {
  Diagnostic warning =
      problem("near-duplicate",
              fmt::format("{} `{}` is new, and the log has `{}`", printable(given.dimension),
                          printable(given.value), printable(other)),
              "if they are the same, correct this record");
  warning.severity = Diagnostic::Severity::warning;
  return warning;
}

}  // namespace

NearValues::NearValues(const Programme& programme, std::span<const Record> log) {
  for (const Indicator& indicator : programme.indicators)
    for (const Dimension& dimension : indicator.dimensions)
      if (dimension.open) seen_[{indicator.id, dimension.name}];
  if (seen_.empty()) return;
  for (const Record& record : log)
    for (const auto& [dimension, value] : record.dimensions)
      if (const auto found = seen_.find({record.subject, dimension}); found != seen_.end())
        found->second.add(value);
}

Diagnostics NearValues::check(const Record& record) {
  Diagnostics warnings;
  for (const DimensionValue& given : record.dimensions) {
    const auto found = seen_.find({record.subject, given.dimension});
    if (found == seen_.end() || found->second.contains(given.value)) continue;
    for (const std::string& other : found->second.near(given.value))
      warnings.push_back(warn(given, other));
    found->second.add(given.value);
  }
  return warnings;
}

}  // namespace jalon::commands
