#include "rules/definitions/readers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace jalon::definitions {
namespace {

/// Dimensions and their values become parts of ids, so names stay simple.
bool is_dimension_name(std::string_view name) {
  const auto simple = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-';
  };
  return !name.empty() && name.size() <= 100 && std::all_of(name.begin(), name.end(), simple);
}

std::optional<Dimension> read_dimension(Problems& problems, const Entry& entry) {
  if (!is_dimension_name(entry.key)) {
    problems.add(Code::bad_id, entry.spot,
                 fmt::format("{} is no name for a dimension", quoted(entry.key)),
                 "use letters, digits, `-` and `_`");
    return std::nullopt;
  }
  Dimension dimension{.name = entry.key};
  if (entry.value.kind == Node::Kind::text && entry.value.text == "open") {
    dimension.open = true;
    return dimension;
  }
  if (entry.value.kind != Node::Kind::list) {
    wrong_type(problems, entry.key, entry.value, "a list of its values or \"open\"");
    return std::nullopt;
  }
  auto values = read_texts(problems, entry.key, entry.value);
  if (!values) return std::nullopt;
  dimension.values = std::move(*values);
  return dimension;
}

std::vector<Dimension> read_dimensions(TableReader& reader) {
  std::vector<Dimension> out;
  const Entry* entry = reader.take("dimensions");
  if (entry == nullptr) return out;
  if (entry->value.kind != Node::Kind::table) {
    wrong_type(reader.problems(), "dimensions", entry->value, "a table",
               "write dimensions = { kind = [\"a\", \"b\"], company = \"open\" }");
    return out;
  }
  for (const Entry& item : entry->value.entries) {
    auto dimension = read_dimension(reader.problems(), item);
    if (dimension) out.push_back(std::move(*dimension));
  }
  std::sort(out.begin(), out.end(),
            [](const Dimension& a, const Dimension& b) { return a.name < b.name; });
  return out;
}

std::optional<Interval> read_range(TableReader& reader) {
  const Entry* entry = reader.take("range");
  if (entry == nullptr) return std::nullopt;
  if (entry->value.kind != Node::Kind::list || entry->value.items.size() != 2) {
    wrong_type(reader.problems(), "range", entry->value, "a list of two numbers",
               "write range = [0, 100]");
    return std::nullopt;
  }
  const auto lower = read_number(reader.problems(), "range", entry->value.items[0]);
  const auto upper = read_number(reader.problems(), "range", entry->value.items[1]);
  if (!lower || !upper) return std::nullopt;
  if (*lower > *upper) {
    reader.problems().add(
        Code::reversed_bounds, entry->value.spot,
        fmt::format("`range` runs from {} down to {}", lower->str(), upper->str()),
        "write the smaller number first");
    return std::nullopt;
  }
  return Interval{{*lower}, {*upper}};
}

}  // namespace

void read_indicator(TableReader& reader, const std::string& id) {
  Indicator indicator;
  read_common(reader, id, true, indicator);
  indicator.unit = reader.required_text("unit").value_or("");
  const std::size_t before = reader.problems().size();
  const auto measure = read_measure(reader);
  indicator.measure = measure.value_or(Flow{});
  const bool derived = is_derived(indicator);
  if (!derived) {
    indicator.dimensions = read_dimensions(reader);
    indicator.range = read_range(reader);
  }
  reader.reading().sound_indicators.push_back(reader.problems().size() == before);
  indicator.initiative = reader.reference<Initiative>("initiative", Kind::initiative);
  if (indicator.initiative && indicator.tags.empty()) {
    indicator.tags = reader.reading().programme[*indicator.initiative].tags;
  }
  if (!derived) {
    indicator.key = reader.text("key").value_or("");
    indicator.evidence = read_evidence(reader);
    indicator.completeness = read_completeness(reader);
    indicator.whole = reader.truth("whole").value_or(false);
  }
  indicator.freshness = read_freshness(reader, reader.reading().programme.defaults.freshness);
  if (measure && !std::holds_alternative<Stock>(*measure)) {
    reader.misplaced("monotone", "speaks of levels that never fall: only a stock can have it");
  } else {
    indicator.monotone = reader.truth("monotone").value_or(false);
  }
  if (measure && std::holds_alternative<Flow>(indicator.measure) && indicator.unit == "%") {
    reader.problems().add(Code::unit_mismatch, reader.take("unit")->value.spot,
                          "percentages do not add up: a flow cannot be in %",
                          "count the things themselves and make a ratio of them, or use a stock");
  }
  reader.reading().programme.indicators.push_back(std::move(indicator));
}

}  // namespace jalon::definitions
