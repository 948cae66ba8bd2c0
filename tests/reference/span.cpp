#include "tests/reference/span.hpp"

namespace jalon::reference {
namespace {

Edge edge_of(const End& end) {
  if (!end.at) return {};
  return {Number{*end.at}, end.open};
}

Edge smaller_lo(const Edge& a, const Edge& b) {
  if (!a.at || !b.at) return {};
  if (*a.at == *b.at) return {a.at, a.open && b.open};
  return *a.at < *b.at ? a : b;
}

/// An end of the numerator over the end of the denominator that belongs to it. `under` may be 0
/// (then it is open) or infinite.
Edge over(const Edge& of, const Edge& under) {
  if (!of.at) return {};
  if (of.at->sign() == 0) return {Number{}, of.open};
  if (!under.at) return {Number{}, true};
  if (under.at->sign() == 0) return {};
  return {*of.at / *under.at, of.open || under.open};
}

}  // namespace

Span span_of(const Interval& interval) { return {edge_of(interval.lo), edge_of(interval.hi)}; }
Span span_of(const Number& number) { return {{number, false}, {number, false}}; }

bool lo_at_least(const Edge& lo, const Number& goal) { return lo.at && *lo.at >= goal; }
bool lo_above(const Edge& lo, const Number& goal) {
  return lo.at && (*lo.at > goal || (*lo.at == goal && lo.open));
}
bool hi_at_most(const Edge& hi, const Number& goal) { return hi.at && *hi.at <= goal; }
bool hi_below(const Edge& hi, const Number& goal) {
  return hi.at && (*hi.at < goal || (*hi.at == goal && hi.open));
}

Edge sum(const Edge& a, const Edge& b) {
  if (!a.at || !b.at) return {};
  return {*a.at + *b.at, a.open || b.open};
}

Edge negated(const Edge& edge) {
  if (!edge.at) return {};
  return {-*edge.at, edge.open};
}

Edge larger_hi(const Edge& a, const Edge& b) {
  if (!a.at || !b.at) return {};
  if (*a.at == *b.at) return {a.at, a.open && b.open};
  return *a.at > *b.at ? a : b;
}

Span hull(const Span& a, const Span& b) { return {smaller_lo(a.lo, b.lo), larger_hi(a.hi, b.hi)}; }

Span divided(const Span& of, const Span& to) {
  const bool lo_negative = of.lo.at && of.lo.at->sign() < 0;
  const bool hi_negative = of.hi.at && of.hi.at->sign() < 0;
  return {over(of.lo, lo_negative ? to.lo : to.hi), over(of.hi, hi_negative ? to.hi : to.lo)};
}

Span times(const Span& span, const Number& positive) {
  Span result = span;
  if (result.lo.at) result.lo.at = *result.lo.at * positive;
  if (result.hi.at) result.hi.at = *result.hi.at * positive;
  return result;
}

}  // namespace jalon::reference
