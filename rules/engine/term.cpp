#include "rules/engine/promise_judge.hpp"

namespace jalon::engine {
namespace {

Day nominal_day(const DateExpression& when) { return when.nominal ? day_of(*when.nominal) : kDusk; }

struct TermOf {
  std::optional<Date> start;
  bool milestone;

  [[nodiscard]] Window window() const { return {start ? day_of(*start) : kDawn, kDusk}; }

  Term operator()(const By& rule) const {
    return {window(), nominal_day(rule.due), latest_day(rule.due), true, rule.due.written, {}};
  }
  Term operator()(const Before& rule) const {
    const Day due = first_day(rule.event) - 1;
    return {window(), due, due, true, "before " + rule.event.written, {}};
  }
  Term operator()(const During& rule) const {
    const Day latest = latest_day(rule.window);
    const Window inside{first_day(rule.window), latest};
    return {milestone ? Window{kDawn, kDusk} : inside,
            nominal_day(rule.window),
            latest,
            milestone,
            rule.window.written,
            {}};
  }
  Term operator()(const Undated&) const { return {window(), {}, kDusk, true, "", {}}; }
  Term operator()(const Hold& rule) const {
    Term term;
    term.window.first = rule.from ? day_of(*rule.from) : kDawn;
    if (rule.until) term.window.last = latest_day(*rule.until);
    term.latest = term.window.last;
    term.hold = true;
    return term;
  }
  // These have several verdicts, each with a clock of its own.
  Term operator()(const Per&) const { return {}; }
  Term operator()(const ForEach&) const { return {}; }
};

}  // namespace

Term term_of(const Promise& promise) {
  return std::visit(TermOf{promise.start, false}, promise.time);
}

Term term_of(const StagePromise& promise) {
  return std::visit(TermOf{std::nullopt, true}, promise.time);
}

Term term_of(const Period& period, PeriodUnit unit) {
  const Window window{day_of(period.first), day_of(period.last)};
  return {window, window.last, window.last, false, period_name(period, unit), {}};
}

}  // namespace jalon::engine
