#pragma once

#include "rules/model/amount.hpp"
#include "rules/model/date_expression.hpp"
#include "rules/model/diagnostic.hpp"
#include "rules/model/id.hpp"

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

// What a programme promises, as plain data. The loader (rules/definitions) makes it from TOML and
// guarantees what the comments say; nothing else builds one but tests.

namespace jalon {

/// A text in the programme's language, and perhaps in others.
struct Text {
  std::string text;
  std::vector<std::pair<std::string, std::string>> translations = {};  ///< ("fr", "...")

  [[nodiscard]] const std::string& in(std::string_view language) const;
};

struct Source {
  std::string id;
  Text title;
  std::string publisher = {};
  std::string url = {};
  std::optional<DateExpression> date = {};
  std::string language = {};
  Place place = {};
};
struct SourceRef {
  Ref<Source> source;
  std::string locator = {};  ///< where in the source: "6, Walloon Region, axis 2"
};

struct Party {
  std::string id;
  std::string name;
  std::string url = {};
  std::string contact = {};
  Place place = {};
};

/// What every definition may carry.
struct Common {
  std::string id;
  Text title = {};  ///< of a target without one: empty
  std::string note = {};
  std::vector<std::string> tags = {};
  std::vector<SourceRef> sources = {};
  /// Ids that this was called by before: records logged under one of them still count.
  std::vector<std::string> was = {};
  Place place = {};  ///< of the table's header
};

/// How grave it is to fail. In order.
enum class Severity { info, low, medium, high, critical };
/// When is a list of records complete? (see the manual, "When is a list complete?")
enum class Completeness { assumed, attested };

struct EvidenceRule {
  bool required = false;
  int min = 1;                          ///< counts only with required
  std::vector<std::string> kinds = {};  ///< empty: any kind; counts only with required
};
/// Ages in days.
struct Freshness {
  int warn_after = 180;
  int stale_after = 400;
  friend bool operator==(const Freshness&, const Freshness&) = default;
};

struct Initiative : Common {
  std::optional<Ref<Party>> owner = {};
  std::vector<Ref<Party>> partners = {};
  std::string area = {};   ///< one of Programme::areas, or empty
  std::string level = {};  ///< one of Programme::levels, or empty
  std::optional<DateExpression> start = {};
  std::optional<DateExpression> end = {};
};

struct Recommendation : Common {
  enum class Kind { recommendation, plan, objective };
  Kind kind = Kind::recommendation;
  std::string area;
  std::string level;
  std::optional<Ref<Party>> author = {};
  std::optional<Ref<Party>> owner = {};
  std::optional<Ref<Initiative>> initiative = {};
};

struct Fact : Common {
  std::optional<Ref<Initiative>> initiative = {};
  std::string area = {};
  std::string level = {};
  std::optional<Ref<Party>> owner = {};
  std::optional<DateExpression> on = {};
  std::optional<Amount> value = {};
  std::string unit = {};
};

struct Dimension {
  std::string name;
  bool open = false;                     ///< any value
  std::vector<std::string> values = {};  ///< closed: these, in the order declared
};

struct Series : Common {
  struct Value {
    Date on;
    Decimal value;
  };
  std::string unit;
  std::vector<Value> values;  ///< by day, each day once, not empty
};

struct Indicator;
struct Flow {};
struct Stock {};
/// of / to, in percent if the unit is `%`. `of` and a `to` indicator are flows or stocks (no ratio
/// of ratios).
struct Ratio {
  /// Which value of the denominator: its latest on or before the day, or its last one dated in the
  /// day's year.
  enum class Pick { latest, same_year };
  Ref<Indicator> of;
  std::variant<Ref<Indicator>, Ref<Series>> to;
  Pick pick = Pick::latest;
};
/// All parts together: flows and stocks of one unit, each once, at least two.
struct Sum {
  std::vector<Ref<Indicator>> parts;
};
/// `from` less `less`: flows or stocks of one unit.
struct Difference {
  Ref<Indicator> from;
  Ref<Indicator> less;
};
using Measure = std::variant<Flow, Stock, Ratio, Sum, Difference>;

struct Indicator : Common {
  std::string unit;
  Measure measure;
  std::optional<Ref<Initiative>> initiative = {};
  std::vector<Dimension> dimensions = {};  ///< sorted by name; empty for a derived one
  std::string key = {};  ///< what the key of a record names ("project"); empty: no keys
  EvidenceRule evidence = {};
  Completeness completeness = Completeness::assumed;
  Freshness freshness = {};
  bool whole = false;
  bool monotone = false;  ///< a level that never falls: a fall is a likely slip (lint)
  std::optional<Interval> range = {};
};

/// Where the number of a goal comes from, if it is not written as a number.
struct GoalSource {
  std::optional<Ref<Series>> series = {};  ///< its latest value on or before the judged day
  /// Relative to the baseline ("-65%" is -65): the loader has worked out the number.
  std::optional<Decimal> percent = {};
  friend bool operator==(const GoalSource&, const GoalSource&) = default;
};

/// `goal` is 0 where a series says it.
struct AtLeast {
  Decimal goal;
  GoalSource from = {};
};
struct AtMost {
  Decimal goal;
  GoalSource from = {};
};
struct Between {
  Decimal lower;
  Decimal upper;
};
struct Exactly {
  Decimal goal;
  GoalSource from = {};
};
/// Above the baseline (increase) or below it, by however little. Needs a baseline.
struct Trend {
  bool increase;
};
using Comparison = std::variant<AtLeast, AtMost, Between, Exactly, Trend>;

/// On or before the last day of `due`.
struct By {
  DateExpression due;
};
/// Before the first day of `event` (not vague, not open to the left).
struct Before {
  DateExpression event;
};
/// Only what happened inside counts (closed at both ends).
struct During {
  DateExpression window;
};
/// In every calendar period from `first` to `last`.
struct Per {
  /// Which period speaks for the whole: the last closed one, the worst of the closed and the
  /// running one, or the running one.
  enum class Overall { latest_closed, all, current };
  PeriodUnit unit;
  Period first;
  std::optional<Period> last = {};
  Overall overall = Overall::latest_closed;
  /// What the goal of the first period is multiplied by: a fraction, over / under, below 1 if the
  /// measure began inside that period ("prorata": its days from the initiative's start on, over
  /// all its days). The tolerance is not multiplied.
  struct Share {
    Decimal over{1};
    Decimal under{1};
  };
  std::optional<Share> first_share = {};
};
/// Every member of an open or closed dimension of the indicator, within days of its own first
/// record.
struct ForEach {
  std::string dimension;
  int within_days;
  Decimal share{1};  ///< in (0, 1]
};
/// No date was promised.
struct Undated {
  std::string why;
};
/// A level to keep, judged on the as-of day: from `from` (open: always) until the latest day of
/// `until` (nothing: for ever). Only for stocks and ratios of stocks.
struct Hold {
  std::optional<Date> from = {};
  std::optional<DateExpression> until = {};
};
using TimeClause = std::variant<By, Before, During, Per, ForEach, Undated, Hold>;

struct Baseline {
  Decimal value;
  std::optional<Date> on = {};
};
struct Checkpoint {
  Date on;  ///< the nominal day of the expression written
  Decimal value;
};
/// How much a goal may be missed by and still count: a number, or percent of |goal|.
struct Tolerance {
  Decimal value;
  bool percent = false;
};

/// What a target promises: the part of it that a revision can change.
struct Promise {
  Comparison comparison;
  TimeClause time;
  /// First day of the window (by, before, for_each, undated): `start`, else the initiative's start,
  /// else nothing: open to the left. Never set for during, per and hold.
  std::optional<Date> start = {};
  std::optional<Tolerance> tolerance = {};
  std::optional<Baseline> baseline = {};
  std::vector<Checkpoint> checkpoints = {};  ///< by day
  bool expect_linear = false;
};

/// How a revision changes one promise. Amendments act from the day decided; the loader has worked
/// out the whole promise that holds from then on, all earlier amendments included.
struct Revision;
struct Amendment {
  Ref<Revision> by;
  Date decided;
  bool withdrawn = false;  ///< then `promise` is the one before
  Promise promise;
};

/// The first promise stands in the target itself.
struct Target : Common, Promise {
  Ref<Indicator> indicator;
  std::optional<Ref<Initiative>> initiative = {};  ///< default: the indicator's
  /// Several values of one dimension mean any of them.
  DimensionValues where = {};
  std::vector<Amendment> amendments = {};  ///< by day decided; of one day as written
  Severity severity = Severity::medium;
  std::optional<Ref<Party>> owner = {};
  std::string area = {};
  std::string level = {};

