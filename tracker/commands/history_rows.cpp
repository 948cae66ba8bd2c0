#include "tracker/commands/history_rows.hpp"

#include "reports/wording.hpp"
#include "tracker/commands/record_line.hpp"
#include "tracker/log/names.hpp"

#include <fmt/format.h>

namespace jalon::commands {
namespace {

using engine::Standing;
using reports::Align;
using reports::Cell;

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

Cell text_or_none(std::string text) {
  if (text.empty()) return std::monostate{};
  return text;
}

Cell number_cell(std::int64_t number) { return reports::NumberCell{Decimal{number}}; }

std::string said(const Programme& programme, const Record& record) {
  if (record.kind == RecordKind::judgement)
    return fmt::format("{} until {}", printable(record.stage),
                       record.happened.latest ? iso(*record.happened.latest) : "?");
  if (record.kind != RecordKind::attestation) return stated(programme, record);
  return fmt::format("complete through {}",
                     record.happened.latest ? iso(*record.happened.latest) : "?");
}

/// What the verdict said before and says after; nothing in the place of nothing.
std::vector<Cell> verdict_cells(const Programme& programme, const engine::Transition* transition,
                                const reports::Labels& words) {
  if (transition == nullptr) return {std::monostate{}, std::monostate{}, std::monostate{}};
  const auto& before = transition->before;
  return {before ? Cell{before->status} : Cell{std::monostate{}}, transition->after.status,
          reports::value_and_goal(programme, transition->after, words)};
}

void append(reports::Row& row, std::vector<Cell> cells) {
  for (Cell& cell : cells) row.cells.push_back(std::move(cell));
}

}  // namespace

reports::Table history_table(const reports::Labels& words, bool with_verdicts) {
  reports::Table table;
  table.columns = {{"learned", words("column.learned"), Align::left, 0},
                   {"number", words("history.number"), Align::right, 0},
                   {"kind", words("history.kind"), Align::left, 0},
                   {"subject", words("history.subject"), Align::left, with_verdicts ? 3 : 0},
                   {"value", words("column.amount"), Align::left, 0},
                   {"happened", words("column.on"), Align::left, 1},
                   {"dimensions", words("history.dimensions"), Align::left, 3},
                   {"key", words("history.key"), Align::left, 3},
                   {"evidence", words("column.evidence"), Align::left, 4},
                   {"replaces", words("history.replaces"), Align::right, 2},
                   {"standing", words("history.standing"), Align::left, 1},
                   {"recorded_at", words("history.recorded-at"), Align::left, 7},
                   {"recorded_by", words("history.recorded-by"), Align::left, 6},
                   {"on_behalf_of", words("history.on-behalf-of"), Align::left, 6},
                   {"note", words("history.note"), Align::left, 5}};
  if (!with_verdicts) return table;
  table.columns.push_back({"status.before", words("column.before"), Align::left, 0});
  table.columns.push_back({"status.after", words("column.after"), Align::left, 0});
  table.columns.push_back({"reads", words("column.value"), Align::left, 1});
  return table;
}

reports::Row record_row(const Programme& programme, const Record& record, Standing standing,
                        const std::string& note) {
  const bool happened = record.kind == RecordKind::record || record.kind == RecordKind::correction;
  reports::Row row;
  row.cells = {record.learned,
               number_cell(record.number),
               std::string{log::name(record.kind)},
               reports::IdCell{record.subject},
               text_or_none(said(programme, record)),
               text_or_none(happened ? when(record.happened) : ""),
               text_or_none(dimensions_of(record)),
               text_or_none(record.key),
               text_or_none(evidence_of(record)),
               record.replaces ? number_cell(*record.replaces) : Cell{std::monostate{}},
               std::string{standing_name(standing)},
               record.recorded_at,
               record.recorded_by,
               text_or_none(record.on_behalf_of),
               text_or_none(note)};
  return row;
}

void add_verdict(reports::Row& row, const Programme& programme,
                 const engine::Transition* transition, const reports::Labels& words) {
  append(row, verdict_cells(programme, transition, words));
}

reports::Row event_row(const Programme& programme, const engine::Transition& transition,
                       const reports::Labels& words, std::size_t columns) {
  const std::string_view kind =
      transition.before ? engine::name(transition.cause.kind) : std::string_view{"first-look"};
  reports::Row row;
  row.cells.assign(columns - 3, std::monostate{});
  row.cells[0] = transition.day;
  row.cells[2] = std::string{kind};
  row.cells[3] = reports::IdCell{transition.after.id};
  row.cells[4] = text_or_none(transition.cause.definition);
  append(row, verdict_cells(programme, &transition, words));
  return row;
}

}  // namespace jalon::commands
