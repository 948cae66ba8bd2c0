// What derived indicators are made of, once every indicator is read.
#include "rules/definitions/readers.hpp"

#include <fmt/format.h>

#include <utility>

namespace jalon::definitions {
namespace {

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

/// Places of the parts, as parts_of counts them.
std::vector<Spot> part_spots(const Node& table) {
  std::vector<Spot> out;
  if (const Entry* ratio = table.find("ratio")) {
    for (const std::string_view key : {"of", "to"}) {
      out.push_back(ratio->value.find(key)->value.spot);
    }
    return out;
  }
  const Entry* sum = table.find("sum");
  const Entry* list = sum != nullptr ? sum : table.find("difference");
  for (const Node& item : list->value.items) out.push_back(item.spot);
  return out;
}

void refuse_derived(Reading& reading, const Indicator& indicator, const Node& table) {
  const std::vector<Ref<Indicator>> parts = parts_of(indicator.measure);
  const std::vector<Spot> spots = part_spots(table);
  const bool ratio = std::holds_alternative<Ratio>(indicator.measure);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Indicator& part = reading.programme[parts[i]];
    if (!is_derived(part)) continue;
    const bool twice = ratio && std::holds_alternative<Ratio>(part.measure);
    reading.problems.add(twice ? Code::ratio_of_ratio : Code::derived_part, spots[i],
                         twice ? fmt::format("{} is a ratio itself", quoted(part.id))
                               : fmt::format("{} is derived itself", quoted(part.id)),
                         ratio ? "divide what is measured: flows, stocks and series"
                               : "name what is measured: flows and stocks");
  }
}

/// Sums and differences are in the unit of all their parts.
void check_one_unit(Reading& reading, const Indicator& indicator, const Node& table) {
  const std::vector<Ref<Indicator>> parts = parts_of(indicator.measure);
  const std::vector<Spot> spots = part_spots(table);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Indicator& part = reading.programme[parts[i]];
    if (part.unit.empty() || indicator.unit.empty() || part.unit == indicator.unit) continue;
    reading.problems.add(Code::unit_mismatch, spots[i],
                         fmt::format("{} is counted in {}, not in {}", quoted(part.id),
                                     quoted(part.unit), quoted(indicator.unit)),
                         "only things of one unit are added or taken away");
  }
}

/// A flow's total has no value of a year's own to pick.
void check_pick(Reading& reading, const Ratio& ratio, const Entry& entry) {
  const auto* to = std::get_if<Ref<Indicator>>(&ratio.to);
  if (ratio.pick != Ratio::Pick::same_year || to == nullptr) return;
  const Indicator& below = reading.programme[*to];
  if (!std::holds_alternative<Flow>(below.measure)) return;
  reading.problems.add(Code::misplaced_key, entry.value.find("pick")->spot,
                       fmt::format("`pick` = \"same-year\" means nothing here: {} is a flow, which "
                                   "adds up",
                                   quoted(below.id)),
                       "leave out `pick`; it chooses among the values of a series or a level");
}

}  // namespace

bool is_derived(const Indicator& indicator) {
  return !std::holds_alternative<Flow>(indicator.measure) &&
         !std::holds_alternative<Stock>(indicator.measure);
}

void check_measure(Reading& reading, const Indicator& indicator, const Node& table) {
  if (!is_derived(indicator)) return;
  refuse_derived(reading, indicator, table);
  const auto* ratio = std::get_if<Ratio>(&indicator.measure);
  if (ratio == nullptr) return check_one_unit(reading, indicator, table);
  const Entry* entry = table.find("ratio");
  const Entry* unit = table.find("unit");
  check_units(reading, indicator, *ratio, unit != nullptr ? unit->value.spot : entry->spot);
  check_pick(reading, *ratio, *entry);
}

}  // namespace jalon::definitions
