#include "tracker/exchange/export.hpp"

#include "tracker/exchange/csv.hpp"
#include "tracker/log/names.hpp"
#include "tracker/log/transfer.hpp"

#include <algorithm>
#include <set>

namespace jalon::exchange {
namespace {

/// One row of cells; the first without a comma before it.
class RowWriter {
 public:
  explicit RowWriter(std::ostream& out) : out_{out} {}
  RowWriter& operator<<(std::string_view text) {
    if (!first_) out_ << ',';
    first_ = false;
    out_ << csv_cell(defused(std::string{text}));
    return *this;
  }
  RowWriter& operator<<(std::int64_t number) { return *this << std::to_string(number); }
  void finish() {
    out_ << "\r\n";
    first_ = true;
  }

 private:
  std::ostream& out_;
  bool first_ = true;
};

/// `a|b`; a `|` inside stands as `\|`.
template <class Part>
std::string list_of(const std::vector<Evidence>& evidence, Part part) {
  std::string list;
  for (const Evidence& one : evidence) {
    if (&one != &evidence.front()) list += '|';
    for (const char c : one.*part) {
      if (c == '|') list += '\\';
      list += c;
    }
  }
  return list;
}

std::string day_or_empty(const std::optional<Date>& day) { return day ? iso(*day) : ""; }
std::string number_or_empty(const std::optional<Decimal>& number) {
  return number ? number->str() : "";
}
std::string yes_or_empty(bool yes) { return yes ? "open" : ""; }

std::string dimension(const Record& record, std::string_view name) {
  const auto found = std::ranges::find(record.dimensions, name, &DimensionValue::dimension);
  return found == record.dimensions.end() ? "" : found->value;
}

void write_record(const Record& record, const std::set<std::string>& dimensions, RowWriter& row) {
  const Amount amount = record.amount.value_or(Amount{});
  row << record.number << record.uid << log::name(record.kind) << record.subject
      << record.happened.written << day_or_empty(record.happened.from)
      << day_or_empty(record.happened.latest) << amount.written
      << number_or_empty(amount.range.lo.at) << yes_or_empty(amount.range.lo.open)
      << number_or_empty(amount.range.hi.at) << yes_or_empty(amount.range.hi.open) << record.stage;
  for (const std::string& name : dimensions) row << dimension(record, name);
  row << record.key << list_of(record.evidence, &Evidence::text)
      << list_of(record.evidence, &Evidence::kind);
  row << (record.replaces ? std::to_string(*record.replaces) : "");
  row << iso(record.learned) << record.recorded_at << record.recorded_by << record.on_behalf_of
      << record.tool_version;
  row.finish();
}

}  // namespace

void export_json_lines(const std::filesystem::path& store, std::ostream& out) {
  log::export_lines(store, out);
}

void export_csv(std::span<const Record> records, std::ostream& out) {
  std::set<std::string> dimensions;
  for (const Record& record : records) {
    for (const DimensionValue& value : record.dimensions) dimensions.insert(value.dimension);
  }
  RowWriter row{out};
  for (const std::string_view name :
       {"number", "uid", "record", "subject", "on", "from", "to", "value", "lower", "lower_end",
        "upper", "upper_end", "stage"}) {
    row << name;
  }
  for (const std::string& name : dimensions) row << "set." + name;
  for (const std::string_view name :
       {"key", "evidence", "kind", "replaces", "learned", "recorded_at", "recorded_by",
        "on_behalf_of", "tool_version"}) {
    row << name;
  }
  row.finish();
  for (const Record& record : records) write_record(record, dimensions, row);
}

}  // namespace jalon::exchange
