#include "tests/reference/compose.hpp"

#include <algorithm>

namespace jalon::reference {
namespace {

using engine::Status;

/// Below 0: a stands before b, of two reached ones. The earliest day first (none is earliest).
int by_day(const Judged& a, const Judged& b) {
  const std::optional<Date>& first = a.verdict.reached_on;
  const std::optional<Date>& second = b.verdict.reached_on;
  if (first == second) return 0;
  if (!first || !second) return first ? 1 : -1;
  return *first < *second ? -1 : 1;
}

/// Below 0: a stands before b. The best status first; among equals, of two reached the earliest
/// day first, then the highest progress (unknown is lowest).
int order(const Judged& a, const Judged& b) {
  if (a.verdict.status != b.verdict.status) return a.verdict.status < b.verdict.status ? -1 : 1;
  const bool reached = a.verdict.status == Status::met || a.verdict.status == Status::met_late;
  if (reached && by_day(a, b) != 0) return by_day(a, b);
  if (a.progress != b.progress) return a.progress > b.progress ? -1 : 1;
  return 0;
}

}  // namespace

const Judged& kth_best(const std::vector<Judged>& children, std::size_t k) {
  std::vector<const Judged*> ordered;
  for (const Judged& child : children) ordered.push_back(&child);
  std::stable_sort(ordered.begin(), ordered.end(),
                   [](const Judged* a, const Judged* b) { return order(*a, *b) < 0; });
  const Judged& deciding = *ordered.at(k - 1);
  // Of several equal to the deciding one in all that, the first declared.
  return *std::find_if(children.begin(), children.end(),
                       [&](const Judged& child) { return order(child, deciding) == 0; });
}

std::size_t share_of(const Decimal& share, std::size_t number) {
  return static_cast<std::size_t>((Number{share} * Number{static_cast<long>(number)}).ceiling());
}

std::size_t wanted_of(const Rule& rule, std::size_t number) {
  if (std::holds_alternative<All>(rule)) return number;
  if (std::holds_alternative<Any>(rule)) return 1;
  return std::get<AtLeastOf>(rule).k;
}

Judged decided(const engine::Verdict& composite, const Judged& child) {
  Judged result = child;
  result.verdict.id = composite.id;
  result.verdict.kind = composite.kind;
  result.verdict.subject = composite.subject;
  result.verdict.parent = composite.parent;
  result.verdict.decided_by = child.verdict.id;
  return result;
}

}  // namespace jalon::reference
