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
/// of / to, in percent if the unit is `%`; the denominator is its latest value on or before the
/// day. `of` and a `to` indicator are flows or stocks (no ratio of ratios).
struct Ratio {
  Ref<Indicator> of;
  std::variant<Ref<Indicator>, Ref<Series>> to;
};
using Measure = std::variant<Flow, Stock, Ratio>;

struct Indicator : Common {
  std::string unit;
  Measure measure;
  std::optional<Ref<Initiative>> initiative = {};
  std::vector<Dimension> dimensions = {};  ///< sorted by name; empty for a ratio
  std::string key = {};  ///< what the key of a record names ("project"); empty: no keys
  EvidenceRule evidence = {};
  Completeness completeness = Completeness::assumed;
  Freshness freshness = {};
  bool whole = false;
  std::optional<Interval> range = {};
};

struct AtLeast {
  Decimal goal;
};
struct AtMost {
  Decimal goal;
};
struct Between {
  Decimal lower;
  Decimal upper;
};
struct Exactly {
  Decimal goal;
};
using Comparison = std::variant<AtLeast, AtMost, Between, Exactly>;

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
  PeriodUnit unit;
  Period first;
  std::optional<Period> last = {};
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
using TimeClause = std::variant<By, Before, During, Per, ForEach, Undated>;

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

struct Target : Common {
  Ref<Indicator> indicator;
  std::optional<Ref<Initiative>> initiative = {};  ///< default: the indicator's
  DimensionValues where = {};
  Comparison comparison;
  TimeClause time;
  /// First day of the window (by, before, for_each, undated): `start`, else the initiative's start,
  /// else nothing: open to the left. Never set for during and per.
  std::optional<Date> start = {};
  std::optional<Tolerance> tolerance = {};  ///< only on parts of a split, so far
  std::optional<Baseline> baseline = {};
  std::vector<Checkpoint> checkpoints = {};  ///< by day
  bool expect_linear = false;
  Severity severity = Severity::medium;
  std::optional<Ref<Party>> owner = {};
  std::string area = {};
  std::string level = {};

  /// A part of a split is a target of its own, directly after the whole in Programme::targets; its
  /// id is the whole's with the bracket, its where holds the part's value too.
  std::optional<Ref<Target>> whole = {};
  std::optional<DimensionValue> part = {};
};

struct Milestone : Common {
  std::vector<std::string> stages;  ///< in order, not empty
  std::uint32_t reach = 0;          ///< index into stages
  TimeClause time;                  ///< By, Before, During or Undated
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
using Rule = std::variant<All, Any, AtLeastOf>;

using Member = std::variant<Ref<Target>, Ref<Milestone>>;

struct Commitment : Common {
  Rule rule;
  std::vector<Member> members;  ///< as declared, not empty, each once
  Severity severity = Severity::medium;
  std::optional<Ref<Party>> owner = {};
  std::string area = {};
  std::string level = {};
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
  std::vector<Commitment> commitments;

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
};

/// How the values of an indicator are read.
[[nodiscard]] AmountRules amount_rules(const Programme& programme, const Indicator& indicator);

[[nodiscard]] std::string_view name(Severity severity);  ///< "high"
[[nodiscard]] std::optional<Severity> severity_from(std::string_view name);

}  // namespace jalon
