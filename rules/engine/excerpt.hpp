#pragma once

#include "rules/engine/verdict.hpp"
#include "rules/model/record.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

namespace jalon::engine {

/// The part of a programme that one promise depends on: itself, the members of a commitment, the
/// whole and the parts of a split. Indicators, series and initiatives are all there. Verdicts of an
/// excerpt are those of the programme.
[[nodiscard]] Programme excerpt(const Programme& programme, const Subject& subject);

/// The ids under which records that can touch a promise stand in the log: of what it measures and
/// of itself, which attestations and judgements may name; old ones, too. They point into the
/// programme.
[[nodiscard]] std::unordered_set<std::string_view> names_touching(const Programme& programme,
                                                                  const Subject& subject);
/// The same of an indicator and its parts.
[[nodiscard]] std::unordered_set<std::string_view> names_touching(const Programme& programme,
                                                                  Ref<Indicator> indicator);
/// Does the record stand under one of the names, or under an instance of one?
[[nodiscard]] bool touches(const Record& record, const std::unordered_set<std::string_view>& names);

/// The target, milestone or commitment that an id names, or whose instance it names ("x[2020]");
/// nothing if there is none.
[[nodiscard]] std::optional<Subject> subject_named(const Programme& programme, std::string_view id);

}  // namespace jalon::engine
