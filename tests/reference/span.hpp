#pragma once

#include "rules/model/interval.hpp"
#include "tests/reference/number.hpp"

#include <optional>

namespace jalon::reference {

/// One end of what is known of a number; nothing: infinite.
struct Edge {
  std::optional<Number> at = {};
  bool open = false;
};

/// All that a number may be.
struct Span {
  Edge lo = {};
  Edge hi = {};
};

[[nodiscard]] Span span_of(const Interval& interval);
[[nodiscard]] Span span_of(const Number& number);

[[nodiscard]] bool lo_at_least(const Edge& lo, const Number& goal);
[[nodiscard]] bool lo_above(const Edge& lo, const Number& goal);
[[nodiscard]] bool hi_at_most(const Edge& hi, const Number& goal);
[[nodiscard]] bool hi_below(const Edge& hi, const Number& goal);

/// The sum of two ends of the same side.
[[nodiscard]] Edge sum(const Edge& a, const Edge& b);
/// The other end of the negative.
[[nodiscard]] Edge negated(const Edge& edge);
[[nodiscard]] Edge larger_hi(const Edge& a, const Edge& b);
[[nodiscard]] Span hull(const Span& a, const Span& b);
/// of / to for a denominator that is certainly above 0.
[[nodiscard]] Span divided(const Span& of, const Span& to);
[[nodiscard]] Span times(const Span& span, const Number& positive);

}  // namespace jalon::reference
