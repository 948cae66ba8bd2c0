#include "tracker/commands/change.hpp"
#include "tracker/commands/commands.hpp"
#include "tracker/commands/moment.hpp"
#include "tracker/commands/record_flags.hpp"
#include "tracker/commands/record_line.hpp"
#include "tracker/refused.hpp"

#include "rules/model/suggest.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace jalon::commands {
namespace {

template <class Definition>
const Definition* find_id(const std::vector<Definition>& definitions, std::string_view id) {
  const auto found = std::ranges::find(definitions, id, &Definition::id);
  return found == definitions.end() ? nullptr : &*found;
}

[[noreturn]] void refuse_subject(const Programme& programme, const std::string& id) {
  std::vector<std::string_view> names;
  for (const auto& one : programme.indicators) names.push_back(one.id);
  for (const auto& one : programme.milestones) names.push_back(one.id);
  for (const auto& one : programme.targets) names.push_back(one.id);
  refuse_usage("unknown-id",
               fmt::format("no indicator, milestone or target is called `{}`", printable(id)),
               did_you_mean(id, names));
}

/// The dimensions that narrow an attestation of an indicator; the others take none.
DimensionValues read_narrowing(const Programme& programme, const std::string& id,
                               const cli::Arguments& arguments) {
  const auto set = read_set(arguments);
  if (const Indicator* indicator = find_id(programme.indicators, id)) {
    std::vector<definitions::FieldProblem> problems;
    auto values = definitions::read_dimensions(*indicator, set, true, problems);
    if (!problems.empty()) refuse_record(problems);
    return values;
  }
  if (find_id(programme.milestones, id) == nullptr && find_id(programme.targets, id) == nullptr)
    refuse_subject(programme, id);
  if (!set.empty())
    refuse_usage("bad-set", fmt::format("--set narrows an indicator, and {} is none", id));
  return {};
}

Record read_attestation(const cli::Arguments& arguments, const Workspace& workspace) {
  Record record;
  record.kind = RecordKind::attestation;
  record.subject = arguments.at("ID");
  record.dimensions = read_narrowing(workspace.programme, record.subject, arguments);
  const auto through = arguments.find("complete-through");
  if (!through)
    refuse_usage("missing-day", "an attestation says through which day the list is complete",
                 "add --complete-through DAY");
  const Date day = read_day("complete-through", *through, workspace.today);
  record.happened = DateExpression::on(day);
  record.learned = read_learned(arguments, workspace.today);
  record.uid = arguments.find("uid").value_or("");
  if (day > record.learned)
    refuse_usage("complete-in-future",
                 fmt::format("nobody can have known on {} what happens until {}",
                             iso(record.learned), iso(day)));
  return record;
}

}  // namespace

ExitCode run_attest(const cli::Arguments& arguments, World& world) {
  const Workspace workspace = open_workspace(arguments, world);
  const Record record = read_attestation(arguments, workspace);
  const std::string note = read_note(arguments, "note");
  Change change{workspace, arguments, world};
  const auto appended = change.append_or_refuse({record, note, {}, !arguments.has("learned")});
  change.finish();
  world.out << fmt::format("{} #{}  {}\n", change.done_word(appended), appended.number,
                           record_line(workspace.programme, record));
  if (!appended.already_there) change.print_moved();
  return ExitCode::done;
}

}  // namespace jalon::commands
