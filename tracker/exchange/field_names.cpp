#include "tracker/exchange/rows.hpp"

#include "rules/model/suggest.hpp"

#include <algorithm>
#include <array>

namespace jalon::exchange {
namespace {

constexpr std::array<std::string_view, 13> kFields{
    "indicator", "milestone", "on",   "add",     "is",  "stage",       "key",
    "evidence",  "kind",      "note", "learned", "uid", "on_behalf_of"};

constexpr std::array<std::string_view, 25> kCodes{
    "file-too-large", "empty-file",     "invalid-utf8",   "nul-byte",          "syntax",
    "line-too-long",  "field-too-long", "unknown-column", "duplicate-column",  "missing-column",
    "wrong-length",   "unknown-key",    "duplicate-key",  "nested-too-deeply", "wrong-type",
    "empty-text",     "missing-key",    "one-subject",    "wrong-kind",        "one-value",
    "wrong-value",    "bad-value",      "kind-count",     "bad-date",          "duplicate-uid"};

/// Names that mean something elsewhere, and where.
struct Elsewhere {
  std::string_view name;
  std::string_view hint;
};
constexpr std::array<Elsewhere, 8> kElsewhere{{
    {"replaces", "a stored record is replaced by `jalon correct`"},
    {"retracts", "a stored record is taken back by `jalon retract`"},
    {"complete", "that a list is complete is said by `--complete-through` or `jalon attest`"},
    {"through", "that a list is complete is said by `--complete-through` or `jalon attest`"},
    {"id", "a name that makes a repeated row known again is called `uid`"},
    {"value", "`add` for what is added to a flow, `is` for the level of a stock"},
    {"date", "the day on which it happened is called `on`"},
    {"subject", "`indicator` or `milestone`"},
}};

std::vector<std::string> dimension_fields(const Programme& programme) {
  std::vector<std::string> names;
  for (const Indicator& indicator : programme.indicators) {
    for (const Dimension& dimension : indicator.dimensions)
      names.push_back("set." + dimension.name);
  }
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace

std::span<const std::string_view> field_names() { return kFields; }

std::span<const std::string_view> import_codes() { return kCodes; }

bool is_field(const Programme& programme, std::string_view name) {
  if (std::ranges::find(kFields, name) != kFields.end()) return true;
  const auto dimensions = dimension_fields(programme);
  return std::ranges::find(dimensions, name) != dimensions.end();
}

std::string hint_for(const Programme& programme, std::string_view name) {
  const auto elsewhere = std::ranges::find(kElsewhere, name, &Elsewhere::name);
  if (elsewhere != kElsewhere.end()) return std::string{elsewhere->hint};
  const auto dimensions = dimension_fields(programme);
  std::vector<std::string_view> candidates{kFields.begin(), kFields.end()};
  candidates.insert(candidates.end(), dimensions.begin(), dimensions.end());
  const std::string dimension = "set." + std::string{name};
  if (std::ranges::find(dimensions, dimension) != dimensions.end()) {
    return "a dimension is called `" + dimension + "`";
  }
  return did_you_mean(name, candidates);
}

}  // namespace jalon::exchange
