#include "tracker/exchange/instant.hpp"

#include "rules/model/date.hpp"

#include <algorithm>
#include <optional>

namespace jalon::exchange {
namespace {

/// Two digits at the start of a text, at most `most`; taken off.
std::optional<int> take_two(std::string_view& text, int most) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  if (text.size() < 2 || !digit(text[0]) || !digit(text[1])) return std::nullopt;
  const int value = (text[0] - '0') * 10 + (text[1] - '0');
  if (value > most) return std::nullopt;
  text.remove_prefix(2);
  return value;
}

bool take(std::string_view& text, char c) {
  if (!text.starts_with(c)) return false;
  text.remove_prefix(1);
  return true;
}

/// "23:30", "23:30:59", "23:30:59.25" in seconds.
std::optional<int> take_time(std::string_view& text) {
  const auto hour = take_two(text, 23);
  if (!hour || !take(text, ':')) return std::nullopt;
  const auto minute = take_two(text, 59);
  if (!minute) return std::nullopt;
  int seconds = *hour * 3600 + *minute * 60;
  if (!take(text, ':')) return seconds;
  const auto second = take_two(text, 59);
  if (!second) return std::nullopt;
  if (take(text, '.')) {
    const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
    if (digits == 0) return std::nullopt;
    text.remove_prefix(digits);
  }
  return seconds + *second;
}

/// "Z", "+01:00", "-0530" in seconds east of Greenwich.
std::optional<int> take_offset(std::string_view& text) {
  if (take(text, 'Z')) return 0;
  const bool west = text.starts_with('-');
  if (!take(text, '+') && !take(text, '-')) return std::nullopt;
  const auto hours = take_two(text, 23);
  if (!hours) return std::nullopt;
  take(text, ':');
  const auto minutes = take_two(text, 59);
  if (!minutes) return std::nullopt;
  const int seconds = *hours * 3600 + *minutes * 60;
  return west ? -seconds : seconds;
}

}  // namespace

Parsed<std::int64_t> parse_instant(std::string_view text) {
  static constexpr const char* kHint = "write a day, 2020-01-20, or 2020-01-20T23:30:00+01:00";
  if (text.size() < 11 || text[10] != 'T') return Refusal{"neither a day nor an instant", kHint};
  const auto day = parse_date(text.substr(0, 10));
  if (!day) return day.error();
  std::string_view rest = text.substr(11);
  const auto time = take_time(rest);
  if (!time) return Refusal{"this is no time of day", kHint};
  if (rest.empty()) return Refusal{"an instant needs its offset from UTC", kHint};
  const auto offset = take_offset(rest);
  if (!offset || !rest.empty()) return Refusal{"this is no offset from UTC", kHint};
  const std::int64_t days = days_between(Date{1970, 1, 1}, day.value());
  return days * 86'400 + *time - *offset;
}

}  // namespace jalon::exchange
