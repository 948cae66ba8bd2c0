#include "rules/engine/transitions.hpp"

#include "rules/engine/excerpt.hpp"
#include "rules/engine/ledger.hpp"
#include "rules/engine/moving_days.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <tuple>

namespace jalon::engine {
namespace {

constexpr std::array<std::string_view, 8> kKinds{
    "time", "record", "correction", "retraction", "attestation", "judgement", "revision", "waiver"};

/// Plays the days of one verdict.
class Life {
 public:
  Life(Programme part, std::string_view id) : programme_{std::move(part)}, id_{id} {}

  std::vector<Transition> play(std::span<const Record> log, const Moment& until) {
    const std::vector<Record> all = cut(log, until);
    std::vector<const Record*> waiting;
    for (const Record& record : all) waiting.push_back(&record);
    std::stable_sort(waiting.begin(), waiting.end(),
                     [](const Record* a, const Record* b) { return a->learned < b->learned; });
    auto next = waiting.begin();
    const Day last = day_of(std::min(until.as_of, until.known));
    for (const Day day : moving_days(programme_, all, last)) {
      const auto date = date_of(day);
      const auto before = date_of(day - 1);
      if (!date || !before) continue;
      look({*date, *before, {}}, {});
      if (const auto cause = decided_on(*date)) look({*date, *date, {}}, *cause);
      for (; next != waiting.end() && day_of((*next)->learned) <= day; ++next) {
        learn(**next);
        if ((*next)->kind == RecordKind::redaction) continue;
        look({*date, *date, {}}, {cause_of((*next)->kind), (*next)->number, {}});
      }
    }
    return std::move(transitions_);
  }

 private:
  static std::vector<Record> cut(std::span<const Record> log, const Moment& until) {
    std::vector<Record> kept;
    for (const Record& record : log) {
      if (!until.upto || record.number <= *until.upto) kept.push_back(record);
    }
    return kept;
  }

  void learn(const Record& record) {
    const auto place =
        std::upper_bound(known_.begin(), known_.end(), record,
                         [](const Record& a, const Record& b) { return a.number < b.number; });
    known_.insert(place, record);
  }

  /// What was decided on a day about anything that the verdict depends on.
  [[nodiscard]] std::optional<Cause> decided_on(Date day) const {
    for (const Target& target : programme_.targets) {
      for (const Amendment& amendment : target.amendments) {
        if (amendment.decided == day) return revised(amendment.by);
      }
    }
    for (const Milestone& milestone : programme_.milestones) {
      for (const StageAmendment& amendment : milestone.amendments) {
        if (amendment.decided == day) return revised(amendment.by);
      }
    }
    for (const Waiver& waiver : programme_.waivers) {
      if (waiver.granted == day) return Cause{Cause::Kind::waiver, 0, waiver.id};
    }
    return std::nullopt;
  }
  [[nodiscard]] Cause revised(Ref<Revision> by) const {
    return {Cause::Kind::revision, 0, programme_[by].id};
  }

  void look(const Moment& moment, const Cause& cause) {
    const std::vector<std::string> instances{std::string{id_}};
    const Evaluation evaluation = evaluate(programme_, known_, moment, instances);
    const Verdict* now = evaluation.find(id_);
    if (now == nullptr) return;
    if (last_ && !is_change(*last_, *now)) return;
    transitions_.push_back({moment.as_of, cause, last_, *now});
    last_ = *now;
  }

  Programme programme_;
  std::string_view id_;
  std::vector<Record> known_ = {};
  std::optional<Verdict> last_ = {};
  std::vector<Transition> transitions_ = {};
};

/// An attestation that names a target says the same of the target's indicator, which is in every
/// excerpt.
Record of_indicator(const Programme& programme, const Record& record) {
  if (record.kind != RecordKind::attestation) return record;
  const auto subject = subject_named(programme, record.subject);
  const auto* target = subject ? std::get_if<Ref<Target>>(&*subject) : nullptr;
  if (target == nullptr) return record;
  Record same = record;
  same.subject = programme[programme[*target].indicator].id;
  same.dimensions = programme[*target].where;
  for (const DimensionValue& value : record.dimensions) {
    same.dimensions = with(std::move(same.dimensions), value);
  }
  return same;
}

/// A verdict of an excerpt becomes one of the whole programme.
void settle(const Subject& subject, Verdict& verdict) {
  verdict.subject = subject;
  verdict.parent = {};
}

}  // namespace

std::string_view name(Cause::Kind kind) { return kKinds.at(static_cast<std::size_t>(kind)); }

Cause::Kind cause_of(RecordKind kind) {
  switch (kind) {
    case RecordKind::record:
    case RecordKind::redaction:
      break;
    case RecordKind::correction:
      return Cause::Kind::correction;
    case RecordKind::retraction:
      return Cause::Kind::retraction;
    case RecordKind::attestation:
      return Cause::Kind::attestation;
    case RecordKind::judgement:
      return Cause::Kind::judgement;
  }
  return Cause::Kind::record;
}

bool is_change(const Verdict& before, const Verdict& after) {
  const auto said = [](const Verdict& one) {
    return std::tie(one.status, one.reason, one.value, one.goal, one.reached_on,
                    one.within_tolerance, one.waived, one.original, one.judgement, one.due.nominal,
                    one.decided_by);
  };
  return said(before) != said(after);
}

Lives::Lives(const Programme& programme, std::span<const Record> log, const Moment& until)
    : programme_{programme}, until_{until}, index_{programme, pointers_to(log)} {}

std::vector<Transition> Lives::of(std::string_view id) const {
  const auto subject = subject_named(programme_, id);
  if (!subject) return {};
  std::vector<Record> touching;
  for (const Record* record : index_.under(names_touching(programme_, *subject))) {
    touching.push_back(of_indicator(programme_, *record));
  }
  std::vector<Transition> life = Life{excerpt(programme_, *subject), id}.play(touching, until_);
  for (Transition& transition : life) {
    settle(*subject, transition.after);
    if (transition.before) settle(*subject, *transition.before);
  }
  return life;
}

std::vector<Transition> transitions(const Programme& programme, std::span<const Record> log,
                                    std::string_view id, const Moment& until) {
  return Lives{programme, log, until}.of(id);
}

}  // namespace jalon::engine
