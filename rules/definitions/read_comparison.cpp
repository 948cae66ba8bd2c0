#include "rules/definitions/readers.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace jalon::definitions {
namespace {

constexpr std::array<std::string_view, 5> kComparisons{"at_least", "at_most", "between", "exactly",
                                                       "trend"};

std::optional<Decimal> read_goal(TableReader& reader, const Entry& entry) {
  if (entry.value.kind == Node::Kind::table) {
    reader.problems().add(
        Code::not_supported, entry.value.spot,
        fmt::format("`{}` taken from a series or a baseline is not supported yet", entry.key));
    return std::nullopt;
  }
  return read_number(reader.problems(), entry.key, entry.value);
}

std::optional<Comparison> read_between(TableReader& reader, const Entry& entry) {
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
  if (entry.key == "trend") return std::nullopt;
  if (entry.key == "between") return read_between(reader, entry);
  const auto goal = read_goal(reader, entry);
  if (!goal) return std::nullopt;
  if (entry.key == "at_least") return AtLeast{*goal};
  if (entry.key == "at_most") return AtMost{*goal};
  return Exactly{*goal};
}

}  // namespace

std::optional<ComparisonRead> read_comparison(TableReader& reader) {
  std::vector<const Entry*> given;
  for (const std::string_view key : kComparisons) {
    const Entry* entry = reader.take(key);
    if (entry != nullptr) given.push_back(entry);
  }
  reader.not_supported("trend");
  if (given.size() != 1) {
    reader.problems().add(
        Code::one_comparison, given.empty() ? reader.table().spot : given[1]->spot,
        given.empty() ? "[[target]] does not say how much: it has no comparison"
                      : fmt::format("[[target]] has two comparisons: `{}` and `{}`", given[0]->key,
                                    given[1]->key),
        "write exactly one of `at_least`, `at_most`, `between` and `exactly`");
  }
  std::optional<Comparison> last;
  for (const Entry* entry : given) last = read_one(reader, *entry);
  if (given.size() != 1 || !last) return std::nullopt;
  return ComparisonRead{std::move(*last), given[0]->value.spot, given[0]->key};
}

}  // namespace jalon::definitions
