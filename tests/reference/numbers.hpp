#pragma once

#include "tests/reference/status.hpp"

namespace jalon::reference {

/// Section 6: the numbers of a verdict, exact. Nothing: unknown.
struct Numbers {
  std::optional<Number> value = {};
  Span bounds = {};
  std::optional<Number> gap = {};
  std::optional<Number> surplus = {};
  std::optional<Number> progress = {};
};

[[nodiscard]] Numbers numbers_of(const Question& question, const Ruling& ruling);

/// The same, as the verdict shows them.
void show(const Question& question, const Numbers& numbers, engine::Verdict& verdict);

/// Whether a value is shown rounded down (a floor) or up (a limit).
[[nodiscard]] Rounding towards_unreached(const Question& question);

}  // namespace jalon::reference
