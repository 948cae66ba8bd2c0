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
  bool lacking;  ///< without data
  bool incomplete;
};

PartState part_at(const Line& line, Day day) {
  const Step* step = step_at(line, day);
  PartState part{step != nullptr ? step->bounds : nothing_yet(line),
                 step != nullptr ? step->doubts : Doubts{}, line.something_from > day,
                 line.kind != Line::Kind::stock && day > line.complete_until};
  if (part.incomplete) part.bounds.hi = {};
  return part;
}

Edge edge(const End& end) {
  return end.at ? Edge{Fraction{*end.at}, end.open} : Edge{std::nullopt, false};
}

/// Reference data's latest value on or before the day, or its last one dated in the day's year.
const Series::Value* figure_at(const Measured& measured, Day day) {
  const auto date = date_of(day);
  if (!date) return nullptr;
  const bool same_year = measured.pick == Ratio::Pick::same_year;
  const Date until = same_year ? Date{date->year(), 12, 31} : *date;
  const auto& values = measured.series->values;
  const auto after =
      std::upper_bound(values.begin(), values.end(), until,
                       [](Date wanted, const Series::Value& value) { return wanted < value.on; });
  if (after == values.begin()) return nullptr;
  const Series::Value& figure = *(after - 1);
  return same_year && figure.on.year() != date->year() ? nullptr : &figure;
}

PartState under_at(const Measured& measured, Day day) {
  if (measured.series == nullptr) return part_at(measured.parts[1], day);
  const Series::Value* figure = figure_at(measured, day);
  return {figure != nullptr ? Interval::exactly(figure->value) : Interval::anything(),
          {},
          false,
          false};
}

/// `over` by a denominator that is above zero, taken at `small` or `great` so that the quotient is
/// as near as possible to the side asked for.
Edge divided(const End& over, const End& by_positive, const End& by_negative, bool percent) {
  if (!over.at) return {};
  const Decimal scaled = percent ? *over.at * Decimal{100} : *over.at;
  if (scaled.is_zero()) return {Fraction{scaled}, over.open};
  const End& by = scaled.is_negative() ? by_negative : by_positive;
  if (!by.at) return {Fraction{Decimal{}}, true};
  if (by.at->is_zero()) return {};  // as near to zero as one likes
  return {Fraction{scaled, *by.at}, over.open || by.open};
}

Doubts both(const Doubts& a, const Doubts& b) {
  return {a.stale || b.stale, a.unverified || b.unverified, a.vague_date || b.vague_date,
          a.vague_value || b.vague_value};
}

State ratio_at(const Measured& measured, Day day) {
  const PartState over = part_at(measured.parts.front(), day);
  const PartState under = under_at(measured, day);
  State state;
  state.doubts = both(over.doubts, under.doubts);
  state.no_data = over.lacking;
  state.lacks_part = over.lacking;
  state.incomplete = over.incomplete || under.incomplete;
  state.no_denominator = !certainly_above(under.bounds.lo, Decimal{});
  if (state.no_denominator) return state;
  const Interval& by = under.bounds;
  state.lo = divided(over.bounds.lo, by.hi, by.lo, measured.percent);
  state.hi = divided(over.bounds.hi, by.lo, by.hi, measured.percent);
  return state;
}

End negated(const End& end) { return end.at ? End{-*end.at, end.open} : End{}; }

/// A sum, or what is left after the other parts are taken off.
State combined_at(const Measured& measured, Day day) {
  PartState total = part_at(measured.parts.front(), day);
  bool nothing = total.lacking;
  const bool adds = measured.kind == Measured::Kind::sum;
  for (std::size_t i = 1; i < measured.parts.size(); ++i) {
    const PartState part = part_at(measured.parts[i], day);
    total.bounds = {total.bounds.lo + (adds ? part.bounds.lo : negated(part.bounds.hi)),
                    total.bounds.hi + (adds ? part.bounds.hi : negated(part.bounds.lo))};
    total.doubts = both(total.doubts, part.doubts);
    total.lacking = total.lacking || part.lacking;
    total.incomplete = total.incomplete || part.incomplete;
    nothing = nothing && part.lacking;
  }
  return {edge(total.bounds.lo), edge(total.bounds.hi), total.doubts, false, nothing,
          total.lacking,         total.incomplete};
}

