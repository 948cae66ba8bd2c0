#pragma once

#include "tests/reference/measured.hpp"

namespace jalon::reference {

/// The denominator on t if it is certainly above 0, else nothing.
[[nodiscard]] std::optional<Span> denominator(const Quotient& quotient, Date t);
[[nodiscard]] Span quotient_bounds(const Quotient& quotient, Date t);
[[nodiscard]] Doubts quotient_doubts(const Quotient& quotient, Date t);
[[nodiscard]] std::optional<Number> quotient_value(const Quotient& quotient, Date t, bool floor);

}  // namespace jalon::reference
