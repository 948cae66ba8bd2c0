#include "rules/definitions/record_reader.hpp"
#include "tracker/commands/change.hpp"
#include "tracker/commands/commands.hpp"
#include "tracker/commands/moment.hpp"
#include "tracker/commands/near_values.hpp"
#include "tracker/commands/record_flags.hpp"
#include "tracker/commands/record_line.hpp"
#include "tracker/commands/versions.hpp"
#include "tracker/refused.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace jalon::commands {
namespace {

constexpr std::string_view kChanging[] = {"VALUE", "on", "stage", "set", "evidence", "kind"};

/// What a record says, as it would be typed.
definitions::RecordFields restated(const Record& record) {
  definitions::RecordFields fields;
  fields.subject = record.subject;
  fields.on = record.happened.written;
  if (record.amount) fields.value = record.amount->written;
  fields.stage = record.stage;
  for (const auto& [dimension, value] : record.dimensions)
    fields.set.emplace_back(dimension, value);
  fields.key = record.key;
  fields.evidence = record.evidence;
  fields.on_behalf_of = record.on_behalf_of;
  return fields;
}

/// A dimension that is given replaces the one that was there.
void replace_dimensions(const cli::Arguments& arguments, definitions::RecordFields& fields) {
  const auto given = read_set(arguments);
  for (const auto& [dimension, value] : given)
    std::erase_if(fields.set, [&name = dimension](const auto& old) { return old.first == name; });
  fields.set.insert(fields.set.end(), given.begin(), given.end());
}

definitions::RecordFields corrected(const Record& current, const cli::Arguments& arguments,
                                    Date today, const World& world) {
  definitions::RecordFields fields = restated(current);
  if (const auto on = arguments.find("on")) fields.on = *on == "today" ? iso(today) : *on;
  if (const auto value = arguments.find("VALUE")) fields.value = value;
  if (const auto stage = arguments.find("stage")) fields.stage = *stage;
  replace_dimensions(arguments, fields);
  if (arguments.has("evidence") || arguments.has("kind"))
    fields.evidence = read_evidence(arguments, world);
  if (const auto name = arguments.find("on-behalf-of")) fields.on_behalf_of = *name;
  fields.learned = iso(read_learned(arguments, today));
  return fields;
}

void check_flags(const cli::Arguments& arguments, const Record& original) {
  if (const auto key = arguments.find("key"); key && *key != original.key)
    refuse_usage("fixed-key",
                 fmt::format("a correction cannot change the key `{}`", printable(original.key)),
                 fmt::format("retract #{} and record it anew", original.number));
  if (std::ranges::none_of(kChanging, [&](auto name) { return arguments.has(name); }))
    refuse_usage("nothing-to-correct", "nothing is given that changes the record",
                 "give VALUE, --on, --stage, --set or --evidence");
}

/// The original that a number stands for, with its current version.
struct Correctable {
  Record original;
  Record current;
};
Correctable find_correctable(std::span<const Record> log, std::int64_t number) {
  const Versions versions{log};
  const Record& original = versions.original_of(versions.find(number));
  if (original.kind != RecordKind::record)
    refuse_usage("not-a-record", fmt::format("#{} is no record of something that happened", number),
                 "only records can be corrected; retract the others");
  if (versions.is_retracted(original.number))
    refuse_usage("retracted", fmt::format("record #{} is retracted", original.number),
                 "record it anew, or retract the retraction");
  return {original, versions.current_of(original)};
}

bool says_the_same(const Record& a, const Record& b) {
  return a.happened == b.happened && a.amount == b.amount && a.stage == b.stage &&
         a.dimensions == b.dimensions && a.evidence == b.evidence;
}

Record read_correction(const Correctable& old, const cli::Arguments& arguments,
                       const Workspace& workspace, const World& world) {
  const Date learned = read_learned(arguments, workspace.today);
  if (learned < old.original.learned)
    refuse_usage("learned-too-early",
                 fmt::format("the correction cannot have been learned on {}: record #{} was "
                             "learned on {}",
                             iso(learned), old.original.number, iso(old.original.learned)));
  auto read = definitions::read_record(workspace.programme,
                                       corrected(old.current, arguments, workspace.today, world),
                                       {workspace.today, arguments.has("VALUE")});
  if (const auto* problems = std::get_if<1>(&read)) refuse_record(*problems);
  Record record = std::get<0>(std::move(read));
  if (says_the_same(record, old.current))
    refuse_usage("nothing-to-correct",
                 fmt::format("record #{} says that already", old.current.number));
  record.kind = RecordKind::correction;
  record.replaces = old.original.number;
  return record;
}

}  // namespace

ExitCode run_correct(const cli::Arguments& arguments, World& world) {
  const std::int64_t number = read_number("N", arguments.at("N"));
  const Workspace workspace = open_workspace(arguments, world);
  const std::string note = read_note(arguments, "note");
  Change change{workspace, arguments, world};
  const Correctable old = find_correctable(change.before(), number);
  check_flags(arguments, old.original);
  const Record record = read_correction(old, arguments, workspace, world);
  if (!arguments.has("quiet"))
    world.err << render(NearValues{workspace.programme, change.before()}.check(record));
  const auto appended = change.append({record, note});
  change.finish();
  world.out << fmt::format("{} #{}, which takes the place of #{}\n  was  {}\n  is   {}\n",
                           change.is_dry_run() ? "would record" : "recorded", appended.number,
                           old.current.number, record_line(workspace.programme, old.current),
                           record_line(workspace.programme, record));
  change.print_moved();
  return ExitCode::done;
}

}  // namespace jalon::commands
