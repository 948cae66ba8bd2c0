#include "tests/reference/stays.hpp"

#include <algorithm>

namespace jalon::reference {
namespace {

/// A key is unique per indicator and its dimension values.
bool same_object(const Fact& a, const Fact& b) {
  return a.record->key == b.record->key && a.record->dimensions == b.record->dimensions;
}

/// The latest stay of the object, or nullptr if it never came in.
Stay* latest_stay(std::vector<Stay>& stays, const Fact& fact) {
  for (auto stay = stays.rbegin(); stay != stays.rend(); ++stay) {
    if (same_object(stay->in.front(), fact)) return &*stay;
  }
  return nullptr;
}

}  // namespace

bool is_withdrawal(const Fact& fact) {
  const End& lo = fact.record->amount->range.lo;
  return !lo.at || lo.at->is_negative();
}

bool same_object(const Stay& a, const Stay& b) { return same_object(a.in.front(), b.in.front()); }

std::vector<Stay> stays_of(const std::vector<Fact>& facts) {
  std::vector<Fact> ordered;
  for (const Fact& fact : facts) {
    if (!is_zero_report(fact)) ordered.push_back(fact);
  }
  std::sort(ordered.begin(), ordered.end(), earlier_first_day);
  std::vector<Stay> stays;
  for (const Fact& fact : ordered) {
    Stay* latest = latest_stay(stays, fact);
    const bool never_in = latest == nullptr;
    const bool inside = !never_in && latest->out.empty();
    if (is_withdrawal(fact)) {
      if (!never_in) latest->out.push_back(fact);  // takes it out, or further evidence for that
    } else if (inside) {
      latest->in.push_back(fact);
    } else {
      stays.push_back(Stay{{fact}});
    }
  }
  return stays;
}

}  // namespace jalon::reference
