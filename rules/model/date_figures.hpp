#pragma once

#include "rules/model/date_expression.hpp"

// The date expressions that are written in figures: days, periods, EDTF level 0 and 1.

namespace jalon {

/// A date in figures. `first` is its first day before `~` and `?` widened it.
struct DateInFigures {
  DateExpression reading;
  Date first;
};

/// Reads one date in figures ("2020-06-30", "2020-Q2", "202X", "2020-06~", no interval); nothing if
/// the text has no such form.
[[nodiscard]] std::optional<Parsed<DateInFigures>> read_figures(std::string_view text);

/// Reads two such dates with `/` between them, or one with an open end ("2018/2019",
/// "../2020-02-25", "2020-02-25/.."). The text has exactly one `/`.
[[nodiscard]] Parsed<DateExpression> read_interval(std::string_view text);

}  // namespace jalon
