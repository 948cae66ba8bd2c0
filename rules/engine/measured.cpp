#include "rules/engine/measured.hpp"

#include <algorithm>

namespace jalon::engine {
namespace {

/// The step that holds on a day; nothing before the first.
const Step* step_at(const Line& line, Day day) {
  const auto after =
      std::upper_bound(line.steps.begin(), line.steps.end(), day,
                       [](Day wanted, const Step& step) { return wanted < step.day; });
  return after == line.steps.begin() ? nullptr : &*(after - 1);
}

Interval nothing_yet(const Line& line) {
  return line.kind == Line::Kind::stock ? Interval::anything() : Interval::exactly(Decimal{});
}

struct PartState {
  Interval bounds;
  Doubts doubts;
  bool incomplete;
};

PartState part_at(const Line& line, Day day) {
  const Step* step = step_at(line, day);
  PartState part{step != nullptr ? step->bounds : nothing_yet(line),
                 step != nullptr ? step->doubts : Doubts{},
                 line.kind != Line::Kind::stock && day > line.complete_until};
  if (part.incomplete) part.bounds.hi = {};
  return part;
}

Edge edge(const End& end) {
  return end.at ? Edge{Fraction{*end.at}, end.open} : Edge{std::nullopt, false};
}

/// What reference data says: its latest value on or before the day.
std::optional<Decimal> series_at(const Series& series, Day day) {
  std::optional<Decimal> latest;
  for (const Series::Value& value : series.values) {
    if (day_of(value.on) <= day) latest = value.value;
  }
  return latest;
}

PartState under_at(const Measured& measured, Day day) {
  if (measured.under) return part_at(*measured.under, day);
  const auto value = series_at(*measured.series, day);
  return {value ? Interval::exactly(*value) : Interval::anything(), {}, false};
}

/// `over` by a denominator that is above zero, taken at `small` or `great` so that the quotient is
/// as near as possible to the side asked for.
Edge divided(const End& over, const End& by_positive, const End& by_negative, bool percent) {
  if (!over.at) return {};
  const Decimal scaled = percent ? *over.at * Decimal{100} : *over.at;
  if (scaled.is_zero()) return {Fraction{scaled}, over.open};
  const End& by = scaled.is_negative() ? by_negative : by_positive;
  if (!by.at) return {Fraction{Decimal{}}, true};
  return {Fraction{scaled, *by.at}, over.open || by.open};
}

Doubts both(const Doubts& a, const Doubts& b) {
  return {a.stale || b.stale, a.unverified || b.unverified, a.vague_date || b.vague_date,
          a.vague_value || b.vague_value};
}

State ratio_at(const Measured& measured, Day day) {
  const PartState over = part_at(measured.line, day);
  const PartState under = under_at(measured, day);
  State state;
  state.doubts = both(over.doubts, under.doubts);
  state.incomplete = over.incomplete || under.incomplete;
  state.no_denominator = !certainly_above(under.bounds.lo, Decimal{});
  if (state.no_denominator) return state;
  const Interval& by = under.bounds;
  state.lo = divided(over.bounds.lo, by.hi, by.lo, measured.percent);
  state.hi = divided(over.bounds.hi, by.lo, by.hi, measured.percent);
  return state;
}

void add_days(const Line& line, Day after, Day until, std::vector<Day>& days) {
  auto step = std::upper_bound(line.steps.begin(), line.steps.end(), after,
                               [](Day wanted, const Step& each) { return wanted < each.day; });
  for (; step != line.steps.end() && step->day <= until; ++step) days.push_back(step->day);
  const Day opens = later(line.complete_until, 1);
  if (line.kind != Line::Kind::stock && opens > after && opens <= until) days.push_back(opens);
}

std::optional<Decimal> part_value(const Line& line, Day day, bool high_is_worse) {
  const Step* step = step_at(line, day);
  if (line.kind != Line::Kind::stock) {
    return step != nullptr ? step->bounds.lo.at : std::optional<Decimal>{Decimal{}};
  }
  if (step == nullptr || step->level == nullptr) return std::nullopt;
  if (step->level->number) return step->level->number;
  const Interval& range = step->level->range;
  const std::optional<Decimal>& worse = high_is_worse ? range.hi.at : range.lo.at;
  return worse ? worse : (high_is_worse ? range.lo.at : range.hi.at);
}

}  // namespace

std::int64_t Measured::last_record() const {
  return std::max(line.last_record, under ? under->last_record : 0);
}

State state_at(const Measured& measured, Day day) {
  if (measured.is_ratio()) {
    State state = ratio_at(measured, day);
    state.no_data = !measured.has_something(day);
    return state;
  }
  const PartState part = part_at(measured.line, day);
  return {edge(part.bounds.lo),         edge(part.bounds.hi), part.doubts, false,
          !measured.has_something(day), part.incomplete};
}

std::vector<Day> change_days(const Measured& measured, Day after, Day until) {
  std::vector<Day> days;
  add_days(measured.line, after, until, days);
  if (!measured.is_ratio()) {
    if (!std::is_sorted(days.begin(), days.end())) std::sort(days.begin(), days.end());
    return days;
  }
  if (measured.under) add_days(*measured.under, after, until, days);
  if (measured.series != nullptr) {
    for (const Series::Value& value : measured.series->values) {
      const Day day = day_of(value.on);
      if (day > after && day <= until) days.push_back(day);
    }
  }
  std::sort(days.begin(), days.end());
  return days;
}

std::optional<Fraction> value_at(const Measured& measured, Day day, bool high_is_worse) {
  if (!measured.has_something(day)) return std::nullopt;
  const auto over = part_value(measured.line, day, high_is_worse);
  if (!over) return std::nullopt;
  if (!measured.is_ratio()) return Fraction{*over};
  if (state_at(measured, day).no_denominator) return std::nullopt;
  const auto under = measured.under ? part_value(*measured.under, day, !high_is_worse)
                                    : series_at(*measured.series, day);
  if (!under || !(*under > Decimal{})) return std::nullopt;
  return Fraction{measured.percent ? *over * Decimal{100} : *over, *under};
}

}  // namespace jalon::engine
