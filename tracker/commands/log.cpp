#include "rules/definitions/record_reader.hpp"
#include "tracker/commands/change.hpp"
#include "tracker/commands/commands.hpp"
#include "tracker/commands/near_values.hpp"
#include "tracker/commands/record_flags.hpp"
#include "tracker/commands/record_line.hpp"
#include "tracker/refused.hpp"

#include <fmt/format.h>

namespace jalon::commands {
namespace {

/// A day flag may say "today".
std::string day_text(const cli::Arguments& arguments, std::string_view flag, Date today) {
  const std::string text = arguments.find(flag).value_or("");
  return text == "today" ? iso(today) : text;
}

definitions::RecordFields read_fields(const cli::Arguments& arguments, const Workspace& workspace,
                                      const World& world) {
  definitions::RecordFields fields;
  fields.subject = arguments.at("ID");
  fields.on = day_text(arguments, "on", workspace.today);
  fields.value = arguments.find("VALUE");
  fields.stage = arguments.find("stage").value_or("");
  fields.set = read_set(arguments);
  fields.key = arguments.find("key").value_or("");
  fields.evidence = read_evidence(arguments, world);
  fields.learned = day_text(arguments, "learned", workspace.today);
  fields.uid = arguments.find("uid").value_or("");
  fields.on_behalf_of =
      arguments.find("on-behalf-of").value_or(std::string{world.variable("JALON_USER")});
  return fields;
}

}  // namespace

ExitCode run_log(const cli::Arguments& arguments, World& world) {
  const Workspace workspace = open_workspace(arguments, world);
  const Programme& programme = workspace.programme;
  auto read = definitions::read_record(programme, read_fields(arguments, workspace, world),
                                       {workspace.today, true});
  if (const auto* problems = std::get_if<1>(&read)) refuse_record(*problems);
  const Record record = std::get<0>(std::move(read));
  const std::string note = read_note(arguments, "note");

  Change change{workspace, arguments, world};
  if (!arguments.has("quiet"))
    world.err << render(NearValues{programme, change.before()}.check(record));
  const auto appended = change.append_or_refuse({record, note, {}, !arguments.has("learned")});
  change.finish();
  world.out << fmt::format("{} #{}  {}\n", change.done_word(appended), appended.number,
                           record_line(programme, record));
  if (!appended.already_there) change.print_moved();
  return ExitCode::done;
}

}  // namespace jalon::commands
