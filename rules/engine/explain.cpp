#include "rules/engine/explain.hpp"

#include "rules/engine/explain_parts.hpp"
#include "rules/engine/facts.hpp"
#include "rules/engine/line.hpp"
#include "rules/engine/measurer.hpp"
#include "rules/engine/promise_judge.hpp"
#include "rules/engine/promised.hpp"
#include "rules/engine/record_index.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_set>

namespace jalon::engine {
namespace {

/// What became of each record in force, for one measured part.
using Parts = std::map<const Record*, Part>;

}  // namespace

class Explainer::Work {
 public:
  Work(const Programme& programme, std::span<const Record> log, const Evaluation& evaluation)
      : programme_{programme},
        log_{log},
        evaluation_{evaluation},
        facts_{facts_at(log, evaluation.moment)},
        index_{programme, pointers_to(log)},
        ledger_{programme, facts_},
        as_of_{day_of(evaluation.moment.as_of)} {}

  Explanation explain(const Verdict& verdict) {
    Explanation explanation{&verdict, {}, {}, {}};
    for (const Verdict* child : children_of(verdict)) {
      explanation.children.push_back(explain(*child));
    }
    add_promise(verdict, explanation);
    if (is_composite(verdict)) {
      explanation.ranking = ranking_of(programme_, verdict, explanation.promise,
                                       explanation.children, evaluation_.moment.as_of);
      return explanation;
    }
    if (const auto* milestone = std::get_if<Ref<Milestone>>(&verdict.subject)) {
      explain_milestone(*milestone, explanation);
    } else {
      explain_target(verdict, explanation);
    }
    const auto by_number = [](const Record* a, const Record* b) { return a->number < b->number; };
    auto& attestations = explanation.attestations;
    std::sort(attestations.begin(), attestations.end(), by_number);
    attestations.erase(std::unique(attestations.begin(), attestations.end()), attestations.end());
    return explanation;
  }

 private:
  void add_promise(const Verdict& verdict, Explanation& explanation) const {
    const Moment& moment = evaluation_.moment;
    explanation.changes = changes_of(programme_, verdict, moment);
    explanation.waivers = waivers_of(programme_, verdict, moment);
    if (const Target* target = target_of(verdict)) {
      const Promise& promise = promise_in_force(programme_, *target, verdict, moment);
      explanation.promise = &promise;
      explanation.goal = goal_formula(programme_, promise, verdict, judged_day(promise, verdict));
      explanation.path = path_points(promise, verdict);
    } else if (const auto* milestone = std::get_if<Ref<Milestone>>(&verdict.subject)) {
      explanation.stage_promise = promised(programme_[*milestone], decided_until(moment)).promise;
    }
  }

  /// The day on which the goal is fixed.
  [[nodiscard]] Day judged_day(const Promise& promise, const Verdict& verdict) const {
    Day latest = kDusk;
    if (verdict.due.latest) latest = day_of(*verdict.due.latest);
    const auto* hold = std::get_if<Hold>(&promise.time);
    if (hold != nullptr && hold->until) latest = latest_day(*hold->until);
    return std::min(as_of_, latest);
  }

  [[nodiscard]] const Target* target_of(const Verdict& verdict) const {
    const auto* ref = std::get_if<Ref<Target>>(&verdict.subject);
    return ref == nullptr ? nullptr : &programme_[*ref];
  }

  [[nodiscard]] bool is_composite(const Verdict& verdict) const {
    if (verdict.kind == VerdictKind::commitment) return true;
    const Target* target = target_of(verdict);
    if (target == nullptr || verdict.parent) return false;
    const TimeClause& time =
        promise_in_force(programme_, *target, verdict, evaluation_.moment).time;
    return std::holds_alternative<Per>(time) || std::holds_alternative<ForEach>(time);
  }

  [[nodiscard]] std::vector<const Verdict*> children_of(const Verdict& verdict) const {
    if (const auto* commitment = std::get_if<Ref<Commitment>>(&verdict.subject)) {
      return members_of(programme_.commitments[commitment->index]);
    }
    const auto& all = evaluation_.verdicts;
    const auto place = static_cast<std::size_t>(&verdict - all.data());
    std::vector<const Verdict*> children;
    for (std::size_t i = place + 1; i < all.size() && all[i].parent; ++i) {
      if (all[i].parent == place) children.push_back(&all[i]);
    }
    return children;
  }

  [[nodiscard]] std::vector<const Verdict*> members_of(const Commitment& commitment) const {
    std::vector<const Verdict*> members;
    for (const Member& member : commitment.members) {
      const std::string& id = std::visit(
          [&](const auto& ref) -> const std::string& { return programme_[ref].id; }, member);
      if (const Verdict* verdict = evaluation_.find(id)) members.push_back(verdict);
    }
    return members;
  }

