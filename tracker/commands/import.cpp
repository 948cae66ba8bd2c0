#include "tracker/commands/change.hpp"
#include "tracker/commands/commands.hpp"
#include "tracker/commands/importing.hpp"
#include "tracker/commands/moment.hpp"
#include "tracker/commands/near_values.hpp"
#include "tracker/commands/versions.hpp"
#include "tracker/refused.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace jalon::commands {
namespace {

/// Through which day, held against today.
std::optional<Date> read_through(const cli::Arguments& arguments, Date today) {
  const auto text = arguments.find("complete-through");
  if (!text) return std::nullopt;
  const Date through = read_day("complete-through", *text, today);
  if (through > today)
    refuse_usage("complete-in-future", fmt::format("nobody can know on {} what happens until {}",
                                                   iso(today), iso(through)));
  return through;
}

bool is_attested(std::span<const Record> log, const std::string& indicator, Date through) {
  const Versions versions{log};
  return std::ranges::any_of(log, [&](const Record& record) {
    return record.kind == RecordKind::attestation && record.subject == indicator &&
           record.dimensions.empty() && record.happened.latest == through &&
           !versions.is_retracted(record.number);
  });
}

std::size_t attest_all(Change& change, const std::vector<std::string>& indicators, Date through,
                       Date today) {
  std::size_t attested = 0;
  for (const std::string& indicator : indicators) {
    if (is_attested(change.before(), indicator, through)) continue;
    Record record;
    record.kind = RecordKind::attestation;
    record.subject = indicator;
    record.happened = DateExpression::on(through);
    record.learned = today;
    const auto appended = change.append({record, {}});
    if (!appended.already_there) ++attested;
  }
  return attested;
}

std::string told(const RowCount& count, std::size_t attested, bool dry_run) {
  std::string text = dry_run ? "would record " : "recorded ";
  text += fmt::format("{} row{}", count.added, count.added == 1 ? "" : "s");
  if (count.added > 0) text += fmt::format(" as #{} to #{}", count.first, count.last);
  if (count.already_there > 0) text += fmt::format(", {} already there", count.already_there);
  if (attested > 0) text += fmt::format(", {} list{} attested", attested, attested == 1 ? "" : "s");
  return text + '\n';
}

}  // namespace

ExitCode run_import(const cli::Arguments& arguments, World& world) {
  const Workspace workspace = open_workspace(arguments, world);
  const auto options = read_options(arguments, workspace);
  const auto through = read_through(arguments, workspace.today);
  const std::string& name = arguments.at("FILE");
  const std::string text = read_input(name, world);
  auto rows = read_rows(workspace.programme, name == "-" ? "standard input" : name, text, options);

  Change change{workspace, arguments, world};
  if (!arguments.has("quiet")) {
    NearValues near_values{workspace.programme, change.before()};
    for (const log::Entry& entry : rows.entries)
      world.err << render(near_values.check(entry.record));
  }
  const auto indicators = rows.indicators;
  const RowCount count = append_rows(change, std::move(rows));
  const std::size_t attested =
      through ? attest_all(change, indicators, *through, workspace.today) : 0;
  change.finish();
  world.out << told(count, attested, change.is_dry_run());
  if (count.added + attested > 0) change.print_moved();
  return ExitCode::done;
}

}  // namespace jalon::commands
