#include "rules/rule_tests/fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace jalon::rule_tests {
namespace {

using engine::Verdict;
using V = const Verdict&;
using Words = std::span<const std::string_view>;

// The words of the engine (rules/engine/names.cpp); a test holds the two against each other.
constexpr std::string_view kStatuses[] = {"met",     "met-late", "pending", "unknown",
                                          "overdue", "missed",   "void"};
constexpr std::string_view kReasons[] = {
    "on-record",  "vague-due",  "no-denominator", "no-data",    "stale",
    "unverified", "vague-date", "vague-value",    "incomplete", "withdrawn"};
constexpr std::string_view kOutlooks[] = {"none", "on-track", "at-risk", "off-track"};
constexpr std::string_view kAges[] = {"fresh", "ageing", "stale"};
constexpr std::string_view kEvidence[] = {"confirmed", "reported", "none"};

struct QuantityValue {
  Value operator()(std::monostate) const { return {}; }
  Value operator()(const Decimal& number) const { return number; }
  Value operator()(const std::string& stage) const { return stage; }
};

Value of(const engine::Quantity& quantity) { return std::visit(QuantityValue{}, quantity); }
Value of(const std::optional<Decimal>& number) { return number ? Value{*number} : Value{}; }
Value of(const std::optional<Date>& day) { return day ? Value{*day} : Value{}; }
Value of(const std::optional<long>& count) { return count ? Value{Decimal{*count}} : Value{}; }
Value word(std::string_view name) { return std::string{name}; }

Value original(V v) { return v.original ? word(engine::name(*v.original)) : Value{}; }
Value decided_by(V v) { return v.decided_by.empty() ? Value{} : word(v.decided_by); }
Value freshness(V v) {
  return v.confidence.freshness ? word(engine::name(*v.confidence.freshness)) : Value{};
}

constexpr FieldKind kWord = FieldKind::word;
constexpr FieldKind kQuantity = FieldKind::quantity;
constexpr FieldKind kNumber = FieldKind::number;
constexpr FieldKind kDay = FieldKind::day;
constexpr FieldKind kTruth = FieldKind::truth;

constexpr Field kFields[] = {
    {"status", kWord, false, kStatuses, [](V v) { return word(engine::name(v.status)); }},
    {"reason", kWord, false, kReasons, [](V v) { return word(engine::name(v.reason)); }},
    {"value", kQuantity, true, {}, [](V v) { return of(v.value); }},
    {"lo", kQuantity, true, {}, [](V v) { return of(v.bounds.lo); }},
    {"hi", kQuantity, true, {}, [](V v) { return of(v.bounds.hi); }},
    {"goal", kQuantity, true, {}, [](V v) { return of(v.goal); }},
    {"gap", kNumber, true, {}, [](V v) { return of(v.gap); }},
    {"surplus", kNumber, true, {}, [](V v) { return of(v.surplus); }},
    {"progress", kNumber, true, {}, [](V v) { return of(v.progress); }},
    {"days_left", kNumber, true, {}, [](V v) { return of(v.days_left); }},
    {"days_overdue", kNumber, true, {}, [](V v) { return of(v.days_overdue); }},
    {"days_late", kNumber, true, {}, [](V v) { return of(v.days_late); }},
    {"reached_on", kDay, true, {}, [](V v) { return of(v.reached_on); }},
    {"since", kDay, true, {}, [](V v) { return of(v.since); }},
    {"within_tolerance", kTruth, false, {}, [](V v) { return Value{v.within_tolerance}; }},
    {"waived", kTruth, false, {}, [](V v) { return Value{v.waived.has_value()}; }},
    {"original", kWord, true, kStatuses, original},
    {"outlook", kWord, false, kOutlooks, [](V v) { return word(engine::name(v.outlook.state)); }},
    {"expected", kNumber, true, {}, [](V v) { return of(v.outlook.expected); }},
    {"projected", kNumber, true, {}, [](V v) { return of(v.outlook.projected); }},
    {"needed_per_day", kNumber, true, {}, [](V v) { return of(v.outlook.needed_per_day); }},
    {"decided_by", FieldKind::id, true, {}, decided_by},
    {"freshness", kWord, true, kAges, freshness},
    {"evidence", kWord, false, kEvidence,
     [](V v) { return word(engine::name(v.confidence.evidence)); }},
    {"complete_through", kDay, true, {}, [](V v) { return of(v.confidence.complete_through); }},
};

constexpr std::string_view kLaterFields[] = {"method_status", "score"};

struct Shown {
  std::string operator()(std::monostate) const { return "null"; }
  std::string operator()(bool truth) const { return truth ? "true" : "false"; }
  std::string operator()(const std::string& text) const { return printable(text); }
  std::string operator()(const Decimal& number) const { return number.str(); }
  std::string operator()(Date day) const { return iso(day); }
};

}  // namespace

std::span<const Field> fields() noexcept { return kFields; }

const Field* find_field(std::string_view name) noexcept {
  const auto* found = std::ranges::find(kFields, name, &Field::name);
  return found == std::end(kFields) ? nullptr : found;
}

std::span<const std::string_view> later_fields() noexcept { return kLaterFields; }

bool holds(const Wanted& wanted, const Value& actual) {
  if (!wanted.within) return wanted.value == actual;
  const auto* near = std::get_if<Decimal>(&wanted.value);
  const auto* number = std::get_if<Decimal>(&actual);
  if (near == nullptr || number == nullptr) return false;
  return (*number - *near).abs() <= *wanted.within;
}

std::string str(const Value& value) { return std::visit(Shown{}, value); }

std::string str(const Wanted& wanted) {
  if (!wanted.within) return str(wanted.value);
  return fmt::format("{} (within {})", str(wanted.value), wanted.within->str());
}

}  // namespace jalon::rule_tests
