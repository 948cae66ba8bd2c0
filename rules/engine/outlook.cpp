#include "rules/engine/path.hpp"

namespace jalon::engine {
namespace {

Fraction whole(long number) { return {Decimal{std::int64_t{number}}}; }

/// What the outlook is read from on one day.
class Reading {
 public:
  Reading(const Case& the_case, const Path& path, const std::optional<Fraction>& value)
      : case_{the_case},
        path_{path},
        value_{value},
        base_{path.base().value},
        expected_{path.at(the_case.as_of)},
        unreached_{the_case.is_at_most() ? Rounding::up : Rounding::down},
        harder_{the_case.is_at_most() ? Rounding::down : Rounding::up} {}

  [[nodiscard]] bool expects_nothing() const { return compare(expected_, base_) == 0; }

  [[nodiscard]] Outlook make(Status status) const {
    Outlook outlook;
    outlook.method = path_.method;
    outlook.expected = shown(expected_, harder_);
    const auto gap = gap_of(case_, status, value_);
    const long left = long{path_.goal().day} - case_.as_of;
    if (gap && left > 0) outlook.needed_per_day = shown(*gap / whole(left), Rounding::up);
    if (!value_) return outlook;
    outlook.state = state();
    outlook.days_behind = long{case_.as_of} - path_.first_at(*value_);
    add_pace(outlook, *gap, left);
    return outlook;
  }

 private:
  void add_pace(Outlook& outlook, const Fraction& gap, long left) const {
    const Fraction rate = (*value_ - base_) / whole(long{case_.as_of} - path_.base().day);
    outlook.rate_so_far = shown(rate, unreached_);
    if (left <= 0) return;
    outlook.projected = shown(*value_ + rate * whole(left), unreached_);
    const bool towards = case_.is_at_most() ? rate.is_negative() : rate.over > Decimal{};
    if (!towards || case_.is_flow_limit()) return;
    const auto days = ceiling(gap / abs(rate));
    if (days && *days < kMostDays) {
      outlook.reached_at_pace = date_of(case_.as_of + static_cast<Day>(*days));
    }
  }

  [[nodiscard]] Outlook::State state() const {
    const bool names_a_break = case_.is_mixed_limit() && case_.measured.kind != Measured::Kind::sum;
    if (names_a_break && is_broken(state_at(case_.measured, case_.as_of), case_.wanted)) {
      return Outlook::State::off_track;
    }
    const OutlookThresholds& thresholds = case_.programme->defaults.outlook;
    if (keeps_pace(thresholds.on_track)) return Outlook::State::on_track;
    return keeps_pace(thresholds.at_risk) ? Outlook::State::at_risk : Outlook::State::off_track;
  }

  /// Is the pace at least this? Both ways are measured from the baseline.
  [[nodiscard]] bool keeps_pace(const Decimal& threshold) const {
    const Fraction achieved = *value_ - base_;
    const Fraction expected = expected_ - base_;
    if (case_.is_flow_limit()) return used_within(threshold, achieved, expected);
    const auto order = compare(achieved, expected * Fraction{threshold});
    return expected.is_negative() ? order <= 0 : order >= 0;
  }

  /// Of a limit on a flow the pace is expected / used.
  static bool used_within(const Decimal& threshold, const Fraction& used,
                          const Fraction& expected) {
    if (used.is_zero() || used.is_negative()) return threshold <= Decimal{1};
    return compare(expected, used * Fraction{threshold}) >= 0;
  }

  static constexpr long kMostDays = 4'000'000;

  const Case& case_;
  const Path& path_;
  std::optional<Fraction> value_;
  Fraction base_;
  Fraction expected_;
  Rounding unreached_;
  Rounding harder_;
};

bool is_open(const Case& the_case, Status status) {
  if (status == Status::pending) return true;
  return status == Status::overdue && the_case.as_of <= the_case.term.latest;
}

}  // namespace

Outlook outlook_of(const Case& the_case, const Judged& judged, Day shown_day) {
  const Status status = judged.verdict.status;
  if (!is_open(the_case, status)) return {};
  const auto path = path_of(the_case);
  if (!path) return {};
  const Reading reading{the_case, *path, shown_value(the_case, shown_day)};
  return reading.expects_nothing() ? Outlook{} : reading.make(status);
}

}  // namespace jalon::engine
