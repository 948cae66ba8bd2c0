#include "rules/model/date.hpp"
#include "tests/tracker/desk.hpp"

#include <stdexcept>

namespace jalon::tests {

std::int64_t instant(std::string_view text) {
  if (text.size() != 20 || text[10] != 'T' || text[19] != 'Z')
    throw std::invalid_argument{"no instant: " + std::string{text}};
  const auto day = parse_date(text.substr(0, 10));
  if (!day) throw std::invalid_argument{"no day: " + std::string{text}};
  const auto number = [&](std::size_t at) { return std::stoll(std::string{text.substr(at, 2)}); };
  const std::int64_t seconds = days_between(Date{1970, 1, 1}, day.value()) * 86'400 +
                               number(11) * 3600 + number(14) * 60 + number(17);
  return seconds * 1'000'000;
}

std::string seeded_bytes(std::uint64_t& seed, std::size_t count) {
  std::string bytes;
  while (bytes.size() < count) {
    seed = seed * 6364136223846793005U + 1442695040888963407U;
    bytes += static_cast<char>(seed >> 56U);
  }
  return bytes;
}

}  // namespace jalon::tests