  /// A part of a split is a target of its own, directly after the whole in Programme::targets; its
  /// id is the whole's with the bracket, its where holds the part's value too.
  std::optional<Ref<Target>> whole = {};
  std::optional<DimensionValue> part = {};
};

/// What a milestone promises: the part of it that a revision can change.
struct StagePromise {
  std::uint32_t reach = 0;  ///< index into the stages
  TimeClause time;          ///< By, Before, During or Undated
};
/// As Amendment.
struct StageAmendment {
  Ref<Revision> by;
  Date decided;
  bool withdrawn = false;
  StagePromise promise;
};

struct Milestone : Common, StagePromise {
  std::vector<std::string> stages;              ///< in order, not empty
  std::vector<StageAmendment> amendments = {};  ///< by day decided; of one day as written
  std::optional<Ref<Initiative>> initiative = {};
  EvidenceRule evidence = {};
  Completeness completeness = Completeness::assumed;
  Severity severity = Severity::medium;
  std::optional<Ref<Party>> owner = {};
  std::string area = {};
  std::string level = {};
};

struct All {};
struct Any {};
struct AtLeastOf {
  std::uint32_t k;  ///< 1 to the number of members
};
/// Of the members whose clock has run out.
struct ShareOf {
  Decimal share;  ///< in (0, 1]
};
using Rule = std::variant<All, Any, AtLeastOf, ShareOf>;

struct Commitment;
using Member = std::variant<Ref<Target>, Ref<Milestone>, Ref<Commitment>>;

struct Commitment : Common {
  Rule rule;
  std::vector<Member> members;  ///< as declared, not empty, each once; no cycles
  Severity severity = Severity::medium;
  std::optional<Ref<Party>> owner = {};
  std::string area = {};
  std::string level = {};
};

/// A change of a promise: a new date, a new number, or its end.
struct Revision : Common {  // its id is optional
  std::variant<Ref<Target>, Ref<Milestone>> of;
  Date decided;
  std::string reason;
  bool withdrawn = false;
};

/// Takes a promise out of the findings from `granted` through `expires`, and hides nothing.
struct Waiver : Common {
  /// Id of a target, part, milestone or commitment, or of an instance ("x[2020]"): covers it and
  /// its instances.
  std::string target;
  std::string reason;
  std::string approved_by;  ///< id of a party, or a name
  Date granted;
  Date expires;  ///< inclusive, at most 18 months after `granted`
};

/// Paces from which a target counts as on track and as at risk.
struct OutlookThresholds {
  Decimal on_track = Decimal::scaled(95, 2);
  Decimal at_risk = Decimal::scaled(80, 2);
};
struct Defaults {
  Severity severity = Severity::medium;
  Completeness completeness = Completeness::assumed;
  Freshness freshness = {};
  OutlookThresholds outlook = {};
  Decimal about{10};  ///< percent
};

struct Programme {
  std::string id;
  Text title;
  std::string
      timezone;  ///< "Europe/Brussels"; checked for its form only, the program knows the zones
  std::string language = "en";
  std::vector<std::string> areas;
  std::vector<std::string> levels;
  std::string store_path = "jalon.db";  ///< relative to the workspace
  DateMargins margins = {};
  Defaults defaults = {};

