#pragma once

#include "tests/reference/measured.hpp"

namespace jalon::reference {

/// What counts of a denominator that is measured: with "same-year" the readings that may be of t's
/// year.
[[nodiscard]] Part denominator_part(const Quotient& quotient, Date t);
/// The denominator on t if it is certainly above 0, else nothing.
[[nodiscard]] std::optional<Span> denominator(const Quotient& quotient, Date t);
[[nodiscard]] Span quotient_bounds(const Quotient& quotient, Date t);
[[nodiscard]] Doubts quotient_doubts(const Quotient& quotient, Date t);
[[nodiscard]] std::optional<Number> quotient_value(const Quotient& quotient, Date t, bool floor);

}  // namespace jalon::reference
