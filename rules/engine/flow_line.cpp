#include "rules/engine/evaluate.hpp"
#include "rules/engine/line.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <map>

namespace jalon::engine {
namespace {

/// What changes on a day: amounts and how many reasons for doubt there are.
struct Change {
  Day day;
  std::int64_t record;
  Decimal lo = {};
  Decimal hi = {};
  int lo_open = 0;
  int hi_open = 0;
  int hi_infinite = 0;
  int unverified = 0;
  int vague_date = 0;
  int vague_value = 0;
};

/// Turns pieces into changes.
class Changes {
 public:
  Changes(const Window& window, std::size_t pieces) : window_{window} { changes_.reserve(pieces); }

  void add(const Piece& piece) {
    if (piece.zero) return;
    if (is_plain(piece)) return add_plain(piece);
    add_doubts(piece);
    if (piece.negative) {
      withdraw(piece);
    } else if (piece.object != 0) {
      returning_[piece.object].push_back(&piece);
    } else {
      add_lo(piece, certain_from(piece), lo_until(piece), 1);
      add_hi(piece, piece.from, hi_until(piece), 1);
    }
  }

  std::vector<Change> in_order() {
    for (const auto& each : returning_) add_returning(each.second);
    const auto earlier = [](const Change& a, const Change& b) { return a.day < b.day; };
    if (!std::is_sorted(changes_.begin(), changes_.end(), earlier)) {
      std::stable_sort(changes_.begin(), changes_.end(), earlier);
    }
    return std::move(changes_);
  }

 private:
  /// Certain, proven and exact on one day: most amounts are, and they need one change only.
  [[nodiscard]] bool is_plain(const Piece& piece) const {
    return piece.from == piece.to && piece.from >= window_.first && piece.proven && !piece.out &&
           piece.object == 0 && piece.record->amount->range.is_exact();
  }
  void add_plain(const Piece& piece) {
    Change* change = on(piece.from, piece.record);
    if (change == nullptr) return;
    change->lo = *piece.record->amount->range.lo.at;
    change->hi = change->lo;
  }

  [[nodiscard]] bool has_certain_day(const Piece& piece) const {
    return piece.from >= window_.first && piece.to != kDusk;
  }
  [[nodiscard]] Day certain_from(const Piece& piece) const {
    return piece.proven && has_certain_day(piece) ? piece.to : kDusk;
  }
  static Day lo_until(const Piece& piece) { return piece.out ? piece.out->from : kDusk; }
  static Day hi_until(const Piece& piece) {
    return piece.out && piece.out->proven ? piece.out->to : kDusk;
  }

  Change* on(Day day, const Record* record) {
    if (day > window_.last) return nullptr;
    changes_.push_back({day, record->number});
    return &changes_.back();
  }

  void add_lo(const Piece& piece, Day from, Day until, int sign) {
    if (from >= until) return;
    const End& end = piece.record->amount->range.lo;
    put_lo(end, on(from, piece.record), sign);
    put_lo(end, on(until, piece.record), -sign);
  }
  static void put_lo(const End& end, Change* change, int sign) {
    if (change == nullptr || !end.at) return;
    change->lo = sign > 0 ? *end.at : -*end.at;
    change->lo_open = end.open ? sign : 0;
  }

  void add_hi(const Piece& piece, Day from, Day until, int sign) {
    if (from >= until) return;
    const End& end = piece.record->amount->range.hi;
    put_hi(end, on(from, piece.record), sign);
    put_hi(end, on(until, piece.record), -sign);
  }
  static void put_hi(const End& end, Change* change, int sign) {
    if (change == nullptr) return;
    if (!end.at) {
      change->hi_infinite = sign;
      return;
    }
    change->hi = sign > 0 ? *end.at : -*end.at;
    change->hi_open = end.open ? sign : 0;
  }

  void withdraw(const Piece& piece) {
    add_lo(piece, piece.from, kDusk, 1);
    add_hi(piece, certain_from(piece), kDusk, 1);
  }

  void add_doubts(const Piece& piece) {
    const Day settled = has_certain_day(piece) ? piece.to : kDusk;
    doubt(piece.record, piece.from, settled, &Change::vague_date);
    if (!piece.proven) doubt(piece.record, piece.from, kDusk, &Change::unverified);
    if (!piece.record->amount->range.is_exact()) {
      doubt(piece.record, piece.from, kDusk, &Change::vague_value);
    }
    if (!piece.out) return;
    doubt(piece.out->record, piece.out->from, piece.out->to, &Change::vague_date);
    if (!piece.out->proven) doubt(piece.out->record, piece.out->from, kDusk, &Change::unverified);
  }

