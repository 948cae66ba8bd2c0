#include "rules/model/amount.hpp"

#include "rules/model/diagnostic.hpp"
#include "rules/model/printable.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace jalon {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

/// What stands before a number and makes it vague. Longer signs first.
enum class Sign { at_least, more, at_most, less, about };
constexpr auto kSigns = std::to_array<std::pair<std::string_view, Sign>>({
    {">=", Sign::at_least},
    {">", Sign::more},
    {"<=", Sign::at_most},
    {"<", Sign::less},
    {"~", Sign::about},
});

Interval around(const Decimal& number, const Decimal& percent) {
  const Decimal margin = (number * percent * Decimal::scaled(1, 2)).abs();
  return Interval{{number - margin}, {number + margin}};
}

/// What the sign makes of the number, before the indicator's range is looked at.
Interval reading(Sign sign, const Decimal& number, const AmountRules& rules) {
  const End floor = rules.flow ? End{Decimal{}} : End{};
  switch (sign) {
    case Sign::at_least:
      return {{number}, {}};
    case Sign::more:
      return {{number, true}, {}};
    case Sign::at_most:
      return {floor, {number}};
    case Sign::less:
      return {floor, {number, true}};
    case Sign::about:
      return around(number, rules.about);
  }
  return Interval::anything();
}

Refusal outside(std::string_view text, const Interval& range) {
  return {quoted(text) + " is outside the indicator's range", "the range is " + str(range)};
}

/// The whole numbers in an interval; nothing if there are none.
std::optional<Interval> whole_numbers(const Interval& range) {
  Interval inside;
  if (range.lo.at) {
    const Decimal lo = range.lo.at->ceil();
    inside.lo.at = range.lo.open && lo == *range.lo.at ? lo + Decimal{1} : lo;
  }
  if (range.hi.at) {
    const Decimal hi = range.hi.at->floor();
    inside.hi.at = range.hi.open && hi == *range.hi.at ? hi - Decimal{1} : hi;
  }
  if (inside.lo.at && inside.hi.at && *inside.lo.at > *inside.hi.at) return std::nullopt;
  return inside;
}

/// Readings and positive amounts lie in the indicator's range; zero and withdrawals need not.
bool is_cut(const Interval& range, const AmountRules& rules) {
  return rules.range && (!rules.flow || !certainly_at_most(range.hi, Decimal{}));
}

Parsed<Amount> finished(std::string_view text, Interval range, std::optional<Decimal> number,
                        const AmountRules& rules) {
  const bool exact = range.is_exact();
  if (exact && rules.whole && !range.lo.at->is_whole())
    return Refusal{quoted(text) + " is not a whole number", "the indicator counts whole things"};
  if (is_cut(range, rules)) {
    const auto inside = intersection(range, *rules.range);
    if (!inside) return outside(text, *rules.range);
    range = *inside;
  }
  if (rules.whole) {
    const auto inside = whole_numbers(range);
    if (!inside)
      return Refusal{"no whole number lies in " + quoted(text),
                     "the indicator counts whole things"};
    range = *inside;
  }
  return Amount{range, std::string{text}, number};
}

Parsed<Amount> vague(Sign sign, std::string_view text, std::string_view rest,
                     const AmountRules& rules) {
  if (rest.empty())
    return Refusal{"a number is missing after " + quoted(text),
                   "write " + std::string{text} + "500"};
  const auto number = Decimal::parse(rest);
  if (!number) return number.error();
  if (rules.flow && number.value() <= Decimal{})
    return Refusal{quoted(text) + " is no amount: a vague amount needs a number above zero",
                   "write an exact amount or a range: -3, -3..-1, 0..5"};
  if (sign == Sign::about && number.value().is_zero())
    return Refusal{quoted(text) + " says no more than 0: a share of nothing is nothing",
                   "write 0 or a range such as 0..5; on a command line in quotes: '~20'"};
  return finished(text, reading(sign, number.value(), rules), number.value(), rules);
}