void add_days(const Line& line, Day after, Day until, std::vector<Day>& days) {
  auto step = std::upper_bound(line.steps.begin(), line.steps.end(), after,
                               [](Day wanted, const Step& each) { return wanted < each.day; });
  for (; step != line.steps.end() && step->day <= until; ++step) days.push_back(step->day);
  const Day opens = later(line.complete_until, 1);
  if (line.kind != Line::Kind::stock && opens > after && opens <= until) days.push_back(opens);
}

/// Under `same_year` a figure holds from its year's first day through the last.
void add_days(const Series& series, Ratio::Pick pick, Day after, Day until,
              std::vector<Day>& days) {
  const auto add = [&](Date date) {
    const Day day = day_of(date);
    if (day > after && day <= until) days.push_back(day);
  };
  for (const Series::Value& value : series.values) {
    if (pick == Ratio::Pick::latest) {
      add(value.on);
    } else {
      add(Date{value.on.year(), 1, 1});
      add(add_months(Date{value.on.year(), 1, 1}, 12));
    }
  }
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

std::optional<Decimal> combined_value(const Measured& measured, Day day, bool high_is_worse) {
  std::optional<Decimal> total = part_value(measured.parts.front(), day, high_is_worse);
  const bool adds = measured.kind == Measured::Kind::sum;
  for (std::size_t i = 1; total && i < measured.parts.size(); ++i) {
    const auto part = part_value(measured.parts[i], day, adds == high_is_worse);
    if (!part) return std::nullopt;
    *total += adds ? *part : -*part;
  }
  return total;
}

std::optional<Fraction> ratio_value(const Measured& measured, Day day, bool high_is_worse) {
  const auto over = part_value(measured.parts.front(), day, high_is_worse);
  if (!over || state_at(measured, day).no_denominator) return std::nullopt;
  const auto under = measured.series == nullptr
                         ? part_value(measured.parts[1], day, !high_is_worse)
                         : std::optional<Decimal>{figure_at(measured, day)->value};
  if (!under || !(*under > Decimal{})) return std::nullopt;
  return Fraction{measured.percent ? *over * Decimal{100} : *over, *under};
}

bool flows(const Line& line) { return line.kind == Line::Kind::flow; }

}  // namespace

bool Measured::is_flow() const {
  return (kind == Kind::single || kind == Kind::sum) &&
         std::all_of(parts.begin(), parts.end(), flows);
}

bool Measured::contains_flow() const { return std::any_of(parts.begin(), parts.end(), flows); }

bool Measured::has_something(Day day) const {
  if (parts.front().something_from <= day) return true;
  if (kind != Kind::sum && kind != Kind::difference) return false;
  return std::any_of(parts.begin() + 1, parts.end(),
                     [&](const Line& part) { return part.something_from <= day; });
}

std::int64_t Measured::last_record() const {
  std::int64_t last = 0;
  for (const Line& part : parts) last = std::max(last, part.last_record);
  return last;
}

State state_at(const Measured& measured, Day day) {
  return measured.is_ratio() ? ratio_at(measured, day) : combined_at(measured, day);
}

std::vector<Day> change_days(const Measured& measured, Day after, Day until) {
  std::vector<Day> days;
  for (const Line& part : measured.parts) add_days(part, after, until, days);
  if (measured.series != nullptr) {
    add_days(*measured.series, measured.pick, after, until, days);
  }
  if (!std::is_sorted(days.begin(), days.end())) std::sort(days.begin(), days.end());
  return days;
}

std::optional<Fraction> value_at(const Measured& measured, Day day, bool high_is_worse) {
  if (!measured.has_something(day)) return std::nullopt;
  if (measured.is_ratio()) return ratio_value(measured, day, high_is_worse);
  const auto value = combined_value(measured, day, high_is_worse);
  return value ? std::optional{Fraction{*value}} : std::nullopt;
}

}  // namespace jalon::engine
