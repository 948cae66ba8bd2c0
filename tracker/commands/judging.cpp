#include "tracker/commands/judging.hpp"

#include "data/files.hpp"
#include "rules/engine/diff.hpp"
#include "tracker/commands/finding_rule.hpp"
#include "tracker/commands/moment.hpp"
#include "tracker/refused.hpp"
#include "tracker/selection.hpp"
#include "tracker/source_date.hpp"
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

/// What stands where a format asks for the time of its making: SOURCE_DATE_EPOCH, else when the
/// last record was made.
std::string stamp_of(const World& world, std::span<const Record> log) {
  if (auto said = source_date(world)) return *std::move(said);
  return log.empty() ? std::string{} : log.back().recorded_at;
}

/// The command that makes the same report again, from a log that may have grown and, if they are
/// kept, definitions that may have changed.
std::string remaking_command(const cli::Arguments& arguments, const Look& look,
                             const reports::Head& head) {
  const engine::Moment& moment = look.moment;
  std::string line = fmt::format("jalon {}", arguments.command);
  for (const std::string_view name : {"KIND", "ID", "SEL"})
    for (const std::string& word : arguments.all(name)) line += ' ' + shell_word(word);
  line += look.period ? fmt::format(" --period {}", look.period->name)
                      : fmt::format(" --as-of {}", iso(moment.as_of));
  if (look.since && !look.period) line += fmt::format(" --since {}", iso(look.since->as_of));
  line += fmt::format(" --known {}{}", iso(moment.known), source_flags(head));
  for (const std::string_view flag : {"within", "fail-on", "min-severity", "file",
                                      "complete-through", "lang", "limit", "after-record"})
    if (const auto value = arguments.find(flag))
      line += fmt::format(" --{} {}", flag, shell_word(*value));
  if (arguments.has("allow-empty")) line += " --allow-empty";
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

/// --upto, held against the log. Refused (2): a number that it does not have.
void check_upto(std::optional<std::int64_t> upto, std::int64_t last) {
  if (!upto || *upto <= last) return;
  refuse_usage("unknown-record",
               fmt::format("--upto {}: the log ends with record {}", *upto, last));
}

/// A look at an old log shows notes as they are now: those that were erased stay so.
void tell_erased(const cli::Arguments& arguments, const log::Snapshot& log, const World& world) {
  if (log.erased_since.empty() || arguments.has("quiet")) return;
  std::vector<std::string> numbers;
  for (const std::int64_t number : log.erased_since) numbers.push_back(fmt::format("#{}", number));
  world.err << fmt::format("note: erased since, and shown no more: the note{} of {}\n",
                           numbers.size() == 1 ? "" : "s", fmt::join(numbers, ", "));
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
  std::optional<std::int64_t> upto;
  if (const auto text = arguments.find("upto")) upto = read_number("--upto", *text);
  Workspace workspace = open_workspace(arguments, world);
  log::Snapshot log = log::read(workspace.store, upto);
  check_upto(upto, log.last);
  tell_erased(arguments, log, world);
  return {std::move(workspace), std::move(log)};
}

std::string source_flags(const reports::Head& head) {
  std::string flags = fmt::format(" --upto {}", head.last_record);
  if (head.definitions_kept) flags += fmt::format(" --definitions {}", head.definitions_hash);
  return flags;
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

reports::Head make_head(const cli::Arguments& arguments, const World& world, const Opened& opened,
                        const Look& look) {
  const auto& [workspace, log] = opened;
  const engine::Moment& moment = look.moment;
  reports::Head head{
      .programme = workspace.programme.id,
      .title = workspace.programme.title.in(arguments.find("lang").value_or("en")),
      .as_of = moment.as_of,
      .known = moment.known,
      .period = look.period,
      .since = look.since ? std::optional{look.since->as_of} : std::nullopt,
      .definitions_hash = workspace.definitions_hash,
      .definitions_kept = arguments.has("keep") ||
                          std::ranges::find(log.kept_definitions, workspace.definitions_hash) !=
                              log.kept_definitions.end(),
      .last_record = log.head.number,
      .log_head = log.head.hash,
      .stamp = stamp_of(world, log.records),
      .version = std::string{version()},
  };
  head.command = remaking_command(arguments, look, head);
  return head;
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
  return input;
}

void compare(Judged& judged, std::span<const std::string> instances) {
  const Programme& programme = judged.workspace.programme;
  const engine::Evaluation before =
      engine::evaluate(programme, judged.log.records, *judged.look.since, instances, judged.rule);
  judged.changes = engine::changes_between(programme, judged.log.records, before, judged.evaluation,
                                           instances, judged.rule);
  std::unordered_set<std::string_view> ids;
  for (const engine::Verdict* verdict : judged.selected) ids.insert(verdict->id);
  const bool all = judged.selected.size() == judged.evaluation.verdicts.size();
  std::erase_if(judged.changes, [&](const engine::Changed& changed) {
    if (!changed.after) return !all;
    return !ids.contains(changed.after->id);
  });
}

Judged judge(const cli::Arguments& arguments, const World& world,
             std::span<const std::string> selection, std::span<const std::string> instances) {
  (void)read_labels(arguments);  // a misspelt flag is told before anything is opened
  (void)read_finding_rule(arguments);
  (void)read_rows(arguments);
  return judge(arguments, open(arguments, world), world, selection, instances);
}

Judged judge(const cli::Arguments& arguments, Opened opened, const World& world,
             std::span<const std::string> selection, std::span<const std::string> instances,
             bool may_be_empty) {
  reports::Labels words = read_labels(arguments);
  reports::FindingRule rule = read_finding_rule(arguments);
  const std::size_t rows = read_rows(arguments);
  Look look = read_look(arguments, opened.workspace.today, opened.log.records);
  engine::Evaluation evaluation = engine::evaluate(opened.workspace.programme, opened.log.records,
                                                   look.moment, instances, rule);
  reports::Head head = make_head(arguments, world, opened, look);
  Judged judged{std::move(opened.workspace),
                std::move(opened.log),
                std::move(evaluation),
                {},
                std::move(head),
                std::move(rule),
                std::move(words)};
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
