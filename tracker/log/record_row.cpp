#include "tracker/log/record_row.hpp"

#include "rules/model/utf8.hpp"
#include "tracker/log/json.hpp"
#include "tracker/log/log.hpp"
#include "tracker/log/names.hpp"

#include <fmt/format.h>

#include <limits>

namespace jalon::log {
namespace {

constexpr std::string_view kColumns =
    "number, uid, kind, subject, "
    "happened_from, happened_nominal, happened_latest, happened_written, happened_vague, "
    "happened_unit, "
    "lower_mantissa, lower_scale, lower_open, upper_mantissa, upper_scale, upper_open, "
    "number_mantissa, number_scale, amount_written, "
    "stage, dimensions, key, evidence, note_hash, replaces, "
    "learned, recorded_at, recorded_by, on_behalf_of, tool_version, previous_hash, hash";
constexpr std::string_view kParameters =
    "?,?,?,?, ?,?,?,?,?, ?, ?,?,?,?,?,?, ?,?,?, ?,?,?,?,?,?, ?,?,?,?,?,?,?";

// Writing.

std::optional<std::string> iso_or_nothing(const std::optional<Date>& day) {
  if (!day) return std::nullopt;
  return iso(*day);
}

void bind(Statement& insert, const DateExpression& happened) {
  insert.add(iso_or_nothing(happened.from));
  insert.add(iso_or_nothing(happened.nominal));
  insert.add(iso_or_nothing(happened.latest));
  insert.add_or_null(happened.written);
  insert.add(happened.vague ? 1 : 0);
  insert.add_or_null(happened.unit ? name(*happened.unit) : std::string_view{});
}

void bind(Statement& insert, const std::optional<Decimal>& number) {
  if (number) {
    insert.add(static_cast<std::int64_t>(number->mantissa()));
    insert.add(number->scale());
  } else {
    insert.add_null();
    insert.add_null();
  }
}

void bind(Statement& insert, const End& end) {
  bind(insert, end.at);
  if (end.at) {
    insert.add(end.open ? 1 : 0);
  } else {
    insert.add_null();
  }
}

void bind(Statement& insert, const std::optional<Amount>& amount) {
  static const Amount kNone{};
  const Amount& value = amount ? *amount : kNone;
  bind(insert, value.range.lo);
  bind(insert, value.range.hi);
  bind(insert, value.number);
  insert.add_or_null(value.written);
}

// Reading, column by column in the order of kColumns.

class Row {
 public:
  explicit Row(Statement& select) : select_{select} {}

  std::int64_t integer() { return select_.integer(column_++); }
  std::optional<std::int64_t> integer_or_null() { return select_.integer_or_null(column_++); }
  std::string text() { return select_.text(column_++); }
  std::string text_or_empty() { return select_.text_or_empty(column_++); }

  bool flag() {
    const std::int64_t value = integer();
    if (value != 0 && value != 1) damaged("a flag is neither 0 nor 1");
    return value == 1;
  }
  Date day() { return day_from(text()); }
  std::optional<Date> day_or_null() {
    const std::string written = text_or_empty();
    if (written.empty()) return std::nullopt;
    return day_from(written);
  }
  std::optional<Decimal> decimal_or_null() {
    const auto mantissa = integer_or_null();
    const auto scale = integer_or_null();
    if (mantissa.has_value() != scale.has_value()) damaged("half a number");
    if (!mantissa) return std::nullopt;
    if (*scale < 0 || *scale > Decimal::kMaxScale) damaged("a number's scale");
    const Decimal value = Decimal::scaled(*mantissa, static_cast<int>(*scale));
    if (value.mantissa() != *mantissa || value.scale() != *scale) {
      damaged("a number is not in lowest terms");
    }
    return value;
  }
  End end() {
    End end{decimal_or_null()};
    const auto open = integer_or_null();
    if (open.has_value() != end.at.has_value() || (open && *open != 0 && *open != 1)) {
      damaged("an open end");
    }
    end.open = open == 1;
    return end;
  }
  DateExpression happened();
  std::optional<Amount> amount();
  RecordKind kind();
  DimensionValues dimensions();
  std::vector<Evidence> evidence();

 private:
  [[noreturn]] static void damaged(std::string_view what) {
    throw StoreError{StoreError::Kind::damaged,
                     fmt::format("the row is not as it was written: {}", what)};
  }
  static Date day_from(const std::string& written) {
    const auto day = parse_date(written);
    if (!day) damaged("a day");
    return day.value();
  }

