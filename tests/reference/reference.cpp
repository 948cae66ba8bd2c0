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
struct Session {
  Setting setting;
  std::span<const std::string> instances;
  std::vector<Verdict> verdicts = {};
  std::map<Ref<Target>, Judged> targets = {};
  std::map<Ref<Milestone>, Judged> milestones = {};
};

std::vector<Judged> judge_all(const Session& session, const std::vector<Question>& questions) {
  std::vector<Judged> result;
  for (const Question& question : questions) {
    result.push_back(judge(question, session.setting.programme));
    result.back().verdict.parent = static_cast<std::uint32_t>(session.verdicts.size());
  }
  return result;
}

Verdict blank_overall(const Session& session, std::uint32_t index) {
  const Target& target = session.setting.programme.targets[index];
  const VerdictKind kind = target.whole ? VerdictKind::part : VerdictKind::target;
  return {target.id, kind, Ref<Target>{index}};
}

void add_with_children(Session& session, std::uint32_t index, const Judged& overall,
                       const std::vector<Judged>& children) {
  session.targets.emplace(Ref<Target>{index}, overall);
  session.verdicts.push_back(overall.verdict);
  for (const Judged& child : children) session.verdicts.push_back(child.verdict);
}

void judge_periods(Session& session, std::uint32_t index) {
  const auto questions = periods_of(session.setting, index, session.instances);
  const std::vector<Judged> periods = judge_all(session, questions);
  const Judged& deciding = periods.at(deciding_period(questions, session.setting.as_of));
  add_with_children(session, index, decided(blank_overall(session, index), deciding), periods);
}

/// Section 5, share: only members whose clock has run out are ranked.
Judged overall_of_members(const Session& session, std::uint32_t index,
                          const std::vector<Judged>& members) {
  const Target& target = session.setting.programme.targets[index];
  Verdict overall = blank_overall(session, index);
  std::vector<Judged> ranked;
  for (const Judged& member : members) {
    const auto& latest = member.verdict.due.latest;
    if (latest && *latest < session.setting.as_of) ranked.push_back(member);
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

void judge_members(Session& session, std::uint32_t index) {
  const auto members = judge_all(session, members_of(session.setting, index));
  add_with_children(session, index, overall_of_members(session, index, members), members);
}

void judge_target(Session& session, std::uint32_t index) {
  const Target& target = session.setting.programme.targets[index];
  if (std::holds_alternative<Per>(target.time)) {
    judge_periods(session, index);
  } else if (std::holds_alternative<ForEach>(target.time)) {
    judge_members(session, index);
  } else {
    const Question question = question_of(session.setting, index);
    add_with_children(session, index, judge(question, session.setting.programme), {});
  }
}

void judge_milestone(Session& session, std::uint32_t index) {
  const Programme& programme = session.setting.programme;
  const Question question = question_of(session.setting, programme.milestones[index], index);
  const Judged judged = judge(question, programme);
  session.milestones.emplace(Ref<Milestone>{index}, judged);
  session.verdicts.push_back(judged.verdict);
}

void judge_commitment(Session& session, std::uint32_t index) {
  const Commitment& commitment = session.setting.programme.commitments[index];
  std::vector<Judged> children;
  for (const Member& member : commitment.members) {
    if (const auto* target = std::get_if<Ref<Target>>(&member)) {
      children.push_back(session.targets.at(*target));
    } else {
      children.push_back(session.milestones.at(std::get<Ref<Milestone>>(member)));
    }
  }
  const std::size_t k = wanted_of(commitment.rule, children.size());
  const Verdict composite{commitment.id, VerdictKind::commitment, Ref<Commitment>{index}};
  session.verdicts.push_back(decided(composite, kth_best(children, k)).verdict);
}

}  // namespace

engine::Evaluation evaluate(const Programme& programme, std::span<const Record> log,
                            const engine::Moment& moment, std::span<const std::string> instances) {
  const Facts facts = facts_at(log, moment);
  Session session{{programme, facts, moment.as_of}, instances};
  for (std::uint32_t i = 0; i < programme.targets.size(); ++i) judge_target(session, i);
  for (std::uint32_t i = 0; i < programme.milestones.size(); ++i) judge_milestone(session, i);
  for (std::uint32_t i = 0; i < programme.commitments.size(); ++i) judge_commitment(session, i);
  return {moment, session.verdicts};
}

}  // namespace jalon::reference
