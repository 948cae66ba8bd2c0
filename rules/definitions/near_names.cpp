#include "rules/definitions/near_names.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace jalon::definitions {
namespace {

/// Every name is held against this many at most, letter by letter.
constexpr std::size_t kMostCompared = 2000;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || is_digit(c) || static_cast<signed char>(c) < 0;
}

/// Without case, blanks and punctuation.
std::string simplified(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (is_letter_or_digit(lower(c))) result += lower(c);
  }
  return result;
}

std::string digits_of(std::string_view text) {
  std::string digits;
  std::copy_if(text.begin(), text.end(), std::back_inserter(digits), is_digit);
  return digits;
}

/// Does one change of a letter (another, one more, one less, two swapped) make one of the other?
bool one_slip_apart(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  const auto differ = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  const std::string_view rest_a = a.substr(static_cast<std::size_t>(differ.first - a.begin()));
  const std::string_view rest_b = b.substr(static_cast<std::size_t>(differ.second - b.begin()));
  if (rest_b.empty()) return true;
  if (a.size() < b.size()) return rest_a == rest_b.substr(1);
  if (rest_a.substr(1) == rest_b.substr(1)) return true;
  return rest_a.size() > 1 && rest_a[0] == rest_b[1] && rest_a[1] == rest_b[0] &&
         rest_a.substr(2) == rest_b.substr(2);
}

bool nearly_equal(std::string_view a, std::string_view b) {
  constexpr std::size_t kLongEnough = 5;  // "A1" and "A2" are two things
  if (a == b) return !a.empty();
  return std::min(a.size(), b.size()) >= kLongEnough && digits_of(a) == digits_of(b) &&
         one_slip_apart(a, b);
}

}  // namespace

void NearNames::add(const std::string& name) {
  if (names_.insert(name).second) simplified_.emplace(simplified(name), name);
}

std::vector<std::string> NearNames::near(std::string_view name) const {
  const std::string wanted = simplified(name);
  std::vector<std::string> out;
  const auto add = [&](const auto& pair) {
    if (pair.second != name && nearly_equal(wanted, pair.first)) out.push_back(pair.second);
  };
  if (simplified_.size() <= kMostCompared) {
    std::for_each(simplified_.begin(), simplified_.end(), add);
  } else {
    const auto [first, last] = simplified_.equal_range(wanted);
    std::for_each(first, last, add);
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace jalon::definitions
