#include "rules/rule_tests/expectations.hpp"

#include "rules/rule_tests/fields.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace jalon::rule_tests {
namespace {

using definitions::Code;
using definitions::Entry;
using definitions::Node;
using definitions::Problems;
using definitions::TableReader;
using Named = VerdictNames::Named;
using Unknown = VerdictNames::Unknown;

constexpr std::string_view kNull = "null";

Place place_at(const TableReader& table, definitions::Spot spot) {
  return {table.reading().files[spot.file], spot.line, spot.column};
}

/// Reads what one verdict must hold.
class VerdictTable {
 public:
  VerdictTable(TableReader& outer, const VerdictNames& names) : outer_{outer}, names_{names} {}

  std::optional<Expectation> read(const Entry& entry) {
    const auto found = names_.find(entry.key);
    if (const auto* unknown = std::get_if<Unknown>(&found)) {
      refuse(entry, *unknown);
      if (is_nested(entry)) return std::nullopt;
      named_.commitment = true;  // its fields are looked at all the same
    } else {
      named_ = std::get<Named>(found);
    }
    if (entry.value.kind != Node::Kind::table) {
      wrong_type(problems(), entry.key, entry.value, "a table of fields",
                 "for example { status = \"met\" }");
      return std::nullopt;
    }
    if (entry.value.entries.empty()) {
      problems().add(Code::empty_expect, entry.spot,
                     fmt::format("nothing is expected of {}", quoted(entry.key)),
                     "name a field: { status = \"met\" }");
      return std::nullopt;
    }
    Expectation out{entry.key, named_.definition, {}, place_at(outer_, entry.spot)};
    for (const Entry& field : entry.value.entries) read_field(field, out);
    return out;
  }

 private:
  [[nodiscard]] Problems& problems() const { return outer_.problems(); }

  /// An id whose dots TOML took for tables within tables.
  static bool is_nested(const Entry& entry) {
    const auto nested = [](const Entry& inner) { return inner.value.kind == Node::Kind::table; };
    return entry.value.kind == Node::Kind::table && !entry.value.entries.empty() &&
           std::ranges::all_of(entry.value.entries, nested);
  }

  void refuse(const Entry& entry, const Unknown& unknown) {
    std::string hint = unknown.hint;
    if (is_nested(entry)) {
      hint = fmt::format("put an id with dots in quotes: \"{}.{}\"", printable(entry.key),
                         printable(entry.value.entries.front().key));
    }
    if (hint.empty()) hint = problems().suggest(entry.key, names_.ids());
    problems().add(Code::unknown_reference, entry.spot,
                   fmt::format("{} {}", quoted(entry.key), unknown.reason), hint);
  }

  void read_field(const Entry& entry, Expectation& out) {
    const auto later = later_fields();
    if (std::ranges::find(later, entry.key) != later.end()) {
      problems().add(Code::not_supported, entry.spot,
                     fmt::format("`{}` in `expect` is not supported yet", entry.key));
      return;
    }
    const Field* field = find_field(entry.key);
    if (field == nullptr) {
      std::vector<std::string_view> known;
      for (const Field& one : fields()) known.push_back(one.name);
      problems().add(Code::unknown_field, entry.spot,
                     fmt::format("{} is not a field of a verdict", quoted(entry.key)),
                     problems().suggest(entry.key, known));
      return;
    }
    if (auto wanted = read_wanted(*field, entry))
      out.fields.push_back({entry.key, *std::move(wanted), place_at(outer_, entry.spot)});
  }

  std::optional<Wanted> read_wanted(const Field& field, const Entry& entry) {
    const Node& node = entry.value;
    if (node.kind == Node::Kind::text && node.text == kNull) {
      if (field.nullable) return Wanted{};
      problems().add(Code::unknown_choice, node.spot,
                     fmt::format("`{}` always has a value", field.name));
      return std::nullopt;
    }
    if (node.kind == Node::Kind::table) return read_near(field, entry);
    switch (field.kind) {
      case FieldKind::word:
        return read_word(field, node);
      case FieldKind::quantity:
        return read_quantity(field, node);
      case FieldKind::number:
        return wrap(read_number(problems(), field.name, node));
      case FieldKind::day:
        return wrap(read_day(problems(), field.name, node, {}));
      case FieldKind::truth:
        return wrap(read_truth(problems(), field.name, node));
      case FieldKind::id:
        return read_id(field, node);
    }
    return std::nullopt;
  }