  void explain_milestone(Ref<Milestone> milestone, Explanation& explanation) {
    Parts parts;
    for (const Entry& entry : ledger_.of(milestone)) {
      parts[entry.record] = part_of(entry.from, entry.to, entry.proven, {kDawn, as_of_});
    }
    list_records(programme_[milestone], parts, explanation);
    explanation.attestations = ledger_.attestations(milestone).covering({});
  }

  void explain_target(const Verdict& verdict, Explanation& explanation) {
    const Target& target = *target_of(verdict);
    const DimensionValues where = filter_of(verdict, target);
    const Window window = window_of(verdict, target);
    for (const Ref<Indicator> part : measured_by(programme_, target.indicator)) {
      explain_part(part, where, window, explanation);
    }
    if (verdict.status != Status::voided) {
      explanation.formula = formula_of(programme_, ledger_, target.indicator, where,
                                       {window.first, shown_day(verdict, window)});
      add_breaches(target, where, explanation);
    }
    std::stable_sort(explanation.records.begin(), explanation.records.end(),
                     [](const RecordPart& a, const RecordPart& b) {
                       return a.record->number < b.record->number;
                     });
  }

  void add_breaches(const Target& target, const DimensionValues& where, Explanation& explanation) {
    if (!std::holds_alternative<Hold>(explanation.promise->time)) return;
    const Measured measured = Measurer{programme_, ledger_, as_of_}.measure(
        target.indicator, where, term_of(*explanation.promise).window);
    explanation.breaches = breaches_of(programme_, *explanation.promise, measured, as_of_);
  }

  void explain_part(Ref<Indicator> indicator, const DimensionValues& where, const Window& window,
                    Explanation& explanation) {
    const Indicator& definition = programme_[indicator];
    const bool is_flow = std::holds_alternative<Flow>(definition.measure);
    const Parts parts =
        is_flow ? flow_parts(indicator, where, window) : stock_parts(indicator, where);
    list_records(definition, parts, explanation);
    const auto covering = ledger_.attestations(indicator).covering(where);
    explanation.attestations.insert(explanation.attestations.end(), covering.begin(),
                                    covering.end());
  }

  /// The member's own value is found by the id that it gave the verdict.
  DimensionValues filter_of(const Verdict& verdict, const Target& target) {
    const auto* each = std::get_if<ForEach>(&target.time);
    if (each == nullptr || verdict.kind != VerdictKind::member) return target.where;
    for (const Ref<Indicator> part : measured_by(programme_, target.indicator)) {
      for (const Entry& entry : ledger_.of(part)) {
        for (const DimensionValue& value : entry.record->dimensions) {
          if (value.dimension == each->dimension && has_name(verdict.id, bracket(value))) {
            return with(target.where, value);
          }
        }
      }
    }
    return target.where;
  }

  static bool has_name(std::string_view id, std::string_view bracket) {
    return id.find(bracket) != std::string_view::npos;
  }

  [[nodiscard]] Window window_of(const Verdict& verdict, const Target& target) const {
    const TimeClause& time = promise_in_force(programme_, target, verdict, evaluation_.moment).time;
    const bool closes = verdict.kind == VerdictKind::period || std::holds_alternative<During>(time);
    const Day first = verdict.due.from ? day_of(*verdict.due.from) : kDawn;
    const Day last = closes && verdict.due.latest ? day_of(*verdict.due.latest) : kDusk;
    return {first, std::min(last, as_of_)};
  }

  static Part part_of(Day from, Day to, bool proven, const Window& window) {
    if (to < window.first) return Part::too_early;
    if (from > window.last) return Part::too_late;
    if (!proven) return Part::unevidenced;
    return from >= window.first && to <= window.last ? Part::counted : Part::possible;
  }

  Parts flow_parts(Ref<Indicator> indicator, const DimensionValues& where, const Window& window) {
    const FlowSeries series = flow_series(programme_[indicator], ledger_.select(indicator, where));
    Parts parts;
    for (std::size_t i = 0; i < series.entries.size(); ++i) {
      if (series.roles[i] == Role::further) parts[series.entries[i].record] = Part::same_object;
      if (series.roles[i] == Role::without_effect) {
        parts[series.entries[i].record] = Part::without_effect;
      }
    }
    for (const Piece& piece : series.pieces) {
      const Part part = part_of(piece.from, piece.to, piece.proven, window);
      parts[piece.record] = part;
      if (!piece.out) continue;
      const bool stays_outside = part == Part::too_early || part == Part::too_late;
      const Window until{kDawn, window.last};
      parts[piece.out->record] =
          stays_outside ? part : part_of(piece.out->from, piece.out->to, piece.out->proven, until);
    }
    return parts;
  }

