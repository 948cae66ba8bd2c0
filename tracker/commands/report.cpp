#include "rules/model/suggest.hpp"
#include "tracker/commands/commands.hpp"
#include "tracker/commands/viewing.hpp"
#include "tracker/refused.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace jalon::commands {
namespace {

constexpr std::string_view kLaterKinds[] = {"initiative", "timeline", "evidence", "changes",
                                            "periodic"};

const reports::ReportKind& read_kind(const std::string& name) {
  if (const auto* kind = reports::find_report(name)) return *kind;
  if (std::ranges::find(kLaterKinds, name) != std::end(kLaterKinds))
    refuse_usage("not-supported-yet", fmt::format("the report `{}` is not supported yet", name));
  std::vector<std::string_view> names;
  for (const auto& kind : reports::report_kinds()) names.push_back(kind.name);
  std::string hint = did_you_mean(name, names);
  if (hint.empty()) hint = fmt::format("{}", fmt::join(names, ", "));
  refuse_usage("unknown-report", fmt::format("`{}` is no kind of report", printable(name)), hint);
}

}  // namespace

ExitCode run_report(const cli::Arguments& arguments, World& world) {
  return view(arguments, world, read_kind(arguments.at("KIND")).build);
}

ExitCode run_gap(const cli::Arguments& arguments, World& world) {
  return view(arguments, world, read_kind("gap").build);
}

}  // namespace jalon::commands
