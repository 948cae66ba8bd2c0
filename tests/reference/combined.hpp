#pragma once

#include "tests/reference/measured.hpp"

namespace jalon::reference {

// Sums and differences.

[[nodiscard]] bool combined_in_scope(const Combined& combined, Date t);
[[nodiscard]] Span combined_bounds(const Combined& combined, Date t);
[[nodiscard]] Doubts combined_doubts(const Combined& combined, Date t);
[[nodiscard]] std::optional<Number> combined_value(const Combined& combined, Date t, bool floor);

}  // namespace jalon::reference
