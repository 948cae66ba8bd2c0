#include "reports/parts.hpp"
#include "rules/engine/excerpt.hpp"
#include "rules/engine/facts.hpp"
#include "rules/engine/transitions.hpp"
#include "rules/model/suggest.hpp"
#include "tracker/commands/commands.hpp"
#include "tracker/commands/history_rows.hpp"
#include "tracker/commands/judging.hpp"
#include "tracker/commands/moment.hpp"
#include "tracker/commands/showing.hpp"
#include "tracker/commands/viewing.hpp"
#include "tracker/refused.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_set>

namespace jalon::commands {
namespace {

/// The ids under which the records of an id stand in the log: an indicator has its own and those of
/// its parts, a promise also those of what it measures.
std::unordered_set<std::string_view> names_of(const Programme& programme,
                                              std::span<const Record> log, std::string_view id) {
  if (const auto subject = engine::subject_named(programme, id))
    return engine::names_touching(programme, *subject);
  const auto indicator = std::ranges::find(programme.indicators, id, &Indicator::id);
  if (indicator != programme.indicators.end())
    return engine::names_touching(
        programme,
        Ref<Indicator>{static_cast<std::uint32_t>(indicator - programme.indicators.begin())});
  if (std::ranges::find(log, id, &Record::subject) != log.end()) return {id};
  std::vector<std::string_view> names;
  const auto add = [&](const auto& definitions) {
    for (const auto& one : definitions) names.push_back(one.id);
  };
  add(programme.indicators);
  add(programme.milestones);
  add(programme.targets);
  add(programme.commitments);
  refuse_usage(
      "unknown-id",
      fmt::format("no indicator, milestone, target or commitment is called `{}`", printable(id)),
      did_you_mean(id, names));
}

/// Rows with what brings them in order: the day, then what no record made, then the number.
struct Timeline {
  struct Event {
    Date day;
    std::int64_t number;
    reports::Row row;
  };
  std::vector<Event> events = {};

  std::vector<reports::Row> in_order() && {
    std::ranges::stable_sort(events, [](const Event& a, const Event& b) {
      return std::tie(a.day, a.number) < std::tie(b.day, b.number);
    });
    std::vector<reports::Row> rows;
    for (Event& event : events) rows.push_back(std::move(event.row));
    return rows;
  }
};

/// The records that an id stands for, all without one; of a promise also how its verdict changed.
reports::Table table_of(const Opened& opened, const engine::Moment& moment,
                        const std::optional<std::string>& id, const reports::Labels& words) {
  const Programme& programme = opened.workspace.programme;
  const auto& log = opened.log.records;
  const auto names = id ? names_of(programme, log, *id) : std::unordered_set<std::string_view>{};
  const bool judged = id && engine::subject_named(programme, *id);
  const auto life =
      judged ? engine::transitions(programme, log, *id, moment) : std::vector<engine::Transition>{};
  std::map<std::int64_t, const engine::Transition*> made_by;
  reports::Table table = history_table(words, judged);
  Timeline timeline;
  for (const engine::Transition& transition : life) {
    if (transition.cause.record != 0) {
      made_by[transition.cause.record] = &transition;
    } else {
      timeline.events.push_back(
          {transition.day, 0, event_row(programme, transition, words, table.columns.size())});
    }
  }
  const auto facts = engine::facts_at(log, moment);
  auto notes = notes_of(opened.workspace);
  for (std::size_t i = 0; i < log.size(); ++i) {
    if (id && !engine::touches(log[i], names)) continue;
    if (moment.upto && log[i].number > *moment.upto) continue;
    reports::Row row = record_row(programme, log[i], facts.standing[i], notes[log[i].number]);
    const auto made = made_by.find(log[i].number);
    if (judged) {
      add_verdict(row, programme, made == made_by.end() ? nullptr : made->second, words);
    }
    timeline.events.push_back({judged ? log[i].learned : Date{1400, 1, 1}, log[i].number, row});
  }
  table.rows = std::move(timeline).in_order();
  return table;
}

reports::Report records_report(const cli::Arguments& arguments, const World& world,
                               const Opened& opened, const engine::Moment& moment,
                               const reports::Labels& words) {
  const auto id = arguments.find("ID");
  const engine::Evaluation nothing_judged{moment, {}};
  const reports::Input input{opened.workspace.programme,
                             opened.log.records,
                             nothing_judged,
                             {},
                             make_head(arguments, world, opened, {moment}),
                             {},
                             words};
  reports::Report report =
      reports::report_on(input, id ? words("history.title-of", {{"subject", printable(*id)}})
                                   : words("history.title"));
  report.programme = nullptr;  // no verdicts in it
  report.schema = "jalon.history/1";
  report.table = table_of(opened, moment, id, words);
  report.document.blocks = {*report.table};
  return report;
}

}  // namespace

ExitCode run_history(const cli::Arguments& arguments, World& world) {
  const Showing showing = read_showing(arguments, world);
  const reports::Labels words = read_labels(arguments);
  const Opened opened = open(arguments, world);
  const auto moment = read_moment(arguments, opened.workspace.today, opened.log.records);
  const reports::Report report = records_report(arguments, world, opened, moment, words);
  tell_moment(arguments, report.head, world);
  show(report, words, showing, world);
  return ExitCode::done;
}

}  // namespace jalon::commands
