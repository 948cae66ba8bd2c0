#include "rules/definitions/target_reading.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace jalon::definitions {
namespace {

constexpr std::array<std::string_view, 1> kExpectations{"linear"};

void read_baseline(TableReader& reader, TargetReading& out) {
  const Entry* entry = reader.take("baseline");
  if (entry == nullptr) return;
  if (entry->value.kind != Node::Kind::table) {
    wrong_type(reader.problems(), "baseline", entry->value, "a table",
               "write baseline = { value = 0, on = 2019-12-31 }");
    return;
  }
  TableReader table{reader.reading(), entry->value, "`baseline`"};
  const Entry* value = table.require("value");
  const Entry* on = table.take("on");
  table.finish();
  std::optional<Decimal> number;
  std::optional<Date> day;
  if (value != nullptr) number = read_number(table.problems(), "value", value->value);
  if (on != nullptr) {
    day = read_day(table.problems(), "on", on->value, reader.reading().programme.margins);
  }
  out.baseline = entry->spot;
  if (!number || (on != nullptr && !day)) return;
  out.baseline = value->value.spot;
  if (on != nullptr) out.baseline_day = on->value.spot;
  out.target.baseline = Baseline{*number, day};
}

std::optional<Date> read_checkpoint_day(TableReader& table, const Entry& on) {
  const auto date = read_date(table.problems(), "on", on.value, table.reading().programme.margins);
  if (!date) return std::nullopt;
  if (!date->nominal) {
    table.problems().add(Code::open_date, on.value.spot,
                         fmt::format("`on`: {} has no last day", quoted(date->written)));
  }
  return date->nominal;
}

void read_checkpoint(TableReader& reader, const Node& node, TargetReading& out) {
  if (node.kind != Node::Kind::table) {
    wrong_type(reader.problems(), "checkpoint", node, "a list of tables",
               "write checkpoint = [{ on = \"2024\", at_least = 10 }]");
    return;
  }
  TableReader table{reader.reading(), node, "`checkpoint`"};
  const bool limit = out.comparison && out.comparison->key == "at_most";
  const std::string_view word = limit ? "at_most" : "at_least";
  const Entry* on = table.require("on");
  const bool known = out.comparison && (limit || out.comparison->key == "at_least");
  if (known) {
    table.misplaced(limit ? "at_least" : "at_most",
                    fmt::format("does not fit the target's `{}`", word));
  }
  const Entry* value = known ? table.require(word) : table.take("at_least");
  if (!known && value == nullptr) value = table.take("at_most");
  table.finish();
  std::optional<Date> day;
  std::optional<Decimal> number;
  if (on != nullptr) day = read_checkpoint_day(table, *on);
  if (value != nullptr) number = read_number(table.problems(), value->key, value->value);
  if (!day || !number) return;
  out.target.checkpoints.push_back({*day, *number});
  out.checkpoints.push_back({on->value.spot, value->value.spot});
}

void read_checkpoints(TableReader& reader, TargetReading& out) {
  const Entry* entry = reader.take("checkpoint");
  if (entry == nullptr) return;
  const std::vector<Node>* items = read_list(reader.problems(), "checkpoint", entry->value);
  if (items == nullptr) return;
  for (const Node& item : *items) read_checkpoint(reader, item, out);
}

}  // namespace

void read_path(TableReader& reader, TargetReading& out) {
  read_baseline(reader, out);
  read_checkpoints(reader, out);
  const auto expect = reader.choice("expect", kExpectations);
  out.target.expect_linear = expect.has_value();
  if (expect) out.expect = reader.take("expect")->spot;
}

}  // namespace jalon::definitions
