#include "tests/reference/reference.hpp"

#include "tests/reference/compose.hpp"
#include "tests/reference/outlook.hpp"
#include "tests/reference/questions.hpp"

#include <map>

namespace jalon::reference {
namespace {

using engine::Status;
using engine::Verdict;
using engine::VerdictKind;

engine::Quantity goal_shown(const Question& question) {
  if (question.target != nullptr) return goal(question.target->comparison);
  const Milestone& milestone = *std::get<Steps>(question.measured).milestone;
  return milestone.stages.at(milestone.reach);
}

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
  verdict.goal = goal_shown(question);
  show(question, numbers, verdict);
  verdict.due = {{}, question.first, unless_open(question.nominal), unless_open(question.latest)};
  verdict.outlook = outlook(question, ruling, numbers, diary, programme.defaults.outlook);
  verdict.confidence = confidence(question.measured, as_of_inside(question), question.as_of);
  verdict.records = records(question.measured, as_of_inside(question));
  return {verdict, numbers.progress};
}

/// One evaluation: the verdicts so far, and those of targets and milestones by id.
struct Hearing {
  Setting setting;
  std::span<const std::string> instances;
  std::vector<Verdict> verdicts = {};
  std::map<Ref<Target>, Judged> targets = {};
  std::map<Ref<Milestone>, Judged> milestones = {};
};

std::vector<Judged> judge_all(const Hearing& hearing, const std::vector<Question>& questions) {
  std::vector<Judged> result;
  for (const Question& question : questions) {
    result.push_back(judge(question, hearing.setting.programme));
    result.back().verdict.parent = static_cast<std::uint32_t>(hearing.verdicts.size());
  }
  return result;
}

Verdict blank_overall(const Hearing& hearing, std::uint32_t index) {
  const Target& target = hearing.setting.programme.targets[index];
  const VerdictKind kind = target.whole ? VerdictKind::part : VerdictKind::target;
  return {target.id, kind, Ref<Target>{index}};
}

void add_with_children(Hearing& hearing, std::uint32_t index, const Judged& overall,
                       const std::vector<Judged>& children) {
  hearing.targets.emplace(Ref<Target>{index}, overall);
  hearing.verdicts.push_back(overall.verdict);
  for (const Judged& child : children) hearing.verdicts.push_back(child.verdict);
}

void judge_periods(Hearing& hearing, std::uint32_t index) {
  const auto questions = periods_of(hearing.setting, index, hearing.instances);
  const std::vector<Judged> periods = judge_all(hearing, questions);
  const Judged& deciding = periods.at(deciding_period(questions, hearing.setting.as_of));
  add_with_children(hearing, index, decided(blank_overall(hearing, index), deciding), periods);
}

/// Section 5, share: only members whose clock has run out are ranked.
Judged overall_of_members(const Hearing& hearing, std::uint32_t index,
                          const std::vector<Judged>& members) {
  const Target& target = hearing.setting.programme.targets[index];
  Verdict overall = blank_overall(hearing, index);
  std::vector<Judged> ranked;
  for (const Judged& member : members) {
    const auto& latest = member.verdict.due.latest;
    if (latest && *latest < hearing.setting.as_of) ranked.push_back(member);
  }
  if (!ranked.empty()) {
    const std::size_t k = share_of(std::get<ForEach>(target.time).share, ranked.size());
    return decided(overall, kth_best(ranked, k));
  }
  overall.status = members.empty() ? Status::unknown : Status::pending;
  overall.reason = members.empty() ? engine::Reason::no_data : engine::Reason::on_record;
  overall.goal = goal(target.comparison);
  return {overall};
}

void judge_members(Hearing& hearing, std::uint32_t index) {
  const auto members = judge_all(hearing, members_of(hearing.setting, index));
  add_with_children(hearing, index, overall_of_members(hearing, index, members), members);
}

void judge_target(Hearing& hearing, std::uint32_t index) {
  const Target& target = hearing.setting.programme.targets[index];
  if (std::holds_alternative<Per>(target.time)) {
    judge_periods(hearing, index);
  } else if (std::holds_alternative<ForEach>(target.time)) {
    judge_members(hearing, index);
  } else {
    const Question question = question_of(hearing.setting, index);
    add_with_children(hearing, index, judge(question, hearing.setting.programme), {});
  }
}

void judge_milestone(Hearing& hearing, std::uint32_t index) {
  const Programme& programme = hearing.setting.programme;
  const Question question = question_of(hearing.setting, programme.milestones[index], index);
  const Judged judged = judge(question, programme);
  hearing.milestones.emplace(Ref<Milestone>{index}, judged);
  hearing.verdicts.push_back(judged.verdict);
}

void judge_commitment(Hearing& hearing, std::uint32_t index) {
  const Commitment& commitment = hearing.setting.programme.commitments[index];
  std::vector<Judged> children;
  for (const Member& member : commitment.members) {
    if (const auto* target = std::get_if<Ref<Target>>(&member)) {
      children.push_back(hearing.targets.at(*target));
    } else {
      children.push_back(hearing.milestones.at(std::get<Ref<Milestone>>(member)));
    }
  }
  const std::size_t k = wanted_of(commitment.rule, children.size());
  const Verdict composite{commitment.id, VerdictKind::commitment, Ref<Commitment>{index}};
  hearing.verdicts.push_back(decided(composite, kth_best(children, k)).verdict);
}

}  // namespace

engine::Evaluation evaluate(const Programme& programme, std::span<const Record> log,
                            const engine::Moment& moment, std::span<const std::string> instances) {
  const Facts facts = facts_at(log, moment);
  Hearing hearing{{programme, facts, moment.as_of}, instances};
  for (std::uint32_t i = 0; i < programme.targets.size(); ++i) judge_target(hearing, i);
  for (std::uint32_t i = 0; i < programme.milestones.size(); ++i) judge_milestone(hearing, i);
  for (std::uint32_t i = 0; i < programme.commitments.size(); ++i) judge_commitment(hearing, i);
  return {moment, hearing.verdicts};
}

}  // namespace jalon::reference
