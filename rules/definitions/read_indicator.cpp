#include "rules/definitions/readers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace jalon::definitions {
namespace {

constexpr std::array<std::string_view, 2> kMeasures{"flow", "stock"};
constexpr std::array<std::string_view, 2> kPicks{"latest", "same-year"};

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

/// The table of a ratio, once it is known to be one.
void read_pick(TableReader& table) {
  const auto pick = table.choice("pick", kPicks);
  if (!pick || *pick == 0) return;
  table.problems().add(Code::not_supported, table.take("pick")->value.spot,
                       "`pick = \"same-year\"` is not supported yet");
}

std::optional<std::variant<Ref<Indicator>, Ref<Series>>> read_denominator(TableReader& table) {
  const Entry* to = table.require("to");
  if (to == nullptr) return std::nullopt;
  const auto id = read_text(table.problems(), "to", to->value);
  if (!id) return std::nullopt;
  const Names& names = table.reading().names;
  const Names::Named* found = names.find(*id);
  if (found != nullptr && found->kind == Kind::series) return Ref<Series>{found->index};
  const auto index = resolve(names, table.problems(), Kind::indicator, *id, to->value.spot);
  if (!index) return std::nullopt;
  return Ref<Indicator>{*index};
}

std::optional<Measure> read_ratio(TableReader& reader, const Entry& entry) {
  if (entry.value.kind != Node::Kind::table) {
    wrong_type(reader.problems(), "ratio", entry.value, "a table",
               "write ratio = { of = \"...\", to = \"...\" }");
    return std::nullopt;
  }
  TableReader table{reader.reading(), entry.value, "`ratio`"};
  const auto of = table.index_of(table.require("of"), Kind::indicator);
  const auto to = read_denominator(table);
  read_pick(table);
  table.finish();
  for (const std::string_view key :
       {"dimensions", "key", "evidence", "completeness", "whole", "range"}) {
    reader.misplaced(key, "belongs to a measured indicator, not to a ratio");
  }
  if (!of || !to) return std::nullopt;
  return Ratio{{*of}, *to};
}

std::optional<Measure> read_measure(TableReader& reader) {
  reader.not_supported("sum");
  reader.not_supported("difference");
  const Entry* measure = reader.take("measure");
  const Entry* ratio = reader.take("ratio");
  const bool later = reader.take("sum") != nullptr || reader.take("difference") != nullptr;
  const int given = (measure != nullptr) + (ratio != nullptr) + later;
  if (given != 1) {
    const Spot spot = ratio != nullptr && given > 1 ? ratio->spot : reader.table().spot;
    reader.problems().add(Code::one_measure, spot,
                          given == 0 ? "[[indicator]] has no `measure`"
                                     : "[[indicator]] has more than one of `measure` and `ratio`",
                          "write measure = \"flow\" for amounts that add up, \"stock\" for a level "
                          "read on a day, or a ratio");
  }
  std::optional<Measure> out;
  if (ratio != nullptr) out = read_ratio(reader, *ratio);
  if (measure != nullptr) {
    const auto choice = read_choice(reader.problems(), "measure", measure->value, kMeasures);
    if (choice) out = *choice == 0 ? Measure{Flow{}} : Measure{Stock{}};
  }
  return given == 1 ? out : std::nullopt;
}

const std::string& unit_of(const Programme& programme,
                           const std::variant<Ref<Indicator>, Ref<Series>>& part) {
  if (const auto* series = std::get_if<Ref<Series>>(&part)) return programme[*series].unit;
  return programme[std::get<Ref<Indicator>>(part)].unit;
}

/// "EUR/person" and "EUR per person" name the units of both parts.
std::optional<std::pair<std::string_view, std::string_view>> divided(std::string_view unit) {
  for (const std::string_view sign : {" per ", "/"}) {
    const std::size_t at = unit.find(sign);
    if (at == std::string_view::npos) continue;
    std::string_view above = unit.substr(0, at);
    std::string_view below = unit.substr(at + sign.size());
    while (above.ends_with(' ')) above.remove_suffix(1);
    while (below.starts_with(' ')) below.remove_prefix(1);
    return std::pair{above, below};
  }
  return std::nullopt;
}

void check_units(Reading& reading, const Indicator& indicator, const Ratio& ratio, Spot spot) {
  const std::string& of = reading.programme[ratio.of].unit;
  const std::string& to = unit_of(reading.programme, ratio.to);
  if (of.empty() || to.empty() || indicator.unit.empty()) return;
  if (indicator.unit == "%" && of != to) {
    reading.problems.add(Code::unit_mismatch, spot,
                         fmt::format("a ratio in % needs two parts of one unit, not {} and {}",
                                     quoted(of), quoted(to)),
                         fmt::format("write unit = \"{}/{}\"", of, to));
  }
  const auto parts = divided(indicator.unit);
  if (parts && (parts->first != of || parts->second != to)) {
    reading.problems.add(
        Code::unit_mismatch, spot,
        fmt::format("{} divided by {} is not {}", quoted(of), quoted(to), quoted(indicator.unit)),
        fmt::format("write unit = \"{}/{}\"", of, to));
  }
}

}  // namespace

