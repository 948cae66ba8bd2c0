#include "rules/engine/compose.hpp"

#include <algorithm>
#include <numeric>

namespace jalon::engine {
namespace {

std::strong_ordering by_progress(const Child& a, const Child& b) {
  if (!a.progress || !b.progress) return b.progress.has_value() <=> a.progress.has_value();
  return compare(*b.progress, *a.progress);
}

/// The earliest first; one that was always reached is the earliest.
std::strong_ordering by_day(const Child& a, const Child& b) {
  const auto& first = a.verdict->reached_on;
  const auto& second = b.verdict->reached_on;
  if (!first || !second) return first.has_value() <=> second.has_value();
  return days_between(*second, *first) <=> 0L;
}

/// From the best to the worst.
std::strong_ordering order(const Child& a, const Child& b) {
  const Status status = a.verdict->status;
  if (status != b.verdict->status) return status <=> b.verdict->status;
  if (status == Status::met || status == Status::met_late) {
    const auto day = by_day(a, b);
    if (day != 0) return day;
  }
  return by_progress(a, b);
}

/// The how manieth best of so many children decides.
struct Wanted {
  std::size_t left;
  std::size_t operator()(const All&) const { return left; }
  std::size_t operator()(const Any&) const { return 1; }
  std::size_t operator()(const AtLeastOf& rule) const { return rule.k; }
  std::size_t operator()(const ShareOf& rule) const {
    const Decimal wanted = rule.share * Decimal{static_cast<std::int64_t>(left)};
    return static_cast<std::size_t>(wanted.ceil().mantissa());
  }
};

bool is_void(const Child& child) { return child.verdict->status == Status::voided; }

}  // namespace

void make_void(Verdict& verdict) {
  verdict.status = Status::voided;
  verdict.reason = Reason::withdrawn;
}

void decide(Judged& overall, const Sheet& sheet, std::span<const std::size_t> places,
            const Rule& rule) {
  std::vector<Child> children;
  children.reserve(places.size());
  for (const std::size_t place : places) {
    children.push_back({&sheet.verdicts[place], sheet.asides[place].progress});
  }
  decide(overall, std::move(children), rule);
}

void decide(Judged& overall, std::vector<Child> children, const Rule& rule) {
  std::erase_if(children, is_void);
  if (children.empty()) return make_void(overall.verdict);
  const std::size_t k = std::visit(Wanted{children.size()}, rule);
  if (k > children.size()) {
    overall.verdict.status = Status::missed;
    overall.verdict.reason = Reason::withdrawn;
    return;
  }
  const Child& deciding = children[kth_best(children, k)];
  take_over(overall.verdict, *deciding.verdict);
  overall.progress = deciding.progress;
}

std::size_t kth_best(std::span<const Child> children, std::size_t k) {
  std::vector<std::size_t> places(children.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  const auto better = [&](std::size_t a, std::size_t b) {
    return order(children[a], children[b]) < 0;
  };
  const auto nth = places.begin() + static_cast<std::ptrdiff_t>(k - 1);
  std::nth_element(places.begin(), nth, places.end(), better);
  const Child& deciding = children[*nth];
  for (std::size_t i = 0; i < children.size(); ++i) {
    if (order(children[i], deciding) == 0) return i;
  }
  return *nth;
}

void take_over(Verdict& overall, const Verdict& child) {
  Verdict copy = child;
  copy.id = std::move(overall.id);
  copy.kind = overall.kind;
  copy.subject = overall.subject;
  copy.parent = overall.parent;
  copy.decided_by = child.id;
  overall = std::move(copy);
}

}  // namespace jalon::engine
