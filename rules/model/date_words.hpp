#pragma once

#include "rules/model/date_expression.hpp"

#include <vector>

// The date expressions that are written in words, in four languages.

namespace jalon {

/// The words of a text in lower case without accents; blanks, hyphens and apostrophes part them.
[[nodiscard]] std::vector<std::string> words_of(std::string_view text);

/// Reads "mid-2020", "end of 2020", "second quarter of 2020", "Q2 2020" and the like; nothing if
/// the text has no such form.
[[nodiscard]] std::optional<Parsed<DateExpression>> read_words(std::string_view text,
                                                               const DateMargins& margins);

}  // namespace jalon
