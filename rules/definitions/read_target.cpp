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

/// Why a time clause takes no `start`.
struct NoStart {
  std::string_view operator()(const Per&) const {
    return "has no place beside `per`: write `first`";
  }
  std::string_view operator()(const During&) const {
    return "has no place beside `during`, which names its first day";
  }
  std::string_view operator()(const Hold&) const {
    return "has no place beside `hold`: write `from` in it";
  }
  template <class Other>
  std::string_view operator()(const Other&) const {
    return {};
  }
};

}  // namespace

bool has_window(const TimeClause& time) {
  return !std::holds_alternative<Per>(time) && !std::holds_alternative<During>(time) &&
         !std::holds_alternative<Hold>(time);
}

void read_start(TableReader& reader, TargetReading& out, std::optional<Date> usual) {
  const Entry* entry = reader.take("start");
  out.target.start = std::nullopt;
  if (out.time && !has_window(out.time->time)) {
    reader.misplaced("start", std::visit(NoStart{}, out.time->time));
    return;
  }
  if (entry != nullptr) {
    const auto start = reader.date("start");
    if (start && !start->from) {
      reader.problems().add(Code::open_date, entry->value.spot, "`start` names no first day");
    }
    if (start) out.target.start = start->from;
  } else if (usual) {
    out.target.start = usual;
  } else if (out.target.initiative) {
    const Initiative& initiative = reader.reading().programme[*out.target.initiative];
    if (initiative.start) out.target.start = initiative.start->from;
  }
}

void read_width(TableReader& reader, TargetReading& out) {
  const Entry* entry = reader.take("tolerance");
  if (entry == nullptr) return;
  out.tolerance = entry->spot;
  out.target.tolerance = read_tolerance(reader.problems(), "tolerance", entry->value);
}

bool is_flow(const Indicator& indicator) { return std::holds_alternative<Flow>(indicator.measure); }

bool is_stock(const Indicator& indicator) {
  return std::holds_alternative<Stock>(indicator.measure);
}

std::optional<Date> first_day(const Target& target, const TimeClause& time) {
  if (const auto* during = std::get_if<During>(&time)) return during->window.from;
  return target.start;
}

void read_target(TableReader& reader, const std::string& id) {
  const std::size_t before = reader.problems().size();
  TargetReading read;
  read.header = reader.table().spot;
  Target& target = read.target;
  read_common(reader, id, false, target);
  read_indicator_of(reader, read);
  read_initiative_of(reader, read);
  read.comparison = read_comparison(reader, Need::required);
  read.time = read_target_time(reader, Need::required);
  complete_share(reader.reading(), read);
  if (read.time) target.time = read.time->time;
  read_start(reader, read);
  read_where(reader, read);
  read_width(reader, read);
  read_path(reader, read);
  complete_goal(reader.reading(), read);
  if (read.comparison) target.comparison = read.comparison->comparison;
  target.severity = read_severity(reader);
  target.owner = read_owner(reader);
  target.area = read_area(reader);
  target.level = read_level(reader);
  reader.not_supported("outlook");
  inherit(reader.reading().programme, target);

  check_promise(reader.reading(), read);
  std::vector<Target> parts = read_split(reader, read);
  if (parts.empty() && reader.take("split") != nullptr) {
    reader.reading().broken_splits.insert(id);
  }
  std::vector<Target>& targets = reader.reading().programme.targets;
  const Ref<Target> whole{static_cast<std::uint32_t>(targets.size())};
  std::vector<bool>& sound = reader.reading().sound_targets;
  targets.push_back(std::move(target));
  for (Target& part : parts) {
    part.whole = whole;
    targets.push_back(std::move(part));
  }
  sound.resize(targets.size(), reader.problems().size() == before && read.indicator != nullptr);
}

}  // namespace jalon::definitions
