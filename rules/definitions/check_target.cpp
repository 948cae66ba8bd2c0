// What the keys of a promise have to do with each other; the same for a first promise and for one
// that a revision made.
#include "rules/definitions/target_reading.hpp"

#include <fmt/format.h>

#include <utility>

namespace jalon::definitions {
namespace {

void check_due_day(Reading& reading, const TargetReading& read) {
  if (!read.time) return;
  const auto due = due_day(read.time->time);
  const auto start = first_day(read.target, read.time->time);
  if (!due || !start || *due >= *start) return;
  reading.problems.add(Code::due_before_start, read.time->spot,
                       fmt::format("the due day {} lies before the first day of the window, {}",
                                   iso(*due), iso(*start)),
                       "the window opens with `start`, or with the initiative's");
}

/// The numbers that a comparison holds the value against.
std::vector<Decimal> numbers_of(const Comparison& comparison) {
  if (const auto* both = std::get_if<Between>(&comparison)) return {both->lower, both->upper};
  const auto goal = goal_of(comparison);
  if (!goal) return {};
  return {*goal};
}

/// A level that no reading may have is a slip; amounts of a flow add up beyond their range.
void check_range(Reading& reading, const Indicator& indicator, const Decimal& number, Spot spot) {
  if (!indicator.range || !is_stock(indicator)) return;
  if (number >= *indicator.range->lo.at && number <= *indicator.range->hi.at) return;
  reading.problems.add(Code::out_of_range, spot,
                       fmt::format("{} is outside the range of indicator {}, {} to {}",
                                   number.str(), quoted(indicator.id),
                                   indicator.range->lo.at->str(), indicator.range->hi.at->str()));
}

void check_numbers(Reading& reading, const TargetReading& read) {
  if (read.indicator == nullptr) return;
  if (read.comparison) {
    const Spot spot = read.comparison->spot;
    for (const Decimal& goal : numbers_of(read.comparison->comparison)) {
      check_range(reading, *read.indicator, goal, spot);
    }
    const auto* exactly = std::get_if<Exactly>(&read.comparison->comparison);
    if (exactly != nullptr && !exactly->from.series && read.indicator->whole &&
        !exactly->goal.is_whole()) {
      reading.problems.add(Code::not_whole, spot,
                           fmt::format("indicator {} counts whole numbers: it is never exactly {}",
                                       quoted(read.indicator->id), exactly->goal.str()));
    }
  }
  if (read.target.baseline) {
    check_range(reading, *read.indicator, read.target.baseline->value,
                read.baseline.value_or(read.header));
  }
  for (std::size_t i = 0; i < read.checkpoints.size(); ++i) {
    check_range(reading, *read.indicator, read.target.checkpoints[i].value,
                read.checkpoints[i].value);
  }
}

/// A series speaks of the same thing as the indicator that it is held against.
void check_series(Reading& reading, const TargetReading& read) {
  if (!read.comparison || read.indicator == nullptr) return;
  const auto series = source_of(read.comparison->comparison).series;
  if (!series) return;
  const Series& goal = reading.programme[*series];
  if (goal.unit.empty() || read.indicator->unit.empty() || goal.unit == read.indicator->unit)
    return;
  reading.problems.add(
      Code::unit_mismatch, read.comparison->spot,
      fmt::format("series {} is in {}, indicator {} in {}", quoted(goal.id), quoted(goal.unit),
                  quoted(read.indicator->id), quoted(read.indicator->unit)));
}

void check_trend(Reading& reading, const TargetReading& read) {
  if (!read.comparison || !std::holds_alternative<Trend>(read.comparison->comparison)) return;
  if (!read.baseline) {
    reading.problems.add(Code::no_baseline, read.comparison->spot,
                         "`trend` is held against a baseline, which is not there",
                         "write baseline = { value = ..., on = ... }");
  }
  if (read.tolerance) {
    reading.problems.add(Code::misplaced_key, *read.tolerance,
                         "`tolerance` means nothing beside `trend`, which has no goal");
  }
  const auto* per = read.time ? std::get_if<Per>(&read.time->time) : nullptr;
  if (per != nullptr && (per->first_share || read.time->prorata)) {
    reading.problems.add(Code::misplaced_key, read.time->spot,
                         "`first_share` means nothing beside `trend`, which has no goal");
  }
}

/// Flows and what is made of them are counted over a window, so there is no level to keep.
bool keeps_level(const Programme& programme, const Indicator& indicator) {
  if (is_stock(indicator)) return true;
  if (!std::holds_alternative<Ratio>(indicator.measure)) return false;
  for (const Ref<Indicator> part : parts_of(indicator.measure)) {
    if (!is_stock(programme[part])) return false;
  }
  return true;
}

void check_hold(Reading& reading, const TargetReading& read) {
  if (!read.time || read.indicator == nullptr) return;
  if (!std::holds_alternative<Hold>(read.time->time)) return;
  if (keeps_level(reading.programme, *read.indicator)) return;
  reading.problems.add(
      Code::hold_on_flow, read.time->spot,
      fmt::format("`hold` keeps a level, and indicator {} is none", quoted(read.indicator->id)),
      "only stocks and ratios of stocks can be held; amounts of a flow are promised "
      "with `per`");
}

/// The part of the first period that begins with the initiative.
std::optional<Per::Share> prorata(Reading& reading, const TargetReading& read, const Per& per) {
  const Target& target = read.target;
  std::optional<Date> start;
  if (target.initiative) {
    const Initiative& initiative = reading.programme[*target.initiative];
    if (initiative.start) start = initiative.start->from;
  }
  if (start && per.first.contains(*start)) {
    return Per::Share{Decimal{days_between(*start, per.first.last) + 1},
                      Decimal{days_between(per.first.first, per.first.last) + 1}};
  }
  const std::string name = period_name(per.first, per.unit);
  reading.problems.add(
      Code::prorata_start, *read.time->prorata,
      start
          ? fmt::format("the initiative starts on {}, which is not inside of {}", iso(*start), name)
          : fmt::format("\"prorata\" counts from the initiative's start, which is not there"),
      "give the initiative its `start`, or write the share as a number");
  return std::nullopt;
}

}  // namespace

void complete_share(Reading& reading, TargetReading& out) {
  if (!out.time || !out.time->prorata) return;
  Per& per = std::get<Per>(out.time->time);
  per.first_share = prorata(reading, out, per);
}

void complete_goal(Reading& reading, TargetReading& out) {
  if (!out.comparison) return;
  const auto percent = source_of(out.comparison->comparison).percent;
  if (!percent) return;
  const ComparisonRead read = *out.comparison;
  out.comparison.reset();  // until its number is known
  if (!out.target.baseline) {
    if (out.baseline) return;  // its mistake is on the list
    reading.problems.add(
        Code::no_baseline, read.spot,
        fmt::format("`{}` is relative to a baseline, which is not there", read.key),
        "write baseline = { value = ..., on = ... }");
    return;
  }
  try {
    const Decimal goal =
        out.target.baseline->value * (Decimal{100} + *percent) * Decimal::scaled(1, 2);
    out.comparison = ComparisonRead{with_goal(read.comparison, goal), read.spot, read.key};
  } catch (const DecimalOverflow&) {
    reading.problems.add(Code::out_of_range, read.spot,
                         fmt::format("`{}` grew beyond 128 bits", read.key));
  }
}

GoalSource source_of(const Comparison& comparison) {
  if (const auto* floor = std::get_if<AtLeast>(&comparison)) return floor->from;
  if (const auto* limit = std::get_if<AtMost>(&comparison)) return limit->from;
  if (const auto* point = std::get_if<Exactly>(&comparison)) return point->from;
  return {};
}

std::optional<Decimal> goal_of(const Comparison& comparison) {
  if (source_of(comparison).series) return std::nullopt;
  if (const auto* floor = std::get_if<AtLeast>(&comparison)) return floor->goal;
  if (const auto* limit = std::get_if<AtMost>(&comparison)) return limit->goal;
  if (const auto* point = std::get_if<Exactly>(&comparison)) return point->goal;
  return std::nullopt;
}

Comparison with_goal(const Comparison& comparison, const Decimal& goal) {
  const GoalSource from = source_of(comparison);
  if (std::holds_alternative<AtMost>(comparison)) return AtMost{goal, from};
  if (std::holds_alternative<Exactly>(comparison)) return Exactly{goal, from};
  return AtLeast{goal, from};
}

std::string_view key_of(const Comparison& comparison) {
  constexpr std::string_view kKeys[] = {"at_least", "at_most", "between", "exactly", "trend"};
  return kKeys[comparison.index()];
}

void check_promise(Reading& reading, const TargetReading& read) {
  check_due_day(reading, read);
  check_dimensions(reading, read);
  check_numbers(reading, read);
  check_series(reading, read);
  check_trend(reading, read);
  check_hold(reading, read);
  check_path(reading, read);
}

}  // namespace jalon::definitions
