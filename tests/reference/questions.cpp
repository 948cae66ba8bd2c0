#include "tests/reference/questions.hpp"

#include "tests/reference/scope.hpp"
#include "tests/reference/steps.hpp"

#include <algorithm>

namespace jalon::reference {
namespace {

const Date kOpen{boost::gregorian::neg_infin};

Measured measured(const Setting& setting, Ref<Indicator> ref, const DimensionValues& where,
                  const Window& window) {
  const Programme& programme = setting.programme;
  const auto part = [&](Ref<Indicator> indicator) {
    return make_part(programme, indicator, where, window, setting.facts, setting.as_of);
  };
  const Indicator& indicator = programme[ref];
  if (const auto* sum = std::get_if<Sum>(&indicator.measure)) {
    Combined combined;
    for (const Ref<Indicator> one : sum->parts) combined.parts.push_back(part(one));
    return combined;
  }
  if (const auto* rest = std::get_if<Difference>(&indicator.measure)) {
    return Combined{{part(rest->from), part(rest->less)}, true};
  }
  const auto* ratio = std::get_if<Ratio>(&indicator.measure);
  if (ratio == nullptr) return Plain{part(ref)};
  const bool percent = indicator.unit == "%";
  const bool same_year = ratio->pick == Ratio::Pick::same_year;
  if (const auto* series = std::get_if<Ref<Series>>(&ratio->to)) {
    return Quotient{part(ratio->of), &programme[*series], percent, same_year};
  }
  return Quotient{part(ratio->of), part(std::get<Ref<Indicator>>(ratio->to)), percent, same_year};
}

/// Sets S, D and L as the time clause says; a milestone takes D and L alone.
void set_days(const TimeClause& time, Question& question) {
  if (const auto* by = std::get_if<By>(&time)) {
    question.written = by->due.written;
    question.nominal = by->due.nominal;
    question.latest = by->due.latest;
  } else if (const auto* before = std::get_if<Before>(&time)) {
    question.written = "before " + before->event.written;
    question.nominal = *before->event.from - Days{1};
    question.latest = question.nominal;
  } else if (const auto* during = std::get_if<During>(&time)) {
    question.written = during->window.written;
    question.first = during->window.from;
    question.nominal = during->window.nominal;
    question.latest = during->window.latest;
    question.inside_only = true;
  } else if (const auto* hold = std::get_if<Hold>(&time)) {
    question.hold = true;
    question.first = hold->from;
    if (hold->until) question.until = hold->until->latest;
  }
}

/// A question with everything but its days, what is wanted and what is measured.
Question blank(const Setting& setting, std::uint32_t index, const Promise& promise) {
  const Target& target = setting.programme.targets[index];
  const auto kind = target.whole ? engine::VerdictKind::part : engine::VerdictKind::target;
  const Part nothing{&setting.programme[target.indicator], false, Window{kOpen}, setting.as_of};
  return {target.id, kind, Ref<Target>{index}, &promise, setting.as_of, Plain{nothing}};
}

void measure(const Setting& setting, Question& question, const DimensionValues& where) {
  Window window{question.first.value_or(kOpen)};
  if (question.inside_only) window.last = question.latest;
  const Target& target = setting.programme[std::get<Ref<Target>>(question.subject)];
  question.measured = measured(setting, target.indicator, where, window);
}

/// Of the first period alone: the share of it in which the measure ran.
Number share_of_goal(const TimeClause& time, const Period& period) {
  if (!std::holds_alternative<Per>(time)) return Number{1};
  const auto& per = std::get<Per>(time);
  if (!per.first_share || period.first != per.first.first) return Number{1};
  return Number{per.first_share->over} / Number{per.first_share->under};
}

/// "flanders.budget[2019][pillar=support]": the instance stands before the part.
std::string instance_id(const Programme& programme, const Target& target,
                        const std::string& instance) {
  if (!target.whole) return target.id + instance;
  return programme[*target.whole].id + instance + bracket(*target.part);
}

/// A period that ended before a revision was decided keeps what was promised on its last day.
PeriodQuestion period_question(const Setting& setting, std::uint32_t index, const Period& period,
                               PeriodUnit unit) {
  const Target& target = setting.programme.targets[index];
  const auto holds = promised(setting.programme, target, setting.seen(), period.last);
  Question question = blank(setting, index, *holds.promise);
  question.kind = engine::VerdictKind::period;
  question.written = period_name(period, unit);
  question.id = instance_id(setting.programme, target, bracket(question.written));
  question.first = period.first;
  question.nominal = period.last;
  question.latest = period.last;
  question.inside_only = true;
  want(setting.programme, share_of_goal(holds.promise->time, period), question);
  return {question, holds.withdrawn, holds.changed};
}

bool is_first_record(const Fact& fact, bool flow, Date window_first) {
  if (is_zero_report(fact)) return false;
  if (!flow) return true;
  const End& lo = fact.record->amount->range.lo;
  const bool positive = lo.at && !lo.at->is_negative();
  return positive && fact.to() >= window_first;
}

Question member_question(const Setting& setting, std::uint32_t index, const DimensionValue& member,
                         const Fact& first) {
  const Target& target = setting.programme.targets[index];
  Question question =
      blank(setting, index, *promised(setting.programme, target, setting.seen()).promise);
  const auto& clause = std::get<ForEach>(question.promise->time);
  question.kind = engine::VerdictKind::member;
  question.id = instance_id(setting.programme, target, bracket(member));
  question.first = question.promise->start;
  const Date start = question.first.value_or(kOpen);
  const Date earliest = std::max(first.from(), start);
  const Date last = std::max(first.to(), start);
  question.latest = last + Days{clause.within_days};
  question.nominal = earliest.is_special() ? *question.latest : earliest + Days{clause.within_days};
  question.clock = *question.nominal - Days{clause.within_days};
  question.written = std::to_string(clause.within_days) + "d after " + iso(*question.clock);
  measure(setting, question, joined(target.where, {member}));
  want(setting.programme, Number{1}, question);
  return question;
}

}  // namespace

Question question_of(const Setting& setting, std::uint32_t index) {
  const Target& target = setting.programme.targets[index];
  Question question =
      blank(setting, index, *promised(setting.programme, target, setting.seen()).promise);
  question.first = question.promise->start;
  set_days(question.promise->time, question);
  measure(setting, question, target.where);
  want(setting.programme, Number{1}, question);
  return question;
}

Question question_of(const Setting& setting, const Milestone& milestone, std::uint32_t index) {
  const StagePromise& promise = *promised(milestone, setting.seen()).promise;
  Question question{milestone.id,
                    engine::VerdictKind::milestone,
                    Ref<Milestone>{index},
                    nullptr,
                    setting.as_of,
                    make_steps(setting.programme, milestone, setting.facts, setting.as_of)};
  question.goal = Number{static_cast<long>(promise.reach)};
  question.wanted.lower = question.goal;
  question.widened = question.wanted;
  set_days(promise.time, question);
  question.first = {};
  question.inside_only = false;
  return question;
}

std::vector<PeriodQuestion> periods_of(const Setting& setting, std::uint32_t target,
                                       std::span<const std::string> instances) {
  const Target& defined = setting.programme.targets[target];
  const auto holds = promised(setting.programme, defined, setting.seen());
  const auto& per = std::get<Per>(holds.promise->time);
  // Far enough for every period that may have been asked for.
  const Date horizon = setting.as_of + Days{366 * 5};
  std::vector<PeriodQuestion> result;
  for (Period period = per.first; period.first <= horizon; period = next_period(period, per.unit)) {
    if (per.last && period.first > per.last->last) break;
    PeriodQuestion one = period_question(setting, target, period, per.unit);
    const bool begun = period.first <= setting.as_of;
    const bool asked =
        std::find(instances.begin(), instances.end(), one.question.id) != instances.end();
    if (!begun && !result.empty() && !asked) continue;
    measure(setting, one.question, defined.where);
    result.push_back(one);
  }
  return result;
}

std::vector<std::size_t> looked_at(const std::vector<PeriodQuestion>& periods, Per::Overall overall,
                                   Date as_of) {
  std::vector<std::size_t> begun;
  std::vector<std::size_t> closed;
  for (std::size_t i = 0; i < periods.size(); ++i) {
    if (*periods[i].question.first <= as_of) begun.push_back(i);
    if (*periods[i].question.latest < as_of) closed.push_back(i);
  }
  if (begun.empty()) return {0};
  if (overall == Per::Overall::all) return begun;
  if (overall == Per::Overall::latest_closed && !closed.empty()) return {closed.back()};
  return {begun.back()};
}

std::vector<Question> members_of(const Setting& setting, std::uint32_t target) {
  const Target& defined = setting.programme.targets[target];
  const Promise& promise = *promised(setting.programme, defined, setting.seen()).promise;
  const std::string& dimension = std::get<ForEach>(promise.time).dimension;
  const Window window{promise.start.value_or(kOpen)};
  Part group = make_part(setting.programme, defined.indicator, defined.where, window, setting.facts,
                         setting.as_of);
  std::sort(group.facts.begin(), group.facts.end(), earlier_first_day);
  std::vector<Question> result;
  std::vector<std::string> seen;
  for (const Fact& fact : group.facts) {
    if (!is_first_record(fact, group.flow, window.first)) continue;
    for (const DimensionValue& value : fact.record->dimensions) {
      const bool known = std::find(seen.begin(), seen.end(), value.value) != seen.end();
      if (value.dimension != dimension || known) continue;
      seen.push_back(value.value);
      result.push_back(member_question(setting, target, value, fact));
    }
  }
  return result;
}

}  // namespace jalon::reference
