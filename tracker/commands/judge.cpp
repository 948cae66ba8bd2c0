#include "rules/model/suggest.hpp"
#include "tracker/commands/change.hpp"
#include "tracker/commands/commands.hpp"
#include "tracker/commands/judging.hpp"
#include "tracker/commands/moment.hpp"
#include "tracker/commands/record_flags.hpp"
#include "tracker/commands/record_line.hpp"
#include "tracker/refused.hpp"
#include "tracker/selection.hpp"

#include <fmt/format.h>

namespace jalon::commands {
namespace {

std::string read_colour(const cli::Arguments& arguments) {
  const std::string& colour = arguments.at("COLOUR");
  if (engine::colour_from(colour)) return colour;
  const std::vector<std::string_view> colours{"green", "amber", "red"};
  const std::string nearest = did_you_mean(colour, colours);
  refuse_usage("unknown-word", fmt::format("`{}` is no colour of a judgement", printable(colour)),
               nearest.empty() ? "green, amber or red" : nearest);
}

/// The last day on which the judgement stands.
Date read_expiry(const cli::Arguments& arguments, Date today, Date learned) {
  const auto text = arguments.find("expires");
  if (!text)
    refuse_usage("missing-day", "a judgement says how long it stands", "add --expires DAY");
  const Date expires = read_day("expires", *text, today);
  if (expires < learned)
    refuse_usage("bad-date", fmt::format("it would expire on {}, before it is given on {}",
                                         iso(expires), iso(learned)));
  return expires;
}

Record read_judgement(const cli::Arguments& arguments, const Workspace& workspace) {
  Record record;
  record.kind = RecordKind::judgement;
  record.subject = arguments.at("ID");
  record.stage = read_colour(arguments);
  record.learned = read_learned(arguments, workspace.today);
  record.happened = DateExpression::on(read_expiry(arguments, workspace.today, record.learned));
  record.uid = arguments.find("uid").value_or("");
  return record;
}

/// A judgement stands beside a verdict: there must be one.
void check_subject(const Programme& programme, const Change& change, const std::string& id,
                   Date today) {
  const std::vector<std::string> instances{id};
  const auto evaluation =
      engine::evaluate(programme, change.before(), {today, today, {}}, instances);
  if (evaluation.find(id) == nullptr) refuse_unknown_verdict(programme, evaluation, id);
}

}  // namespace

ExitCode run_judge(const cli::Arguments& arguments, World& world) {
  const std::string reason = read_note(arguments, "reason");
  if (reason.empty()) refuse_usage("missing-reason", "a judgement says why", "add --reason 'TEXT'");
  const Workspace workspace = open_workspace(arguments, world);
  const Record record = read_judgement(arguments, workspace);
  Change change{workspace, arguments, world};
  check_subject(workspace.programme, change, record.subject, workspace.today);
  const auto appended = change.append_or_refuse({record, reason, {}, !arguments.has("learned")});
  change.finish();
  world.out << fmt::format("{} #{}  {}\n", change.done_word(appended), appended.number,
                           record_line(workspace.programme, record));
  if (const auto* verdict = change.after().find(record.subject); verdict != nullptr)
    world.out << fmt::format("  beside  {}\n", reports::verdict_line(workspace.programme, *verdict,
                                                                     read_labels(arguments)));
  return ExitCode::done;
}

}  // namespace jalon::commands
