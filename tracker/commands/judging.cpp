#include "tracker/commands/judging.hpp"

#include "data/files.hpp"
#include "rules/engine/diff.hpp"
#include "tracker/commands/finding_rule.hpp"
#include "tracker/commands/moment.hpp"
#include "tracker/refused.hpp"
#include "tracker/selection.hpp"
#include "tracker/version.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>
#include <unordered_set>

namespace jalon::commands {
namespace {

constexpr std::string_view kSafe =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.,:/=+@%";

/// When the last record that the moment sees was made.
std::string stamp_of(std::span<const Record> log, const engine::Moment& moment) {
  const auto seen = [&](const Record& record) {
    return !moment.upto || record.number <= *moment.upto;
  };
  const auto last = std::find_if(log.rbegin(), log.rend(), seen);
  return last == log.rend() ? std::string{} : last->recorded_at;
}

/// The command that makes the same report again, from a log that may have grown.
std::string remaking_command(const cli::Arguments& arguments, const Look& look,
                             std::int64_t last_record) {
  const engine::Moment& moment = look.moment;
  std::string line = fmt::format("jalon {}", arguments.command);
  for (const std::string_view name : {"KIND", "ID", "SEL"})
    for (const std::string& word : arguments.all(name)) line += ' ' + shell_word(word);
  line += look.period ? fmt::format(" --period {}", look.period->name)
                      : fmt::format(" --as-of {}", iso(moment.as_of));
  if (look.since && !look.period) line += fmt::format(" --since {}", iso(look.since->as_of));
  line +=
      fmt::format(" --known {} --upto {}", iso(moment.known), moment.upto.value_or(last_record));
  for (const std::string_view flag :
       {"within", "fail-on", "min-severity", "file", "complete-through", "lang", "limit"})
    if (const auto value = arguments.find(flag))
      line += fmt::format(" --{} {}", flag, shell_word(*value));
  return line;
}

/// --limit
std::size_t read_rows(const cli::Arguments& arguments) {
  constexpr std::size_t kDefault = 2000;
  const auto text = arguments.find("limit");
  if (!text) return kDefault;
  std::size_t rows = 0;
  const char* last = text->data() + text->size();
  const auto [end, error] = std::from_chars(text->data(), last, rows);
  if (error != std::errc{} || end != last)
    refuse_usage("bad-number", fmt::format("--limit: `{}` is no number of rows", printable(*text)),
                 "for example 500, or 0 for all");
  return rows;
}

}  // namespace

std::string shell_word(std::string_view word) {
  if (!word.empty() && word.find_first_not_of(kSafe) == std::string_view::npos)
    return std::string{word};
  std::string text = "'";
  for (const char c : word) text += c == '\'' ? std::string{"'\\''"} : std::string(1, c);
  return text + "'";
}

Opened open(const cli::Arguments& arguments, const World& world) {
  Workspace workspace = open_workspace(arguments, world);
  log::Snapshot log = log::read(workspace.store);
  return {std::move(workspace), std::move(log)};
}

reports::Labels read_labels(const cli::Arguments& arguments) {
  const std::string language = arguments.find("lang").value_or("en");
  const auto text = language.find('/') == std::string::npos
                        ? data::find(fmt::format("words/{}.txt", language))
                        : std::nullopt;
  if (!text)
    refuse_usage("unknown-word",
                 fmt::format("--lang: `{}` is no language of jalon", printable(language)),
                 "en, fr, nl or de");
  return reports::Labels::parse(language, *text);
}

reports::Head make_head(const cli::Arguments& arguments, const Workspace& workspace,
                        const log::Snapshot& log, const engine::Moment& moment) {
  return make_head(arguments, workspace, log, Look{moment});
}

reports::Head make_head(const cli::Arguments& arguments, const Workspace& workspace,
                        const log::Snapshot& log, const Look& look) {
  const engine::Moment& moment = look.moment;
  return {
      .programme = workspace.programme.id,
      .title = workspace.programme.title.in(arguments.find("lang").value_or("en")),
      .as_of = moment.as_of,
      .known = moment.known,
      .period = look.period,
      .since = look.since ? std::optional{look.since->as_of} : std::nullopt,
      .definitions_hash = workspace.definitions_hash,
      .definitions_kept = false,
      .last_record = log.head.number,
      .log_head = log.head.hash,
      .stamp = stamp_of(log.records, moment),
      .version = std::string{version()},
      .command = remaking_command(arguments, look, log.head.number),
  };
}

std::map<std::int64_t, std::string> notes_of(const Workspace& workspace) {
  std::map<std::int64_t, std::string> notes;
  for (log::Note& note : log::read_notes(workspace.store))
    notes.emplace(note.record, std::move(note.text));
  return notes;
}

reports::Input Judged::input() const {
  reports::Input input{
      workspace.programme, log.records, evaluation, selected, head, rule, words, notes};
  input.initiatives = initiatives;
  input.rows = rows;
  if (look.since) input.since = reports::Since{*look.since, changes};
  input.life = [this](const std::string& id) {
    return engine::transitions(workspace.programme, log.records, id, evaluation.moment);
  };
  input.explain = [this](const engine::Verdict& verdict) {
    return engine::explain(workspace.programme, log.records, evaluation, verdict);
  };
  return input;
}

void compare(Judged& judged, std::span<const std::string> instances) {
  const Programme& programme = judged.workspace.programme;
  engine::Diff diff = engine::diff(programme, judged.log.records, *judged.look.since,
                                   judged.look.moment, instances);
  std::unordered_set<std::string_view> ids;
  for (const engine::Verdict* verdict : judged.selected) ids.insert(verdict->id);
  const bool all = judged.selected.size() == judged.evaluation.verdicts.size();
  std::erase_if(diff.changes, [&](const engine::Changed& changed) {
    if (!changed.after) return !all;
    return !ids.contains(changed.after->id);
  });
  judged.changes = std::move(diff.changes);
}

Judged judge(const cli::Arguments& arguments, const World& world,
             std::span<const std::string> selection, std::span<const std::string> instances,
             bool may_be_empty) {
  reports::Labels words = read_labels(arguments);
  reports::FindingRule rule = read_finding_rule(arguments);
  const std::size_t rows = read_rows(arguments);
  auto [workspace, log] = open(arguments, world);
  Look look = read_look(arguments, workspace.today, log.records);
  const engine::Moment moment = look.moment;
  engine::Evaluation evaluation =
      engine::evaluate(workspace.programme, log.records, moment, instances, rule);
  reports::Head head = make_head(arguments, workspace, log, look);
  Judged judged{std::move(workspace), std::move(log),  std::move(evaluation), {},
                std::move(head),      std::move(rule), std::move(words)};
  judged.look = std::move(look);
  judged.rows = rows;
  const auto is_judged = [](const engine::Verdict& verdict) {
    return verdict.judgement.has_value();
  };
  if (std::ranges::any_of(judged.evaluation.verdicts, is_judged))
    judged.notes = notes_of(judged.workspace);
  judged.selected = select(judged.workspace.programme, judged.evaluation, selection,
                           may_be_empty || arguments.has("allow-empty"));
  return judged;
}

ExitCode gate(const Judged& judged) {
  const Programme& programme = judged.workspace.programme;
  const auto any = [&](auto test) {
    return std::ranges::any_of(judged.selected, [&](const engine::Verdict* verdict) {
      return test(programme, *verdict, judged.rule);
    });
  };
  if (any(reports::is_finding)) return ExitCode::findings;
  if (any(reports::cannot_be_judged)) return ExitCode::cannot_judge;
  return ExitCode::done;
}

ExitCode gate_if_asked(const Judged& judged, const cli::Arguments& arguments) {
  return arguments.has("fail-on") ? gate(judged) : ExitCode::done;
}

}  // namespace jalon::commands
