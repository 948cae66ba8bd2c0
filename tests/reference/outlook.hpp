#pragma once

#include "tests/reference/numbers.hpp"

namespace jalon::reference {

/// Section 6, without the method's name.
[[nodiscard]] engine::Outlook outlook(const Question& question, const Ruling& ruling,
                                      const Numbers& numbers, const Diary& diary,
                                      const OutlookThresholds& thresholds);

}  // namespace jalon::reference
