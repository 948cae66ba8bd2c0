// What a revision changes besides a target itself: the parts of its split, and milestones.
#include "rules/definitions/revision_reading.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace jalon::definitions {
namespace {

constexpr std::string_view kSameParts = "a revision changes the parts' numbers, not which they are";

const Target* find_part(const std::vector<Target>& parts, const std::string& id) {
  const auto found =
      std::find_if(parts.begin(), parts.end(), [&id](const Target& part) { return part.id == id; });
  return found == parts.end() ? nullptr : &*found;
}

bool had_tolerance(const Target& part) {
  const auto& promise =
      part.amendments.empty() ? static_cast<const Promise&>(part) : part.amendments.back().promise;
  return promise.tolerance.has_value();
}

/// The restated parts in the order of the first promise; says which are missing or new.
std::vector<Target> in_order(Reading& reading, std::vector<Target> restated, Ref<Target> ref,
                             Spot spot) {
  std::vector<Target> out;
  const auto [first, end] = parts_of_split(reading.programme, ref);
  for (std::uint32_t i = first; i < end; ++i) {
    const std::string& id = reading.programme.targets[i].id;
    if (const Target* part = find_part(restated, id)) {
      out.push_back(*part);
    } else {
      reading.problems.add(Code::must_restate, spot,
                           fmt::format("`split` leaves out {}", quoted(id)),
                           std::string{kSameParts});
    }
  }
  for (const Target& part : restated) {
    if (find_part(out, part.id) != nullptr) continue;
    reading.problems.add(Code::unknown_value, spot,
                         fmt::format("the first promise has no part {}", quoted(part.id)),
                         std::string{kSameParts});
  }
  return out;
}

}  // namespace

SplitChange revise_split(RevisionReading& revision, const TargetReading& whole, Ref<Target> ref) {
  TableReader& reader = revision.reader;
  Reading& reading = reader.reading();
  const Entry* entry = reader.take("split");
  if (entry == nullptr) return {};
  if (!reading.sound_targets[ref.index]) return {.given = true};
  const auto [first, end] = parts_of_split(reading.programme, ref);
  if (first == end) {
    reader.misplaced("split", "has no place here: the target is not split");
    return {.given = true};
  }
  std::vector<Target> restated = read_split(reader, whole);
  if (restated.empty()) return {.given = true};  // its mistake is on the list
  if (had_tolerance(reading.programme.targets[first]) && !restated.front().tolerance) {
    reading.problems.add(Code::must_restate, entry->spot,
                         "the parts have a `tolerance`: a new `split` must restate it");
  }
  return {.given = true, .parts = in_order(reading, std::move(restated), ref, entry->spot)};
}

bool revise_milestone(RevisionReading& revision, Ref<Milestone> ref) {
  TableReader& reader = revision.reader;
  Milestone& milestone = reader.reading().programme.milestones[ref.index];
  StagePromise promise = milestone.amendments.empty() ? static_cast<const StagePromise&>(milestone)
                                                      : milestone.amendments.back().promise;
  bool changed = revision.withdrawn;
  if (!revision.withdrawn) {
    for (const std::string_view key :
         {"at_least", "at_most", "between", "exactly", "trend", "start", "first", "last", "overall",
          "first_share", "each_within", "share", "tolerance", "baseline", "expect", "checkpoint",
          "split"}) {
      reader.misplaced(key, "belongs to a target, not to a milestone");
    }
    const StageChange change = read_stage_change(reader, milestone, promise);
    changed = change.reach || change.time;
  }
  if (changed) {
    milestone.amendments.push_back(
        {*revision.by, *revision.decided, revision.withdrawn, std::move(promise)});
  }
  return changed;
}

}  // namespace jalon::definitions
