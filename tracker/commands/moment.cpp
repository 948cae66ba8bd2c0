#include "tracker/commands/moment.hpp"

#include "tracker/refused.hpp"

#include <fmt/format.h>

#include <charconv>

namespace jalon::commands {

Date read_day(std::string_view flag, std::string_view text, Date today) {
  if (text == "today") return today;
  const auto day = parse_date(text);
  if (!day)
    refuse_usage("bad-date", fmt::format("--{} {}: {}", flag, printable(text), day.error().reason),
                 day.error().hint.empty() ? "write YYYY-MM-DD or today" : day.error().hint);
  return day.value();
}

std::int64_t read_number(std::string_view what, std::string_view text) {
  std::string_view digits = text;
  if (digits.starts_with('#')) digits.remove_prefix(1);
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc{} || end != digits.data() + digits.size() || number < 0)
    refuse_usage("bad-number",
                 fmt::format("{}: `{}` is not the number of a record", what, printable(text)),
                 "`jalon history` shows the numbers");
  return number;
}

engine::Moment read_moment(const cli::Arguments& arguments, Date today,
                           std::span<const Record> log) {
  const auto at = arguments.find("at");
  if (at && (arguments.has("as-of") || arguments.has("known")))
    refuse_usage("bad-usage", "--at stands for --as-of and --known together",
                 "give --at alone, or the other two");
  const auto day = [&](std::string_view flag) {
    if (at) return read_day("at", *at, today);
    const auto given = arguments.find(flag);
    return given ? read_day(flag, *given, today) : today;
  };
  engine::Moment moment{day("as-of"), day("known"), {}};
  if (moment.known > today)
    refuse_usage("known-in-future",
                 fmt::format("nobody knows yet what will be known on {}", iso(moment.known)),
                 fmt::format("today is {}; --as-of may lie in the future", iso(today)));
  if (const auto upto = arguments.find("upto")) {
    moment.upto = read_number("--upto", *upto);
    const std::int64_t last = log.empty() ? 0 : log.back().number;
    if (*moment.upto > last)
      refuse_usage("unknown-record",
                   fmt::format("--upto {}: the log ends with record {}", *moment.upto, last));
  }
  return moment;
}

}  // namespace jalon::commands
