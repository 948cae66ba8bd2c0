#include "tracker/commands/report_look.hpp"

#include "reports/period.hpp"
#include "tracker/commands/moment.hpp"
#include "tracker/refused.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace jalon::commands {
namespace {

bool is_kind(const cli::Arguments& arguments, std::string_view kind) {
  return arguments.command == "report" && arguments.at("KIND") == kind;
}

/// The period that --period names; of `periodic` without one the last quarter that is over.
std::optional<reports::ReportPeriod> read_period(const cli::Arguments& arguments, Date as_of) {
  const auto text = arguments.find("period");
  if (!text) {
    if (!is_kind(arguments, "periodic") || arguments.has("since")) return std::nullopt;
    return reports::last_closed_quarter(as_of);
  }
  if (arguments.has("as-of"))
    refuse_usage("bad-usage", "--period says the day: the last one of the period",
                 "leave --as-of out; --known says what was known, --at when it was looked at");
  if (arguments.has("since"))
    refuse_usage("bad-usage", "--period says since when: the end of the period before",
                 "leave --since out, or give --since and --as-of");
  const auto period = reports::parse_report_period(*text);
  if (!period)
    refuse_usage("bad-period", fmt::format("--period: {}", printable(period.error().reason)),
                 printable(period.error().hint));
  return period.value();
}

/// Does the report tell what changed?
bool compares(const cli::Arguments& arguments) {
  const auto* kind = reports::find_report(arguments.at("KIND"));
  return kind != nullptr && kind->compares;
}

/// Looks at a period: on its last day, or on the day of knowing if it still runs then.
void look_at(reports::ReportPeriod period, bool compared, Look& look) {
  const Date known = look.moment.known;
  if (period.days.first > known)
    refuse_usage("period-in-future",
                 fmt::format("the period {} has not begun on {}", period.name, iso(known)),
                 fmt::format("it begins on {}", iso(period.days.first)));
  period.running = period.days.last > known;
  look.moment.as_of = std::min(period.days.last, known);
  const Date before = add_days(period.days.first, -1);
  if (compared) look.since = engine::Moment{before, std::min(before, known), look.moment.upto};
  look.period = std::move(period);
}

void compare_since(const std::string& text, Date today, Look& look) {
  const Date day = read_day("since", text, today);
  if (day > look.moment.as_of)
    refuse_usage("bad-date", fmt::format("--since {} is after the day that is looked at", iso(day)),
                 fmt::format("that day is {}; --as-of says another", iso(look.moment.as_of)));
  look.since = engine::Moment{day, std::min(day, look.moment.known), look.moment.upto};
}

}  // namespace

Look read_look(const cli::Arguments& arguments, Date today, std::span<const Record> log) {
  Look look{read_moment(arguments, today, log)};
  if (arguments.command != "report") return look;
  if (auto period = read_period(arguments, look.moment.as_of)) {
    look.by_default = !arguments.has("period");
    look_at(*std::move(period), compares(arguments), look);
  } else if (const auto since = arguments.find("since")) {
    compare_since(*since, today, look);
  } else if (is_kind(arguments, "changes")) {
    refuse_usage("bad-usage", "since when? a report of changes compares with an earlier day",
                 "--since DAY, or --period 2020-Q2");
  }
  return look;
}

}  // namespace jalon::commands
