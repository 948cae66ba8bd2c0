#pragma once

#include "reports/labels.hpp"
#include "rules/engine/evaluate.hpp"
#include "rules/engine/verdict.hpp"
#include "rules/model/programme.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What was promised, in words: now, at first, and what came between.

namespace jalon::reports {

/// The promise that a verdict of a target was judged by: the first one, or that of an amendment.
/// Found by the verdict's own goal and due day, so that a period keeps the goal that it had.
[[nodiscard]] const Promise& promise_of(const Target& target, const engine::Verdict& verdict);
[[nodiscard]] const StagePromise& promise_of(const Milestone& milestone,
                                             const engine::Verdict& verdict);

/// "at least 3 PoC", "at most 35 kt (-65 % of the baseline 100)", "at least 20 partner (10 %
/// tolerance)", "an increase from 40 %". `goal` stands in place of the number written, where it was
/// worked out: by a series, or as the share of a first period.
[[nodiscard]] std::string promise_words(const Programme& programme, const Promise& promise,
                                        std::string_view unit, const engine::Quantity& goal,
                                        const Labels& words);
/// "by mid-2020", "before 2020-H2", "in every year from 2018 to 2028", "to be kept from
/// 2019-01-01".
[[nodiscard]] std::string time_words(const TimeClause& time, const Labels& words);
/// Comparison and time together: "at least 3 PoC, before 2020-H2".
[[nodiscard]] std::string whole_promise_words(const Programme& programme, const Promise& promise,
                                              std::string_view unit, const Labels& words);
[[nodiscard]] std::string whole_promise_words(const Milestone& milestone,
                                              const StagePromise& promise, const Labels& words);

/// "waived by W-2020-01 until 2020-12-31"; empty if it is not.
[[nodiscard]] std::string waived_words(const engine::Verdict& verdict, const Labels& words);
/// "first promised at least 5 PoC, by 2019: missed"; empty while nothing was changed.
[[nodiscard]] std::string original_words(const Programme& programme, const engine::Verdict& verdict,
                                         const Labels& words);
/// "judged amber by J. Doe on 2020-07-01, until 2020-12-31: the contract is late"; empty if nobody
/// did. `notes` are those of the log, by record.
[[nodiscard]] std::string judgement_words(const engine::Verdict& verdict,
                                          const std::map<std::int64_t, std::string>& notes,
                                          const Labels& words);
/// The two above, those that say anything.
[[nodiscard]] std::vector<std::string> aside_words(const Programme& programme,
                                                   const engine::Verdict& verdict,
                                                   const std::map<std::int64_t, std::string>& notes,
                                                   const Labels& words);

/// When a void promise was withdrawn; nothing if that is not on record (a member of it was).
[[nodiscard]] std::optional<Date> withdrawn_on(const Programme& programme,
                                               const engine::Verdict& verdict);

/// The as-of day, where the days left until the due day tell it.
[[nodiscard]] std::optional<Date> as_of(const engine::Verdict& verdict);

}  // namespace jalon::reports
