#include "reports/figures.hpp"

#include <fmt/core.h>

namespace jalon::reports {
namespace {

/// Digits in groups of three from the right.
std::string grouped(std::string_view digits) {
  if (digits.size() <= 4) return std::string{digits};  // 2020 stays 2020
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) out += kGroupSpace;
    out += digits[i];
  }
  return out;
}

}  // namespace

std::optional<Decimal> number_of(const engine::Quantity& quantity) {
  const auto* number = std::get_if<Decimal>(&quantity);
  return number == nullptr ? std::nullopt : std::optional{*number};
}

std::string figure(const Decimal& value, const Labels& words) {
  const std::string plain = value.abs().str();
  const auto point = plain.find('.');
  std::string out = value.is_negative() ? "-" : "";
  out += grouped(std::string_view{plain}.substr(0, point));
  if (point != std::string::npos) out += words("number.point") + plain.substr(point + 1);
  return out;
}

std::string figure(const Decimal& value, std::string_view unit, const Labels& words) {
  if (unit.empty()) return figure(value, words);
  return fmt::format("{}{}{}", figure(value, words), unit == "%" ? kGroupSpace : " ", unit);
}

std::string figure(const NumberCell& cell, const Labels& words) {
  return figure(cell.value, cell.unit, words);
}

std::string percent(const Decimal& share, const Labels& words) {
  return figure((share * Decimal{100}).rounded(1, Rounding::down), "%", words);
}

Decimal coarse(const Decimal& value, Rounding direction) {
  const Decimal size = value.abs();
  if (size >= Decimal{1000}) return value.rounded(0, direction);
  return value.rounded(size >= Decimal{1} ? 2 : 4, direction);
}

}  // namespace jalon::reports
