#pragma once

#include "rules/definitions/table_reader.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

// One reader for each kind of table. Each reads one table into the programme; what is wrong goes
// to the problems, and a definition with mistakes still takes its place, so that references count
// right.

namespace jalon::definitions {

void read_source(TableReader& reader, const std::string& id);
void read_party(TableReader& reader, const std::string& id);
void read_initiative(TableReader& reader, const std::string& id);
void read_recommendation(TableReader& reader, const std::string& id);
void read_fact(TableReader& reader, const std::string& id);
void read_series(TableReader& reader, const std::string& id);
void read_indicator(TableReader& reader, const std::string& id);
void read_target(TableReader& reader, const std::string& id);
void read_milestone(TableReader& reader, const std::string& id);
void read_commitment(TableReader& reader, const std::string& id);

/// The tables of the workspace file alone: [programme], [definitions], [store], [dates],
/// [defaults].
void read_workspace(Reading& reading, const Node& file);
[[nodiscard]] bool is_workspace_table(std::string_view name);
[[nodiscard]] std::span<const std::string_view> workspace_tables();
void read_margins(Reading& reading, const Node& dates);
void read_defaults(Reading& reading, const Node& defaults);

/// After every indicator is read: what a ratio is made of.
void check_ratio(Reading& reading, const Indicator& indicator, const Node& table);

// Shared by several readers.

/// Title, note, tags, sources; takes `id`, which is read already.
void read_common(TableReader& reader, const std::string& id, bool title_required, Common& out);

/// An area or level of the programme; empty if it is missing or wrong.
[[nodiscard]] std::string read_area(TableReader& reader);
[[nodiscard]] std::string read_level(TableReader& reader);
[[nodiscard]] std::optional<Ref<Party>> read_owner(TableReader& reader,
                                                   std::string_view key = "owner");
[[nodiscard]] Severity read_severity(TableReader& reader);
[[nodiscard]] Completeness read_completeness(TableReader& reader);
[[nodiscard]] EvidenceRule read_evidence(TableReader& reader);
/// Checks that `freshness` is the default: another comes with a later release.
void read_freshness(TableReader& reader);

/// Owner, area, level and tags that were not given come from the initiative.
template <class Definition>
void inherit(const Programme& programme, Definition& definition) {
  if (!definition.initiative) return;
  const Initiative& from = programme[*definition.initiative];
  if (!definition.owner) definition.owner = from.owner;
  if (definition.area.empty()) definition.area = from.area;
  if (definition.level.empty()) definition.level = from.level;
  if (definition.tags.empty()) definition.tags = from.tags;
}

/// The one comparison of a target, with the place of its key; nothing if it is missing, wrong or
/// one of several.
struct ComparisonRead {
  Comparison comparison;
  Spot spot;
  std::string key;
};
[[nodiscard]] std::optional<ComparisonRead> read_comparison(TableReader& reader);

/// The one time clause of a target or milestone.
struct TimeRead {
  TimeClause time;
  Spot spot;
};
[[nodiscard]] std::optional<TimeRead> read_target_time(TableReader& reader);
[[nodiscard]] std::optional<TimeRead> read_milestone_time(TableReader& reader);
/// The last day in time by the nominal reading; nothing for per, for_each and undated.
[[nodiscard]] std::optional<Date> due_day(const TimeClause& time);

}  // namespace jalon::definitions