  std::vector<Source> sources;
  std::vector<Party> parties;
  std::vector<Initiative> initiatives;
  std::vector<Recommendation> recommendations;
  std::vector<Fact> facts;
  std::vector<Indicator> indicators;
  std::vector<Series> series;
  std::vector<Target> targets;  ///< parts of a split directly after their whole
  std::vector<Milestone> milestones;
  std::vector<Commitment> commitments;  ///< as declared: a member may stand behind its commitment
  std::vector<Revision> revisions;      ///< as declared; what they do stands in the amendments
  std::vector<Waiver> waivers;

  [[nodiscard]] const Source& operator[](Ref<Source> ref) const { return sources[ref.index]; }
  [[nodiscard]] const Party& operator[](Ref<Party> ref) const { return parties[ref.index]; }
  [[nodiscard]] const Initiative& operator[](Ref<Initiative> ref) const {
    return initiatives[ref.index];
  }
  [[nodiscard]] const Indicator& operator[](Ref<Indicator> ref) const {
    return indicators[ref.index];
  }
  [[nodiscard]] const Series& operator[](Ref<Series> ref) const { return series[ref.index]; }
  [[nodiscard]] const Target& operator[](Ref<Target> ref) const { return targets[ref.index]; }
  [[nodiscard]] const Milestone& operator[](Ref<Milestone> ref) const {
    return milestones[ref.index];
  }
  [[nodiscard]] const Commitment& operator[](Ref<Commitment> ref) const {
    return commitments[ref.index];
  }
  [[nodiscard]] const Revision& operator[](Ref<Revision> ref) const { return revisions[ref.index]; }
};

/// What a sum, difference or ratio is made of, reference data left out; empty for what is measured
/// itself.
[[nodiscard]] std::vector<Ref<Indicator>> parts_of(const Measure& measure);
/// The flows and levels that an indicator is measured by, each once: its parts, or itself.
[[nodiscard]] std::vector<Ref<Indicator>> measured_by(const Programme& programme,
                                                      Ref<Indicator> indicator);

/// How the values of an indicator are read.
[[nodiscard]] AmountRules amount_rules(const Programme& programme, const Indicator& indicator);

[[nodiscard]] std::string_view name(Severity severity);  ///< "high"
[[nodiscard]] std::optional<Severity> severity_from(std::string_view name);

}  // namespace jalon
