#include "tracker/commands/near_values.hpp"

#include "tracker/refused.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace jalon::commands {
namespace {

/// Every new value is held against this many at most, letter by letter.
constexpr std::size_t kMostCompared = 2000;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<signed char>(c) < 0;
}

/// Without case, blanks and punctuation.
std::string simplified(std::string_view text) {
  std::string result;
  for (const char c : text)
    if (is_letter_or_digit(lower(c))) result += lower(c);
  return result;
}

std::string digits_of(std::string_view text) {
  std::string digits;
  std::ranges::copy_if(text, std::back_inserter(digits),
                       [](char c) { return c >= '0' && c <= '9'; });
  return digits;
}

/// Does one change of a letter (another, one more, one less, two swapped) make one of the other?
bool one_slip_apart(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  const auto differ = std::ranges::mismatch(a, b);
  const std::string_view rest_a{differ.in1, a.end()};
  const std::string_view rest_b{differ.in2, b.end()};
  if (rest_b.empty()) return true;
  if (a.size() < b.size()) return rest_a == rest_b.substr(1);
  if (rest_a.substr(1) == rest_b.substr(1)) return true;
  return rest_a.size() > 1 && rest_a[0] == rest_b[1] && rest_a[1] == rest_b[0] &&
         rest_a.substr(2) == rest_b.substr(2);
}

bool nearly_equal(std::string_view a, std::string_view b) {
  constexpr std::size_t kLongEnough = 5;  // "A1" and "A2" are two things
  if (a == b) return false;
  const std::string simple_a = simplified(a);
  const std::string simple_b = simplified(b);
  if (simple_a == simple_b) return !simple_a.empty();
  return std::min(simple_a.size(), simple_b.size()) >= kLongEnough &&
         digits_of(a) == digits_of(b) && one_slip_apart(simple_a, simple_b);
}

Diagnostic warn(const DimensionValue& given, const std::string& other) {
  Diagnostic warning =
      problem("near-duplicate",
              fmt::format("{} `{}` is new, and the log has `{}`", printable(given.dimension),
                          printable(given.value), printable(other)),
              "if they are the same, correct this record");
  warning.severity = Diagnostic::Severity::warning;
  return warning;
}

}  // namespace

NearValues::NearValues(const Programme& programme, std::span<const Record> log) {
  for (const Indicator& indicator : programme.indicators)
    for (const Dimension& dimension : indicator.dimensions)
      if (dimension.open) seen_[{indicator.id, dimension.name}];
  if (seen_.empty()) return;
  for (const Record& record : log)
    for (const auto& [dimension, value] : record.dimensions)
      if (const auto found = seen_.find({record.subject, dimension}); found != seen_.end())
        add(found->second, value);
}

void NearValues::add(Seen& seen, const std::string& value) const {
  if (seen.values.insert(value).second) seen.simplified.emplace(simplified(value), value);
}

Diagnostics NearValues::check(const Record& record) {
  Diagnostics warnings;
  for (const DimensionValue& given : record.dimensions) {
    const auto found = seen_.find({record.subject, given.dimension});
    if (found == seen_.end() || found->second.values.contains(given.value)) continue;
    Seen& seen = found->second;
    if (seen.values.size() <= kMostCompared) {
      for (const std::string& other : seen.values)
        if (nearly_equal(given.value, other)) warnings.push_back(warn(given, other));
    } else if (const auto same = seen.simplified.find(simplified(given.value));
               same != seen.simplified.end()) {
      warnings.push_back(warn(given, same->second));
    }
    add(seen, given.value);
  }
  return warnings;
}

}  // namespace jalon::commands
