#include "rules/definitions/target_reading.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace jalon::definitions {
namespace {

/// A part's name, goal and places.
struct Part {
  const Entry* entry;
  Decimal goal;
};

/// The dimension that is split over, if it is there and may be split.
const Dimension* read_dimension(TableReader& table, const TargetReading& whole) {
  const Entry* entry = table.require("dimension");
  if (entry == nullptr) return nullptr;
  Problems& problems = table.problems();
  const auto name = read_text(problems, "dimension", entry->value);
  if (!name || whole.indicator == nullptr) return nullptr;
  const bool fixed =
      std::any_of(whole.target.where.begin(), whole.target.where.end(),
                  [&](const DimensionValue& pair) { return pair.dimension == *name; });
  const ForEach* for_each = whole.time ? std::get_if<ForEach>(&whole.time->time) : nullptr;
  if (fixed || (for_each != nullptr && for_each->dimension == *name)) {
    problems.add(Code::fixed_dimension, entry->value.spot,
                 fmt::format("`split` divides {}, which `{}` uses already", quoted(*name),
                             fixed ? "where" : "for_each"));
    return nullptr;
  }
  const std::vector<Dimension>& dimensions = whole.indicator->dimensions;
  const auto found = std::find_if(dimensions.begin(), dimensions.end(),
                                  [&](const Dimension& d) { return d.name == *name; });
  if (found != dimensions.end()) return &*found;
  std::vector<std::string_view> names;
  for (const Dimension& dimension : dimensions) names.push_back(dimension.name);
  problems.add(Code::unknown_dimension, entry->value.spot,
               fmt::format("{} is not a dimension of indicator {}", quoted(*name),
                           quoted(whole.indicator->id)),
               problems.suggest(*name, names));
  return nullptr;
}

bool is_value(TableReader& table, const Dimension& dimension, const Entry& entry) {
  if (dimension.open || std::find(dimension.values.begin(), dimension.values.end(), entry.key) !=
                            dimension.values.end()) {
    return true;
  }
  const std::vector<std::string_view> values{dimension.values.begin(), dimension.values.end()};
  table.problems().add(
      Code::unknown_value, entry.spot,
      fmt::format("{} is not a value of {}", quoted(entry.key), quoted(dimension.name)),
      table.problems().suggest(entry.key, values));
  return false;
}

/// Every part, or nothing if one of them is wrong.
std::optional<std::vector<Part>> read_parts(TableReader& table, const Entry& entry,
                                            const Dimension* dimension) {
  if (entry.value.kind != Node::Kind::table) {
    wrong_type(table.problems(), "parts", entry.value, "a table",
               "write parts = { value = 10, other = 20 }");
    return std::nullopt;
  }
  if (entry.value.entries.empty()) {
    table.problems().add(Code::empty_list, entry.value.spot, "`parts` is empty");
    return std::nullopt;
  }
  const std::size_t before = table.problems().size();
  std::vector<Part> parts;
  for (const Entry& item : entry.value.entries) {
    const auto goal = read_number(table.problems(), item.key, item.value);
    if (item.key.empty()) {
      table.problems().add(Code::empty_text, item.spot, "a part's name is empty");
    }
    const bool known = dimension == nullptr || is_value(table, *dimension, item);
    if (goal && known) parts.push_back({&item, *goal});
  }
  if (table.problems().size() != before) return std::nullopt;
  return parts;
}

/// Why the target has no parts that add up; empty if it may have them.
std::string_view unsplittable(const TargetReading& whole) {
  if (whole.indicator != nullptr && is_derived(*whole.indicator)) {
    const bool ratio = std::holds_alternative<Ratio>(whole.indicator->measure);
    return ratio ? "a ratio is not the sum of its parts"
                 : "a derived indicator has no values of its own to split by";
  }
  if (!whole.comparison) return {};
  const Comparison& comparison = whole.comparison->comparison;
  if (std::holds_alternative<Between>(comparison)) {
    return "`between` cannot be split: it has two goals";
  }
  if (std::holds_alternative<Trend>(comparison)) {
    return "a trend cannot be split: it has no goal";
  }
  if (source_of(comparison).series) return "a goal that a series says cannot be split";
  return {};
}

bool splittable(TableReader& reader, const TargetReading& whole, Spot spot) {
  const std::string_view why = unsplittable(whole);
  if (why.empty()) return true;
  reader.problems().add(Code::unsplittable, spot, std::string{why},
                        "write one target for each part");
  return false;
}

/// A part's number is written: nothing else says it.
Comparison part_goal(const Comparison& whole, const Decimal& goal) {
  if (std::holds_alternative<AtMost>(whole)) return AtMost{goal};
  if (std::holds_alternative<Exactly>(whole)) return Exactly{goal};
  return AtLeast{goal};
}

bool adds_up(TableReader& reader, const std::vector<Part>& parts, const Decimal& goal, Spot spot) {
  try {
    Decimal sum;
    for (const Part& part : parts) sum += part.goal;
    if (sum == goal) return true;
    const bool short_of = sum < goal;
    reader.problems().add(Code::parts_do_not_add_up, spot,
                          fmt::format("the parts add up to {}, the goal is {}: {} {}", sum.str(),
                                      goal.str(), (short_of ? goal - sum : sum - goal).str(),
                                      short_of ? "is missing" : "too much"));
  } catch (const DecimalOverflow&) {
    reader.problems().add(Code::out_of_range, spot, "the sum of the parts grew beyond 128 bits");
  }
  return false;
}

Target make_part(const TargetReading& whole, const Dimension& dimension, const Part& part,
                 const std::optional<Tolerance>& tolerance) {
  Target out = whole.target;
  out.part = DimensionValue{dimension.name, part.entry->key};
  out.id += bracket(*out.part);
  out.where.push_back(*out.part);
  std::sort(out.where.begin(), out.where.end());
  out.comparison = part_goal(whole.comparison->comparison, part.goal);
  out.tolerance = tolerance;
  out.baseline.reset();
  out.checkpoints.clear();
  out.place.line = part.entry->spot.line;
  out.place.column = part.entry->spot.column;
  return out;
}

}  // namespace

std::vector<Target> read_split(TableReader& reader, const TargetReading& whole) {
  std::vector<Target> out;
  const Entry* entry = reader.take("split");
  if (entry == nullptr) return out;
  if (entry->value.kind != Node::Kind::table) {
    wrong_type(reader.problems(), "split", entry->value, "a table",
               "write split = { dimension = \"...\", parts = { ... } }");
    return out;
  }
  const bool can = splittable(reader, whole, entry->spot);
  TableReader table{reader.reading(), entry->value, "`split`"};
  const Entry* parts_entry = table.require("parts");
  std::optional<Tolerance> tolerance;
  if (const Entry* given = table.take("tolerance")) {
    tolerance = read_tolerance(table.problems(), "tolerance", given->value);
  }
  const Dimension* dimension = nullptr;
  if (can) {
    dimension = read_dimension(table, whole);
  } else {
    static_cast<void>(table.take("dimension"));
  }
  table.finish();
  if (parts_entry == nullptr) return out;
  const auto parts = read_parts(table, *parts_entry, dimension);
  if (!parts || !can || !whole.comparison) return out;
  const bool fits =
      adds_up(reader, *parts, *goal_of(whole.comparison->comparison), parts_entry->spot);
  if (!fits || dimension == nullptr) return out;
  for (const Part& part : *parts) out.push_back(make_part(whole, *dimension, part, tolerance));
  return out;
}

}  // namespace jalon::definitions
