#include "rules/engine/line.hpp"

#include <algorithm>

namespace jalon::engine {
namespace {

/// What a record of a milestone changes on a day.
struct Change {
  Day day;
  std::int64_t stage;  ///< counted from 1
  bool certain;
  int unverified;
  int vague_date;
};

/// Stages from 1; 0 for a stage that the milestone does not have.
std::int64_t stage_of(const Milestone& milestone, const Record& record) {
  const auto& stages = milestone.stages;
  const auto place = std::find(stages.begin(), stages.end(), record.stage);
  return place == stages.end() ? 0 : place - stages.begin() + 1;
}

std::vector<Step> steps_of(std::vector<Change> changes) {
  std::stable_sort(changes.begin(), changes.end(),
                   [](const Change& a, const Change& b) { return a.day < b.day; });
  std::vector<Step> steps;
  std::int64_t lo = 0;
  std::int64_t hi = 0;
  int unverified = 0;
  int vague_date = 0;
  for (const Change& change : changes) {
    hi = std::max(hi, change.stage);
    if (change.certain) lo = std::max(lo, change.stage);
    unverified += change.unverified;
    vague_date += change.vague_date;
    if (steps.empty() || steps.back().day != change.day) {
      steps.push_back({change.day, {}, {}, nullptr});
    }
    steps.back().bounds = {{Decimal{lo}}, {Decimal{hi}}};
    steps.back().doubts = {false, unverified > 0, vague_date > 0, false};
  }
  return steps;
}

}  // namespace

Line stage_line(const Milestone& milestone, const std::vector<Entry>& entries, Day as_of) {
  Line line;
  line.kind = Line::Kind::stages;
  std::vector<Change> changes;
  for (const Entry& entry : entries) {
    const std::int64_t stage = stage_of(milestone, *entry.record);
    if (stage == 0) continue;
    changes.push_back({entry.from, stage, false, entry.proven ? 0 : 1, 1});
    if (entry.to <= as_of) changes.push_back({entry.to, stage, entry.proven, 0, -1});
    line.records.push_back(entry.record->number);
    line.evident = line.evident && !entry.record->evidence.empty();
    line.newest = std::max(line.newest.value_or(kDawn), entry.to);
  }
  std::sort(line.records.begin(), line.records.end());
  line.steps = steps_of(std::move(changes));
  return line;
}

}  // namespace jalon::engine
