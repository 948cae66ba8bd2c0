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
  const auto* ratio = std::get_if<Ratio>(&indicator.measure);
  if (ratio == nullptr) return Plain{part(ref)};
  const bool percent = indicator.unit == "%";
  if (const auto* series = std::get_if<Ref<Series>>(&ratio->to)) {
    return Quotient{part(ratio->of), &programme[*series], percent};
  }
  return Quotient{part(ratio->of), part(std::get<Ref<Indicator>>(ratio->to)), percent};
}

/// Sets S, D and L as the time clause says; a milestone takes D and L alone.
void set_days(const TimeClause& time, Question& question) {
  if (const auto* by = std::get_if<By>(&time)) {
    question.nominal = by->due.nominal;
    question.latest = by->due.latest;
  } else if (const auto* before = std::get_if<Before>(&time)) {
    question.nominal = *before->event.from - Days{1};
    question.latest = question.nominal;
  } else if (const auto* during = std::get_if<During>(&time)) {
    question.first = during->window.from;
    question.nominal = during->window.nominal;
    question.latest = during->window.latest;
    question.inside_only = true;
  }
}

/// A question with everything but its days and what is measured.
Question blank(const Setting& setting, std::uint32_t index) {
  const Target& target = setting.programme.targets[index];
  const auto kind = target.whole ? engine::VerdictKind::part : engine::VerdictKind::target;
  const Corridor wanted = corridor(target.comparison);
  const Corridor wide = target.tolerance ? widened(target.comparison, *target.tolerance) : wanted;
  const Part nothing{&setting.programme[target.indicator], false, Window{kOpen}, setting.as_of};
  return {target.id, kind, Ref<Target>{index}, &target, Plain{nothing},
          wanted,    wide, setting.as_of};
}

void measure(const Setting& setting, Question& question, const DimensionValues& where) {
  Window window{question.first.value_or(kOpen)};
  if (question.inside_only) window.last = question.latest;
  question.measured = measured(setting, question.target->indicator, where, window);
}

/// "flanders.budget[2019][pillar=support]": the instance stands before the part.
std::string instance_id(const Programme& programme, const Target& target,
                        const std::string& instance) {
  if (!target.whole) return target.id + instance;
  return programme[*target.whole].id + instance + bracket(*target.part);
}

Question period_question(const Setting& setting, std::uint32_t index, const Period& period,
                         PeriodUnit unit) {
  Question question = blank(setting, index);
  question.kind = engine::VerdictKind::period;
  question.id =
      instance_id(setting.programme, *question.target, bracket(period_name(period, unit)));
  question.first = period.first;
  question.nominal = period.last;
  question.latest = period.last;
  question.inside_only = true;
  return question;
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
  Question question = blank(setting, index);
  const auto& clause = std::get<ForEach>(question.target->time);
  question.kind = engine::VerdictKind::member;
  question.id = instance_id(setting.programme, *question.target, bracket(member));
  question.first = question.target->start;
  const Date start = question.first.value_or(kOpen);
  const Date earliest = std::max(first.from(), start);
  const Date last = std::max(first.to(), start);
  question.latest = last + Days{clause.within_days};
  question.nominal = earliest.is_special() ? *question.latest : earliest + Days{clause.within_days};
  question.clock = *question.nominal - Days{clause.within_days};
  measure(setting, question, joined(question.target->where, {member}));
  return question;
}

}  // namespace

Question question_of(const Setting& setting, std::uint32_t target) {
  Question question = blank(setting, target);
  question.first = question.target->start;
  set_days(question.target->time, question);
  measure(setting, question, question.target->where);
  return question;
}

Question question_of(const Setting& setting, const Milestone& milestone, std::uint32_t index) {
  const Corridor reach{Number{static_cast<long>(milestone.reach)}, {}};
  Question question{milestone.id,
                    engine::VerdictKind::milestone,
                    Ref<Milestone>{index},
                    nullptr,
                    make_steps(setting.programme, milestone, setting.facts, setting.as_of),
                    reach,
                    reach,
                    setting.as_of};
  set_days(milestone.time, question);
  question.first = {};
  question.inside_only = false;
  return question;
}

std::vector<Question> periods_of(const Setting& setting, std::uint32_t target,
                                 std::span<const std::string> instances) {
  const Target& defined = setting.programme.targets[target];
  const auto& per = std::get<Per>(defined.time);
  // Far enough for every period that may have been asked for.
  const Date horizon = setting.as_of + Days{366 * 5};
  std::vector<Question> result;
  for (Period period = per.first; period.first <= horizon; period = next_period(period, per.unit)) {
    if (per.last && period.first > per.last->last) break;
    Question question = period_question(setting, target, period, per.unit);
    const bool begun = period.first <= setting.as_of;
    const bool asked =
        std::find(instances.begin(), instances.end(), question.id) != instances.end();
    if (!begun && !result.empty() && !asked) continue;
    measure(setting, question, defined.where);
    result.push_back(question);
  }
  return result;
}

std::size_t deciding_period(const std::vector<Question>& periods, Date as_of) {
  std::size_t deciding = 0;
  for (std::size_t i = 0; i < periods.size(); ++i) {
    if (as_of > *periods[i].latest) deciding = i;
  }
  return deciding;
}

std::vector<Question> members_of(const Setting& setting, std::uint32_t target) {
  const Target& defined = setting.programme.targets[target];
  const std::string& dimension = std::get<ForEach>(defined.time).dimension;
  const Window window{defined.start.value_or(kOpen)};
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
