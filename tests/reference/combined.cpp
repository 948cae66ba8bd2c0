#include "tests/reference/combined.hpp"

#include <algorithm>

namespace jalon::reference {
namespace {

bool taken_off(const Combined& combined, std::size_t place) {
  return combined.difference && place > 0;
}

/// What a part counts: a flow without data 0, a level without data nothing.
std::optional<Number> counted(const Part& part, Date t, bool lower_end) {
  return part.flow ? flow_bounds(part, t).lo.at : stock_value(part, t, lower_end);
}

}  // namespace

bool combined_in_scope(const Combined& combined, Date t) {
  return std::any_of(combined.parts.begin(), combined.parts.end(),
                     [&](const Part& part) { return in_scope(part, t); });
}

/// Of a sum lo + lo and hi + hi; of a difference from.lo - less.hi and from.hi - less.lo.
Span combined_bounds(const Combined& combined, Date t) {
  Span total = span_of(Number{});
  for (std::size_t i = 0; i < combined.parts.size(); ++i) {
    const Span span = bounds(combined.parts[i], t);
    const bool off = taken_off(combined, i);
    total.lo = sum(total.lo, off ? negated(span.hi) : span.lo);
    total.hi = sum(total.hi, off ? negated(span.lo) : span.hi);
  }
  return total;
}

Doubts combined_doubts(const Combined& combined, Date t) {
  Doubts result;
  for (const Part& part : combined.parts) result = both(result, doubts(part, t));
  return result;
}

std::optional<Number> combined_value(const Combined& combined, Date t, bool floor) {
  if (!combined_in_scope(combined, t)) return {};
  Number total;
  for (std::size_t i = 0; i < combined.parts.size(); ++i) {
    const bool off = taken_off(combined, i);
    const std::optional<Number> part = counted(combined.parts[i], t, floor != off);
    if (!part) return {};
    total = off ? total - *part : total + *part;
  }
  return total;
}

}  // namespace jalon::reference
