#include "reports/changes_view.hpp"
#include "rules/model/suggest.hpp"
#include "tracker/commands/causes.hpp"
#include "tracker/commands/commands.hpp"
#include "tracker/commands/judging.hpp"
#include "tracker/commands/moment.hpp"
#include "tracker/commands/showing.hpp"
#include "tracker/commands/viewing.hpp"
#include "tracker/refused.hpp"
#include "tracker/selection.hpp"

#include <fmt/format.h>

namespace jalon::commands {
namespace {

enum class By { as_of, known, at, record };

By read_by(const cli::Arguments& arguments) {
  const std::string word = arguments.find("by").value_or("as-of");
  if (word == "as-of") return By::as_of;
  if (word == "known") return By::known;
  if (word == "at") return By::at;
  if (word == "record") return By::record;
  const std::vector<std::string_view> words{"as-of", "known", "at", "record"};
  const std::string nearest = did_you_mean(word, words);
  refuse_usage("unknown-word", fmt::format("--by: `{}`", printable(word)),
               nearest.empty() ? "as-of, known, at or record" : nearest);
}

/// --as-of or --known beside a --by that says it already would be two answers to one question.
void check_fixed_days(const cli::Arguments& arguments, By by) {
  const auto refuse = [&](std::string_view flag) {
    if (arguments.has(flag))
      refuse_usage("bad-usage", fmt::format("--{} has no place beside --by {}: FROM and TO say it",
                                            flag, arguments.find("by").value_or("as-of")));
  };
  if (by == By::as_of || by == By::at) refuse("as-of");
  if (by == By::known || by == By::at) refuse("known");
  if (by == By::record) refuse("upto");
}

/// The day that FROM or TO is.
Date read_end(std::string_view word, const std::string& text, Date today) {
  if (text == "today") return today;
  const auto day = parse_date(text);
  if (!day)
    refuse_usage("bad-date", fmt::format("{}: {}", word, day.error().reason),
                 day.error().hint.empty() ? "write YYYY-MM-DD or today" : day.error().hint);
  return day.value();
}

/// The moment that FROM or TO names.
engine::Moment moment_named(const std::string& name, By by, std::string_view word,
                            const cli::Arguments& arguments, Date today,
                            std::span<const Record> log) {
  engine::Moment moment = read_moment(arguments, today, log);
  if (by == By::record) {
    moment.upto = read_number(word, name);
    const std::int64_t last = log.empty() ? 0 : log.back().number;
    if (*moment.upto > last)
      refuse_usage("unknown-record",
                   fmt::format("{}: the log ends with record {}", *moment.upto, last));
    return moment;
  }
  const Date day = read_end(word, name, today);
  if (by != By::known) moment.as_of = day;
  if (by != By::as_of) moment.known = day;
  if (moment.known > today)
    refuse_usage("known-in-future",
                 fmt::format("nobody knows yet what will be known on {}", iso(moment.known)),
                 fmt::format("today is {}", iso(today)));
  return moment;
}

/// The command that makes the same comparison again, from a log that may have grown.
std::string remaking_command(const cli::Arguments& arguments, By by, const engine::Moment& to,
                             const reports::Head& head) {
  std::string line = "jalon diff";
  for (const std::string_view name : {"FROM", "TO", "SEL"})
    for (const std::string& word : arguments.all(name)) line += ' ' + shell_word(word);
  line += fmt::format(" --by {}", arguments.find("by").value_or("as-of"));
  if (by == By::known || by == By::record) line += fmt::format(" --as-of {}", iso(to.as_of));
  if (by == By::as_of || by == By::record) line += fmt::format(" --known {}", iso(to.known));
  if (by != By::record) return line + source_flags(head);
  if (head.definitions_kept) line += fmt::format(" --definitions {}", head.definitions_hash);
  return line;
}

}  // namespace

ExitCode run_diff(const cli::Arguments& arguments, World& world) {
  const Showing showing = read_showing(arguments, world);
  const By by = read_by(arguments);
  check_fixed_days(arguments, by);
  reports::Labels words = read_labels(arguments);
  const Opened opened = open(arguments, world);
  const Workspace& workspace = opened.workspace;
  const log::Snapshot& log = opened.log;
  const auto moment = [&](std::string_view word) {
    return moment_named(arguments.at(word), by, word, arguments, workspace.today, log.records);
  };
  const engine::Moment from = moment("FROM");
  const engine::Moment to = moment("TO");
  const engine::Diff diff =
      engine::diff(workspace.programme, log.records, from, to, instances_in(arguments.all("SEL")));
  const auto changes = choose(workspace.programme, diff.changes, diff.after, arguments);
  reports::Head head = make_head(arguments, world, opened, {to});
  if (by == By::as_of || by == By::at) head.since = from.as_of;
  head.command = remaking_command(arguments, by, to, head);
  tell_moment(arguments, head, world);
  const reports::Input input{workspace.programme, log.records, diff.after, {}, head, {}, words};
  const auto report = reports::changes_view(
      input, words("changes.title"),
      words("changes.from-to", {{"from", arguments.at("FROM")}, {"to", arguments.at("TO")}}),
      changes, Causes{workspace.programme, log.records, words});
  show(report, words, showing, world);
  return ExitCode::done;
}

}  // namespace jalon::commands
