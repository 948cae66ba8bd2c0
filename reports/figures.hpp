#pragma once

#include "reports/document.hpp"
#include "reports/labels.hpp"

#include <string>
#include <string_view>

// Numbers as people read them. Machine formats print Decimal::str instead.

namespace jalon::reports {

/// Stands between groups of three digits: a narrow no-break space. The terminal, which breaks lines
/// by itself, shows it as a plain one, so that numbers can be searched for and copied.
inline constexpr std::string_view kGroupSpace = "\u202f";

/// The number of a quantity that is one; nothing of a stage or where none is known.
[[nodiscard]] std::optional<Decimal> number_of(const engine::Quantity& quantity);

/// "80 000 000", "1 234.5", "-3": all digits that there are.
[[nodiscard]] std::string figure(const Decimal& value, const Labels& words);
/// With its unit, if it has one: "80 000 000 EUR".
[[nodiscard]] std::string figure(const Decimal& value, std::string_view unit, const Labels& words);
[[nodiscard]] std::string figure(const NumberCell& cell, const Labels& words);

/// A share of one in percent with one digit after the point, cut downwards, which is the unreached
/// side of a progress: 0.3333 is "33.3 %", 0.99996 is "99.9 %".
[[nodiscard]] std::string percent(const Decimal& share, const Labels& words);

/// A rate or a forecast with as many digits as a person can use: none after the point from 1000 on,
/// two from 1 on, else four; cut in the direction given.
[[nodiscard]] Decimal coarse(const Decimal& value, Rounding direction);

}  // namespace jalon::reports
