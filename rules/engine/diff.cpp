#include "rules/engine/diff.hpp"

#include "rules/engine/excerpt.hpp"
#include "rules/engine/facts.hpp"
#include "rules/engine/promised.hpp"
#include "rules/engine/record_index.hpp"

#include <algorithm>
#include <iterator>
#include <unordered_map>

namespace jalon::engine {
namespace {

/// Does a test hold for the day of any revision or waiver?
template <class Test>
bool any_decision(const Programme& programme, Test test) {
  const auto in = [&](const auto& definitions) {
    return std::ranges::any_of(definitions, [&](const auto& one) {
      return std::ranges::any_of(one.amendments,
                                 [&](const auto& amendment) { return test(amendment.decided); });
    });
  };
  return in(programme.targets) || in(programme.milestones) ||
         std::ranges::any_of(programme.waivers,
                             [&](const Waiver& waiver) { return test(waiver.granted); });
}

/// The programme with nothing but what was decided by a moment: itself if that is all, else `copy`.
const Programme& as_decided(const Programme& programme, const Moment& moment,
                            std::optional<Programme>& copy) {
  if (!any_decision(programme, [&](Date day) { return !is_decided(day, moment); })) {
    return programme;
  }
  Programme& decided = copy.emplace(programme);
  const auto later = [&](const auto& amendment) { return !is_decided(amendment.decided, moment); };
  for (Target& target : decided.targets) std::erase_if(target.amendments, later);
  for (Milestone& milestone : decided.milestones) std::erase_if(milestone.amendments, later);
  std::erase_if(decided.waivers,
                [&](const Waiver& waiver) { return !is_decided(waiver.granted, moment); });
  return decided;
}

bool has_its_say(Standing standing) {
  return standing != Standing::learned_later && standing != Standing::in_advance;
}

/// The current version of a record, in the place of its original.
Record as_it_spoke(const Fact& fact) {
  Record record = *fact.record;
  record.kind = RecordKind::record;
  record.number = fact.order;
  record.replaces = {};
  return record;
}

using Verdicts = std::unordered_map<std::string_view, const Verdict*>;

Verdicts by_id(const Evaluation& evaluation) {
  Verdicts verdicts;
  for (const Verdict& verdict : evaluation.verdicts) verdicts[verdict.id] = &verdict;
  return verdicts;
}

const Verdict* find(const Verdicts& verdicts, std::string_view id) {
  const auto found = verdicts.find(id);
  return found == verdicts.end() ? nullptr : found->second;
}

bool differ(const Verdict* a, const Verdict* b) {
  if (a == nullptr || b == nullptr) return a != b;
  return is_change(*a, *b) || a->outlook.state != b->outlook.state;
}

bool rests_on(const Verdict* verdict, const Record& record) {
  if (verdict == nullptr) return false;
  if (record.kind == RecordKind::judgement) {
    return verdict->judgement && verdict->judgement->record == record.number;
  }
  const auto listed = [&](std::int64_t number) {
    return std::binary_search(verdict->records.begin(), verdict->records.end(), number);
  };
  return listed(record.number) || (record.replaces && listed(*record.replaces));
}

/// What is new among the records that a verdict rests on, before or after; if none of it is, all
/// that is new of what it measures.
void add_learned(const Programme& programme, const RecordIndex& news, const Verdict* before,
                 const Verdict* after, std::vector<Cause>& causes) {
  const std::vector<const Record*> touching =
      news.under(names_touching(programme, after != nullptr ? after->subject : before->subject));
  std::vector<const Record*> decisive;
  std::copy_if(
      touching.begin(), touching.end(), std::back_inserter(decisive),
      [&](const Record* record) { return rests_on(before, *record) || rests_on(after, *record); });
  for (const Record* record : decisive.empty() ? touching : decisive) {
    causes.push_back({cause_of(record->kind), record->number, {}});
  }
}

Changed changed(const Verdict* before, const Verdict* after, std::vector<Cause> causes) {
  if (causes.empty()) causes.push_back({});
  Changed made{{}, {}, std::move(causes)};
  if (before != nullptr) made.before = *before;
  if (after != nullptr) made.after = *after;
  return made;
}

/// Judges the steps between two moments and names what makes them differ.
class Comparer {
 public:
  Comparer(const Programme& programme, std::span<const Record> log, const Evaluation& before,
           const Evaluation& after, std::span<const std::string> instances, const FindingRule& rule)
      : programme_{programme},
        log_{log},
        before_{before},
        after_{after},
        from_{before.moment},
        to_{after.moment},
        instances_{instances},
        rule_{rule} {}

