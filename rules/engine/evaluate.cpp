#include "rules/engine/evaluate.hpp"

#include "rules/engine/evaluator.hpp"

#include <algorithm>

namespace jalon::engine {

const Verdict* Evaluation::find(std::string_view id) const {
  const auto found = std::find_if(verdicts.begin(), verdicts.end(),
                                  [&](const Verdict& verdict) { return verdict.id == id; });
  return found == verdicts.end() ? nullptr : &*found;
}

std::size_t Places::of(const Member& member) const {
  if (const auto* target = std::get_if<Ref<Target>>(&member)) return targets[target->index];
  if (const auto* milestone = std::get_if<Ref<Milestone>>(&member)) {
    return first_milestone + milestone->index;
  }
  return first_commitment + std::get<Ref<Commitment>>(member).index;
}

void judge_commitments(const Programme& programme, Sheet& sheet, const Places& places) {
  const std::size_t count = sheet.verdicts.size() + programme.commitments.size();
  sheet.verdicts.resize(count);
  sheet.asides.resize(count);
  for (const Ref<Commitment> ref : by_dependency(programme)) {
    const Commitment& commitment = programme[ref];
    std::vector<Ranked> members;
    Looked looked{places.of(ref), {}};
    for (const Member& member : commitment.members) {
      const std::size_t place = places.of(member);
      const Aside& aside = sheet.asides[place];
      members.push_back({{&sheet.verdicts[place], aside.progress}, aside.run_out});
      looked.children.push_back(place);
    }
    Composed whole = composed(commitment, members);
    Verdict& verdict = whole.judged.verdict;
    verdict.id = commitment.id;
    verdict.kind = VerdictKind::commitment;
    verdict.subject = ref;
    verdict.parent = {};
    sheet.asides[looked.overall] = {whole.judged.progress, whole.run_out};
    sheet.verdicts[looked.overall] = std::move(verdict);
    sheet.composites.push_back(std::move(looked));
  }
}

Evaluation evaluate(const Programme& programme, std::span<const Record> log, const Moment& moment,
                    std::span<const std::string> instances, const FindingRule& rule) {
  const Facts facts = facts_at(log, moment);
  Ledger ledger{programme, facts};
  const Day as_of = day_of(moment.as_of);
  const Day decided = decided_until(moment);
  Measurer measurer{programme, ledger, as_of};
  PromiseJudge judge{programme, ledger, measurer, as_of, decided, instances};
  Sheet& sheet = judge.sheet;
  const std::size_t expected = judge.expected() + programme.commitments.size();
  sheet.verdicts.reserve(expected);
  sheet.asides.reserve(expected);
  Places places;
  for (std::uint32_t i = 0; i < programme.targets.size(); ++i) {
    places.targets.push_back(judge.judge(Ref<Target>{i}));
  }
  places.first_milestone = sheet.verdicts.size();
  for (std::uint32_t i = 0; i < programme.milestones.size(); ++i) judge.judge(Ref<Milestone>{i});
  places.first_commitment = sheet.verdicts.size();
  judge_commitments(programme, sheet, places);
  if (is_amended(programme, decided)) {
    PromiseJudge first{programme, ledger, measurer, as_of, kDawn, instances};
    add_originals(programme, sheet, places, decided, first);
  }
  add_judgements(programme, facts, moment.as_of, sheet.verdicts);
  add_waivers(programme, moment, rule, sheet);
  return {moment, std::move(sheet.verdicts)};
}

}  // namespace jalon::engine
