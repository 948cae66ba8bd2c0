#pragma once

#include "reports/reports.hpp"

#include <string>

// Records and causes in words.

namespace jalon::reports {

/// "+1", "~20 (18 to 22)", "draft": what was recorded, an addition with its sign.
[[nodiscard]] std::string amount_text(const Programme& programme, const Record& record,
                                      const Labels& words);

/// "Proofs of concept: +1 PoC on 2020-05-04, kind=individual (A)", "Strategy: draft on
/// 2020-05-04", "list complete through 2020-06-30": what a record says. The subject is left out
/// where the reader looks at it: `own` is its id.
[[nodiscard]] std::string record_words(const Programme& programme, const Record& record,
                                       const Labels& words, std::string_view own = {});

/// "contract: contract-9.pdf, https://example.org/a": the pieces that support a record; empty
/// without.
[[nodiscard]] std::string evidence_words(const Record& record, const Labels& words);
/// The title of a source, with the place in it.
[[nodiscard]] std::string source_words(const Programme& programme, const SourceRef& ref,
                                       const Labels& words);

/// The cause with what the record said or why it was decided: "record #5: +1 PoC on 2020-05-04",
/// "revision R-1: building sites stood still".
[[nodiscard]] std::string cause_words(const Programme& programme, std::span<const Record> log,
                                      const engine::Cause& cause, const Labels& words,
                                      std::string_view own = {});
/// The id that a verdict's own records stand under: of its indicator or milestone; empty for a
/// commitment.
[[nodiscard]] std::string_view own_subject(const Programme& programme,
                                           const engine::Verdict& verdict);

}  // namespace jalon::reports
