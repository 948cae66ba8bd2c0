#include "tracker/job/run.hpp"

#include "reports/period.hpp"
#include "tracker/commands/commands.hpp"
#include "tracker/commands/finding_rule.hpp"
#include "tracker/exchange/instant.hpp"
#include "tracker/job/ledger.hpp"
#include "tracker/job/lock.hpp"
#include "tracker/refused.hpp"

#include <fmt/format.h>

#include <charconv>

namespace jalon::commands {
namespace {

constexpr std::int64_t kMicrosPerSecond = 1'000'000;
constexpr int kHour = 3600;

/// "60s", "30m", "48h" or "2d" in seconds.
int read_duration(std::string_view flag, std::string_view text) {
  constexpr std::string_view kUnits = "smhd";
  constexpr int kSeconds[] = {1, 60, kHour, 24 * kHour};
  constexpr int kMost = 10'000;
  int number = 0;
  const char* const last = text.data() + text.size() - (text.empty() ? 0 : 1);
  const auto [end, error] = std::from_chars(text.data(), last, number);
  const std::size_t unit = text.empty() ? std::string_view::npos : kUnits.find(text.back());
  if (error != std::errc{} || end != last || unit == std::string_view::npos || number < 0 ||
      number > kMost)
    refuse_usage("bad-duration", fmt::format("--{}: `{}` is no time", flag, printable(text)),
                 "a number and s, m, h or d: 60s, 30m, 48h, 2d");
  return number * kSeconds[unit];
}

/// The period of a flag: "2020-01", or for --since a day in it.
reports::ReportPeriod read_period(std::string_view flag, const std::string& text) {
  const auto period = reports::parse_report_period(text);
  if (!period)
    refuse_usage("bad-period", fmt::format("--{}: {}", flag, printable(period.error().reason)),
                 printable(period.error().hint));
  return period.value();
}

job::Order read_order(const cli::Arguments& arguments) {
  job::Order order;
  if (const auto since = arguments.find("since"))
    order.since = read_period("since", *since).days.first;
  if (const auto revise = arguments.find("revise"))
    order.revise = read_period("revise", *revise).name;
  order.replace = arguments.has("replace");
  order.dry_run = arguments.has("dry-run");
  return order;
}

/// --health: is the last run that worked young enough?
ExitCode tell_health(const cli::Arguments& arguments, const StorePlace& place, World& world) {
  const int most = read_duration("max-age", arguments.find("max-age").value_or("48h"));
  const auto last = job::history_of(job::read_entries(place.store)).last_success;
  if (!last) {
    world.out << "no run has worked yet\n";
    return ExitCode::store_failed;
  }
  const std::int64_t age = world.now / kMicrosPerSecond - exchange::parse_instant(*last).value();
  world.out << fmt::format("the last run that worked was at {}, {} hour{} ago\n", *last,
                           age / kHour, age / kHour == 1 ? "" : "s");
  return age <= most ? ExitCode::done : ExitCode::store_failed;
}

}  // namespace

ExitCode run_run(const cli::Arguments& arguments, World& world) {
  const StorePlace place = find_store(arguments, world);  // works with broken definitions
  if (arguments.has("health")) return tell_health(arguments, place, world);
  if (arguments.has("max-age"))
    refuse_usage("bad-usage", "--max-age goes with --health", "jalon run --health --max-age 48h");
  const job::Order order = read_order(arguments);
  (void)read_finding_rule(arguments);  // a misspelt word is told before anything is made
  const int wait = read_duration("wait", arguments.find("wait").value_or("0s"));
  if (order.dry_run) return job::run(order, arguments, world);
  const auto lock = job::RunLock::take(place.store, wait);
  if (!lock)
    throw Refused{ExitCode::locked,
                  {problem("locked", "another run is at work",
                           "try again later, or wait for it: --wait 60s")}};
  return job::run(order, arguments, world);
}

}  // namespace jalon::commands
