#include "tracker/commands/change.hpp"
#include "tracker/commands/commands.hpp"
#include "tracker/commands/moment.hpp"
#include "tracker/commands/record_flags.hpp"
#include "tracker/commands/record_line.hpp"
#include "tracker/commands/versions.hpp"
#include "tracker/refused.hpp"

#include <fmt/format.h>

namespace jalon::commands {
namespace {

Record find_retractable(std::span<const Record> log, std::int64_t number) {
  const Versions versions{log};
  const Record& record = versions.find(number);
  if (record.kind == RecordKind::redaction)
    refuse_usage("not-retractable",
                 fmt::format("#{} says that a note was erased; that cannot be undone", number));
  if (versions.is_retracted(number))
    refuse_usage("retracted", fmt::format("record #{} is retracted already", number),
                 "`jalon history` shows by which record");
  if (record.kind == RecordKind::correction &&
      versions.is_retracted(versions.original_of(record).number))
    refuse_usage("retracted",
                 fmt::format("record #{} corrects a record that is retracted already", number));
  return record;
}

std::string what_it_was(const Programme& programme, const Record& record) {
  if (record.kind == RecordKind::retraction)
    return fmt::format("the retraction of #{}", record.replaces.value_or(0));
  return record_line(programme, record);
}

}  // namespace

ExitCode run_retract(const cli::Arguments& arguments, World& world) {
  const std::int64_t number = read_number("N", arguments.at("N"));
  const std::string reason = read_note(arguments, "reason");
  if (reason.empty())
    refuse_usage("missing-reason", "a retraction says why", "add --reason 'TEXT'");
  const Workspace workspace = open_workspace(arguments, world);

  Change change{workspace, arguments, world};
  const Record retracted = find_retractable(change.before(), number);
  Record record;
  record.kind = RecordKind::retraction;
  record.subject = retracted.subject;
  record.replaces = number;
  record.learned = read_learned(arguments, workspace.today);
  const auto appended = change.append({record, reason});
  change.finish();
  world.out << fmt::format("{} #{}, which takes out #{}\n  was  {}\n",
                           change.is_dry_run() ? "would record" : "recorded", appended.number,
                           number, what_it_was(workspace.programme, retracted));
  change.print_moved();
  return ExitCode::done;
}

}  // namespace jalon::commands
