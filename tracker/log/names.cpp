#include "tracker/log/names.hpp"

#include <array>
#include <stdexcept>

namespace jalon::log {
namespace {

template <class Kind>
struct Name {
  Kind kind;
  std::string_view name;
};

constexpr std::array<Name<RecordKind>, 6> kRecordKinds{{
    {RecordKind::record, "record"},
    {RecordKind::correction, "correction"},
    {RecordKind::retraction, "retraction"},
    {RecordKind::attestation, "attestation"},
    {RecordKind::redaction, "redaction"},
    {RecordKind::judgement, "judgement"},
}};
constexpr std::array<Name<PeriodUnit>, 4> kPeriodUnits{{
    {PeriodUnit::month, "month"},
    {PeriodUnit::quarter, "quarter"},
    {PeriodUnit::half, "half"},
    {PeriodUnit::year, "year"},
}};

template <class Table, class Kind>
std::string_view name_in(const Table& table, Kind kind) {
  for (const auto& row : table) {
    if (row.kind == kind) return row.name;
  }
  throw std::logic_error{"a kind without a name"};
}

template <class Kind, class Table>
std::optional<Kind> kind_in(const Table& table, std::string_view name) {
  for (const auto& row : table) {
    if (row.name == name) return row.kind;
  }
  return std::nullopt;
}

}  // namespace

std::string_view name(RecordKind kind) { return name_in(kRecordKinds, kind); }
std::optional<RecordKind> record_kind_from(std::string_view name) {
  return kind_in<RecordKind>(kRecordKinds, name);
}
std::string_view name(PeriodUnit unit) { return name_in(kPeriodUnits, unit); }
std::optional<PeriodUnit> period_unit_from(std::string_view name) {
  return kind_in<PeriodUnit>(kPeriodUnits, name);
}

}  // namespace jalon::log
