#include "tracker/zone.hpp"

#include <cctz/civil_time.h>
#include <cctz/time_zone.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <stdexcept>

namespace jalon {
namespace {

using Seconds = std::chrono::duration<std::int64_t>;
using Instant = std::chrono::time_point<std::chrono::system_clock, Seconds>;

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

/// One part of `Area/City`: starts with a capital, holds nothing that could be a path.
bool is_zone_part(std::string_view part) {
  return !part.empty() && is_upper(part.front()) && std::ranges::all_of(part, [](char c) {
    return is_upper(c) || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '+';
  });
}

bool has_zone_form(std::string_view name) {
  if (name == "UTC") return true;
  std::size_t parts = 0;
  while (true) {
    const std::size_t slash = name.find('/');
    if (!is_zone_part(name.substr(0, slash))) return false;
    ++parts;
    if (slash == std::string_view::npos) break;
    name.remove_prefix(slash + 1);
  }
  return parts >= 2 && parts <= 3;
}

Date to_date(const cctz::civil_day& day) {
  return Date{static_cast<unsigned short>(day.year()), static_cast<unsigned short>(day.month()),
              static_cast<unsigned short>(day.day())};
}

}  // namespace

bool is_known_zone(std::string_view name) {
  if (!has_zone_form(name)) return false;
  cctz::time_zone zone;
  return cctz::load_time_zone(std::string{name}, &zone);
}

Date day_in_zone(std::string_view zone, std::int64_t unix_seconds) {
  cctz::time_zone loaded;
  if (!has_zone_form(zone) || !cctz::load_time_zone(std::string{zone}, &loaded))
    throw std::invalid_argument{"no such time zone: " + std::string{zone}};
  return to_date(cctz::civil_day{cctz::convert(Instant{Seconds{unix_seconds}}, loaded)});
}

std::string utc_timestamp(std::int64_t unix_microseconds) {
  constexpr std::int64_t kMillion = 1'000'000;
  const std::int64_t rest = ((unix_microseconds % kMillion) + kMillion) % kMillion;
  const Instant instant{Seconds{(unix_microseconds - rest) / kMillion}};
  const cctz::civil_second at = cctz::convert(instant, cctz::utc_time_zone());
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:06}Z", at.year(), at.month(), at.day(),
                     at.hour(), at.minute(), at.second(), rest);
}

}  // namespace jalon
