#include "rules/definitions/target_reading.hpp"

#include <fmt/format.h>

#include <utility>

namespace jalon::definitions {
namespace {

void read_indicator_of(TableReader& reader, TargetReading& out) {
  const auto ref = [&]() -> std::optional<Ref<Indicator>> {
    const auto index = reader.index_of(reader.require("indicator"), Kind::indicator);
    if (!index) return std::nullopt;
    return Ref<Indicator>{*index};
  }();
  if (!ref) return;
  out.target.indicator = *ref;
  if (reader.reading().sound_indicators[ref->index]) {
    out.indicator = &reader.reading().programme[*ref];
  }
}

void read_initiative_of(TableReader& reader, TargetReading& out) {
  const bool given = reader.take("initiative") != nullptr;
  out.target.initiative = reader.reference<Initiative>("initiative", Kind::initiative);
  if (!given && out.indicator != nullptr) out.target.initiative = out.indicator->initiative;
}

bool has_window(const TimeClause& time) {
  return !std::holds_alternative<Per>(time) && !std::holds_alternative<During>(time);
}

void read_start(TableReader& reader, TargetReading& out) {
  const Entry* entry = reader.take("start");
  if (out.time && !has_window(out.time->time)) {
    const bool per = std::holds_alternative<Per>(out.time->time);
    reader.misplaced("start", per ? "has no place beside `per`: write `first`"
                                  : "has no place beside `during`, which names its first day");
    return;
  }
  if (entry != nullptr) {
    const auto start = reader.date("start");
    if (start && !start->from) {
      reader.problems().add(Code::open_date, entry->value.spot, "`start` names no first day");
    }
    if (start) out.target.start = start->from;
  } else if (out.target.initiative) {
    const Initiative& initiative = reader.reading().programme[*out.target.initiative];
    if (initiative.start) out.target.start = initiative.start->from;
  }
}

void check_due_day(Reading& reading, const TargetReading& read) {
  if (!read.time) return;
  const auto due = due_day(read.time->time);
  const auto start = first_day(read.target, read.time->time);
  if (!due || !start || *due >= *start) return;
  reading.problems.add(Code::due_before_start, read.time->spot,
                       fmt::format("the due day {} lies before the first day of the window, {}",
                                   iso(*due), iso(*start)),
                       "the window opens with `start`, or with the initiative's");
}

struct Numbers {
  std::vector<Decimal> operator()(const AtLeast& c) const { return {c.goal}; }
  std::vector<Decimal> operator()(const AtMost& c) const { return {c.goal}; }
  std::vector<Decimal> operator()(const Between& c) const { return {c.lower, c.upper}; }
  std::vector<Decimal> operator()(const Exactly& c) const { return {c.goal}; }
  std::vector<Decimal> operator()(const Trend&) const { return {}; }
};

/// A level that no reading may have is a slip; amounts of a flow add up beyond their range.
void check_range(Reading& reading, const Indicator& indicator, const Decimal& number, Spot spot) {
  if (!indicator.range || !is_stock(indicator)) return;
  if (number >= *indicator.range->lo.at && number <= *indicator.range->hi.at) return;
  reading.problems.add(Code::out_of_range, spot,
                       fmt::format("{} is outside the range of indicator {}, {} to {}",
                                   number.str(), quoted(indicator.id),
                                   indicator.range->lo.at->str(), indicator.range->hi.at->str()));
}

void check_numbers(Reading& reading, const TargetReading& read) {
  if (read.indicator == nullptr) return;
  if (read.comparison) {
    const Spot spot = read.comparison->spot;
    for (const Decimal& goal : std::visit(Numbers{}, read.comparison->comparison)) {
      check_range(reading, *read.indicator, goal, spot);
    }
    const auto* exactly = std::get_if<Exactly>(&read.comparison->comparison);
    if (exactly != nullptr && read.indicator->whole && !exactly->goal.is_whole()) {
      reading.problems.add(Code::not_whole, spot,
                           fmt::format("indicator {} counts whole numbers: it is never exactly {}",
                                       quoted(read.indicator->id), exactly->goal.str()));
    }
  }
  if (read.baseline && read.target.baseline) {
    check_range(reading, *read.indicator, read.target.baseline->value, *read.baseline);
  }
  for (std::size_t i = 0; i < read.checkpoints.size(); ++i) {
    check_range(reading, *read.indicator, read.target.checkpoints[i].value,
                read.checkpoints[i].value);
  }
}

}  // namespace

bool is_flow(const Indicator& indicator) { return std::holds_alternative<Flow>(indicator.measure); }

bool is_stock(const Indicator& indicator) {
  return std::holds_alternative<Stock>(indicator.measure);
}

std::optional<Date> first_day(const Target& target, const TimeClause& time) {
  if (const auto* during = std::get_if<During>(&time)) return during->window.from;
  return target.start;
}

void read_target(TableReader& reader, const std::string& id) {
  TargetReading read;
  read.header = reader.table().spot;
  Target& target = read.target;
  read_common(reader, id, false, target);
  read_indicator_of(reader, read);
  read_initiative_of(reader, read);
  read.comparison = read_comparison(reader);
  if (read.comparison) target.comparison = read.comparison->comparison;
  read.time = read_target_time(reader);
  if (read.time) target.time = read.time->time;
  read_start(reader, read);
  read_where(reader, read);
  read_path(reader, read);
  target.severity = read_severity(reader);
  target.owner = read_owner(reader);
  target.area = read_area(reader);
  target.level = read_level(reader);
  reader.not_supported("tolerance");
  reader.not_supported("outlook");
  inherit(reader.reading().programme, target);

  check_due_day(reader.reading(), read);
  check_dimensions(reader.reading(), read);
  check_numbers(reader.reading(), read);
  check_path(reader.reading(), read);
  std::vector<Target> parts = read_split(reader, read);
  if (parts.empty() && reader.take("split") != nullptr) {
    reader.reading().broken_splits.insert(id);
  }
  std::vector<Target>& targets = reader.reading().programme.targets;
  const Ref<Target> whole{static_cast<std::uint32_t>(targets.size())};
  targets.push_back(std::move(target));
  for (Target& part : parts) {
    part.whole = whole;
    targets.push_back(std::move(part));
  }
}

}  // namespace jalon::definitions
