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

/// The k-th best child (k from 1). All is the last, any the first.
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

/// ceiling(share x number), at least 1
std::size_t share_of(const Decimal& share, std::size_t number) {
  return static_cast<std::size_t>((Number{share} * Number{static_cast<long>(number)}).ceiling());
}

/// All fields from the deciding child; id, kind and subject stay.
Judged decided(const engine::Verdict& composite, const Judged& child) {
  Judged result{child.verdict, child.progress};
  result.verdict.id = composite.id;
  result.verdict.kind = composite.kind;
  result.verdict.subject = composite.subject;
  result.verdict.parent = composite.parent;
  result.verdict.decided_by = child.verdict.id;
  // These three a composite has of its own.
  result.verdict.waived = {};
  result.verdict.original = {};
  result.verdict.judgement = {};
  return result;
}

Judged without_child(engine::Verdict composite, Status status, engine::Reason reason) {
  composite.status = status;
  composite.reason = reason;
  return {composite};
}

Judged by_share(const engine::Verdict& composite, const std::vector<Judged>& left,
                const Decimal& share) {
  std::vector<Judged> ranked;
  for (const Judged& child : left) {
    if (child.run_out) ranked.push_back(child);
  }
  if (ranked.empty()) return without_child(composite, Status::pending, engine::Reason::on_record);
  return decided(composite, kth_best(ranked, share_of(share, ranked.size())));
}

Judged by_rule(const engine::Verdict& composite, const std::vector<Judged>& left,
               const Rule& rule) {
  if (std::holds_alternative<All>(rule)) return decided(composite, kth_best(left, left.size()));
  if (std::holds_alternative<Any>(rule)) return decided(composite, kth_best(left, 1));
  if (const auto* share = std::get_if<ShareOf>(&rule)) {
    return by_share(composite, left, share->share);
  }
  const std::size_t k = std::get<AtLeastOf>(rule).k;
  if (k > left.size()) {
    return without_child(composite, Status::missed, engine::Reason::withdrawn);
  }
  return decided(composite, kth_best(left, k));
}

}  // namespace

engine::Verdict voided(const engine::Verdict& blank) {
  engine::Verdict result{blank.id, blank.kind, blank.subject, blank.parent};
  result.status = Status::voided;
  result.reason = engine::Reason::withdrawn;
  return result;
}

Judged composed(const engine::Verdict& composite, const std::vector<Judged>& children,
                const Rule& rule) {
  std::vector<Judged> left;
  for (const Judged& child : children) {
    if (child.verdict.status != Status::voided) left.push_back(child);
  }
  const bool share = std::holds_alternative<ShareOf>(rule);
  Judged result;
  if (children.empty() && share) {
    result = without_child(composite, Status::unknown, engine::Reason::no_data);
  } else if (left.empty()) {
    result = Judged{voided(composite)};
  } else {
    result = by_rule(composite, left, rule);
  }
  result.run_out = !left.empty() && std::all_of(left.begin(), left.end(),
                                                [](const Judged& child) { return child.run_out; });
  result.changed = std::any_of(children.begin(), children.end(),
                               [](const Judged& child) { return child.changed; });
  return result;
}

}  // namespace jalon::reference
