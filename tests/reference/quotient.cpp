#include "tests/reference/quotient.hpp"

namespace jalon::reference {
namespace {

/// The latest value on or before the day. A series never goes stale.
std::optional<Number> latest(const Series& series, Date t) {
  std::optional<Number> result;
  for (const Series::Value& value : series.values) {
    if (value.on <= t) result = Number{value.value};
  }
  return result;
}

std::optional<Number> part_value(const Part& part, Date t, bool lower_end) {
  if (!part.flow) return stock_value(part, t, lower_end);
  if (!flow_in_scope(part)) return {};
  return flow_bounds(part, t).lo.at;
}

const Part* under(const Quotient& quotient) { return std::get_if<Part>(&quotient.to); }

}  // namespace

std::optional<Span> denominator(const Quotient& quotient, Date t) {
  if (const Part* part = under(quotient)) {
    const Span span = bounds(*part, t);
    if (!in_scope(*part, t) || !lo_above(span.lo, Number{})) return {};
    return span;
  }
  const std::optional<Number> value = latest(*std::get<const Series*>(quotient.to), t);
  if (!value || value->sign() <= 0) return {};
  return span_of(*value);
}

Span quotient_bounds(const Quotient& quotient, Date t) {
  const std::optional<Span> to = denominator(quotient, t);
  if (!to) return {};
  const Span result = divided(bounds(quotient.of, t), *to);
  return quotient.percent ? times(result, Number{100}) : result;
}

Doubts quotient_doubts(const Quotient& quotient, Date t) {
  Doubts result = doubts(quotient.of, t);
  if (const Part* part = under(quotient)) result = both(result, doubts(*part, t));
  result.no_denominator = !denominator(quotient, t);
  return result;
}

/// Null as an unusable denominator makes it; of a range the end nearer to unreached.
std::optional<Number> quotient_value(const Quotient& quotient, Date t, bool floor) {
  const std::optional<Number> of = part_value(quotient.of, t, floor);
  if (!of || !denominator(quotient, t)) return {};
  const Part* part = under(quotient);
  const std::optional<Number> to = part != nullptr
                                       ? part_value(*part, t, !floor)
                                       : latest(*std::get<const Series*>(quotient.to), t);
  if (!to || to->sign() == 0) return {};
  return quotient.percent ? *of * Number{100} / *to : *of / *to;
}

}  // namespace jalon::reference
