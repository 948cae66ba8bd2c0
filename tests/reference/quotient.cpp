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

/// The last value dated in the day's year, also after the day.
std::optional<Number> latest_of_year(const Series& series, Date t) {
  std::optional<Number> result;
  for (const Series::Value& value : series.values) {
    if (value.on.year() == t.year()) result = Number{value.value};
  }
  return result;
}

std::optional<Number> series_value(const Quotient& quotient, Date t) {
  const Series& series = *std::get<const Series*>(quotient.to);
  return quotient.same_year ? latest_of_year(series, t) : latest(series, t);
}

std::optional<Number> part_value(const Part& part, Date t, bool lower_end) {
  if (!part.flow) return stock_value(part, t, lower_end);
  if (!flow_in_scope(part)) return {};
  return flow_bounds(part, t).lo.at;
}

bool is_measured(const Quotient& quotient) { return std::holds_alternative<Part>(quotient.to); }

}  // namespace

Part denominator_part(const Quotient& quotient, Date t) {
  Part part = std::get<Part>(quotient.to);
  const Date new_year{t.year(), 1, 1};
  if (quotient.same_year) {
    std::erase_if(part.facts, [&](const Fact& fact) { return fact.to() < new_year; });
  }
  return part;
}

std::optional<Span> denominator(const Quotient& quotient, Date t) {
  if (is_measured(quotient)) {
    const Part part = denominator_part(quotient, t);
    const Span span = bounds(part, t);
    if (!in_scope(part, t) || !lo_above(span.lo, Number{})) return {};
    return span;
  }
  const std::optional<Number> value = series_value(quotient, t);
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
  if (is_measured(quotient)) result = both(result, doubts(denominator_part(quotient, t), t));
  result.no_denominator = !denominator(quotient, t);
  return result;
}

/// Null as an unusable denominator makes it; of a range the end nearer to unreached.
std::optional<Number> quotient_value(const Quotient& quotient, Date t, bool floor) {
  const std::optional<Number> of = part_value(quotient.of, t, floor);
  if (!of || !denominator(quotient, t)) return {};
  const std::optional<Number> to = is_measured(quotient)
                                       ? part_value(denominator_part(quotient, t), t, !floor)
                                       : series_value(quotient, t);
  if (!to || to->sign() == 0) return {};
  return quotient.percent ? *of * Number{100} / *to : *of / *to;
}

}  // namespace jalon::reference
