#include "rules/definitions/target_reading.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace jalon::definitions {
namespace {

const Dimension* find(const std::vector<Dimension>& dimensions, std::string_view name) {
  const auto found = std::find_if(dimensions.begin(), dimensions.end(),
                                  [name](const Dimension& d) { return d.name == name; });
  return found == dimensions.end() ? nullptr : &*found;
}

std::vector<std::string_view> names_of(const std::vector<Dimension>& dimensions) {
  std::vector<std::string_view> out;
  for (const Dimension& dimension : dimensions) out.push_back(dimension.name);
  return out;
}

/// What two parts of a derived indicator allow for one dimension.
Dimension narrowed(const Dimension& a, const Dimension& b) {
  if (a.open) return b;
  if (b.open) return a;
  Dimension out{.name = a.name};
  for (const std::string& value : a.values) {
    if (std::find(b.values.begin(), b.values.end(), value) != b.values.end()) {
      out.values.push_back(value);
    }
  }
  return out;
}

std::vector<const Indicator*> measured_parts(const Programme& programme,
                                             const Indicator& indicator) {
  if (!is_derived(indicator)) return {&indicator};
  std::vector<const Indicator*> parts;
  for (const Ref<Indicator> part : parts_of(indicator.measure)) parts.push_back(&programme[part]);
  return parts;
}

/// One value of one dimension. `dimension` is nullptr if the indicator is not known.
void read_value(TableReader& reader, const Dimension* dimension, const std::string& name,
                const Node& node, TargetReading& out) {
  Problems& problems = reader.problems();
  const auto value = read_text(problems, name, node);
  if (!value) return;
  if (dimension != nullptr && !dimension->open &&
      std::find(dimension->values.begin(), dimension->values.end(), *value) ==
          dimension->values.end()) {
    const std::vector<std::string_view> values{dimension->values.begin(), dimension->values.end()};
    problems.add(Code::unknown_value, node.spot,
                 fmt::format("{} is not a value of {} in indicator {}", quoted(*value),
                             quoted(name), quoted(out.indicator->id)),
                 problems.suggest(*value, values));
    return;
  }
  out.target.where.push_back({name, *value});
}

void read_pair(TableReader& reader, const std::vector<Dimension>& dimensions, const Entry& entry,
               TargetReading& out) {
  Problems& problems = reader.problems();
  const Dimension* dimension = find(dimensions, entry.key);
  if (out.indicator != nullptr && dimension == nullptr) {
    const std::vector<std::string_view> names = names_of(dimensions);
    problems.add(Code::unknown_dimension, entry.spot,
                 fmt::format("{} is not a dimension of indicator {}", quoted(entry.key),
                             quoted(out.indicator->id)),
                 problems.suggest(entry.key, names));
    return;
  }
  if (entry.value.kind != Node::Kind::list) {
    return read_value(reader, dimension, entry.key, entry.value, out);
  }
  if (!read_texts(problems, entry.key, entry.value)) return;
  for (const Node& item : entry.value.items) read_value(reader, dimension, entry.key, item, out);
}

/// How many values of the dimension `where` names; none: any value will do.
std::ptrdiff_t values_of(const Target& target, std::string_view dimension) {
  return std::count_if(target.where.begin(), target.where.end(),
                       [&](const DimensionValue& pair) { return pair.dimension == dimension; });
}

void check_for_each(Reading& reading, const TargetReading& read, const ForEach& clause) {
  const Indicator& indicator = *read.indicator;
  if (values_of(read.target, clause.dimension) > 0) {
    reading.problems.add(Code::fixed_dimension, read.time->spot,
                         fmt::format("`for_each` runs over {}, which `where` names already",
                                     quoted(clause.dimension)));
    return;
  }
  if (find(indicator.dimensions, clause.dimension) != nullptr) return;
  const std::vector<std::string_view> names = names_of(indicator.dimensions);
  reading.problems.add(Code::unknown_dimension, read.time->spot,
                       fmt::format("{} is not a dimension of indicator {}",
                                   quoted(clause.dimension), quoted(indicator.id)),
                       is_derived(indicator)
                           ? std::string{"a derived indicator has no members of its own"}
                           : reading.problems.suggest(clause.dimension, names));
}

void refuse_open(Reading& reading, const TargetReading& read, const Indicator& stock,
                 const ForEach* for_each) {
  for (const Dimension& dimension : stock.dimensions) {
    const std::ptrdiff_t values = values_of(read.target, dimension.name);
    if (values == 1) continue;
    if (for_each != nullptr && for_each->dimension == dimension.name) continue;
    reading.problems.add(
        Code::open_dimension, read.header,
        fmt::format("indicator {} is a level, and the target does not say for which {}{}",
                    quoted(stock.id), values > 1 ? "one " : "", quoted(dimension.name)),
        fmt::format("levels do not add up: fix it in `where = {{ {} = ... }}`", dimension.name));
  }
}

}  // namespace

std::vector<Dimension> common_dimensions(const Programme& programme, const Indicator& indicator) {
  const std::vector<const Indicator*> parts = measured_parts(programme, indicator);
  std::vector<Dimension> out = parts.front()->dimensions;
  for (std::size_t i = 1; i < parts.size(); ++i) {
    std::vector<Dimension> both;
    for (const Dimension& dimension : out) {
      const Dimension* other = find(parts[i]->dimensions, dimension.name);
      if (other != nullptr) both.push_back(narrowed(dimension, *other));
    }
    out = std::move(both);
  }
  return out;
}

void read_where(TableReader& reader, TargetReading& out) {
  const Entry* entry = reader.take("where");
  if (entry == nullptr) return;
  const std::size_t before = reader.problems().size();
  if (entry->value.kind != Node::Kind::table) {
    wrong_type(reader.problems(), "where", entry->value, "a table",
               "write where = { dimension = \"value\" }");
  } else {
    std::vector<Dimension> common;  // only of a derived one: a plain indicator's may be long
    const bool derived = out.indicator != nullptr && is_derived(*out.indicator);
    if (derived) common = common_dimensions(reader.reading().programme, *out.indicator);
    const auto& dimensions =
        out.indicator != nullptr && !derived ? out.indicator->dimensions : common;
    for (const Entry& pair : entry->value.entries) read_pair(reader, dimensions, pair, out);
    std::sort(out.target.where.begin(), out.target.where.end());
  }
  out.where_known = reader.problems().size() == before;
}

void check_dimensions(Reading& reading, const TargetReading& read) {
  if (read.indicator == nullptr || !read.where_known) return;
  const ForEach* for_each = read.time ? std::get_if<ForEach>(&read.time->time) : nullptr;
  if (for_each != nullptr) check_for_each(reading, read, *for_each);
  for (const Indicator* part : measured_parts(reading.programme, *read.indicator)) {
    if (is_stock(*part)) refuse_open(reading, read, *part, for_each);
  }
}

}  // namespace jalon::definitions
