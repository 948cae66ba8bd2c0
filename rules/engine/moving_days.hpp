#pragma once

#include "rules/engine/day.hpp"
#include "rules/model/programme.hpp"
#include "rules/model/record.hpp"

#include <span>
#include <vector>

namespace jalon::engine {

/// The days on which a verdict of the programme can change while each day is looked at with what is
/// known on it: sorted, each once, none after `last`. On all others the verdicts are as on the day
/// before.
[[nodiscard]] std::vector<Day> moving_days(const Programme& programme, std::span<const Record> log,
                                           Day last);

}  // namespace jalon::engine
