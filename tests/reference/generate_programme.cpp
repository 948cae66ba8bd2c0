#include "tests/reference/generate.hpp"

#include <algorithm>

namespace jalon::reference {
namespace {

EvidenceRule some_evidence_rule(Maker& maker) {
  EvidenceRule rule;
  rule.required = maker.chance.percent(35);
  if (maker.chance.percent(20)) rule.min = 2;
  if (maker.chance.percent(40)) rule.kinds = {"contract", "press"};
  return rule;
}

Completeness some_completeness(Maker& maker) {
  return maker.chance.percent(maker.late ? 90 : 50) ? Completeness::attested
                                                    : Completeness::assumed;
}

Freshness some_freshness(Maker& maker) {
  if (maker.chance.percent(60)) return {};
  return {maker.chance.between(3, 15), maker.chance.between(16, 50)};
}

std::vector<Dimension> some_dimensions(Maker& maker) {
  std::vector<Dimension> dimensions;
  if (maker.chance.percent(45)) dimensions.push_back({"company", true, {}});
  if (maker.chance.percent(55)) dimensions.push_back({"kind", false, {"a", "b", "c"}});
  return dimensions;
}

Indicator measured(Maker& maker, const std::string& id, bool flow) {
  Indicator indicator;
  indicator.id = id;
  indicator.unit = "unit";
  if (maker.chance.percent(15)) indicator.was = {"old-" + id};
  indicator.measure = flow ? Measure{Flow{}} : Measure{Stock{}};
  indicator.dimensions = some_dimensions(maker);
  if (flow && maker.chance.percent(40)) indicator.key = "thing";
  indicator.evidence = some_evidence_rule(maker);
  indicator.completeness = some_completeness(maker);
  indicator.freshness = some_freshness(maker);
  indicator.whole = maker.chance.percent(20);
  if (maker.chance.percent(15)) {
    indicator.range = Interval{{Decimal{0}}, {Decimal{maker.chance.percent(50) ? 100 : 6}}};
  }
  return indicator;
}

Measure some_ratio(Maker& maker, int of, int to) {
  const Ref<Indicator> over{static_cast<std::uint32_t>(of)};
  const auto pick = maker.chance.percent(40) ? Ratio::Pick::same_year : Ratio::Pick::latest;
  if (of == to || maker.chance.percent(35)) return Ratio{over, Ref<Series>{0}, pick};
  const Ref<Indicator> under{static_cast<std::uint32_t>(to)};
  // Of a flow no value is dated in a year.
  const Measure& measure = maker.made.programme[under].measure;
  const bool level = std::holds_alternative<Stock>(measure);
  return Ratio{over, under, level ? pick : Ratio::Pick::latest};
}

void make_derived(Maker& maker) {
  Programme& programme = maker.made.programme;
  const int measured_count = static_cast<int>(programme.indicators.size());
  const int one = maker.chance.below(measured_count);
  const int other = maker.chance.below(measured_count);
  Indicator derived;
  derived.id = "derived";
  derived.unit = "unit";
  const Ref<Indicator> first{static_cast<std::uint32_t>(one)};
  const Ref<Indicator> second{static_cast<std::uint32_t>(other)};
  const int choice = maker.chance.below(10);
  if (choice < 5 || one == other) {
    derived.unit = maker.chance.percent(50) ? "%" : "share";
    derived.measure = some_ratio(maker, one, other);
  } else if (choice < 8) {
    Sum sum{{first, second}};
    const Ref<Indicator> third{static_cast<std::uint32_t>(3 - one - other)};
    if (measured_count == 3 && maker.chance.percent(30)) sum.parts.push_back(third);
    derived.measure = sum;
  } else {
    derived.measure = Difference{first, second};
  }
  programme.indicators.push_back(derived);
}

void make_series(Maker& maker) {
  Series series;
  series.id = "series";
  series.unit = "unit";
  Date day = maker.origin + Days{maker.chance.between(-30, 20)};
  if (maker.late) day += Days{maker.chance.between(0, 60)};
  for (int i = maker.chance.between(1, 3); i > 0; --i) {
    series.values.push_back(
        {day, Decimal{maker.chance.between(maker.chance.percent(5) ? 0 : 1, 30)}});
    maker.days.push_back(day);
    day += Days{maker.chance.between(5, 60)};
  }
  maker.made.programme.series.push_back(series);
}

TimeClause some_milestone_clause(Maker& maker) {
  const DateExpression due = some_due(maker, maker.origin);
  switch (maker.chance.below(4)) {
    case 0:
      return By{due};
    case 1:
      return Before{DateExpression::on(*due.nominal)};
    case 2:
      return During{due};
    default:
      return Undated{"nobody said when"};
  }
}

}  // namespace

void make_indicators(Maker& maker) {
  Programme& programme = maker.made.programme;
  programme.id = "generated";
  programme.timezone = "UTC";
  if (maker.chance.percent(30)) programme.defaults.freshness = some_freshness(maker);
  if (maker.chance.percent(20)) {
    programme.defaults.outlook = {Decimal::scaled(maker.chance.between(7, 11), 1),
                                  Decimal::scaled(maker.chance.between(2, 7), 1)};
  }
  make_series(maker);
  programme.indicators.push_back(measured(maker, "first", maker.chance.percent(70)));
  programme.indicators.push_back(measured(maker, "second", maker.chance.percent(50)));
  if (maker.chance.percent(35)) {
    programme.indicators.push_back(measured(maker, "third", maker.chance.percent(50)));
  }
  if (maker.chance.percent(maker.focused ? 80 : 60)) make_derived(maker);
}

void make_milestones(Maker& maker) {
  for (int i = maker.chance.between(1, 2); i > 0; --i) {
    Milestone milestone;
    milestone.id = "milestone-" + std::to_string(i);
    milestone.stages = {"begun", "drafted", "adopted", "published"};
    milestone.reach = static_cast<std::uint32_t>(maker.chance.below(4));
    milestone.time = some_milestone_clause(maker);
    milestone.severity = some_severity(maker);
    if (maker.chance.percent(10)) milestone.was = {"old-" + milestone.id};
    milestone.evidence = some_evidence_rule(maker);
    milestone.completeness = some_completeness(maker);
    maker.made.programme.milestones.push_back(milestone);
  }
}

void make_commitments(Maker& maker) {
  Programme& programme = maker.made.programme;
  std::vector<Member> all;
  for (std::uint32_t i = 0; i < programme.targets.size(); ++i) all.emplace_back(Ref<Target>{i});
  for (std::uint32_t i = 0; i < programme.milestones.size(); ++i) {
    all.emplace_back(Ref<Milestone>{i});
  }
  const int number = maker.chance.between(2, 5);
  for (int i = number; i > 0; --i) {
    Commitment commitment;
    commitment.id = "commitment-" + std::to_string(i);
    commitment.severity = some_severity(maker);
    std::vector<Member> left = all;
    // One declared before or behind it (no cycles: only those of a higher number).
    if (i < number && maker.chance.percent(70)) {
      const int higher = number - maker.chance.between(i + 1, number);
      left.emplace_back(Ref<Commitment>{static_cast<std::uint32_t>(higher)});
      std::swap(left.front(), left.back());
    }
    for (int n = maker.chance.between(1, 6); n > 0 && !left.empty(); --n) {
      const bool front = commitment.members.empty() && maker.chance.percent(40);
      const auto at =
          left.begin() + (front ? 0 : maker.chance.below(static_cast<int>(left.size())));
      commitment.members.push_back(*at);
      left.erase(at);
    }
    const int members = static_cast<int>(commitment.members.size());
    const auto k = static_cast<std::uint32_t>(maker.chance.between(1, members));
    const Decimal share = Decimal::scaled(maker.chance.between(1, 10), 1);
    const std::vector<Rule> rules{All{}, Any{}, AtLeastOf{k}, ShareOf{share}};
    commitment.rule = maker.chance.pick(rules);
    programme.commitments.push_back(commitment);
  }
  if (!maker.chance.percent(40)) return;
  // The other way round: a member stands behind its commitment.
  std::reverse(programme.commitments.begin(), programme.commitments.end());
  for (Commitment& commitment : programme.commitments) {
    for (Member& member : commitment.members) {
      auto* nested = std::get_if<Ref<Commitment>>(&member);
      if (nested != nullptr) nested->index = static_cast<std::uint32_t>(number) - 1 - nested->index;
    }
  }
}

}  // namespace jalon::reference
