#pragma once

#include "rules/engine/verdict.hpp"
#include "rules/model/record.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jalon::engine {

/// The part of a programme that one promise depends on: itself, the members of a commitment, the
/// whole and the parts of a split. Indicators, series and initiatives are all there. Verdicts of an
/// excerpt are those of the programme.
[[nodiscard]] Programme excerpt(const Programme& programme, const Subject& subject);

/// The records that can touch a promise of the programme, of what it measures or is attested by
/// (under old ids, too), with the judgements of it.
[[nodiscard]] std::vector<Record> records_touching(const Programme& programme,
                                                   std::span<const Record> log);

/// The target, milestone or commitment that an id names, or whose instance it names ("x[2020]");
/// nothing if there is none.
[[nodiscard]] std::optional<Subject> subject_named(const Programme& programme, std::string_view id);

}  // namespace jalon::engine
