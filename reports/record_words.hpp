#pragma once

#include "reports/reports.hpp"

#include <string>

// Records and causes in words.

namespace jalon::reports {

/// "+1", "~20 (18 to 22)", "draft": what was recorded, an addition with its sign.
[[nodiscard]] std::string amount_text(const Programme& programme, const Record& record,
                                      const Labels& words);

/// "Proofs of concept: +1 PoC on 2020-05-04, kind=individual (A)", "Strategy: draft on
/// 2020-05-04", "list complete through 2020-06-30": what a record says of its subject.
[[nodiscard]] std::string record_words(const Programme& programme, const Record& record,
                                       const Labels& words);

/// The cause with what the record said or why it was decided: "record #5: +1 PoC on 2020-05-04",
/// "revision R-1: building sites stood still".
[[nodiscard]] std::string cause_words(const Programme& programme, std::span<const Record> log,
                                      const engine::Cause& cause, const Labels& words);

}  // namespace jalon::reports