  void doubt(const Record* record, Day from, Day until, int Change::*what) {
    if (from >= until) return;
    if (Change* change = on(from, record)) change->*what = 1;
    if (Change* change = on(until, record)) change->*what = -1;
  }

  /// An object that came in several times counts at most once on any day: with its greatest stay.
  void add_returning(const std::vector<const Piece*>& stays) {
    std::vector<Day> days;
    for (const Piece* stay : stays) {
      for (const Day day : {stay->from, certain_from(*stay), lo_until(*stay), hi_until(*stay)}) {
        if (day <= window_.last) days.push_back(day);
      }
    }
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    for (std::size_t i = 0; i < days.size(); ++i) {
      const Day until = i + 1 < days.size() ? days[i + 1] : kDusk;
      if (const Piece* stay = greatest_lo(stays, days[i])) add_lo(*stay, days[i], until, 1);
      if (const Piece* stay = greatest_hi(stays, days[i])) add_hi(*stay, days[i], until, 1);
    }
  }

  [[nodiscard]] const Piece* greatest_lo(const std::vector<const Piece*>& stays, Day day) const {
    const Piece* best = nullptr;
    for (const Piece* stay : stays) {
      if (day < certain_from(*stay) || day >= lo_until(*stay)) continue;
      if (best == nullptr || lo_of(*stay) > lo_of(*best)) best = stay;
    }
    return best;
  }
  static const Decimal& lo_of(const Piece& piece) { return *piece.record->amount->range.lo.at; }

  static const Piece* greatest_hi(const std::vector<const Piece*>& stays, Day day) {
    const Piece* best = nullptr;
    for (const Piece* stay : stays) {
      if (day < stay->from || day >= hi_until(*stay)) continue;
      if (best == nullptr ||
          is_greater(stay->record->amount->range.hi, best->record->amount->range.hi)) {
        best = stay;
      }
    }
    return best;
  }
  static bool is_greater(const End& a, const End& b) {
    if (!a.at || !b.at) return b.at.has_value();
    return *a.at != *b.at ? *a.at > *b.at : b.open && !a.open;
  }

  Window window_;
  std::vector<Change> changes_ = {};
  std::map<std::uint32_t, std::vector<const Piece*>> returning_ = {};
};

/// Adds up changes to steps.
std::vector<Step> steps_of(const std::vector<Change>& changes) {
  std::vector<Step> steps;
  steps.reserve(changes.size());
  Change sum{kDawn, 0};
  for (const Change& change : changes) {
    try {
      sum.lo += change.lo;
      sum.hi += change.hi;
    } catch (const DecimalOverflow&) {
      throw EvaluationError{change.record,
                            fmt::format("record {}: the sum grew beyond 128 bits", change.record)};
    }
    sum.lo_open += change.lo_open;
    sum.hi_open += change.hi_open;
    sum.hi_infinite += change.hi_infinite;
    sum.unverified += change.unverified;
    sum.vague_date += change.vague_date;
    sum.vague_value += change.vague_value;
    if (steps.empty() || steps.back().day != change.day) {
      steps.push_back({change.day, {}, {}, nullptr});
    }
    Step& step = steps.back();
    step.bounds.lo = {sum.lo, sum.lo_open > 0};
    step.bounds.hi = sum.hi_infinite > 0 ? End{} : End{sum.hi, sum.hi_open > 0};
    step.doubts = {false, sum.unverified > 0, sum.vague_date > 0, sum.vague_value > 0};
  }
  return steps;
}

/// Notes which records stand behind the total on the window's last day.
void note_records(Line& line, const std::vector<const Piece*>& pieces, const Window& window) {
  const auto note = [&](const Record* record, bool evident, Day to) {
    line.records.push_back(record->number);
    line.evident = line.evident && evident;
    line.newest = std::max(line.newest.value_or(kDawn), to);
  };
  for (const Piece* piece : pieces) {
    note(piece->record, piece->evident, piece->to);
    if (piece->out && piece->out->from <= window.last) {
      note(piece->out->record, piece->out->evident, piece->out->to);
    }
  }
  std::sort(line.records.begin(), line.records.end());
  if (!line.records.empty()) line.last_record = line.records.back();
}

}  // namespace

Line flow_line(const FlowSeries& series, const Window& window) {
  const std::vector<const Piece*> pieces = series.possible(window);
  Changes changes{window, pieces.size()};
  for (const Piece* piece : pieces) changes.add(*piece);
  Line line;
  line.kind = Line::Kind::flow;
  line.steps = steps_of(changes.in_order());
  note_records(line, pieces, window);
  return line;
}

}  // namespace jalon::engine