  std::vector<Changed> compare() {
    const RecordIndex news{programme_, note_news()};
    const Evaluation aged = judge_old_log(from_);
    std::optional<Evaluation> decided;
    if (any_decision(programme_, [&](Date day) { return is_new(day); })) {
      decided = judge_old_log(to_);
    }
    const Verdicts first = by_id(before_);
    const Verdicts second = by_id(aged);
    const Verdicts third = by_id(decided ? *decided : aged);
    std::vector<Changed> changes;
    const auto add = [&](const Verdict* before, const Verdict* after, std::string_view id) {
      if (!differ(before, after)) return;
      const Verdict* then = find(second, id);
      const Verdict* next = find(third, id);
      std::vector<Cause> causes;
      if (differ(before, then)) causes.push_back({});
      if (differ(then, next)) add_decided(after != nullptr ? *after : *before, causes);
      if (differ(next, after)) add_learned(programme_, news, next, after, causes);
      changes.push_back(changed(before, after, std::move(causes)));
    };
    for (const Verdict& after : after_.verdicts) add(find(first, after.id), &after, after.id);
    const Verdicts last = by_id(after_);
    for (const Verdict& before : before_.verdicts) {
      if (find(last, before.id) == nullptr) add(&before, nullptr, before.id);
    }
    return changes;
  }

 private:
  /// The log as it spoke at the first moment, under what was decided by another.
  [[nodiscard]] Evaluation judge_old_log(const Moment& decided) const {
    std::optional<Programme> copy;
    return evaluate(as_decided(programme_, decided, copy), old_, open_, instances_, rule_);
  }
  [[nodiscard]] bool is_new(Date day) const {
    return is_decided(day, from_) != is_decided(day, to_);
  }

  /// Keeps the log as it spoke at the first moment; what has another say at the second.
  std::vector<const Record*> note_news() {
    std::vector<const Record*> news;
    const Facts before = facts_at(log_, from_);
    const Facts after = facts_at(log_, to_);
    for (std::size_t i = 0; i < log_.size(); ++i) {
      const bool same = has_its_say(before.standing[i]) == has_its_say(after.standing[i]);
      if (!same && log_[i].kind != RecordKind::redaction) news.push_back(&log_[i]);
    }
    for (const Fact& fact : before.records) old_.push_back(as_it_spoke(fact));
    for (const Record* attestation : before.attestations) old_.push_back(*attestation);
    for (const Record* judgement : before.judgements) old_.push_back(*judgement);
    std::sort(old_.begin(), old_.end(),
              [](const Record& a, const Record& b) { return a.number < b.number; });
    open_ = {to_.as_of, std::max(from_.known, to_.known), {}};
    return news;
  }

  /// Everything that was decided in between about what the verdict depends on.
  void add_decided(const Verdict& verdict, std::vector<Cause>& causes) const {
    const Programme part = excerpt(programme_, verdict.subject);
    const auto add_revisions = [&](const auto& amendments) {
      for (const auto& amendment : amendments) {
        const Cause cause{Cause::Kind::revision, 0, programme_[amendment.by].id};
        const bool known = std::find(causes.begin(), causes.end(), cause) != causes.end();
        if (is_new(amendment.decided) && !known) causes.push_back(cause);
      }
    };
    for (const Target& target : part.targets) add_revisions(target.amendments);
    for (const Milestone& milestone : part.milestones) add_revisions(milestone.amendments);
    for (const Waiver& waiver : programme_.waivers) {
      const bool covers = verdict.waived && verdict.waived->id == waiver.id;
      if (is_new(waiver.granted) && covers) {
        causes.push_back({Cause::Kind::waiver, 0, waiver.id});
      }
    }
  }

  const Programme& programme_;
  std::span<const Record> log_;
  const Evaluation& before_;
  const Evaluation& after_;
  Moment from_;
  Moment to_;
  std::span<const std::string> instances_;
  const FindingRule& rule_;
  std::vector<Record> old_ = {};
  Moment open_{to_};
};

}  // namespace

Diff diff(const Programme& programme, std::span<const Record> log, const Moment& from,
          const Moment& to, std::span<const std::string> instances) {
  Diff diff{evaluate(programme, log, from, instances), evaluate(programme, log, to, instances), {}};
  diff.changes = changes_between(programme, log, diff.before, diff.after, instances);
  return diff;
}

std::vector<Changed> changes_between(const Programme& programme, std::span<const Record> log,
                                     const Evaluation& before, const Evaluation& after,
                                     std::span<const std::string> instances,
                                     const FindingRule& rule) {
  return Comparer{programme, log, before, after, instances, rule}.compare();
}

std::vector<Changed> changes_by(const Programme& programme, const Evaluation& before,
                                const Evaluation& after, std::span<const Record> added) {
  const RecordIndex news{programme, pointers_to(added)};
  const Verdicts first = by_id(before);
  std::vector<Changed> changes;
  for (const Verdict& verdict : after.verdicts) {
    const Verdict* was = find(first, verdict.id);
    if (!differ(was, &verdict)) continue;
    std::vector<Cause> causes;
    add_learned(programme, news, was, &verdict, causes);
    changes.push_back(changed(was, &verdict, std::move(causes)));
  }
  return changes;
}

}  // namespace jalon::engine
