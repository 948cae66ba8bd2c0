#include "rules/definitions/readers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace jalon::definitions {
namespace {

void find_stage(TableReader& reader, const Entry& reach, const Milestone& milestone,
                StagePromise& out) {
  const auto name = read_text(reader.problems(), "reach", reach.value);
  const std::vector<std::string>& stages = milestone.stages;
  if (!name || stages.empty()) return;
  const auto found = std::find(stages.begin(), stages.end(), *name);
  if (found != stages.end()) {
    out.reach = static_cast<std::uint32_t>(found - stages.begin());
    return;
  }
  const std::vector<std::string_view> candidates{stages.begin(), stages.end()};
  std::string hint = reader.problems().suggest(*name, candidates);
  if (hint.empty()) hint = fmt::format("stages are {}", one_of(candidates));
  reader.problems().add(Code::unknown_stage, reach.value.spot,
                        fmt::format("{} is not one of `stages`", quoted(*name)), std::move(hint));
}

void read_stages(TableReader& reader, Milestone& out) {
  const Entry* stages = reader.require("stages");
  const Entry* reach = reader.require("reach");
  if (stages != nullptr) {
    out.stages = read_texts(reader.problems(), "stages", stages->value).value_or(out.stages);
  }
  if (reach == nullptr) return;
  find_stage(reader, *reach, out, out);
}

void check_due_day(TableReader& reader, const Milestone& milestone, const TimeRead& time) {
  if (!milestone.initiative) return;
  const auto& start = reader.reading().programme[*milestone.initiative].start;
  const auto due = due_day(time.time);
  if (!start || !start->from || !due || *due >= *start->from) return;
  reader.problems().add(Code::due_before_start, time.spot,
                        fmt::format("the due day {} lies before the initiative's start, {}",
                                    iso(*due), iso(*start->from)));
}

}  // namespace

void read_milestone(TableReader& reader, const std::string& id) {
  Milestone milestone;
  read_common(reader, id, true, milestone);
  milestone.initiative = reader.reference<Initiative>("initiative", Kind::initiative);
  read_stages(reader, milestone);
  auto time = read_milestone_time(reader, Need::required);
  milestone.evidence = read_evidence(reader);
  milestone.completeness = read_completeness(reader);
  milestone.severity = read_severity(reader);
  milestone.owner = read_owner(reader);
  milestone.area = read_area(reader);
  milestone.level = read_level(reader);
  inherit(reader.reading().programme, milestone);
  if (time) {
    check_due_day(reader, milestone, *time);
    milestone.time = std::move(time->time);
  }
  reader.reading().programme.milestones.push_back(std::move(milestone));
}

StageChange read_stage_change(TableReader& reader, const Milestone& milestone,
                              StagePromise& promise) {
  const Entry* reach = reader.take("reach");
  if (reach != nullptr) find_stage(reader, *reach, milestone, promise);
  auto time = read_milestone_time(reader, Need::optional);
  if (time) {
    check_due_day(reader, milestone, *time);
    promise.time = std::move(time->time);
  }
  return {reach != nullptr, time.has_value()};
}

}  // namespace jalon::definitions