  Parts stock_parts(Ref<Indicator> indicator, const DimensionValues& where) {
    std::vector<Entry> entries = ledger_.select(indicator, where);
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
      return std::tie(a.to, a.from, a.order) < std::tie(b.to, b.from, b.order);
    });
    Parts parts;
    bool superseded = false;
    for (std::size_t i = entries.size(); i-- > 0;) {
      const Entry& entry = entries[i];
      parts[entry.record] = superseded
                                ? Part::older_reading
                                : part_of(entry.from, entry.to, entry.proven, {kDawn, as_of_});
      superseded = superseded || (entry.proven && entry.to <= as_of_);
    }
    return parts;
  }

  /// The day for which the value is shown: met on the day judged, else now, inside the window.
  [[nodiscard]] Day shown_day(const Verdict& verdict, const Window& window) const {
    const bool met = verdict.status == Status::met && verdict.due.latest;
    const Day day = met ? std::min(as_of_, day_of(*verdict.due.latest)) : as_of_;
    return std::min(day, window.last);
  }

  /// Records logged under an older id belong to it too.
  void list_records(const Common& definition, const Parts& parts, Explanation& explanation) const {
    std::unordered_set<std::string_view> names{definition.was.begin(), definition.was.end()};
    names.insert(definition.id);
    for (const Record* record : index_.under(names)) {
      const bool is_statement =
          record->kind == RecordKind::record || record->kind == RecordKind::correction;
      if (!is_statement || !names.contains(record->subject)) continue;
      const Part part = part_in(parts, static_cast<std::size_t>(record - log_.data()));
      explanation.records.push_back({record, part, taken_away_by(*record, part)});
    }
  }

  /// What took a record away: the version in force, or the retraction.
  [[nodiscard]] const Record* taken_away_by(const Record& record, Part part) const {
    if (part != Part::superseded && part != Part::retracted) return nullptr;
    const std::int64_t original = original_of(record);
    const Record* found = nullptr;
    for (std::size_t i = 0; i < log_.size(); ++i) {
      const Record& other = log_[i];
      const Standing standing = facts_.standing[i];
      if (part == Part::superseded) {
        const bool current = standing == Standing::in_force || standing == Standing::in_advance;
        if (current && other.kind == RecordKind::correction && original_of(other) == original) {
          found = &other;
        }
      } else if (other.kind == RecordKind::retraction && standing == Standing::administrative &&
                 (other.replaces == record.number || other.replaces == original)) {
        found = &other;
      }
    }
    return found;
  }

  [[nodiscard]] std::int64_t original_of(const Record& record) const {
    const Record* at = &record;
    while (at->kind == RecordKind::correction && at->replaces) {
      const auto found = std::lower_bound(
          log_.begin(), log_.end(), *at->replaces,
          [](const Record& one, std::int64_t wanted) { return one.number < wanted; });
      if (found == log_.end() || found->number != *at->replaces || &*found >= at) break;
      at = &*found;
    }
    return at->number;
  }

  [[nodiscard]] Part part_in(const Parts& parts, std::size_t place) const {
    switch (facts_.standing[place]) {
      case Standing::learned_later:
        return Part::learned_later;
      case Standing::superseded:
        return Part::superseded;
      case Standing::retracted:
      case Standing::administrative:
        return Part::retracted;
      case Standing::in_advance:
        return Part::in_advance;
      case Standing::in_force:
        break;
    }
    const auto found = parts.find(&log_[place]);
    return found == parts.end() ? Part::other_dimension : found->second;
  }

  const Programme& programme_;
  std::span<const Record> log_;
  const Evaluation& evaluation_;
  Facts facts_;
  RecordIndex index_;
  Ledger ledger_;
  Day as_of_;
};

Explainer::Explainer(const Programme& programme, std::span<const Record> log,
                     const Evaluation& evaluation)
    : work_{std::make_unique<Work>(programme, log, evaluation)} {}
Explainer::Explainer(Explainer&&) noexcept = default;
Explainer& Explainer::operator=(Explainer&&) noexcept = default;
Explainer::~Explainer() = default;

Explanation Explainer::of(const Verdict& verdict) const { return work_->explain(verdict); }

Explanation explain(const Programme& programme, std::span<const Record> log,
                    const Evaluation& evaluation, const Verdict& verdict) {
  return Explainer{programme, log, evaluation}.of(verdict);
}

}  // namespace jalon::engine
