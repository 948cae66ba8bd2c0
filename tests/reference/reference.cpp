#include "tests/reference/reference.hpp"

#include "tests/reference/compose.hpp"
#include "tests/reference/outlook.hpp"
#include "tests/reference/questions.hpp"
#include "tests/reference/renamed.hpp"
#include "tests/reference/standing.hpp"

#include <map>

namespace jalon::reference {
namespace {

using engine::Status;
using engine::Verdict;
using engine::VerdictKind;

/// A member whose first record has no last day is never late beyond doubt.
std::optional<Date> unless_open(const std::optional<Date>& day) {
  if (day && day->is_special()) return {};
  return day;
}

Judged judge(const Question& question, const Programme& programme) {
  const Diary diary{question};
  const Ruling ruling = rule_on(question, diary);
  const Numbers numbers = numbers_of(question, ruling);
  Verdict verdict{question.id, question.kind, question.subject};
  verdict.status = ruling.status;
  verdict.reason = ruling.reason;
  verdict.since = ruling.since;
  verdict.reached_on = ruling.reached_on;
  verdict.days_late = ruling.days_late;
  verdict.days_overdue = ruling.days_overdue;
  verdict.days_left = ruling.days_left;
  verdict.within_tolerance = ruling.within_tolerance;
  show(question, numbers, verdict);
  verdict.due = {question.written, question.first, unless_open(question.nominal),
                 unless_open(question.latest)};
  verdict.outlook = outlook(question, ruling, numbers, diary, programme.defaults.outlook);
  verdict.confidence = confidence(question.measured, as_of_inside(question), question.as_of);
  verdict.records = records(question.measured, as_of_inside(question));
  const bool run_out = verdict.due.latest && *verdict.due.latest < question.as_of;
  return {verdict, numbers.progress, run_out};
}

/// One evaluation: the verdicts so far, and those of targets, milestones and commitments.
struct Hearing {
  Setting setting;
  std::span<const std::string> instances;
  const std::map<std::string, Status>* first_promises;  ///< nothing was revised: nullptr
  std::vector<Verdict> verdicts = {};
  std::map<Ref<Target>, Judged> targets = {};
  std::map<Ref<Milestone>, Judged> milestones = {};
  std::map<Ref<Commitment>, Judged> commitments = {};
};

/// What stands beside every verdict.
void set_beside(const Hearing& hearing, Judged& judged) {
  Verdict& verdict = judged.verdict;
  verdict.judgement = judgement(hearing.setting, verdict.id);
  if (!judged.changed || hearing.first_promises == nullptr) return;
  const auto first = hearing.first_promises->find(verdict.id);
  if (first != hearing.first_promises->end()) verdict.original = first->second;
}

/// A verdict that is not made of others.
Judged single(const Hearing& hearing, const Question& question, bool withdrawn, bool changed) {
  Judged judged = judge(question, hearing.setting.programme);
  if (withdrawn) judged = Judged{voided({question.id, question.kind, question.subject})};
  judged.changed = changed;
  judged.verdict.waived = own_waiver(hearing.setting, judged.verdict);
  set_beside(hearing, judged);
  return judged;
}

void set_composite(const Hearing& hearing, const std::vector<Judged>& children, Judged& judged) {
  judged.verdict.waived = composite_waiver(hearing.setting, judged.verdict, children);
  set_beside(hearing, judged);
}

Verdict blank_overall(const Hearing& hearing, std::uint32_t index) {
  const Target& target = hearing.setting.programme.targets[index];
  const VerdictKind kind = target.whole ? VerdictKind::part : VerdictKind::target;
  return {target.id, kind, Ref<Target>{index}};
}

void add_with_children(Hearing& hearing, std::uint32_t index, const Judged& overall,
                       std::vector<Judged> children) {
  hearing.targets.emplace(Ref<Target>{index}, overall);
  const auto place = static_cast<std::uint32_t>(hearing.verdicts.size());
  hearing.verdicts.push_back(overall.verdict);
  for (Judged& child : children) {
    child.verdict.parent = place;
    hearing.verdicts.push_back(child.verdict);
  }
}

void judge_periods(Hearing& hearing, std::uint32_t index, const Promised<Promise>& holds) {
  const Setting& setting = hearing.setting;
  const auto& per = std::get<Per>(holds.promise->time);
  const auto questions = periods_of(setting, index, hearing.instances);
  std::vector<Judged> periods;
  for (const PeriodQuestion& one : questions) {
    periods.push_back(single(hearing, one.question, one.withdrawn, one.changed));
  }
  std::vector<Judged> children;
  for (const std::size_t place : looked_at(questions, per.overall, setting.as_of)) {
    children.push_back(periods.at(place));
  }
  Judged overall = composed(blank_overall(hearing, index), children, All{});
  if (holds.withdrawn) overall = Judged{voided(blank_overall(hearing, index))};
  overall.run_out = per.last && setting.as_of > per.last->last;
  overall.changed = holds.changed;
  set_composite(hearing, children, overall);
  add_with_children(hearing, index, overall, periods);
}

void judge_members(Hearing& hearing, std::uint32_t index, const Promised<Promise>& holds) {
  const Setting& setting = hearing.setting;
  std::vector<Judged> members;
  if (!holds.withdrawn) {
    for (const Question& question : members_of(setting, index)) {
      members.push_back(single(hearing, question, false, holds.changed));
    }
  }
  const Decimal& share = std::get<ForEach>(holds.promise->time).share;
  Judged overall = composed(blank_overall(hearing, index), members, ShareOf{share});
  if (overall.verdict.decided_by.empty()) {
    // Nobody decides: the goal stands all the same.
    const auto shown = goal(setting.programme, holds.promise->comparison, setting.as_of);
    if (shown) overall.verdict.goal = shown->exact();
  }
  if (holds.withdrawn) overall = Judged{voided(blank_overall(hearing, index))};
  overall.changed = holds.changed;
  std::vector<Judged> ranked;
  for (const Judged& member : members) {
    if (member.run_out) ranked.push_back(member);
  }
  set_composite(hearing, ranked, overall);
  add_with_children(hearing, index, overall, members);
}

void judge_target(Hearing& hearing, std::uint32_t index) {
  const Setting& setting = hearing.setting;
  const auto holds = promised(setting.programme, setting.programme.targets[index], setting.seen());
  if (std::holds_alternative<Per>(holds.promise->time)) {
    judge_periods(hearing, index, holds);
  } else if (std::holds_alternative<ForEach>(holds.promise->time)) {
    judge_members(hearing, index, holds);
  } else {
    const Question question = question_of(setting, index);
    const Judged judged = single(hearing, question, holds.withdrawn, holds.changed);
    add_with_children(hearing, index, judged, {});
  }
}

void judge_milestone(Hearing& hearing, std::uint32_t index) {
  const Milestone& milestone = hearing.setting.programme.milestones[index];
  const auto holds = promised(milestone, hearing.setting.seen());
  const Question question = question_of(hearing.setting, milestone, index);
  const Judged judged = single(hearing, question, holds.withdrawn, holds.changed);
  hearing.milestones.emplace(Ref<Milestone>{index}, judged);
  hearing.verdicts.push_back(judged.verdict);
}

/// A commitment's members may be commitments, declared before or after it.
Judged judged_commitment(const Hearing& hearing, Ref<Commitment> ref) {
  const Commitment& commitment = hearing.setting.programme.commitments[ref.index];
  std::vector<Judged> children;
  for (const Member& member : commitment.members) {
    if (const auto* target = std::get_if<Ref<Target>>(&member)) {
      children.push_back(hearing.targets.at(*target));
    } else if (const auto* milestone = std::get_if<Ref<Milestone>>(&member)) {
      children.push_back(hearing.milestones.at(*milestone));
    } else {
      children.push_back(judged_commitment(hearing, std::get<Ref<Commitment>>(member)));
    }
  }
  Judged judged =
      composed({commitment.id, VerdictKind::commitment, ref}, children, commitment.rule);
  set_composite(hearing, children, judged);
  return judged;
}

std::vector<Verdict> all_verdicts(const Setting& setting, std::span<const std::string> instances,
                                  const std::map<std::string, Status>* first_promises) {
  Hearing hearing{setting, instances, first_promises};
  const Programme& programme = setting.programme;
  for (std::uint32_t i = 0; i < programme.targets.size(); ++i) judge_target(hearing, i);
  for (std::uint32_t i = 0; i < programme.milestones.size(); ++i) judge_milestone(hearing, i);
  for (std::uint32_t i = 0; i < programme.commitments.size(); ++i) {
    hearing.verdicts.push_back(judged_commitment(hearing, Ref<Commitment>{i}).verdict);
  }
  return hearing.verdicts;
}

}  // namespace

engine::Evaluation evaluate(const Programme& programme, std::span<const Record> log,
                            const engine::Moment& moment, std::span<const std::string> instances) {
  const std::vector<Record> as_called_now = renamed(programme, log);
  const Facts facts = facts_at(as_called_now, moment);
  Programme first = programme;
  std::map<std::string, Status> first_promises;
  if (without_revisions(first)) {
    const Setting then{first, facts, moment.as_of, moment.known};
    for (const Verdict& verdict : all_verdicts(then, instances, nullptr)) {
      first_promises.emplace(verdict.id, verdict.status);
    }
  }
  const Setting now{programme, facts, moment.as_of, moment.known};
  return {moment, all_verdicts(now, instances, &first_promises)};
}

}  // namespace jalon::reference
