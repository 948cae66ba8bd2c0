#pragma once

#include "rules/engine/evaluate.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace jalon::engine {

/// What became of one record in one verdict.
enum class Part {
  counted,          ///< certainly and proven
  possible,         ///< counted on one side only: a vague day, an unproven record
  unevidenced,      ///< counted as possible for want of evidence
  too_late,         ///< happened after the window
  too_early,        ///< happened before the window
  other_dimension,  ///< outside the target's `where` or member
  same_object,      ///< further evidence for an object that is counted already
  without_effect,   ///< takes out an object that is not there
  older_reading,    ///< a later reading took its place
  superseded,       ///< corrected
  retracted,
  in_advance,
  learned_later,
};
[[nodiscard]] std::string_view name(Part part);  ///< "other-dimension"

struct RecordPart {
  const Record* record;
  Part part;
  /// Of a superseded record its current version, of a retracted one the retraction.
  const Record* by = nullptr;
};

/// One thing that the value was made of, on the day for which the value is shown.
struct Ingredient {
  enum class Kind { flow, stock, series };
  std::string id;  ///< of the indicator or series
  Kind kind = Kind::flow;
  std::optional<Decimal> value = {};  ///< a flow's total on record, a level, a figure of a series
  std::optional<Date> on = {};        ///< the reading's last day, the day of the figure
};
[[nodiscard]] std::string_view name(Ingredient::Kind kind);  ///< "flow"

/// How a value was worked out: of / to, from - less, a sum. Nothing of the kind: a single one.
struct Formula {
  enum class Kind { single, ratio, sum, difference };
  Kind kind = Kind::single;
  std::vector<Ingredient> parts = {};  ///< of a ratio and a difference two, in that order
  bool percent = false;                ///< a ratio times 100
  bool same_year = false;              ///< the denominator is of the year of the day
  std::optional<Date> day = {};        ///< for which it is shown
};
[[nodiscard]] std::string_view name(Formula::Kind kind);  ///< "ratio"

/// Where a goal comes from, and how far it may be missed.
struct GoalFormula {
  const Series* series = nullptr;           ///< that says it
  std::optional<Series::Value> said = {};   ///< nothing: it has no value yet
  std::optional<Decimal> percent = {};      ///< of the baseline
  std::optional<Decimal> baseline = {};     ///< where percent is given, or a trend
  std::optional<Per::Share> share = {};     ///< of a first period
  std::optional<Decimal> before = {};       ///< the goal that the share multiplies
  std::optional<Tolerance> tolerance = {};  ///< as promised
  std::optional<Decimal> lower = {};        ///< with the tolerance: enough from here on
  std::optional<Decimal> upper = {};        ///< with the tolerance: enough up to here
};

/// Which child decides a composite: the k-th best of those ranked.
struct Ranking {
  std::size_t children = 0;
  std::size_t ranked = 0;             ///< void ones, and of a share those with time left, are not
  std::size_t k = 0;                  ///< 0: nothing is ranked yet
  std::optional<Decimal> share = {};  ///< k = ceiling(share x ranked)
};

/// Days on which a level that is to be kept certainly was not.
struct Breach {
  Date first;
  std::optional<Date> last = {};  ///< nothing: it goes on
};

struct PathPoint {
  Date on;
  Decimal value;
};

/// A revision, with what it made of the promise. The pointers of the other kind are nothing.
struct Change {
  const Revision* revision;
  Date decided;
  bool in_force = false;  ///< at the moment of the evaluation
  bool withdrawn = false;
  const Promise* before = nullptr;
  const Promise* after = nullptr;
  const StagePromise* stage_before = nullptr;
  const StagePromise* stage_after = nullptr;
};

/// A waiver that names the verdict, its definition, or a whole that it belongs to.
struct WaiverPart {
  enum class State { in_force, over, not_yet };
  const Waiver* waiver;
  State state = State::in_force;
};
[[nodiscard]] std::string_view name(WaiverPart::State state);  ///< "in-force"

/// A verdict with the records of its subject, each with what became of it, and with all that it was
/// worked out from; composites with children.
struct Explanation {
  const Verdict* verdict;                   ///< into the evaluation
  std::vector<RecordPart> records;          ///< in number order; empty for composites
  std::vector<const Record*> attestations;  ///< that cover it
  std::vector<Explanation> children;  ///< periods, members, or members of a commitment, in order

  std::optional<Formula> formula = {};  ///< nothing for composites, milestones and void
  GoalFormula goal = {};
  std::optional<Ranking> ranking = {};   ///< of composites
  std::vector<PathPoint> path = {};      ///< what was expected by when, if anything was
  std::vector<Breach> breaches = {};     ///< of a hold, by day; earlier ones decide nothing
  std::vector<Change> changes = {};      ///< by day decided
  std::vector<WaiverPart> waivers = {};  ///< as declared
  const Promise* promise = nullptr;      ///< of a target: the one that the verdict was judged by
  const StagePromise* stage_promise = nullptr;  ///< of a milestone
};

/// Explains verdicts of an evaluation, one after the other: it walks the log and the evaluation
/// once. Everything it was made from must outlive it and what it says.
class Explainer {
 public:
  Explainer(const Programme& programme, std::span<const Record> log, const Evaluation& evaluation);
  Explainer(Explainer&&) noexcept;
  Explainer& operator=(Explainer&&) noexcept;
  ~Explainer();

  /// `verdict` is in the evaluation.
  [[nodiscard]] Explanation of(const Verdict& verdict) const;

 private:
  class Work;
  std::unique_ptr<Work> work_;
};

/// Explains one verdict.
[[nodiscard]] Explanation explain(const Programme& programme, std::span<const Record> log,
                                  const Evaluation& evaluation, const Verdict& verdict);

}  // namespace jalon::engine
