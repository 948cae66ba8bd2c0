#include "tracker/job/plan.hpp"

#include "reports/period.hpp"

#include <algorithm>
#include <map>

namespace jalon::job {
namespace {

using reports::ReportPeriod;

/// What was made of one report, by the first day of its periods: places in the published.
using Made = std::map<Date, std::size_t>;

ReportPeriod period_from(ReportPeriod::Unit unit, Date first) {
  return reports::report_period_of(unit, first);
}

/// Only periods of the same length: a report that was monthly and is quarterly now begins anew.
Made made_of(const ScheduledReport& report, std::span<const Published> published) {
  Made made;
  for (std::size_t i = 0; i < published.size(); ++i) {
    if (published[i].report != report.id) continue;
    const auto period = reports::parse_report_period(published[i].period);
    if (!period || period.value().unit != unit_of(report.every)) continue;
    made[period.value().days.first] = i;
  }
  return made;
}

/// The last period that is due; there is always one.
ReportPeriod last_due(const ScheduledReport& report, Date today) {
  const ReportPeriod::Unit unit = unit_of(report.every);
  ReportPeriod period = period_from(unit, today);
  while (due_from(report, period) > today)
    period = period_from(unit, add_days(period.days.first, -1));
  return period;
}

class Planner {
 public:
  Planner(const Schedule& schedule, std::span<const Published> published, const Asked& asked)
      : schedule_{schedule}, published_{published}, asked_{asked} {}

  Plan make() {
    for (std::size_t i = 0; i < schedule_.reports.size(); ++i) {
      const Made made = made_of(schedule_.reports[i], published_);
      add_due(i, made);
      add_revisits(i, made);
    }
    const auto by_end = [](const auto& a, const auto& b) {
      return a.period.days.last < b.period.days.last;
    };
    std::ranges::stable_sort(plan_.due, by_end);
    std::ranges::stable_sort(plan_.revisits, by_end);
    return std::move(plan_);
  }

 private:
  void add_due(std::size_t index, const Made& made) {
    const ScheduledReport& report = schedule_.reports[index];
    const ReportPeriod last = last_due(report, asked_.today);
    ReportPeriod period = made.empty() ? last : period_from(last.unit, made.begin()->first);
    if (asked_.since)
      period = std::min(period, period_from(last.unit, *asked_.since),
                        [](auto& a, auto& b) { return a.days.first < b.days.first; });
    int count = 0;
    while (period.days.first <= last.days.first) {
      const Date next = add_days(period.days.last, 1);
      if (!made.contains(period.days.first)) add(index, std::move(period), count++);
      period = period_from(last.unit, next);
    }
  }

  void add(std::size_t index, ReportPeriod period, int before) {
    // What was asked for by name is made, however much it is.
    if (before < schedule_.reports[index].catch_up || asked_.since)
      plan_.due.push_back({index, std::move(period)});
    else
      ++plan_.behind;
  }

  void add_revisits(std::size_t index, const Made& made) {
    int left = schedule_.reports[index].revise;
    for (auto one = made.rbegin(); one != made.rend() && left > 0; ++one, --left) {
      if (published_[one->second].last_record >= asked_.last_record) continue;
      plan_.revisits.push_back(
          {index, period_from(unit_of(schedule_.reports[index].every), one->first), one->second});
    }
  }

  const Schedule& schedule_;
  std::span<const Published> published_;
  const Asked& asked_;
  Plan plan_ = {};
};

}  // namespace

ReportPeriod::Unit unit_of(Every every) {
  using Unit = ReportPeriod::Unit;
  switch (every) {
    case Every::week:
      return Unit::week;
    case Every::month:
      return Unit::month;
    case Every::quarter:
      return Unit::quarter;
    case Every::half:
      return Unit::half;
    case Every::year:
      break;
  }
  return Unit::year;
}

Date due_from(const ScheduledReport& report, const ReportPeriod& period) {
  return add_days(period.days.last, 1 + report.after);
}

Plan plan(const Schedule& schedule, std::span<const Published> published, const Asked& asked) {
  return Planner{schedule, published, asked}.make();
}

}  // namespace jalon::job
