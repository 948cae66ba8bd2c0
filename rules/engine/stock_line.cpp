#include "rules/engine/line.hpp"

#include <algorithm>
#include <tuple>

namespace jalon::engine {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// Walks through the days on which a level may change.
class Levels {
 public:
  /// The entries are by (to, from, number).
  Levels(const std::vector<Entry>& entries, int stale_after)
      : entries_{entries}, stale_after_{stale_after}, least_from_(entries.size()) {
    Day least = kDusk;
    for (std::size_t i = entries.size(); i-- > 0;) {
      least = std::min(least, entries[i].from);
      least_from_[i] = least;
    }
    by_from_.resize(entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i) by_from_[i] = i;
    std::stable_sort(by_from_.begin(), by_from_.end(), [&](std::size_t a, std::size_t b) {
      return entries[a].from < entries[b].from;
    });
  }

  [[nodiscard]] std::vector<Day> days(Day as_of) const {
    std::vector<Day> days;
    for (const Entry& entry : entries_) {
      for (const Day day : {entry.from, entry.to, later(later(entry.to, stale_after_), 1)}) {
        if (day <= as_of) days.push_back(day);
      }
    }
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
  }

  /// Days must come in order.
  Step step(Day day) {
    if (advance(day)) {
      rebuild(day);
    } else {
      join_new(day);
    }
    Step step{day, {}, {false, unverified_, false, vague_value_}, nullptr};
    step.doubts.vague_date = last_vague_ > day;
    if (certain_ == kNone) return step;
    step.level = &*entries_[certain_].record->amount;
    step.doubts.stale = day > later(entries_[certain_].to, stale_after_);
    if (!step.doubts.stale) step.bounds = hull_;
    return step;
  }

  /// The certain reading and the possible ones after it, on the day of the last step.
  [[nodiscard]] std::vector<const Entry*> current(Day day) const {
    std::vector<const Entry*> current;
    if (certain_ != kNone) current.push_back(&entries_[certain_]);
    for (std::size_t i = certain_ == kNone ? 0 : certain_ + 1; i < entries_.size(); ++i) {
      if (entries_[i].from <= day) current.push_back(&entries_[i]);
    }
    return current;
  }
  [[nodiscard]] const Entry* certain() const {
    return certain_ == kNone ? nullptr : &entries_[certain_];
  }

 private:
  bool advance(Day day) {
    const std::size_t before = certain_;
    while (next_ < entries_.size() && entries_[next_].to <= day) {
      if (entries_[next_].proven) certain_ = next_;
      ++next_;
    }
    return certain_ != before;
  }

  /// A new certain reading: all but it and what comes after it is superseded.
  void rebuild(Day day) {
    hull_ = entries_[certain_].record->amount->range;
    unverified_ = false;
    vague_value_ = !hull_.is_exact();
    last_vague_ = kDawn;
    for (std::size_t i = certain_ + 1; i < entries_.size() && least_from_[i] <= day; ++i) {
      if (entries_[i].from <= day) join(entries_[i]);
    }
    skip_begun(day);
  }

  void join_new(Day day) {
    for (; begun_ < by_from_.size() && entries_[by_from_[begun_]].from <= day; ++begun_) {
      const std::size_t place = by_from_[begun_];
      if (certain_ == kNone || place > certain_) join(entries_[place]);
    }
  }

  void skip_begun(Day day) {
    while (begun_ < by_from_.size() && entries_[by_from_[begun_]].from <= day) ++begun_;
  }

  void join(const Entry& entry) {
    const Interval& range = entry.record->amount->range;
    hull_ = hull(hull_, range);
    unverified_ = unverified_ || !entry.proven;
    vague_value_ = vague_value_ || !range.is_exact();
    last_vague_ = std::max(last_vague_, entry.from == entry.to ? kDawn : entry.to);
  }

  const std::vector<Entry>& entries_;
  int stale_after_;
  std::vector<Day> least_from_;       ///< of entries[i..]
  std::vector<std::size_t> by_from_;  ///< places of the entries by `from`
  std::size_t begun_ = 0;             ///< how many of them have begun
  std::size_t next_ = 0;              ///< the first entry that has not ended
  std::size_t certain_ = kNone;
  Interval hull_ = {};
  bool unverified_ = false;
  bool vague_value_ = false;
  Day last_vague_ = kDawn;  ///< until before this day a vague reading is open
};

void note_records(Line& line, const Levels& levels, Day as_of) {
  for (const Entry* entry : levels.current(as_of)) {
    line.records.push_back(entry->record->number);
    line.evident = line.evident && !entry->record->evidence.empty();
  }
  std::sort(line.records.begin(), line.records.end());
  if (!line.records.empty()) line.last_record = line.records.back();
  if (const Entry* certain = levels.certain()) line.newest = certain->to;
}

struct Year {
  Day first;
  Day last;
};
Year year_of(int year) {
  const auto number = static_cast<unsigned short>(year);
  return {day_of(Date{number, 1, 1}), day_of(Date{number, 12, 31})};
}

/// The year of a day; of one outside of the calendar the other.
int year_number(Day day, int other) {
  const auto date = date_of(day);
  return date ? static_cast<int>(date->year()) : other;
}

/// What a year's line says from its first day on goes behind the years before.
void append(const Line& of_the_year, const Year& year, std::vector<Step>& steps) {
  Step opening{year.first, Interval::anything(), {}, nullptr};
  std::size_t next = 0;
  for (; next < of_the_year.steps.size() && of_the_year.steps[next].day <= year.first; ++next) {
    opening = of_the_year.steps[next];
  }
  opening.day = year.first;
  steps.push_back(opening);
  steps.insert(steps.end(), of_the_year.steps.begin() + static_cast<std::ptrdiff_t>(next),
               of_the_year.steps.end());
}

}  // namespace

Line stock_line(std::vector<Entry> entries, const Freshness& freshness, Day as_of) {
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return std::tie(a.to, a.from, a.order) < std::tie(b.to, b.from, b.order);
  });
  Levels levels{entries, freshness.stale_after};
  Line line;
  line.kind = Line::Kind::stock;
  line.freshness = freshness;
  for (const Day day : levels.days(as_of)) line.steps.push_back(levels.step(day));
  for (const Entry& entry : entries) {
    line.something_from = std::min(line.something_from, entry.from);
  }
  note_records(line, levels, as_of);
  return line;
}

Line yearly_stock_line(std::vector<Entry> entries, const Freshness& freshness, Day as_of) {
  Day earliest_end = kDusk;
  for (const Entry& entry : entries) earliest_end = std::min(earliest_end, entry.to);
  const int last = year_number(as_of, 0);
  std::vector<Step> steps;
  for (int number = std::min(last, year_number(earliest_end, last)); number < last; ++number) {
    const Year year = year_of(number);
    append(stock_line(entries, freshness, year.last), year, steps);
    std::erase_if(entries, [&](const Entry& entry) { return entry.to <= year.last; });
  }
  Line line = stock_line(std::move(entries), freshness, as_of);
  append(line, year_of(last), steps);
  line.steps = std::move(steps);
  return line;
}

}  // namespace jalon::engine
