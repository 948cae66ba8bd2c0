#pragma once

#include "rules/model/interval.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace jalon {

/// A value as a person wrote it, exact or vague: `19`, `>500`, `>=500`, `<5`, `<=5`, `~20`,
/// `10..12`.
struct Amount {
  Interval range;       ///< all that it may be, cut by the indicator's range, rounded in if whole
  std::string written;  ///< as written, without surrounding blanks
  /// The number that stands in it: 20 for `~20`, 500 for `>500`; nothing for `10..12`.
  std::optional<Decimal> number = {};

  friend bool operator==(const Amount&, const Amount&) = default;
};

/// What an indicator demands of its values.
struct AmountRules {
  bool flow = false;   ///< an amount that is added (`<5` is [0, 5)), else a level
  bool whole = false;  ///< refuses fractions, rounds vague ends inwards
  std::optional<Interval> range =
      {};                       ///< cuts readings and positive amounts; wholly outside: refused
  Decimal about = Decimal{10};  ///< percent of `~`
};

/// Reads a value for an indicator. `number` is the value alone, signs as they stand; whether a flow
/// must carry its sign is the command line's affair (read_change). A vague amount of a flow needs a
/// positive number; in a range both ends have one sign. `--`, `~0` and a home folder that a shell
/// made of `~` are refused with a hint to quote.
[[nodiscard]] Parsed<Amount> parse_amount(std::string_view text, const AmountRules& rules);

}  // namespace jalon
