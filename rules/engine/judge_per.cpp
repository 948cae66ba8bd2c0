#include "rules/engine/compose.hpp"
#include "rules/engine/promise_judge.hpp"

#include <algorithm>

namespace jalon::engine {
namespace {

struct InstanceId {
  std::string_view target;  ///< up to the first bracket
  std::string_view name;    ///< in the first bracket
  std::string_view rest;    ///< a second bracket, or empty
};

std::optional<InstanceId> split(std::string_view id) {
  const auto open = id.find('[');
  const auto close = id.find(']', open == std::string_view::npos ? id.size() : open);
  if (close == std::string_view::npos) return std::nullopt;
  return InstanceId{id.substr(0, open), id.substr(open + 1, close - open - 1),
                    id.substr(close + 1)};
}

/// The period of that name ("2021-Q1"); nothing if there is none.
std::optional<Period> period_named(std::string_view name, PeriodUnit unit) {
  if (name.size() < 4) return std::nullopt;
  const auto january = parse_date(std::string{name.substr(0, 4)} + "-01-01");
  if (!january) return std::nullopt;
  const auto year = january.value().year();
  for (Period period = period_of(january.value(), unit); period.first.year() == year;
       period = next_period(period, unit)) {
    if (period_name(period, unit) == name) return period;
    if (period.last.month() == 12) break;
  }
  return std::nullopt;
}

bool is_named(const Programme& programme, const Target& target, const InstanceId& id) {
  if (!target.whole || !target.part) return id.rest.empty() && target.id == id.target;
  return programme[*target.whole].id == id.target && id.rest == bracket(*target.part);
}

bool is_running(const Per& per, const Period& period) {
  return per.first.first <= period.first && (!per.last || period.last <= per.last->last);
}

/// The periods that speak for the whole, in time. `periods` are those that are listed.
std::vector<std::size_t> looked_at(Per::Overall overall, const std::vector<Period>& periods,
                                   Date as_of) {
  std::vector<std::size_t> begun;
  std::vector<std::size_t> closed;
  for (std::size_t i = 0; i < periods.size(); ++i) {
    if (periods[i].first <= as_of) begun.push_back(i);
    if (periods[i].last < as_of) closed.push_back(i);
  }
  if (begun.empty()) return {0};
  if (overall == Per::Overall::all) return begun;
  const bool by_closed = overall == Per::Overall::latest_closed && !closed.empty();
  return {by_closed ? closed.back() : begun.back()};
}

}  // namespace

AskedPeriods PromiseJudge::asked_periods(std::span<const std::string> instances) const {
  AskedPeriods asked;
  for (const std::string& instance : instances) {
    const auto id = split(instance);
    if (!id) continue;
    for (std::uint32_t i = 0; i < programme_.targets.size(); ++i) {
      const Target& target = programme_.targets[i];
      if (!is_named(programme_, target, *id)) continue;
      const auto now = promised(programme_, target, decided_);
      const auto* per = std::get_if<Per>(&now.promise->time);
      const auto period = per != nullptr ? period_named(id->name, per->unit) : std::nullopt;
      if (period && is_running(*per, *period)) asked[i].push_back(*period);
    }
  }
  return asked;
}

/// Up to the running one, at least the first; then those asked for.
std::vector<Period> PromiseJudge::periods(Ref<Target> ref, const Per& per) const {
  const Date as_of = *date_of(as_of_);
  std::vector<Period> periods{per.first};
  while (periods.back().last < as_of && !(per.last && per.last->last <= periods.back().last)) {
    periods.push_back(next_period(periods.back(), per.unit));
  }
  const auto asked = asked_for_.find(ref.index);
  if (asked == asked_for_.end()) return periods;
  const Date listed = periods.back().last;
  for (const Period& period : asked->second) {
    if (period.first > listed) periods.push_back(period);
  }
  std::sort(periods.begin(), periods.end(),
            [](const Period& a, const Period& b) { return a.first < b.first; });
  periods.erase(std::unique(periods.begin(), periods.end()), periods.end());
  return periods;
}

void PromiseJudge::judge_per(Ref<Target> ref, const Per& per, bool withdrawn) {
  const std::size_t overall = sheet.add({}, false);
  const std::vector<Period> listed = periods(ref, per);
  for (const Period& period : listed) judge_period(ref, period, per.unit, overall);
  Judged whole;
  name_overall(whole.verdict, ref);
  if (withdrawn) {
    make_void(whole.verdict);
  } else {
    std::vector<std::size_t> places = looked_at(per.overall, listed, *date_of(as_of_));
    for (std::size_t& place : places) place += overall + 1;
    decide(whole, sheet, places, All{});
    sheet.composites.push_back({overall, std::move(places)});
  }
  sheet.verdicts[overall] = std::move(whole.verdict);
  sheet.asides[overall] = {whole.progress,
                           !withdrawn && per.last && day_of(per.last->last) < as_of_};
}

std::size_t PromiseJudge::judge_period(Ref<Target> ref, const Period& period, PeriodUnit unit,
                                       std::size_t overall) {
  const Target& target = programme_[ref];
  const auto then = promised(programme_, target, decided_, period, unit);
  Judged judged;
  if (then.withdrawn) {
    make_void(judged.verdict);
  } else {
    const Per& per = std::get<Per>(then.promise->time);
    const bool is_part = per.first_share && period == per.first;
    judged = judge_target(target, *then.promise, target.where, term_of(period, unit),
                          is_part ? &*per.first_share : nullptr);
  }
  judged.verdict.id = instance_id(target, bracket(period_name(period, unit)));
  judged.verdict.kind = VerdictKind::period;
  judged.verdict.subject = ref;
  judged.verdict.parent = static_cast<std::uint32_t>(overall);
  return sheet.add(std::move(judged), day_of(period.last) < as_of_);
}

}  // namespace jalon::engine
