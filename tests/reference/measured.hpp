#pragma once

#include "tests/reference/part.hpp"

#include <variant>

namespace jalon::reference {

/// A flow or a stock alone.
struct Plain {
  Part part;
};
/// of / to
struct Quotient {
  Part of;
  std::variant<Part, const Series*> to;
  bool percent = false;
  bool same_year = false;  ///< the denominator's last value dated in the day's year
};
/// Parts together; of a difference the second one is taken off.
struct Combined {
  std::vector<Part> parts;
  bool difference = false;
};
/// A milestone's stages: their places count from 0, -1 is "before the first".
struct Steps {
  const Milestone* milestone;
  Freshness freshness;  ///< the programme's default
  Date as_of;
  std::vector<Fact> facts = {};
  std::vector<Date> attested = {};
};

/// What a verdict looks at.
using Measured = std::variant<Plain, Quotient, Combined, Steps>;

/// What the measured thing is, in the words that section 4 distinguishes.
[[nodiscard]] bool is_flow(const Measured& measured);        ///< a flow, or a sum of flows
[[nodiscard]] bool contains_flow(const Measured& measured);  ///< anything with a flow in it
[[nodiscard]] bool is_ratio(const Measured& measured);
[[nodiscard]] bool is_difference(const Measured& measured);
[[nodiscard]] bool is_milestone(const Measured& measured);

[[nodiscard]] bool in_scope(const Measured& measured, Date t);
[[nodiscard]] Span bounds(const Measured& measured, Date t);
[[nodiscard]] Doubts doubts(const Measured& measured, Date t);
/// A level that it needs is stale on t.
[[nodiscard]] bool has_stale_level(const Measured& measured, Date t);
/// Section 6, the number shown (of a milestone the place of the stage); nothing: unknown.
/// `floor`: the lower end of a range is the one nearer to unreached.
[[nodiscard]] std::optional<Number> value(const Measured& measured, Date t, bool floor);

/// Evidence, age and list as of the as-of day; `t` is that day, inside the window.
[[nodiscard]] engine::Confidence confidence(const Measured& measured, Date t, Date as_of);
/// Numbers of the records that counted, ascending.
[[nodiscard]] std::vector<std::int64_t> records(const Measured& measured, Date t);

/// Days on which something may change, for a measured thing.
[[nodiscard]] std::vector<Date> mentioned_days(const Measured& measured);

}  // namespace jalon::reference
