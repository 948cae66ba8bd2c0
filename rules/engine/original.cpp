// What verdicts would be under the first promises.
#include "rules/engine/evaluator.hpp"

#include <algorithm>
#include <unordered_map>

namespace jalon::engine {
namespace {

class Originals {
 public:
  Originals(const Programme& programme, Sheet& now, const Places& places, Day decided,
            PromiseJudge& first)
      : programme_{programme}, now_{now}, places_{places}, decided_{decided}, first_{first} {}

  void add() {
    for (std::uint32_t i = 0; i < programme_.targets.size(); ++i) add(Ref<Target>{i});
    for (std::uint32_t i = 0; i < programme_.milestones.size(); ++i) add(Ref<Milestone>{i});
    for (const Ref<Commitment> ref : by_dependency(programme_)) add(ref);
  }

 private:
  void add(Ref<Target> ref) {
    if (!promised(programme_, programme_[ref], decided_).amended) return;
    const std::size_t begin = first_.judge(ref);
    const std::size_t place = places_.of(ref);
    first_place_[place] = begin;
    std::unordered_map<std::string_view, Status> statuses;
    for (std::size_t i = begin; i < first_.sheet.verdicts.size(); ++i) {
      statuses.emplace(first_.sheet.verdicts[i].id, first_.sheet.verdicts[i].status);
    }
    for (std::size_t i = place; i < now_.verdicts.size(); ++i) {
      Verdict& verdict = now_.verdicts[i];
      if (verdict.subject != Subject{ref}) break;
      const auto found = statuses.find(verdict.id);
      if (found != statuses.end() && is_changed(ref, verdict)) verdict.original = found->second;
    }
  }

  /// A period that had ended before any amendment keeps the first promise.
  [[nodiscard]] bool is_changed(Ref<Target> ref, const Verdict& verdict) const {
    if (verdict.kind != VerdictKind::period || !verdict.due.latest) return true;
    const Target& target = programme_[ref];
    const Date last = *verdict.due.latest;
    const auto now = promised(programme_, target, decided_);
    const Per& per = std::get<Per>(now.promise->time);
    return promised(programme_, target, decided_, {last, last}, per.unit).amended;
  }

  void add(Ref<Milestone> ref) {
    if (!promised(programme_[ref], decided_).amended) return;
    const std::size_t first = first_.judge(ref);
    const std::size_t place = places_.of(ref);
    first_place_[place] = first;
    now_.verdicts[place].original = first_.sheet.verdicts[first].status;
  }

  void add(Ref<Commitment> ref) {
    bool touched = false;
    std::vector<Ranked> members;
    for (const Member& member : programme_[ref].members) {
      const std::size_t place = places_.of(member);
      const auto found = first_place_.find(place);
      const bool is_first = found != first_place_.end();
      touched = touched || is_first;
      members.push_back(is_first ? ranked(first_.sheet, found->second) : ranked(now_, place));
    }
    if (!touched) return;
    Composed whole = composed(programme_[ref], members);
    whole.judged.verdict.id = programme_[ref].id;
    const std::size_t place = places_.of(ref);
    now_.verdicts[place].original = whole.judged.verdict.status;
    first_place_[place] = first_.sheet.add(std::move(whole.judged), whole.run_out);
  }

  static Ranked ranked(const Sheet& sheet, std::size_t place) {
    return {{&sheet.verdicts[place], sheet.asides[place].progress}, sheet.asides[place].run_out};
  }

  const Programme& programme_;
  Sheet& now_;
  const Places& places_;
  Day decided_;
  PromiseJudge& first_;
  std::unordered_map<std::size_t, std::size_t> first_place_ = {};  ///< by the place now
};

template <class Definition>
bool has_one(const std::vector<Definition>& definitions, Day decided) {
  return std::ranges::any_of(definitions, [&](const Definition& one) {
    return std::ranges::any_of(one.amendments,
                               [&](const auto& each) { return day_of(each.decided) <= decided; });
  });
}

}  // namespace

bool is_amended(const Programme& programme, Day decided) {
  return has_one(programme.targets, decided) || has_one(programme.milestones, decided);
}

void add_originals(const Programme& programme, Sheet& sheet, const Places& places, Day decided,
                   PromiseJudge& first) {
  Originals{programme, sheet, places, decided, first}.add();
}

}  // namespace jalon::engine
