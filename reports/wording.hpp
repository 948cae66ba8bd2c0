#pragma once

#include "reports/labels.hpp"
#include "rules/engine/verdict.hpp"
#include "rules/model/programme.hpp"

#include <optional>
#include <string>
#include <string_view>

// Verdicts in words that a programme officer understands. Used by every report; what stands here is
// said the same way everywhere.

namespace jalon::reports {

/// Never empty: a target without a title is named after its indicator, an instance after its whole
/// with the bracket's content: "Budget of the plan: 2019, pillar=support".
[[nodiscard]] std::string title_of(const Programme& programme, const engine::Verdict& verdict,
                                   std::string_view language);

[[nodiscard]] std::string status_word(engine::Status status, const Labels& words);
/// The sign that stands before the word: `x`, `!`, `?`, `.`, `~`, `+`, `-`.
[[nodiscard]] char status_sign(engine::Status status) noexcept;

/// What was promised: "at least 3 PoC", "between 5 and 8 day", "draft".
[[nodiscard]] std::string goal_words(const Programme& programme, const engine::Verdict& verdict,
                                     const Labels& words);
/// What is on record against it: "1 of at least 3 PoC", "nothing on record, draft promised".
[[nodiscard]] std::string value_and_goal(const Programme& programme, const engine::Verdict& verdict,
                                         const Labels& words);

/// "2020-06-30 (before 2020-H2)", "2020-06-30, at the latest 2020-07-31 (mid-2020)", "no date".
[[nodiscard]] std::string due_words(const engine::Verdict& verdict, const Labels& words);
/// The same, and of a level to keep how long: "to be kept from 2019-01-01".
[[nodiscard]] std::string due_words(const Programme& programme, const engine::Verdict& verdict,
                                    const Labels& words);

/// Why the status is what it is, to be read beside the value: "126 days left",
/// "15 days overdue: nobody has said that the list is complete".
[[nodiscard]] std::string why_words(const Programme& programme, const engine::Verdict& verdict,
                                    const Labels& words);
/// The same for a period or member that stands below its overall verdict, which says what is
/// promised: "12 of 80, 169 days left, due 2020-12-31 (2020)".
[[nodiscard]] std::string short_sentence(const Programme& programme, const engine::Verdict& verdict,
                                         const Labels& words);
/// What the id of a period, member or part adds to that of its whole: "[2020]", "[company=Beta]";
/// of others the id.
[[nodiscard]] std::string short_id(const Programme& programme, const engine::Verdict& verdict);
/// Two texts with a comma between them, or the one that is not empty.
[[nodiscard]] std::string and_also(const std::string& first, const std::string& second,
                                   const Labels& words);
/// All in one line, to stand after sign, word and id: "1 of at least 3 PoC, gap 2, 15 days
/// overdue".
[[nodiscard]] std::string sentence(const Programme& programme, const engine::Verdict& verdict,
                                   const Labels& words);

/// "2 PoC (66.6 %)": what is missing, with its share of the goal; nothing where there is no gap.
[[nodiscard]] std::optional<std::string> gap_words(const Programme& programme,
                                                   const engine::Verdict& verdict,
                                                   const Labels& words);
/// What leaves the verdict open: "nobody has said that the list is complete"; empty if nothing
/// does.
[[nodiscard]] std::string open_words(const engine::Verdict& verdict, const Labels& words);
/// "off-track: 3 expected by now, 0.02 a day needed"; empty without an outlook.
[[nodiscard]] std::string outlook_words(const Programme& programme, const engine::Verdict& verdict,
                                        const Labels& words);

/// Does the promise want much, or little? Numbers are cut towards the unreached side: down for a
/// floor, up for a limit.
[[nodiscard]] Rounding unreached_side(const Programme& programme, const engine::Verdict& verdict);

}  // namespace jalon::reports
