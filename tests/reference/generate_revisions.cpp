#include "tests/reference/generate.hpp"

#include <algorithm>

namespace jalon::reference {
namespace {

template <class Change>
Date decided_after(Maker& maker, const std::vector<Change>& amendments) {
  const Date day = maker.some_day();
  return amendments.empty() ? day : std::max(day, amendments.back().decided);
}

/// Another day of the same kind; what has one day may also get another kind.
TimeClause other_time(Maker& maker, const Promise& promise) {
  const Date first = promise.start.value_or(maker.origin);
  TimeClause time = promise.time;
  if (auto* per = std::get_if<Per>(&time)) {
    per->overall = Per::Overall::all;
    per->last = next_period(per->last.value_or(per->first), per->unit);
  } else if (auto* each = std::get_if<ForEach>(&time)) {
    each->within_days += maker.chance.between(1, 20);
    each->share = Decimal::scaled(5, 1);
  } else if (auto* hold = std::get_if<Hold>(&time)) {
    if (hold->from) hold->until = some_due(maker, *hold->from);
  } else if (!std::holds_alternative<During>(time)) {
    time = By{some_due(maker, first)};
    if (maker.chance.percent(15)) time = Undated{"no longer said"};
  } else {
    time = During{some_due(maker, maker.origin)};
  }
  return time;
}

/// The parts' numbers are restated, their days are the whole's.
void amend_parts(Maker& maker, Ref<Target> whole, const Amendment& amendment, bool restated) {
  std::vector<Target>& targets = maker.made.programme.targets;
  const Decimal goal = number_of(amendment.promise.comparison);
  Decimal left = goal;
  for (std::uint32_t i = whole.index + 1; i < targets.size() && targets[i].whole == whole; ++i) {
    Amendment part = amendment;
    part.promise = targets[i].amendments.empty() ? static_cast<const Promise&>(targets[i])
                                                 : targets[i].amendments.back().promise;
    if (!amendment.withdrawn) {
      part.promise.time = amendment.promise.time;
      part.promise.start = amendment.promise.start;
      part.promise.expect_linear = amendment.promise.expect_linear;
    }
    if (restated) {
      const Decimal half = (goal * Decimal::scaled(5, 1)).floor();
      part.promise.comparison = with_goal(amendment.promise.comparison, left == goal ? half : left);
      left -= half;
    }
    targets[i].amendments.push_back(part);
  }
}

void revise(Maker& maker, std::uint32_t index) {
  Programme& programme = maker.made.programme;
  Target& target = programme.targets[index];
  const bool split = index + 1 < programme.targets.size() && programme.targets[index + 1].whole;
  const Ref<Revision> by{static_cast<std::uint32_t>(programme.revisions.size())};
  Amendment amendment{by, decided_after(maker, target.amendments), false, target};
  if (!target.amendments.empty()) amendment.promise = target.amendments.back().promise;
  const int choice = maker.chance.below(10);
  const bool new_number = choice >= 4 && choice < 7;
  amendment.withdrawn = choice < 4;
  Promise& promise = amendment.promise;
  if (new_number) {
    promise.comparison = split ? with_goal(promise.comparison, Decimal{maker.chance.between(2, 9)})
                               : some_comparison(maker, programme[target.indicator]);
  } else if (!amendment.withdrawn) {
    promise.time = other_time(maker, promise);
  }
  if (!amendment.withdrawn) choose_rest(maker, programme[target.indicator], promise);
  programme.revisions.push_back(
      Revision{{}, Ref<Target>{index}, amendment.decided, "made up", amendment.withdrawn});
  target.amendments.push_back(amendment);
  maker.days.push_back(amendment.decided);
  amend_parts(maker, Ref<Target>{index}, amendment, new_number);
}

void revise_milestone(Maker& maker, std::uint32_t index) {
  Programme& programme = maker.made.programme;
  Milestone& milestone = programme.milestones[index];
  const Ref<Revision> by{static_cast<std::uint32_t>(programme.revisions.size())};
  StageAmendment amendment{by, decided_after(maker, milestone.amendments), false, milestone};
  if (!milestone.amendments.empty()) amendment.promise = milestone.amendments.back().promise;
  amendment.withdrawn = maker.chance.percent(35);
  if (!amendment.withdrawn) {
    amendment.promise.reach = static_cast<std::uint32_t>(maker.chance.below(4));
    if (maker.chance.percent(60)) amendment.promise.time = By{some_due(maker, maker.origin)};
  }
  programme.revisions.push_back(
      Revision{{}, Ref<Milestone>{index}, amendment.decided, "made up", amendment.withdrawn});
  milestone.amendments.push_back(amendment);
  maker.days.push_back(amendment.decided);
}

}  // namespace

void make_revisions(Maker& maker) {
  Programme& programme = maker.made.programme;
  if (maker.chance.percent(40)) return;
  for (std::uint32_t i = 0; i < programme.targets.size(); ++i) {
    if (programme.targets[i].whole) continue;
    for (int n = 0; n < 2 && maker.chance.percent(40); ++n) revise(maker, i);
  }
  for (std::uint32_t i = 0; i < programme.milestones.size(); ++i) {
    for (int n = 0; n < 2 && maker.chance.percent(40); ++n) revise_milestone(maker, i);
  }
}

std::string some_id(Maker& maker) {
  const Programme& programme = maker.made.programme;
  const int choice = maker.chance.below(10);
  if (choice < 2) return maker.chance.pick(programme.commitments).id;
  if (choice < 4 || programme.targets.empty()) return maker.chance.pick(programme.milestones).id;
  const Target& target = maker.chance.pick(programme.targets);
  const auto* per = std::get_if<Per>(&target.time);
  const auto* each = std::get_if<ForEach>(&target.time);
  if ((per == nullptr && each == nullptr) || maker.chance.percent(40)) return target.id;
  std::string instance;
  if (per != nullptr) {
    const Period second = next_period(per->first, per->unit);
    instance = bracket(period_name(maker.chance.percent(60) ? per->first : second, per->unit));
  } else {
    const bool kind = each->dimension == "kind";
    instance = bracket(DimensionValue{each->dimension, kind ? "a" : "Acme"});
  }
  if (!target.whole) return target.id + instance;
  return programme[*target.whole].id + instance + bracket(*target.part);
}

void make_waivers(Maker& maker) {
  if (maker.chance.percent(40)) return;
  for (int i = maker.chance.between(1, 6); i > 0; --i) {
    const Date granted = maker.some_day();
    Waiver waiver{{},         some_id(maker), "made up",
                  "somebody", granted,        granted + Days{maker.chance.between(0, 120)}};
    waiver.id = "W-" + std::to_string(i);
    maker.made.programme.waivers.push_back(waiver);
  }
}

}  // namespace jalon::reference