  Statement& select_;
  int column_ = 0;
};

DateExpression Row::happened() {
  DateExpression happened;
  happened.from = day_or_null();
  happened.nominal = day_or_null();
  happened.latest = day_or_null();
  happened.written = text_or_empty();
  happened.vague = flag();
  if (const std::string unit = text_or_empty(); !unit.empty()) {
    happened.unit = period_unit_from(unit);
    if (!happened.unit) damaged("a calendar period");
  }
  return happened;
}

std::optional<Amount> Row::amount() {
  Amount amount;
  amount.range.lo = end();
  amount.range.hi = end();
  amount.number = decimal_or_null();
  amount.written = text_or_empty();
  if (!amount.written.empty()) return amount;
  if (amount != Amount{}) damaged("a value without its text");
  return std::nullopt;
}

RecordKind Row::kind() {
  if (const auto kind = record_kind_from(text())) return *kind;
  damaged("a kind");
}

DimensionValues Row::dimensions() {
  const std::string written = text_or_empty();
  if (written.empty()) return {};
  auto dimensions = dimensions_from(written);
  if (!dimensions || dimensions->empty()) damaged("dimensions");
  return std::move(*dimensions);
}

std::vector<Evidence> Row::evidence() {
  const std::string written = text_or_empty();
  if (written.empty()) return {};
  auto evidence = evidence_from(written);
  if (!evidence || evidence->empty()) damaged("evidence");
  return std::move(*evidence);
}

// What a row can hold.

std::optional<std::string> why_not_storable(const std::optional<Decimal>& number) {
  if (number && number->mantissa() != static_cast<std::int64_t>(number->mantissa())) {
    return fmt::format("{} has too many digits: at most 18 can be stored exactly", number->str());
  }
  return std::nullopt;
}

std::optional<std::string> why_not_storable(const DimensionValues& dimensions) {
  for (std::size_t i = 1; i < dimensions.size(); ++i) {
    if (dimensions[i - 1].dimension >= dimensions[i].dimension) {
      return "dimensions are not sorted, each once";
    }
  }
  return std::nullopt;
}

/// "2020-02-25T09:30:00.000000Z" by its form.
bool is_instant(std::string_view text) {
  constexpr std::string_view kForm = "0000-00-00T00:00:00.000000Z";
  if (text.size() != kForm.size()) return false;
  for (std::size_t i = 0; i < kForm.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (kForm[i] == '0' ? !digit : text[i] != kForm[i]) return false;
  }
  return true;
}

bool texts_are_utf8(const Record& record) {
  for (const std::string* text :
       {&record.uid, &record.subject, &record.happened.written, &record.stage, &record.key,
        &record.recorded_by, &record.on_behalf_of, &record.tool_version}) {
    if (!valid_utf8(*text)) return false;
  }
  if (record.amount && !valid_utf8(record.amount->written)) return false;
  return valid_utf8(json(record.dimensions)) && valid_utf8(json(record.evidence));
}

}  // namespace

std::string select_records(std::string_view rest) {
  return fmt::format("SELECT {} FROM record {}", kColumns, rest);
}

std::string insert_record() {
  return fmt::format("INSERT INTO record ({}) VALUES ({})", kColumns, kParameters);
}

void bind(Statement& insert, const RecordRow& row) {
  const Record& record = row.record;
  insert.restart();
  insert.add(record.number);
  insert.add(record.uid);
  insert.add(name(record.kind));
  insert.add_or_null(record.subject);
  bind(insert, record.happened);
  bind(insert, record.amount);
  insert.add_or_null(record.stage);
  insert.add_or_null(record.dimensions.empty() ? std::string{} : json(record.dimensions));
  insert.add_or_null(record.key);
  insert.add_or_null(record.evidence.empty() ? std::string{} : json(record.evidence));
  insert.add_or_null(record.note_hash);
  insert.add(record.replaces);
  insert.add(iso(record.learned));
  insert.add(record.recorded_at);
  insert.add(record.recorded_by);
  insert.add_or_null(record.on_behalf_of);
  insert.add(record.tool_version);
  insert.add(row.previous_hash);
  insert.add(row.hash);
}

RecordRow read_row(Statement& select) {
  Row row{select};
  RecordRow read;
  Record& record = read.record;
  record.number = row.integer();
  record.uid = row.text();
  record.kind = row.kind();
  record.subject = row.text_or_empty();
  record.happened = row.happened();
  record.amount = row.amount();
  record.stage = row.text_or_empty();
  record.dimensions = row.dimensions();
  record.key = row.text_or_empty();
  record.evidence = row.evidence();
  record.note_hash = row.text_or_empty();
  record.replaces = row.integer_or_null();
  record.learned = row.day();
  record.recorded_at = row.text();
  record.recorded_by = row.text();
  record.on_behalf_of = row.text_or_empty();
  record.tool_version = row.text();
  read.previous_hash = row.text();
  read.hash = row.text();
  return read;
}

std::optional<std::string> why_not_storable(const Amount& amount) {
  if (amount.written.empty()) return "a value without its text";
  for (const End& end : {amount.range.lo, amount.range.hi}) {
    if (end.open && !end.at) return "an infinite end that is open";
    if (auto why = why_not_storable(end.at)) return why;
  }
  return why_not_storable(amount.number);
}

std::optional<std::string> why_not_storable(const Record& record) {
  if (record.uid.empty()) return "no uid";
  if (!is_instant(record.recorded_at)) return "no instant of recording in UTC with microseconds";
  if (record.recorded_by.empty()) return "no account that recorded it";
  if (record.tool_version.empty()) return "no version of the tool";
  if (!texts_are_utf8(record)) return "a text that is not UTF-8";
  if (auto why = why_not_storable(record.dimensions)) return why;
  if (record.amount) return why_not_storable(*record.amount);
  return std::nullopt;
}

}  // namespace jalon::log
