// What an indicator measures, or is worked out from.
#include "rules/definitions/readers.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace jalon::definitions {
namespace {

constexpr std::array<std::string_view, 2> kMeasures{"flow", "stock"};
constexpr std::array<std::string_view, 2> kPicks{"latest", "same-year"};
constexpr std::array<std::string_view, 4> kKeys{"measure", "ratio", "sum", "difference"};

std::optional<Measure> read_measured(TableReader& reader, const Entry& entry) {
  const auto choice = read_choice(reader.problems(), "measure", entry.value, kMeasures);
  if (!choice) return std::nullopt;
  return *choice == 0 ? Measure{Flow{}} : Measure{Stock{}};
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
  const auto pick = table.choice("pick", kPicks);
  table.finish();
  if (!of || !to) return std::nullopt;
  return Ratio{{*of}, *to, static_cast<Ratio::Pick>(pick.value_or(0))};
}

/// The indicators of a sum or difference, each once; nothing if one of them is wrong.
std::optional<std::vector<Ref<Indicator>>> read_parts(TableReader& reader, const Entry& entry) {
  if (!read_texts(reader.problems(), entry.key, entry.value)) return std::nullopt;
  std::vector<Ref<Indicator>> parts;
  for (const Node& item : entry.value.items) {
    const auto index =
        resolve(reader.reading().names, reader.problems(), Kind::indicator, item.text, item.spot);
    if (index) parts.push_back({*index});
  }
  if (parts.size() != entry.value.items.size()) return std::nullopt;
  return parts;
}

std::optional<Measure> read_sum(TableReader& reader, const Entry& entry) {
  auto parts = read_parts(reader, entry);
  if (!parts) return std::nullopt;
  if (parts->size() >= 2) return Sum{std::move(*parts)};
  reader.problems().add(Code::out_of_range, entry.value.spot, "a sum has at least two parts");
  return std::nullopt;
}

std::optional<Measure> read_difference(TableReader& reader, const Entry& entry) {
  const auto parts = read_parts(reader, entry);
  if (!parts) return std::nullopt;
  if (parts->size() == 2) return Difference{(*parts)[0], (*parts)[1]};
  reader.problems().add(
      Code::out_of_range, entry.value.spot,
      "a difference has two parts: what it is taken from, and what is taken away");
  return std::nullopt;
}

std::optional<Measure> read_one(TableReader& reader, const Entry& entry) {
  if (entry.key == "measure") return read_measured(reader, entry);
  for (const std::string_view key :
       {"dimensions", "key", "evidence", "completeness", "whole", "range"}) {
    reader.misplaced(key, "belongs to a measured indicator, not to a derived one");
  }
  if (entry.key == "ratio") return read_ratio(reader, entry);
  return entry.key == "sum" ? read_sum(reader, entry) : read_difference(reader, entry);
}

}  // namespace

std::optional<Measure> read_measure(TableReader& reader) {
  std::vector<const Entry*> given;
  for (const std::string_view key : kKeys) {
    const Entry* entry = reader.take(key);
    if (entry != nullptr) given.push_back(entry);
  }
  if (given.size() != 1) {
    reader.problems().add(
        Code::one_measure, given.empty() ? reader.table().spot : given[1]->spot,
        given.empty()
            ? "[[indicator]] has no `measure`"
            : fmt::format("[[indicator]] has both `{}` and `{}`", given[0]->key, given[1]->key),
        "write measure = \"flow\" for amounts that add up, \"stock\" for a level read on a day, "
        "or one of `ratio`, `sum` and `difference`");
  }
  std::optional<Measure> out;
  for (const Entry* entry : given) out = read_one(reader, *entry);
  return given.size() == 1 ? out : std::nullopt;
}

}  // namespace jalon::definitions
