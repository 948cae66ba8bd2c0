#include "rules/model/suggest.hpp"
#include "tracker/commands/commands.hpp"
#include "tracker/commands/report_making.hpp"
#include "tracker/commands/showing.hpp"
#include "tracker/commands/viewing.hpp"
#include "tracker/refused.hpp"

#include <fmt/format.h>

namespace jalon::commands {
namespace {

const reports::ReportKind& read_kind(const std::string& name) {
  if (const auto* kind = reports::find_report(name)) return *kind;
  std::vector<std::string_view> names;
  for (const auto& kind : reports::report_kinds()) names.push_back(kind.name);
  std::string hint = did_you_mean(name, names);
  if (hint.empty()) hint = fmt::format("{}", fmt::join(names, ", "));
  refuse_usage("unknown-report", fmt::format("`{}` is no kind of report", printable(name)), hint);
}

/// --since has no place where nothing is compared.
void check_since(const cli::Arguments& arguments, const reports::ReportKind& kind) {
  if (kind.compares || !arguments.has("since")) return;
  refuse_usage("bad-usage", fmt::format("the report `{}` tells no changes: --since", kind.name),
               "`jalon report changes --since DAY` does");
}

void tell_default(const cli::Arguments& arguments, const Judged& judged, World& world) {
  if (!judged.look.by_default || arguments.has("quiet")) return;
  world.err << fmt::format(
      "note: the period is {}, the last quarter that is over; --period names another\n",
      judged.look.period->name);
}

}  // namespace

ExitCode run_report(const cli::Arguments& arguments, World& world) {
  const reports::ReportKind& kind = read_kind(arguments.at("KIND"));
  check_since(arguments, kind);
  const Showing showing = read_showing(arguments, world);
  const Judged judged = judge_for(kind, arguments, open(arguments, world), world);
  tell_default(arguments, judged, world);
  tell_moment(arguments, judged.head, world);
  const reports::Report report = make_report(kind, arguments, judged);
  show(report, judged.words, showing, world, [&] {  // before any file says that they are kept
    if (arguments.has("keep"))
      log::keep_definitions(judged.workspace.store, judged.workspace.files);
  });
  return gate_if_asked(judged, arguments);
}

ExitCode run_gap(const cli::Arguments& arguments, World& world) {
  return view(arguments, world, reports::find_report("gap")->build);
}

}  // namespace jalon::commands
