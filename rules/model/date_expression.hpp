#pragma once

#include "rules/model/date.hpp"

namespace jalon {

/// How early, mid and late are read: month and day.
struct MonthDay {
  int month = 1;
  int day = 1;
  friend bool operator==(const MonthDay&, const MonthDay&) = default;
};
struct VagueWord {
  MonthDay from, nominal, latest;
  friend bool operator==(const VagueWord&, const VagueWord&) = default;
};
/// The margins of vague words; a workspace may set its own in [dates].
struct DateMargins {
  VagueWord early{{1, 1}, {3, 31}, {4, 30}};
  VagueWord mid{{6, 1}, {6, 30}, {7, 31}};
  VagueWord late{{10, 1}, {12, 31}, {12, 31}};
  friend bool operator==(const DateMargins&, const DateMargins&) = default;
};

/// A day or a stretch of days as people write them, with three readings.
struct DateExpression {
  std::string written;               ///< "mid-2020"
  std::optional<Date> from = {};     ///< first day; nothing: open to the left ("../2020-02-25")
  std::optional<Date> nominal = {};  ///< the day on which it is due; nothing: open to the right
  std::optional<Date> latest =
      {};              ///< late beyond doubt after this day; nothing: open to the right
  bool vague = false;  ///< early, mid, late, `~` or `?`: refused after "before"
  /// What kind of stretch it names, if it is exactly one calendar period ("2020", "2020-Q2").
  std::optional<PeriodUnit> unit = {};

  [[nodiscard]] static DateExpression on(Date day) { return {iso(day), day, day, day, false, {}}; }
  friend bool operator==(const DateExpression&, const DateExpression&) = default;
};

/// Reads a date expression in English, French, Dutch or German, or in EDTF level 0 and 1. Refuses,
/// with a hint: seasons, 06/07/2020, days that do not exist, years before 1400, anything else.
[[nodiscard]] Parsed<DateExpression> parse_date_expression(std::string_view text,
                                                           const DateMargins& margins = {});

}  // namespace jalon
