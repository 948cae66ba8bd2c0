#pragma once

#include "rules/model/parsed.hpp"

#include <string_view>

namespace jalon {

/// Season codes of EDTF (2020-21) and season words: refused, with a hint.
[[nodiscard]] Refusal season_refused(std::string_view text);

/// Why a text that no reader of dates took is no date, and what was probably meant.
[[nodiscard]] Refusal explain_bad_date(std::string_view text);

}  // namespace jalon
