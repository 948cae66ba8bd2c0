#include "rules/definitions/readers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace jalon::definitions {
namespace {

constexpr std::array<std::string_view, 5> kComparisons{"at_least", "at_most", "between", "exactly",
                                                       "trend"};
constexpr std::array<std::string_view, 2> kTrends{"increase", "decrease"};

struct Goal {
  Decimal number;
  GoalSource from = {};
};

/// `{ series = ID }` or `{ baseline = "-65%" }`, whose number is worked out with the baseline.
std::optional<Goal> read_goal_source(TableReader& reader, const Entry& entry) {
  TableReader table{reader.reading(), entry.value, fmt::format("`{}`", entry.key)};
  const Entry* series = table.take("series");
  const Entry* baseline = table.take("baseline");
  table.finish();
  if ((series != nullptr) == (baseline != nullptr)) {
    table.problems().add(
        Code::one_comparison, entry.value.spot,
        fmt::format("`{}` must name either a series or a change of the baseline", entry.key),
        "write { series = \"...\" } or { baseline = \"-65%\" }");
    return std::nullopt;
  }
  Goal goal;
  if (series != nullptr) {
    const auto index = table.index_of(series, Kind::series);
    if (!index) return std::nullopt;
    goal.from.series = Ref<Series>{*index};
  } else {
    goal.from.percent = read_change(table.problems(), "baseline", baseline->value);
    if (!goal.from.percent) return std::nullopt;
  }
  return goal;
}

std::optional<Goal> read_goal(TableReader& reader, const Entry& entry) {
  if (entry.value.kind == Node::Kind::table) return read_goal_source(reader, entry);
  const auto number = read_number(reader.problems(), entry.key, entry.value);
  if (!number) return std::nullopt;
  return Goal{*number};
}

bool has_table(const Entry& entry) {
  const std::vector<Node>& items = entry.value.items;
  return entry.value.kind == Node::Kind::table ||
         std::any_of(items.begin(), items.end(),
                     [](const Node& item) { return item.kind == Node::Kind::table; });
}

std::optional<Comparison> read_between(TableReader& reader, const Entry& entry) {
  if (has_table(entry)) {
    wrong_type(reader.problems(), "between", entry.value, "a list of two numbers",
               "only the other comparisons take a goal from a series or the baseline: write one "
               "target with `at_least` and one with `at_most`");
    return std::nullopt;
  }
  if (entry.value.kind != Node::Kind::list || entry.value.items.size() != 2) {
    wrong_type(reader.problems(), "between", entry.value, "a list of two numbers",
               "write between = [10, 20]");
    return std::nullopt;
  }
  const auto lower = read_number(reader.problems(), "between", entry.value.items[0]);
  const auto upper = read_number(reader.problems(), "between", entry.value.items[1]);
  if (!lower || !upper) return std::nullopt;
  if (*lower > *upper) {
    reader.problems().add(
        Code::reversed_bounds, entry.value.spot,
        fmt::format("`between` runs from {} down to {}", lower->str(), upper->str()),
        "write the smaller number first");
    return std::nullopt;
  }
  return Between{*lower, *upper};
}

std::optional<Comparison> read_one(TableReader& reader, const Entry& entry) {
  if (entry.key == "trend") {
    const auto way = read_choice(reader.problems(), "trend", entry.value, kTrends);
    if (!way) return std::nullopt;
    return Trend{*way == 0};
  }
  if (entry.key == "between") return read_between(reader, entry);
  const auto goal = read_goal(reader, entry);
  if (!goal) return std::nullopt;
  if (entry.key == "at_least") return AtLeast{goal->number, goal->from};
  if (entry.key == "at_most") return AtMost{goal->number, goal->from};
  return Exactly{goal->number, goal->from};
}

}  // namespace

std::optional<ComparisonRead> read_comparison(TableReader& reader, Need need) {
  std::vector<const Entry*> given;
  for (const std::string_view key : kComparisons) {
    const Entry* entry = reader.take(key);
    if (entry != nullptr) given.push_back(entry);
  }
  if (given.empty() && need == Need::optional) return std::nullopt;
  if (given.size() != 1) {
    reader.problems().add(
        Code::one_comparison, given.empty() ? reader.table().spot : given[1]->spot,
        given.empty()
            ? fmt::format("{} does not say how much: it has no comparison", reader.title())
            : fmt::format("{} has two comparisons: `{}` and `{}`", reader.title(), given[0]->key,
                          given[1]->key),
        "write exactly one of `at_least`, `at_most`, `between`, `exactly` and `trend`");
  }
  std::optional<Comparison> last;
  for (const Entry* entry : given) last = read_one(reader, *entry);
  if (given.size() != 1 || !last) return std::nullopt;
  return ComparisonRead{std::move(*last), given[0]->value.spot, given[0]->key};
}

}  // namespace jalon::definitions
