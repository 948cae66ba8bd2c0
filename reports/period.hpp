#pragma once

#include "reports/reports.hpp"

#include <optional>
#include <string>
#include <string_view>

// The stretches of time that reports are about: weeks, months, quarters, halves and years.

namespace jalon::reports {

/// Reads "2020-Q2", "2020-H1", "2020", "2020-06" or "2020-W09". Refuses, with what was probably
/// meant: other ways of writing one ("2020Q2", "Q2 2020"), periods that do not exist, other dates.
[[nodiscard]] Parsed<ReportPeriod> parse_report_period(std::string_view text);

/// The week, month, quarter, half or year that a day is in.
[[nodiscard]] ReportPeriod report_period_of(ReportPeriod::Unit unit, Date day);

/// The last quarter that is over at the end of the day.
[[nodiscard]] ReportPeriod last_closed_quarter(Date day);

/// "second quarter of 2020", "June 2020", "week 9 of 2020"
[[nodiscard]] std::string period_words(const ReportPeriod& period, const Labels& words);

/// "Progress: Belgian strategies, second quarter of 2020": the title with the period, if there is
/// one.
[[nodiscard]] std::string with_period(std::string title, const Head& head, const Labels& words);

}  // namespace jalon::reports
