#include "rules/model/interval.hpp"

#include <fmt/format.h>

namespace jalon {
namespace {

/// Is `a` a lower end that lets in more than `b`?
bool lower(const End& a, const End& b) {
  if (!a.at || !b.at) return !a.at && b.at;
  return *a.at < *b.at || (*a.at == *b.at && !a.open && b.open);
}

/// Is `a` an upper end that lets in more than `b`?
bool higher(const End& a, const End& b) {
  if (!a.at || !b.at) return !a.at && b.at;
  return *a.at > *b.at || (*a.at == *b.at && !a.open && b.open);
}

bool is_empty(const Interval& interval) {
  const auto& [lo, hi] = interval;
  if (!lo.at || !hi.at) return false;
  return *lo.at > *hi.at || (*lo.at == *hi.at && (lo.open || hi.open));
}

std::string in_words(const End& lo) {
  return (lo.open ? "more than " : "at least ") + lo.at->str();
}
std::string in_words_above(const End& hi) {
  return (hi.open ? "less than " : "at most ") + hi.at->str();
}

}  // namespace

bool certainly_at_least(const End& lo, const Decimal& goal) { return lo.at && *lo.at >= goal; }

bool certainly_above(const End& lo, const Decimal& goal) {
  return lo.at && (*lo.at > goal || (lo.open && *lo.at == goal));
}

bool certainly_at_most(const End& hi, const Decimal& goal) { return hi.at && *hi.at <= goal; }

bool certainly_below(const End& hi, const Decimal& goal) {
  return hi.at && (*hi.at < goal || (hi.open && *hi.at == goal));
}

End operator+(const End& a, const End& b) {
  if (!a.at || !b.at) return {};
  return {*a.at + *b.at, a.open || b.open};
}

Interval hull(const Interval& a, const Interval& b) {
  return {lower(a.lo, b.lo) ? a.lo : b.lo, higher(a.hi, b.hi) ? a.hi : b.hi};
}

std::optional<Interval> intersection(const Interval& a, const Interval& b) {
  const Interval both{lower(a.lo, b.lo) ? b.lo : a.lo, higher(a.hi, b.hi) ? b.hi : a.hi};
  if (is_empty(both)) return std::nullopt;
  return both;
}

std::string str(const Interval& interval) {
  const auto& [lo, hi] = interval;
  if (!lo.at && !hi.at) return "anything";
  if (!hi.at) return in_words(lo);
  if (!lo.at) return in_words_above(hi);
  if (interval.is_exact()) return lo.at->str();
  if (!lo.open && !hi.open) return fmt::format("{}..{}", lo.at->str(), hi.at->str());
  return in_words(lo) + ", " + in_words_above(hi);
}

}  // namespace jalon
