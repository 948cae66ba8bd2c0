#include "rules/engine/moving_days.hpp"

#include <algorithm>

namespace jalon::engine {
namespace {

/// Collects days. What is true through a day ends with it, so each counts with the one after.
class Days {
 public:
  explicit Days(Day last) : last_{last} {}

  void add(Day day) {
    for (const Day each : {day, later(day, 1)}) {
      if (each != kDawn && each <= last_) days_.push_back(each);
    }
  }
  void add(const std::optional<Date>& date) {
    if (date) add(day_of(*date));
  }
  void add(const DateExpression& when) {
    add(when.from);
    add(when.nominal);
    add(when.latest);
  }
  [[nodiscard]] Day last() const { return last_; }

  std::vector<Day> sorted() && {
    std::sort(days_.begin(), days_.end());
    days_.erase(std::unique(days_.begin(), days_.end()), days_.end());
    return std::move(days_);
  }

 private:
  Day last_;
  std::vector<Day> days_ = {};
};

/// The days that a time clause names by itself.
struct ClauseDays {
  Days& days;

  void operator()(const By& rule) const { days.add(rule.due); }
  void operator()(const Before& rule) const {
    if (rule.event.from) days.add(day_of(*rule.event.from) - 1);
  }
  void operator()(const During& rule) const { days.add(rule.window); }
  void operator()(const Per& rule) const {
    for (Period period = rule.first; day_of(period.first) <= days.last();
         period = next_period(period, rule.unit)) {
      days.add(day_of(period.first));
      days.add(day_of(period.last));
      if (rule.last && rule.last->last <= period.last) break;
    }
  }
  void operator()(const ForEach&) const {}
  void operator()(const Undated&) const {}
  void operator()(const Hold& rule) const {
    days.add(rule.from);
    if (rule.until) days.add(*rule.until);
  }
};

void add_promise(const Promise& promise, Days& days) {
  days.add(promise.start);
  std::visit(ClauseDays{days}, promise.time);
}

/// How many days after a record something can happen because of it.
struct Delays {
  std::vector<int> of_records = {};

  void add(int days) {
    if (std::find(of_records.begin(), of_records.end(), days) == of_records.end()) {
      of_records.push_back(days);
    }
  }
  void add(const TimeClause& time) {
    if (const auto* each = std::get_if<ForEach>(&time)) add(each->within_days);
  }
};

Delays delays_of(const Programme& programme) {
  Delays delays;
  for (const Indicator& indicator : programme.indicators) {
    delays.add(indicator.freshness.warn_after);
    delays.add(indicator.freshness.stale_after);
  }
  for (const Target& target : programme.targets) {
    delays.add(target.time);
    for (const Amendment& amendment : target.amendments) delays.add(amendment.promise.time);
  }
  return delays;
}

void add_records(const Programme& programme, std::span<const Record> log, Days& days) {
  const Delays delays = delays_of(programme);
  for (const Record& record : log) {
    days.add(day_of(record.learned));
    days.add(record.happened);
    if (record.kind != RecordKind::record && record.kind != RecordKind::correction) continue;
    for (const int delay : delays.of_records) {
      days.add(later(first_day(record.happened), delay));
      days.add(later(latest_day(record.happened), delay));
    }
  }
}

/// A member's clock may start with the window instead of its first record.
void add_clocks(const Promise& promise, Days& days) {
  const auto* each = std::get_if<ForEach>(&promise.time);
  if (each != nullptr && promise.start) days.add(later(day_of(*promise.start), each->within_days));
}

/// A denominator of the same year is another one from each 1 January on.
void add_new_years(const Programme& programme, Day last, std::vector<Day>& days) {
  const auto of_one_year = [](const Indicator& indicator) {
    const auto* ratio = std::get_if<Ratio>(&indicator.measure);
    return ratio != nullptr && ratio->pick == Ratio::Pick::same_year;
  };
  const auto& indicators = programme.indicators;
  const bool any = std::any_of(indicators.begin(), indicators.end(), of_one_year);
  const auto first = any && !days.empty() ? date_of(days.front()) : std::nullopt;
  if (!first) return;
  for (int year = first->year() + 1; year <= 9999; ++year) {
    const Day new_year = day_of(Date{static_cast<unsigned short>(year), 1, 1});
    if (new_year > last) break;
    days.push_back(new_year);
  }
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
}

}  // namespace

std::vector<Day> moving_days(const Programme& programme, std::span<const Record> log, Day last) {
  Days days{last};
  for (const Target& target : programme.targets) {
    add_promise(target, days);
    add_clocks(target, days);
    for (const Amendment& amendment : target.amendments) {
      days.add(day_of(amendment.decided));
      add_promise(amendment.promise, days);
      add_clocks(amendment.promise, days);
    }
  }
  for (const Milestone& milestone : programme.milestones) {
    std::visit(ClauseDays{days}, milestone.time);
    for (const StageAmendment& amendment : milestone.amendments) {
      days.add(day_of(amendment.decided));
      std::visit(ClauseDays{days}, amendment.promise.time);
    }
  }
  for (const Waiver& waiver : programme.waivers) {
    days.add(day_of(waiver.granted));
    days.add(day_of(waiver.expires));
  }
  for (const Series& series : programme.series) {
    for (const Series::Value& value : series.values) days.add(day_of(value.on));
  }
  add_records(programme, log, days);
  days.add(last);
  std::vector<Day> all = std::move(days).sorted();
  add_new_years(programme, last, all);
  return all;
}

}  // namespace jalon::engine
