#include "rules/definitions/target_reading.hpp"

#include <fmt/format.h>

#include <utility>

namespace jalon::definitions {
namespace {

/// A path climbs to a floor and to a limit on what is used up; it falls to any other limit.
enum class Way { up, down };

struct Path {
  Way way = Way::up;
  std::optional<Decimal> goal;  ///< nothing: a series says it
  Decimal base;                 ///< value of the first point
  std::optional<Date> first;    ///< its day, if it is one day for all
  std::optional<Date> start;    ///< first day of the window
  std::optional<Date> due;
};

void refuse(Reading& reading, const TargetReading& read, std::string message, std::string hint) {
  const Spot spot = read.expect ? *read.expect : read.checkpoints.front().on;
  reading.problems.add(Code::no_path, spot, std::move(message), std::move(hint));
}

/// Where the path runs from and to, or why there can be none.
std::optional<Path> path_of(Reading& reading, const TargetReading& read) {
  const Target& target = read.target;
  const TimeClause& time = read.time->time;
  const auto* floor = std::get_if<AtLeast>(&read.comparison->comparison);
  const auto* limit = std::get_if<AtMost>(&read.comparison->comparison);
  if (floor == nullptr && limit == nullptr) {
    refuse(reading, read, "a path leads to a floor or a limit, not to a corridor or a point",
           "leave out `expect` and `checkpoint`, or write `at_least` or `at_most`");
    return std::nullopt;
  }
  if (std::holds_alternative<Hold>(time)) {
    refuse(reading, read, "a level that is kept has no due day for a path to end on",
           "leave out `expect` and `checkpoint`");
    return std::nullopt;
  }
  if (std::holds_alternative<Undated>(time)) {
    refuse(reading, read, "an undated target has no due day for a path to end on",
           "leave out `expect` and `checkpoint`");
    return std::nullopt;
  }
  const bool many = std::holds_alternative<Per>(time) || std::holds_alternative<ForEach>(time);
  if (many && !read.checkpoints.empty()) {
    refuse(reading, read, "checkpoints need one due day; here each period or member has its own",
           "write expect = \"linear\"");
    return std::nullopt;
  }
  Path path{.goal = goal_of(read.comparison->comparison),
            .base = target.baseline ? target.baseline->value : Decimal{0},
            .first = {},
            .start = first_day(target, time),
            .due = due_day(time)};
  if (path.start) path.first = *path.start - Days{1};
  if (target.baseline && target.baseline->on) path.first = target.baseline->on;
  if (!many && !path.first) {
    refuse(reading, read, "the path has no first day",
           "write `start`, or a `baseline` with the day it was read `on`");
    return std::nullopt;
  }
  if (limit != nullptr && !is_flow(*read.indicator)) {
    path.way = Way::down;
    if (!target.baseline || (path.goal && target.baseline->value <= *path.goal)) {
      refuse(reading, read, "a path to this limit needs a baseline above it",
             "write baseline = { value = ..., on = ... }");
      return std::nullopt;
    }
  }
  return path;
}

bool beyond(const Path& path, const Decimal& value, const Decimal& other) {
  return path.way == Way::up ? value > other : value < other;
}

void check_checkpoint_day(Reading& reading, const Path& path, const Checkpoint& checkpoint,
                          Spot spot) {
  if (path.start && checkpoint.on < *path.start) {
    reading.problems.add(Code::checkpoint_before_window, spot,
                         fmt::format("the checkpoint on {} lies before the first day, {}",
                                     iso(checkpoint.on), iso(*path.start)));
  } else if (path.first && checkpoint.on <= *path.first) {
    reading.problems.add(Code::checkpoint_before_window, spot,
                         fmt::format("the checkpoint on {} does not lie after the baseline, {}",
                                     iso(checkpoint.on), iso(*path.first)));
  }
  if (path.due && checkpoint.on >= *path.due) {
    reading.problems.add(Code::checkpoint_after_due, spot,
                         fmt::format("the checkpoint on {} does not lie before the due day, {}",
                                     iso(checkpoint.on), iso(*path.due)),
                         "the path ends at the goal on the due day");
  }
}

void check_checkpoints(Reading& reading, const TargetReading& read, const Path& path) {
  const std::vector<Checkpoint>& checkpoints = read.target.checkpoints;
  Decimal before = path.base;
  for (std::size_t i = 0; i < checkpoints.size(); ++i) {
    const Checkpoint& checkpoint = checkpoints[i];
    check_checkpoint_day(reading, path, checkpoint, read.checkpoints[i].on);
    if (i > 0 && checkpoint.on <= checkpoints[i - 1].on) {
      reading.problems.add(Code::checkpoints_out_of_order, read.checkpoints[i].on,
                           fmt::format("the checkpoint on {} does not come after the one on {}",
                                       iso(checkpoint.on), iso(checkpoints[i - 1].on)),
                           "write checkpoints in the order of their days, one a day");
    }
    if (path.goal && beyond(path, checkpoint.value, *path.goal)) {
      reading.problems.add(Code::checkpoint_beyond_goal, read.checkpoints[i].value,
                           fmt::format("the checkpoint {} lies beyond the goal {}",
                                       checkpoint.value.str(), path.goal->str()));
    } else if (beyond(path, before, checkpoint.value)) {
      reading.problems.add(Code::checkpoints_out_of_order, read.checkpoints[i].value,
                           fmt::format("the checkpoint goes back from {} to {}", before.str(),
                                       checkpoint.value.str()));
    }
    before = checkpoint.value;
  }
}

void check_baseline(Reading& reading, const TargetReading& read) {
  if (!read.baseline) return;
  const bool period = read.time && std::holds_alternative<Per>(read.time->time);
  if (period && read.indicator != nullptr && is_flow(*read.indicator)) {
    reading.problems.add(Code::baseline_on_period, *read.baseline,
                         "a flow starts every period at 0: it has no baseline there",
                         "leave out `baseline`");
  }
  if (read.comparison && read.comparison->key == "between") {
    reading.problems.add(Code::misplaced_key, *read.baseline,
                         "`baseline` means nothing beside `between`");
  }
  const auto due = read.time ? due_day(read.time->time) : std::nullopt;
  if (due && read.baseline_day && *read.target.baseline->on >= *due) {
    reading.problems.add(Code::baseline_after_due, *read.baseline_day,
                         fmt::format("the baseline's day, {}, does not lie before the due day, {}",
                                     iso(*read.target.baseline->on), iso(*due)));
  }
}

}  // namespace

void check_path(Reading& reading, const TargetReading& read) {
  check_baseline(reading, read);
  if (read.target.checkpoints.empty() && !read.target.expect_linear) return;
  if (!read.time || !read.comparison || read.indicator == nullptr) return;
  if (read.baseline && !read.target.baseline) return;  // its mistake is on the list
  const auto path = path_of(reading, read);
  if (path) check_checkpoints(reading, read, *path);
}

}  // namespace jalon::definitions
