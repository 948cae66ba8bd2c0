#include "rules/engine/evaluator.hpp"

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

}  // namespace

AskedPeriods asked_periods(const Programme& programme, std::span<const std::string> instances) {
  AskedPeriods asked;
  for (const std::string& instance : instances) {
    const auto id = split(instance);
    if (!id) continue;
    for (std::uint32_t i = 0; i < programme.targets.size(); ++i) {
      const auto* per = std::get_if<Per>(&programme.targets[i].time);
      if (per == nullptr || !is_named(programme, programme.targets[i], *id)) continue;
      const auto period = period_named(id->name, per->unit);
      if (period && is_running(*per, *period)) asked[i].push_back(*period);
    }
  }
  return asked;
}

/// Up to the running one, at least the first; then those asked for.
std::vector<Period> Evaluator::periods(Ref<Target> ref, const Per& per) const {
  const Date as_of = evaluation_.moment.as_of;
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

void Evaluator::judge_per(Ref<Target> ref, const Per& per) {
  const Target& target = programme_[ref];
  const std::size_t overall = add({});
  std::size_t deciding = overall + 1;
  for (const Period& period : periods(ref, per)) {
    Judged judged = judge_case(target_case(ref, target.where, term_of(period, per.unit)));
    judged.verdict.id = instance_id(target, bracket(period_name(period, per.unit)));
    judged.verdict.kind = VerdictKind::period;
    judged.verdict.subject = ref;
    judged.verdict.parent = static_cast<std::uint32_t>(overall);
    const std::size_t place = add(std::move(judged));
    if (day_of(period.last) < as_of_) deciding = place;
  }
  Verdict& verdict = evaluation_.verdicts[overall];
  name_overall(verdict, ref);
  Judged whole;
  whole.verdict = verdict;
  decide(whole, {deciding}, 1);
  evaluation_.verdicts[overall] = std::move(whole.verdict);
  progress_[overall] = whole.progress;
}

}  // namespace jalon::engine