  template <class T>
  static std::optional<Wanted> wrap(const std::optional<T>& value) {
    if (!value) return std::nullopt;
    return Wanted{Value{*value}};
  }

  std::optional<Wanted> read_word(const Field& field, const Node& node) {
    const auto choice = read_choice(problems(), field.name, node, field.words);
    if (!choice) return std::nullopt;
    return Wanted{Value{std::string{field.words[*choice]}}};
  }

  std::optional<Wanted> read_quantity(const Field& field, const Node& node) {
    const bool stages = named_.milestone != nullptr;
    if (!stages && (!named_.commitment || node.kind != Node::Kind::text))
      return wrap(read_number(problems(), field.name, node));
    const auto stage = read_text(problems(), field.name, node);
    if (!stage || !stages) return wrap(stage);
    const auto& known = named_.milestone->stages;
    if (std::ranges::find(known, *stage) != known.end()) return wrap(stage);
    const std::vector<std::string_view> names{known.begin(), known.end()};
    problems().add(Code::unknown_stage, node.spot,
                   fmt::format("{} is not a stage of {}", quoted(*stage), named_.definition),
                   problems().suggest(*stage, names));
    return std::nullopt;
  }

  std::optional<Wanted> read_id(const Field& field, const Node& node) {
    const auto id = read_text(problems(), field.name, node);
    if (!id) return std::nullopt;
    const auto found = names_.find(*id);
    if (const auto* unknown = std::get_if<Unknown>(&found)) {
      problems().add(Code::unknown_reference, node.spot,
                     fmt::format("{} {}", quoted(*id), unknown->reason),
                     unknown->hint.empty() ? problems().suggest(*id, names_.ids()) : unknown->hint);
      return std::nullopt;
    }
    return wrap(id);
  }

  std::optional<Wanted> read_near(const Field& field, const Entry& entry) {
    if (field.kind != FieldKind::number && field.kind != FieldKind::quantity) {
      wrong_type(problems(), field.name, entry.value, "a plain value",
                 "{ near, within } is for numbers");
      return std::nullopt;
    }
    TableReader table{outer_.reading(), entry.value, fmt::format("`{}`", field.name)};
    const Entry* near = table.require("near");
    const Entry* within = table.require("within");
    table.finish();
    if (near == nullptr || within == nullptr) return std::nullopt;
    const auto value = read_number(problems(), "near", near->value);
    const auto distance = read_number(problems(), "within", within->value);
    if (!value || !distance) return std::nullopt;
    if (distance->is_negative()) {
      problems().add(Code::out_of_range, within->value.spot, "`within` must not be negative");
      return std::nullopt;
    }
    return Wanted{Value{*value}, *distance};
  }

  TableReader& outer_;
  const VerdictNames& names_;
  Named named_ = {};
};

}  // namespace

std::vector<Expectation> read_expectations(TableReader& table, const VerdictNames& names) {
  std::vector<Expectation> out;
  const Entry* expect = table.take("expect");
  if (expect == nullptr) {
    table.problems().add(Code::empty_expect, table.table().spot,
                         fmt::format("{} expects nothing", table.title()),
                         "a test without `expect` can never fail");
    return out;
  }
  if (expect->value.kind != Node::Kind::table) {
    wrong_type(table.problems(), "expect", expect->value, "a table of ids");
    return out;
  }
  if (expect->value.entries.empty()) {
    table.problems().add(Code::empty_expect, expect->spot, "`expect` names no verdict");
  }
  for (const Entry& entry : expect->value.entries) {
    if (auto one = VerdictTable{table, names}.read(entry)) out.push_back(*std::move(one));
  }
  return out;
}

}  // namespace jalon::rule_tests