Parsed<Amount> from_to(std::string_view text, std::size_t dots, const AmountRules& rules) {
  const auto first = text.substr(0, dots);
  const auto second = text.substr(dots + 2);
  if (first.empty() && second.empty())
    return Refusal{quoted(text) + " is not an amount", "write a range as 10..12"};
  if (first.empty())
    return Refusal{quoted(text) + " has no first number", "write <=" + shortened(second, 40)};
  if (second.empty())
    return Refusal{quoted(text) + " has no second number", "write >=" + shortened(first, 40)};
  const auto lo = Decimal::parse(first);
  if (!lo) return lo.error();
  const auto hi = Decimal::parse(second);
  if (!hi) return hi.error();
  if (lo.value() > hi.value())
    return Refusal{quoted(text) + " runs backwards",
                   "write " + hi.value().str() + ".." + lo.value().str()};
  if (rules.flow && lo.value().is_negative() && hi.value() > Decimal{})
    return Refusal{quoted(text) + " crosses zero: something was added or taken away, not both",
                   "write a range on one side: 0..5 or -3..0"};
  return finished(text, {{lo.value()}, {hi.value()}}, {}, rules);
}

/// Forms that people write and that we do not read, with what to write instead.
std::optional<Refusal> well_known_mistake(std::string_view text) {
  if (text.starts_with('/'))
    return Refusal{quoted(text) + " is a folder, not an amount",
                   "the shell put it in place of `~`: write it in quotes, '~20'"};
  if (text.starts_with("--"))
    return Refusal{quoted(text) + " has two signs", "write one, and quote it: '-3'"};
  constexpr auto kOther = std::to_array<std::pair<std::string_view, std::string_view>>({
      {"\u2265", ">="},
      {"\u2264", "<="},
      {"=>", ">="},
      {"=<", "<="},
      {"\u2248", "~"},
      {"\u00b1", "~"},
      {"+>", ">"},
      {"+~", "~"},
  });
  for (const auto& [wrong, right] : kOther)
    if (text.starts_with(wrong))
      return Refusal{quoted(text) + " is not an amount",
                     "write " + std::string{right} + shortened(text.substr(wrong.size()), 40)};
  return std::nullopt;
}

/// "10-12", "500+": an exact number that is none, with a better hint than Decimal has.
Refusal better_hint(std::string_view text, const Refusal& refusal) {
  if (text.size() > 60) return refusal;
  if (text.back() == '+' && Decimal::parse(text.substr(0, text.size() - 1)))
    return {refusal.reason, "write >=" + std::string{text.substr(0, text.size() - 1)}};
  for (const std::string_view dash : {"-", "\u2013", "\u2014"}) {
    const auto at = text.find(dash, 1);
    if (at == std::string_view::npos) continue;
    const auto first = trimmed(text.substr(0, at));
    const auto second = trimmed(text.substr(at + dash.size()));
    if (Decimal::parse(first) && Decimal::parse(second))
      return {refusal.reason, "write " + std::string{first} + ".." + std::string{second}};
  }
  return refusal;
}

Parsed<Amount> read(std::string_view text, const AmountRules& rules) {
  if (text.empty()) return Refusal{"an amount is missing"};
  if (auto mistake = well_known_mistake(text)) return *std::move(mistake);
  for (const auto& [written, sign] : kSigns)
    if (text.starts_with(written)) return vague(sign, text, text.substr(written.size()), rules);
  if (const auto dots = text.find(".."); dots != std::string_view::npos)
    return from_to(text, dots, rules);
  const auto number = Decimal::parse(text);
  if (!number) return better_hint(text, number.error());
  return finished(text, Interval::exactly(number.value()), number.value(), rules);
}

}  // namespace

Parsed<Amount> parse_amount(std::string_view text, const AmountRules& rules) {
  const auto amount = trimmed(text);
  try {
    return read(amount, rules);
  } catch (const DecimalOverflow&) {
    return Refusal{quoted(amount) + " has too many digits"};
  }
}

}  // namespace jalon
