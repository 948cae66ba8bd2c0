#include "tests/reference/generate.hpp"
#include "tests/reference/scope.hpp"

#include <algorithm>

namespace jalon::reference {
namespace {

const Indicator& indicator_of(const Maker& maker, const Target& target) {
  return maker.made.programme[target.indicator];
}
bool flow(const Indicator& indicator) { return std::holds_alternative<Flow>(indicator.measure); }
bool stock(const Indicator& indicator) { return std::holds_alternative<Stock>(indicator.measure); }

std::string some_value(Maker& maker, const Dimension& dimension) {
  if (!dimension.open) return maker.chance.pick(dimension.values);
  return maker.chance.pick(std::vector<std::string>{"Acme", "Beta & Co"});
}

bool has_dimension(const Indicator& indicator, const std::string& name) {
  return std::any_of(indicator.dimensions.begin(), indicator.dimensions.end(),
                     [&](const Dimension& dimension) { return dimension.name == name; });
}

/// Fixes what must be fixed (every dimension of a level) and sometimes more. Nothing if a level's
/// dimension cannot be fixed because another part does not have it.
std::optional<DimensionValues> some_where(Maker& maker, const Target& target,
                                          const std::string& left_free) {
  const Programme& programme = maker.made.programme;
  const auto parts = measured_parts(programme, target.indicator.index);
  const bool any_level = std::any_of(parts.begin(), parts.end(), [&](std::uint32_t part) {
    return stock(programme.indicators[part]);
  });
  DimensionValues where;
  for (const std::uint32_t part : parts) {
    for (const Dimension& dimension : programme.indicators[part].dimensions) {
      const bool common = std::all_of(parts.begin(), parts.end(), [&](std::uint32_t other) {
        return has_dimension(programme.indicators[other], dimension.name);
      });
      const bool must = stock(programme.indicators[part]);
      if (must && !common) return {};
      if (!common || dimension.name == left_free) continue;
      const bool done = std::any_of(where.begin(), where.end(), [&](const DimensionValue& value) {
        return value.dimension == dimension.name;
      });
      const bool wanted = must || maker.chance.percent(30);
      if (done || !wanted) continue;
      where.push_back({dimension.name, some_value(maker, dimension)});
      // Any of two values, but not of a level.
      if (!any_level && maker.chance.percent(40)) {
        where = joined(where, {{dimension.name, some_value(maker, dimension)}});
      }
    }
  }
  std::sort(where.begin(), where.end());
  return where;
}

Per some_periods(Maker& maker) {
  const std::vector<PeriodUnit> units{PeriodUnit::month, PeriodUnit::month, PeriodUnit::quarter,
                                      PeriodUnit::half, PeriodUnit::year};
  Per per{maker.chance.pick(units), {maker.origin, maker.origin}};
  per.first = period_of(maker.origin + Days{maker.chance.between(-5, 40)}, per.unit);
  maker.days.insert(maker.days.end(), {per.first.first, per.first.last});
  if (maker.chance.percent(50)) {
    per.last = per.first;
    for (int more = maker.chance.below(3); more > 0; --more) {
      per.last = next_period(*per.last, per.unit);
    }
    maker.days.push_back(per.last->last);
  } else {
    maker.days.push_back(next_period(per.first, per.unit).last);
  }
  per.overall = maker.chance.pick(std::vector<Per::Overall>{
      Per::Overall::latest_closed, Per::Overall::all, Per::Overall::current});
  if (maker.chance.percent(35)) {
    const long days = days_between(per.first.first, per.first.last) + 1;
    per.first_share = Per::Share{Decimal::scaled(maker.chance.between(1, 9), 1)};
    if (maker.chance.percent(50)) {
      const int ran = maker.chance.between(1, static_cast<int>(days));
      per.first_share = Per::Share{Decimal{ran}, Decimal{days}};
    }
  }
  return per;
}

/// Only levels and ratios of levels are held.
bool can_be_held(const Maker& maker, const Indicator& indicator) {
  if (stock(indicator)) return true;
  const auto* ratio = std::get_if<Ratio>(&indicator.measure);
  if (ratio == nullptr || !stock(maker.made.programme[ratio->of])) return false;
  const auto* under = std::get_if<Ref<Indicator>>(&ratio->to);
  return under == nullptr || stock(maker.made.programme[*under]);
}

Hold some_hold(Maker& maker) {
  Hold hold;
  const Date first = maker.origin + Days{maker.chance.below(60)};
  if (maker.chance.percent(70)) hold.from = first;
  if (maker.chance.percent(50)) hold.until = some_due(maker, first);
  if (hold.from) maker.days.push_back(first);
  return hold;
}

/// The time clause, and the first day of the window where it may have one.
void choose_time(Maker& maker, Target& target) {
  const Indicator& indicator = indicator_of(maker, target);
  if (maker.chance.percent(65)) target.start = maker.origin + Days{maker.chance.below(25)};
  const Date first = target.start.value_or(maker.origin);
  if (!maker.late && can_be_held(maker, indicator) && maker.chance.percent(25)) {
    target.time = some_hold(maker);
    target.start = {};
    return;
  }
  const int kinds = indicator.dimensions.empty() ? 5 : 7;
  int kind = maker.chance.below(kinds);
  if (maker.late) {
    kind = maker.chance.pick(indicator.dimensions.empty() ? std::vector<int>{0, 1}
                                                          : std::vector<int>{0, 1, 5, 5});
  }
  const bool ratio = std::holds_alternative<Ratio>(indicator.measure);
  if (!maker.late && maker.focused && ratio && maker.chance.percent(50)) kind = 4;
  switch (kind) {
    case 0:
      target.time = By{some_due(maker, first)};
      break;
    case 1:
      target.time = Before{DateExpression::on(first + Days{maker.chance.between(9, 90)})};
      maker.days.push_back(*std::get<Before>(target.time).event.from - Days{1});
      break;
    case 2:
      target.time = During{some_due(maker, first)};
      target.start = {};
      break;
    case 3:
      target.time = some_periods(maker);
      target.start = {};
      break;
    case 4:
      target.time = Undated{"nobody said when"};
      break;
    default:
      target.time =
          ForEach{maker.chance.pick(indicator.dimensions).name, maker.chance.between(10, 45)};
      std::get<ForEach>(target.time).share = maker.chance.pick(std::vector<Decimal>{
          Decimal{1}, Decimal::scaled(8, 1), Decimal::scaled(5, 1), Decimal::scaled(1, 2)});
  }
  if (target.start) maker.days.push_back(*target.start);
}

}  // namespace

Comparison some_comparison(Maker& maker, const Indicator& indicator) {
  const bool ratio = std::holds_alternative<Ratio>(indicator.measure);
  int goal = flow(indicator) ? maker.chance.between(1, 9) : maker.chance.between(-2, 14);
  if (ratio && indicator.unit == "%") goal = maker.chance.between(1, 120);
  if (ratio && indicator.unit != "%") goal = maker.chance.between(1, 4);
  const bool fraction = !indicator.whole && maker.chance.percent(15);
  const Decimal exact = fraction ? Decimal::scaled(goal * 10 + 5, 1) : Decimal{goal};
  if (maker.late && maker.chance.percent(30)) {
    return AtLeast{Decimal{}, GoalSource{Ref<Series>{0}}};
  }
  if (maker.late) return AtLeast{Decimal{maker.chance.between(2, 3)}};
  if (ratio && maker.chance.percent(25)) return AtMost{exact};
  const GoalSource series{Ref<Series>{0}};
  if (maker.chance.percent(12)) {
    return maker.chance.pick(std::vector<Comparison>{
        AtLeast{Decimal{}, series}, AtMost{Decimal{}, series}, Exactly{Decimal{}, series}});
  }
  switch (maker.chance.below(7)) {
    case 3:
      return Trend{maker.chance.percent(50)};
    case 0:
      return AtMost{flow(indicator) && maker.chance.percent(10) ? Decimal{0} : exact};
    case 1:
      return Between{exact, exact + Decimal{maker.chance.between(1, 6)}};
    case 2:
      return Exactly{exact};
    default:
      return AtLeast{exact};
  }
}

Comparison with_goal(const Comparison& whole, const Decimal& goal) {
  if (std::holds_alternative<AtLeast>(whole)) return AtLeast{goal};
  if (std::holds_alternative<AtMost>(whole)) return AtMost{goal};
  return Exactly{goal};
}

Decimal number_of(const Comparison& comparison) {
  return std::visit(
      [](const auto& one) -> Decimal {
        if constexpr (requires { one.goal; })
          return one.goal;
        else if constexpr (requires { one.lower; })
          return one.lower;
        else
          return {};
      },
      comparison);
}

namespace {

bool from_series(const Comparison& comparison) {
  return std::visit(
      [](const auto& one) {
        if constexpr (requires { one.from; })
          return one.from.series.has_value();
        else
          return false;
      },
      comparison);
}

/// One target more for each value of `kind`; the goals add up.
void maybe_split(Maker& maker, std::uint32_t whole_index) {
  Programme& programme = maker.made.programme;
  const Target whole = programme.targets[whole_index];
  const Indicator& indicator = programme[whole.indicator];
  const bool fixed = std::any_of(whole.where.begin(), whole.where.end(),
                                 [](const DimensionValue& v) { return v.dimension == "kind"; });
  const auto* each = std::get_if<ForEach>(&whole.time);
  const bool each_kind = each != nullptr && each->dimension == "kind";
  const bool can = flow(indicator) && has_dimension(indicator, "kind") && !fixed && !each_kind &&
                   !std::holds_alternative<Between>(whole.comparison) &&
                   !std::holds_alternative<Trend>(whole.comparison) &&
                   !from_series(whole.comparison);
  if (!can || !maker.chance.percent(60)) return;
  std::optional<Tolerance> tolerance;
  if (maker.chance.percent(60)) {
    const bool percent = maker.chance.percent(50);
    tolerance = Tolerance{Decimal{percent ? maker.chance.between(5, 60) : 1}, percent};
  }
  const Decimal goal = number_of(whole.comparison);
  const Decimal half = (goal * Decimal::scaled(5, 1)).floor();
  for (const bool first : {true, false}) {
    Target part = whole;
    part.whole = Ref<Target>{whole_index};
    part.part = DimensionValue{"kind", first ? "a" : "b"};
    part.id = whole.id + bracket(*part.part);
    part.where = joined(whole.where, {*part.part});
    part.comparison = with_goal(whole.comparison, first ? half : goal - half);
    part.tolerance = tolerance;
    part.baseline = {};
    part.checkpoints = {};
    programme.targets.push_back(part);
  }
}

}  // namespace

void make_targets(Maker& maker) {
  Programme& programme = maker.made.programme;
  for (int i = maker.chance.between(1, 4); i > 0; --i) {
    Target target;
    target.id = "target-" + std::to_string(i);
    target.indicator.index = static_cast<std::uint32_t>(
        maker.chance.below(static_cast<int>(programme.indicators.size())));
    const std::uint32_t last = static_cast<std::uint32_t>(programme.indicators.size()) - 1;
    if (maker.focused && maker.chance.percent(50)) target.indicator.index = last;
    choose_time(maker, target);
    const auto* each = std::get_if<ForEach>(&target.time);
    const auto where = some_where(maker, target, each != nullptr ? each->dimension : "");
    if (!where) continue;
    target.where = *where;
    target.comparison = some_comparison(maker, indicator_of(maker, target));
    if (each != nullptr && maker.chance.percent(15)) {
      target.comparison = AtLeast{Decimal{}, GoalSource{Ref<Series>{0}}};
    }
    target.severity = some_severity(maker);
    if (maker.chance.percent(10)) target.was = {"old-" + target.id};
    choose_rest(maker, indicator_of(maker, target), target);
    programme.targets.push_back(target);
    maybe_split(maker, static_cast<std::uint32_t>(programme.targets.size() - 1));
  }
}

}  // namespace jalon::reference
