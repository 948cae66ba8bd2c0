#include "tracker/source_date.hpp"

#include "tracker/refused.hpp"
#include "tracker/zone.hpp"

#include <fmt/format.h>

#include <charconv>

namespace jalon {
namespace {

constexpr std::string_view kName = "SOURCE_DATE_EPOCH";
constexpr std::int64_t kLast = 253'402'300'799;  // the end of the year 9999
constexpr std::int64_t kInASecond = 1'000'000;

}  // namespace

std::optional<std::string> source_date(const World& world) {
  if (world.environment.find(kName) == world.environment.end()) return std::nullopt;
  const std::string_view text = world.variable(kName);
  std::int64_t seconds = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  const bool whole = error == std::errc{} && end == text.data() + text.size();
  if (!whole || text.front() == '-' || seconds > kLast)
    refuse_usage("bad-time", fmt::format("{} is `{}`, which is no time", kName, printable(text)),
                 "whole seconds since 1970, such as 1582623000; or leave it unset");
  return utc_timestamp(seconds * kInASecond);
}

}  // namespace jalon
