#pragma once

#include "rules/definitions/problems.hpp"
#include "rules/definitions/toml_tree.hpp"
#include "rules/model/date_expression.hpp"
#include "rules/model/decimal.hpp"
#include "rules/model/programme.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// One function for each kind of value. Each takes the name that messages give the value (`label`,
// its key) and the value, and gives nothing once it has said what is wrong.

namespace jalon::definitions {

/// Adds "`label` must be `wanted`, not a number".
void wrong_type(Problems& problems, std::string_view label, const Node& node,
                std::string_view wanted, std::string hint = {});

/// A text that is not blank.
[[nodiscard]] std::optional<std::string> read_text(Problems& problems, std::string_view label,
                                                   const Node& node);
/// A text in the programme's language, or a table of languages that has it.
[[nodiscard]] std::optional<Text> read_title(Problems& problems, std::string_view label,
                                             const Node& node, std::string_view language);
[[nodiscard]] std::optional<bool> read_truth(Problems& problems, std::string_view label,
                                             const Node& node);
/// A number as written, exactly.
[[nodiscard]] std::optional<Decimal> read_number(Problems& problems, std::string_view label,
                                                 const Node& node);
/// A whole number from `least` to `most`.
[[nodiscard]] std::optional<int> read_whole(Problems& problems, std::string_view label,
                                            const Node& node, int least, int most);
/// "10%": the 10, from 0 to below 100.
[[nodiscard]] std::optional<Decimal> read_percent(Problems& problems, std::string_view label,
                                                  const Node& node);
/// "-65%": the -65; the sign is required, and nothing falls by more than the whole.
[[nodiscard]] std::optional<Decimal> read_change(Problems& problems, std::string_view label,
                                                 const Node& node);
/// A number above 0 and at most 1.
[[nodiscard]] std::optional<Decimal> read_fraction(Problems& problems, std::string_view label,
                                                   const Node& node, std::string hint = {});
/// A number that is not negative, or a percentage in quotes.
[[nodiscard]] std::optional<Tolerance> read_tolerance(Problems& problems, std::string_view label,
                                                      const Node& node);
/// A date expression: a TOML date or a text.
[[nodiscard]] std::optional<DateExpression> read_date(Problems& problems, std::string_view label,
                                                      const Node& node, const DateMargins& margins);
/// A date expression that names one day.
[[nodiscard]] std::optional<Date> read_day(Problems& problems, std::string_view label,
                                           const Node& node, const DateMargins& margins);
/// "90d": the 90, from 1 to 36,500.
[[nodiscard]] std::optional<int> read_days(Problems& problems, std::string_view label,
                                           const Node& node);
/// The list's items; nothing if it is no list or empty.
[[nodiscard]] const std::vector<Node>* read_list(Problems& problems, std::string_view label,
                                                 const Node& node);
/// A list of texts, not empty, each once.
[[nodiscard]] std::optional<std::vector<std::string>> read_texts(Problems& problems,
                                                                 std::string_view label,
                                                                 const Node& node);
/// Which of `words` it is.
[[nodiscard]] std::optional<std::size_t> read_choice(Problems& problems, std::string_view label,
                                                     const Node& node,
                                                     std::span<const std::string_view> words);

/// The languages that texts may be in.
[[nodiscard]] std::span<const std::string_view> languages();

}  // namespace jalon::definitions