void read_indicator(TableReader& reader, const std::string& id) {
  Indicator indicator;
  read_common(reader, id, true, indicator);
  indicator.unit = reader.required_text("unit").value_or("");
  const std::size_t before = reader.problems().size();
  const auto measure = read_measure(reader);
  indicator.measure = measure.value_or(Flow{});
  if (!std::holds_alternative<Ratio>(indicator.measure)) {
    indicator.dimensions = read_dimensions(reader);
    indicator.range = read_range(reader);
  }
  reader.reading().sound_indicators.push_back(reader.problems().size() == before);
  indicator.initiative = reader.reference<Initiative>("initiative", Kind::initiative);
  if (indicator.initiative && indicator.tags.empty()) {
    indicator.tags = reader.reading().programme[*indicator.initiative].tags;
  }
  if (!std::holds_alternative<Ratio>(indicator.measure)) {
    indicator.key = reader.text("key").value_or("");
    indicator.evidence = read_evidence(reader);
    indicator.completeness = read_completeness(reader);
    indicator.whole = reader.truth("whole").value_or(false);
  }
  read_freshness(reader);
  reader.not_supported("monotone");
  if (measure && std::holds_alternative<Flow>(indicator.measure) && indicator.unit == "%") {
    reader.problems().add(Code::unit_mismatch, reader.take("unit")->value.spot,
                          "percentages do not add up: a flow cannot be in %",
                          "count the things themselves and make a ratio of them, or use a stock");
  }
  reader.reading().programme.indicators.push_back(std::move(indicator));
}

void check_ratio(Reading& reading, const Indicator& indicator, const Node& table) {
  const auto* ratio = std::get_if<Ratio>(&indicator.measure);
  if (ratio == nullptr) return;
  const Entry* entry = table.find("ratio");
  const auto refuse_ratio = [&](std::string_view key, Ref<Indicator> part) {
    const Indicator& inner = reading.programme[part];
    if (!std::holds_alternative<Ratio>(inner.measure)) return;
    const Entry* place = entry->value.find(key);
    reading.problems.add(Code::ratio_of_ratio, place->value.spot,
                         fmt::format("{} is a ratio itself", quoted(inner.id)),
                         "divide what is measured: flows, stocks and series");
  };
  refuse_ratio("of", ratio->of);
  if (const auto* to = std::get_if<Ref<Indicator>>(&ratio->to)) refuse_ratio("to", *to);
  const Entry* unit = table.find("unit");
  check_units(reading, indicator, *ratio, unit != nullptr ? unit->value.spot : entry->spot);
}

}  // namespace jalon::definitions
