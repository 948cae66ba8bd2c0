#include "reports/parts.hpp"
#include "rules/engine/facts.hpp"
#include "rules/model/suggest.hpp"
#include "tracker/commands/commands.hpp"
#include "tracker/commands/judging.hpp"
#include "tracker/commands/moment.hpp"
#include "tracker/commands/record_line.hpp"
#include "tracker/commands/showing.hpp"
#include "tracker/commands/viewing.hpp"
#include "tracker/log/names.hpp"
#include "tracker/refused.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace jalon::commands {
namespace {

using engine::Standing;
using reports::Align;

std::string_view standing_name(Standing standing) {
  switch (standing) {
    case Standing::in_force:
      return "in-force";
    case Standing::learned_later:
      return "learned-later";
    case Standing::superseded:
      return "superseded";
    case Standing::retracted:
      return "retracted";
    case Standing::in_advance:
      return "in-advance";
    case Standing::administrative:
      return "administrative";
  }
  return {};
}

/// The subjects whose records an id stands for. A target stands for what it measures.
std::set<std::string> subjects_of(const Programme& programme, std::span<const Record> log,
                                  const std::string& id) {
  std::set<std::string> subjects;
  std::vector<std::string_view> names;
  const auto measured = [&](const Indicator& indicator) {
    subjects.insert(indicator.id);
    if (const auto* ratio = std::get_if<Ratio>(&indicator.measure)) {
      subjects.insert(programme[ratio->of].id);
      if (const auto* to = std::get_if<Ref<Indicator>>(&ratio->to))
        subjects.insert(programme[*to].id);
    }
  };
  for (const Indicator& indicator : programme.indicators) {
    names.push_back(indicator.id);
    if (indicator.id == id) measured(indicator);
  }
  for (const Milestone& milestone : programme.milestones) {
    names.push_back(milestone.id);
    if (milestone.id == id) subjects.insert(id);
  }
  for (const Target& target : programme.targets) {
    names.push_back(target.id);
    if (target.id != id) continue;
    measured(programme[target.indicator]);
    subjects.insert(id);  // attested by its own name
  }
  if (std::ranges::find(log, id, &Record::subject) != log.end()) subjects.insert(id);
  if (subjects.empty())
    refuse_usage("unknown-id",
                 fmt::format("no indicator, milestone or target is called `{}`", printable(id)),
                 did_you_mean(id, names));
  return subjects;
}

reports::Cell text_or_none(std::string text) {
  if (text.empty()) return std::monostate{};
  return text;
}

reports::Cell number_cell(std::int64_t number) { return reports::NumberCell{Decimal{number}}; }

std::string said(const Programme& programme, const Record& record) {
  if (record.kind != RecordKind::attestation) return stated(programme, record);
  return fmt::format("complete through {}",
                     record.happened.latest ? iso(*record.happened.latest) : "?");
}

reports::Row row_of(const Programme& programme, const Record& record, Standing standing,
                    const std::string& note) {
  const bool happened = record.kind == RecordKind::record || record.kind == RecordKind::correction;
  reports::Row row;
  row.cells = {number_cell(record.number),
               std::string{log::name(record.kind)},
               reports::IdCell{record.subject},
               text_or_none(said(programme, record)),
               text_or_none(happened ? when(record.happened) : ""),
               text_or_none(dimensions_of(record)),
               text_or_none(record.key),
               text_or_none(evidence_of(record)),
               record.replaces ? number_cell(*record.replaces) : reports::Cell{std::monostate{}},
               record.learned,
               std::string{standing_name(standing)},
               record.recorded_at,
               record.recorded_by,
               text_or_none(record.on_behalf_of),
               text_or_none(note)};
  return row;
}

reports::Table empty_table(const reports::Labels& words) {
  reports::Table table;
  table.columns = {{"number", words("history.number"), Align::right, 0},
                   {"kind", words("history.kind"), Align::left, 1},
                   {"subject", words("history.subject"), Align::left, 0},
                   {"value", words("column.amount"), Align::left, 0},
                   {"happened", words("column.on"), Align::left, 0},
                   {"dimensions", words("history.dimensions"), Align::left, 3},
                   {"key", words("history.key"), Align::left, 3},
                   {"evidence", words("column.evidence"), Align::left, 4},
                   {"replaces", words("history.replaces"), Align::right, 2},
                   {"learned", words("column.learned"), Align::left, 1},
                   {"standing", words("history.standing"), Align::left, 1},
                   {"recorded_at", words("history.recorded-at"), Align::left, 7},
                   {"recorded_by", words("history.recorded-by"), Align::left, 6},
                   {"on_behalf_of", words("history.on-behalf-of"), Align::left, 6},
                   {"note", words("history.note"), Align::left, 5}};
  return table;
}

std::map<std::int64_t, std::string> notes_of(const std::filesystem::path& store) {
  std::map<std::int64_t, std::string> notes;
  for (auto& note : log::read_notes(store)) notes.emplace(note.record, std::move(note.text));
  return notes;
}

reports::Table records_table(const Opened& opened, const engine::Moment& moment,
                             const std::optional<std::string>& id, const reports::Labels& words) {
  const Programme& programme = opened.workspace.programme;
  const auto& log = opened.log.records;
  const auto subjects = id ? subjects_of(programme, log, *id) : std::set<std::string>{};
  const auto facts = engine::facts_at(log, moment);
  auto notes = notes_of(opened.workspace.store);
  reports::Table table = empty_table(words);
  for (std::size_t i = 0; i < log.size(); ++i) {
    if (id && !subjects.contains(log[i].subject)) continue;
    if (moment.upto && log[i].number > *moment.upto) continue;
    table.rows.push_back(row_of(programme, log[i], facts.standing[i], notes[log[i].number]));
  }
  return table;
}

reports::Report records_report(const cli::Arguments& arguments, const Opened& opened,
                               const engine::Moment& moment, const reports::Labels& words) {
  const auto id = arguments.find("ID");
  const engine::Evaluation nothing_judged{moment, {}};
  const reports::Input input{opened.workspace.programme,
                             opened.log.records,
                             nothing_judged,
                             {},
                             make_head(arguments, opened.workspace, opened.log, moment),
                             {},
                             words};
  reports::Report report =
      reports::report_on(input, id ? words("history.title-of", {{"subject", printable(*id)}})
                                   : words("history.title"));
  report.programme = nullptr;  // no verdicts in it
  report.schema = "jalon.history/1";
  report.table = records_table(opened, moment, id, words);
  report.document.blocks = {*report.table};
  return report;
}

}  // namespace

ExitCode run_history(const cli::Arguments& arguments, World& world) {
  const Showing showing = read_showing(arguments, world);
  const reports::Labels words = read_labels(arguments);
  const Opened opened = open(arguments, world);
  const auto moment = read_moment(arguments, opened.workspace.today, opened.log.records);
  const reports::Report report = records_report(arguments, opened, moment, words);
  tell_moment(arguments, report.head, world);
  show(report, words, showing, world);
  return ExitCode::done;
}

}  // namespace jalon::commands
