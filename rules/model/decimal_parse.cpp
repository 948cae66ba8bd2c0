#include "rules/model/decimal.hpp"
#include "rules/model/diagnostic.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace jalon {
namespace {

constexpr int kMaxDigits = 18;
constexpr int kHugeExponent = 1'000'000;
/// Longer texts are certainly no numbers that we take, and need no advice how to write them.
constexpr std::size_t kLongestAdvised = 64;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Takes the run of digits at the start of a text.
std::string_view take_digits(std::string_view& text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_digit);
  const auto length = static_cast<std::size_t>(end - text.begin());
  const auto digits = text.substr(0, length);
  text.remove_prefix(length);
  return digits;
}

bool take(std::string_view& text, std::string_view any_of) {
  if (text.empty() || any_of.find(text.front()) == std::string_view::npos) return false;
  text.remove_prefix(1);
  return true;
}

/// A number in its parts, as written.
struct Parts {
  bool negative = false;
  std::string_view whole;
  std::string_view fraction;
  int exponent = 0;
};

std::optional<int> take_exponent(std::string_view& text) {
  if (!take(text, "eE")) return 0;
  const bool negative = !text.empty() && text.front() == '-';
  take(text, "+-");
  const auto digits = take_digits(text);
  if (digits.empty()) return std::nullopt;
  int exponent = 0;
  for (const char digit : digits) exponent = std::min(exponent * 10 + (digit - '0'), kHugeExponent);
  return negative ? -exponent : exponent;
}

std::optional<Parts> parts_of(std::string_view text) {
  Parts parts;
  parts.negative = !text.empty() && text.front() == '-';
  take(text, "+-");
  parts.whole = take_digits(text);
  if (parts.whole.empty()) return std::nullopt;
  if (take(text, ".")) {
    parts.fraction = take_digits(text);
    if (parts.fraction.empty()) return std::nullopt;
  }
  const auto exponent = take_exponent(text);
  if (!exponent || !text.empty()) return std::nullopt;
  parts.exponent = *exponent;
  return parts;
}

/// The digits that matter and the power of ten that the last of them stands for.
struct Significant {
  std::string digits;
  long last = 0;
};

Significant significant(const Parts& parts) {
  Significant result{std::string{parts.whole} + std::string{parts.fraction},
                     parts.exponent - static_cast<long>(parts.fraction.size())};
  const auto end = result.digits.find_last_not_of('0');
  result.last += static_cast<long>(result.digits.size() - (end + 1));
  result.digits.erase(end + 1);  // npos + 1 is 0: all of them
  result.digits.erase(0, std::min(result.digits.find_first_not_of('0'), result.digits.size()));
  return result;
}

Parsed<Decimal> value_of(const Parts& parts, std::string_view text) {
  const auto [digits, last] = significant(parts);
  const auto count = static_cast<long>(digits.size());
  if (count == 0) return Decimal{};
  if (count > kMaxDigits)
    return Refusal{quoted(text) + " has more than 18 significant digits", "round it to 18 digits"};
  if (count + last > kMaxDigits)
    return Refusal{quoted(text) + " has more than 18 digits before the point", "use a larger unit"};
  if (-last > kMaxDigits)
    return Refusal{quoted(text) + " has more than 18 digits after the point",
                   "round it to 18 digits after the point"};
  std::int64_t mantissa = 0;
  for (const char digit : digits) mantissa = mantissa * 10 + (digit - '0');
  return Decimal::scaled(parts.negative ? -mantissa : mantissa, static_cast<int>(-last));
}

/// The text without every occurrence of some pieces.
std::string without(std::string text, std::initializer_list<std::string_view> pieces) {
  for (const auto piece : pieces)
    for (auto at = text.find(piece); at != std::string::npos; at = text.find(piece))
      text.erase(at, piece.size());
  return text;
}

/// ".5" and "5." with the digit that is missing, or without the point.
std::string with_whole_point(std::string number) {
  if (!number.empty() && number.back() == '.') number.pop_back();
  const auto digit = number.find_first_not_of("+-");
  if (digit != std::string::npos && number[digit] == '.') number.insert(digit, "0");
  return number;
}

/// The comma as a decimal point, and points as separators of thousands.
std::string with_decimal_comma(std::string_view text) {
  std::string number = without(std::string{text}, {"."});
  std::replace(number.begin(), number.end(), ',', '.');
  return number;
}

/// The number without separators of thousands: commas, and points if there are several.
std::string without_thousands(std::string_view text) {
  std::string number = without(std::string{text}, {","});
  return std::count(number.begin(), number.end(), '.') > 1 ? without(number, {"."}) : number;
}

/// What a text that is no number probably means: nothing, a number, or two that it may mean.
std::vector<std::string> meant(std::string_view text) {
  // blanks of typography: no-break, narrow no-break, thin; the minus sign U+2212
  std::string plain =
      without(std::string{text}, {" ", "\t", "\n", "\u00a0", "\u202f", "\u2009", "_"});
  if (const auto at = plain.find("\u2212"); at != std::string::npos) plain.replace(at, 3, "-");
  const auto comma = plain.find(',');
  const auto point = plain.rfind('.');
  const bool decimal_comma = comma != std::string::npos && comma == plain.rfind(',') &&
                             (point == std::string::npos || point < comma);
  const bool thousands =
      !decimal_comma || (point == std::string::npos && plain.size() - comma == 4);
  std::vector<std::string> numbers;
  if (thousands) numbers.push_back(with_whole_point(without_thousands(plain)));
  if (decimal_comma) numbers.push_back(with_whole_point(with_decimal_comma(plain)));
  numbers.erase(std::remove_if(numbers.begin(), numbers.end(),
                               [](const std::string& number) { return !parts_of(number); }),
                numbers.end());
  return numbers;
}

std::string advice(std::string_view text) {
  if (text.size() > kLongestAdvised) return {};
  if (const auto numbers = meant(text); !numbers.empty()) {
    std::string hint = "write " + numbers.front();
    if (numbers.size() > 1) hint += " or " + numbers.back();
    if (text.find(',') != std::string_view::npos)
      hint += ": a point before decimals, nothing between thousands";
    return hint;
  }
  if (std::any_of(text.begin(), text.end(), is_digit))
    return "the number alone, without unit or words: 26.4";
  return {};
}

}  // namespace

Parsed<Decimal> Decimal::parse(std::string_view text) {
  if (text.empty()) return Refusal{"a number is missing"};
  const auto parts = parts_of(text);
  if (!parts) return Refusal{quoted(text) + " is not a number", advice(text)};
  return value_of(*parts, text);
}

}  // namespace jalon
