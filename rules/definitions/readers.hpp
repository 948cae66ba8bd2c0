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

/// `measure`, `ratio`, `sum` or `difference`; nothing if it is missing, wrong or one of several.
[[nodiscard]] std::optional<Measure> read_measure(TableReader& reader);
/// After every indicator is read: what a derived one is made of.
void check_measure(Reading& reading, const Indicator& indicator, const Node& table);
[[nodiscard]] bool is_derived(const Indicator& indicator);

/// A [[revision]] or [[waiver]] that waits to be read.
struct Draft {
  const Node* table;
  std::string id;
};
/// What a revision may change of a milestone; changes `promise`.
struct StageChange {
  bool reach;
  bool time;
};
[[nodiscard]] StageChange read_stage_change(TableReader& reader, const Milestone& milestone,
                                            StagePromise& promise);
/// After targets, milestones and commitments: every revision, and the amendments that they make.
void read_revisions(Reading& reading, std::span<const Draft> drafts);
void read_waiver(TableReader& reader, const std::string& id);
/// After all commitments are read: none contains itself.
void check_members(Reading& reading);

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
/// The ages that are not given are the usual ones.
[[nodiscard]] Freshness read_freshness(TableReader& reader, const Freshness& usual);
/// After everything is read: no id of `was` may be taken, or listed twice.
void check_former_ids(Reading& reading);

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

/// May a table go without? (a revision changes only what it names)
enum class Need { required, optional };

/// The one comparison of a target, with the place of its key; nothing if it is missing, wrong or
/// one of several.
struct ComparisonRead {
  Comparison comparison;
  Spot spot;
  std::string key;
};
[[nodiscard]] std::optional<ComparisonRead> read_comparison(TableReader& reader, Need need);

/// The one time clause of a target or milestone.
struct TimeRead {
  TimeClause time;
  Spot spot;
  std::optional<Spot> prorata = {};  ///< of `first_share = "prorata"`, which is not worked out yet
};
[[nodiscard]] std::optional<TimeRead> read_target_time(TableReader& reader, Need need);
[[nodiscard]] std::optional<TimeRead> read_milestone_time(TableReader& reader, Need need);
/// The last day in time by the nominal reading; nothing for per, for_each, undated
/// and hold.
[[nodiscard]] std::optional<Date> due_day(const TimeClause& time);

}  // namespace jalon::definitions
