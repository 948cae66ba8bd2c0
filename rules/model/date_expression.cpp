#include "rules/model/date_expression.hpp"

#include "rules/model/date_figures.hpp"
#include "rules/model/date_mistakes.hpp"
#include "rules/model/date_words.hpp"
#include "rules/model/diagnostic.hpp"

#include <algorithm>

namespace jalon {
namespace {

constexpr std::size_t kLongest = 100;
constexpr std::string_view kBlanks = " \t\r\n";

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

}  // namespace

Parsed<DateExpression> parse_date_expression(std::string_view text, const DateMargins& margins) {
  const auto date = trimmed(text);
  if (date.empty()) return Refusal{"a date is missing"};
  if (date.size() > kLongest) return Refusal{quoted(date) + " is too long for a date"};
  if (std::count(date.begin(), date.end(), '/') == 1) return read_interval(date);
  if (auto figures = read_figures(date)) {
    if (!*figures) return figures->error();
    return std::move(*figures).value().reading;
  }
  if (auto words = read_words(date, margins)) return *std::move(words);
  return explain_bad_date(date);
}

}  // namespace jalon
