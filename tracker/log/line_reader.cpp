#include "tracker/log/line_reader.hpp"

#include "tracker/log/chain.hpp"
#include "tracker/log/json.hpp"
#include "tracker/log/names.hpp"

#include <rapidjson/document.h>

#include <charconv>

namespace jalon::log {
namespace {

// Numbers arrive as texts. What is a number and what a text need not be told apart here: the
// record is written again at the end and must give the same line.
constexpr unsigned kParseFlags = rapidjson::kParseIterativeFlag |
                                 rapidjson::kParseValidateEncodingFlag |
                                 rapidjson::kParseNumbersAsStringsFlag;

using Value = rapidjson::Value;

/// Fills a record key by key; `good` turns false for good at the first that does not fit.
class LineReader {
 public:
  explicit LineReader(const Value& object) : object_{object} {}

  std::optional<Record> read() {
    Record record;
    record.number = integer("number").value_or(0);
    record.uid = text("uid");
    record.kind = word("kind", record_kind_from).value_or(RecordKind::record);
    record.subject = text("subject");
    record.happened = happened();
    record.amount = amount();
    record.stage = text("stage");
    record.dimensions = part("dimensions", dimensions_from).value_or(DimensionValues{});
    record.key = text("key");
    record.evidence = part("evidence", evidence_from).value_or(std::vector<Evidence>{});
    record.note_hash = text("note_hash");
    record.replaces = integer("replaces");
    record.learned = day("learned").value_or(record.learned);
    record.recorded_at = text("recorded_at");
    record.recorded_by = text("recorded_by");
    record.on_behalf_of = text("on_behalf_of");
    record.tool_version = text("tool_version");
    if (!good_) return std::nullopt;
    return record;
  }

 private:
  const Value* find(const char* key) const {
    const auto member = object_.FindMember(key);
    return member == object_.MemberEnd() ? nullptr : &member->value;
  }

  std::string text(const char* key) {
    const Value* value = find(key);
    if (value == nullptr) return {};
    if (!value->IsString()) {
      good_ = false;
      return {};
    }
    return {value->GetString(), value->GetStringLength()};
  }

  /// A text that `parse` makes something of.
  template <class Parse>
  auto word(const char* key, Parse parse) -> decltype(parse(std::string_view{})) {
    const std::string written = text(key);
    if (written.empty()) return std::nullopt;
    auto value = parse(std::string_view{written});
    if (!value) good_ = false;
    return value;
  }

  std::optional<std::int64_t> integer(const char* key) {
    return word(key, [](std::string_view written) -> std::optional<std::int64_t> {
      std::int64_t value = 0;
      const auto [end, error] =
          std::from_chars(written.data(), written.data() + written.size(), value);
      if (error != std::errc{} || end != written.data() + written.size()) return std::nullopt;
      return value;
    });
  }

  /// Not Decimal::parse: what is derived from 18 digits may have 19.
  std::optional<Decimal> decimal(const char* key) {
    return word(key, [](std::string_view written) -> std::optional<Decimal> {
      const auto point = written.find('.');
      std::string digits{written};
      if (point != std::string::npos) digits.erase(point, 1);
      const auto scale = point == std::string::npos ? 0 : written.size() - point - 1;
      std::int64_t mantissa = 0;
      const auto [end, error] =
          std::from_chars(digits.data(), digits.data() + digits.size(), mantissa);
      if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
      if (scale > std::size_t{Decimal::kMaxScale}) return std::nullopt;
      return Decimal::scaled(mantissa, static_cast<int>(scale));
    });
  }

  std::optional<Date> day(const char* key) {
    return word(key, [](std::string_view written) -> std::optional<Date> {
      const auto day = parse_date(written);
      if (!day) return std::nullopt;
      return day.value();
    });
  }

  bool flag(const char* key) {
    const Value* value = find(key);
    return value != nullptr && value->IsTrue();
  }

  DateExpression happened() {
    return {text("on"), day("from"),   day("nominal"),
            day("to"),  flag("vague"), word("unit", period_unit_from)};
  }

  std::optional<Amount> amount() {
    const Amount amount{
        {{decimal("lower"), flag("lower_open")}, {decimal("upper"), flag("upper_open")}},
        text("value"),
        decimal("number_written")};
    if (amount.written.empty()) return std::nullopt;
    return amount;
  }

  /// A member that is JSON of its own, read by what reads the store's column.
  template <class Parse>
  auto part(const char* key, Parse parse) -> decltype(parse(std::string_view{})) {
    const Value* value = find(key);
    if (value == nullptr) return std::nullopt;
    const std::string json = as_json(*value);
    auto parsed = parse(std::string_view{json});
    if (!parsed) good_ = false;
    return parsed;
  }

  /// As json.hpp spells it: an object of texts or an array of such objects; else nothing good.
  static std::string as_json(const Value& value) {
    if (value.IsString()) {
      std::string out;
      append_json(out, {value.GetString(), value.GetStringLength()});
      return out;
    }
    if (value.IsObject()) {
      std::string out = "{";
      for (const auto& member : value.GetObject()) {
        if (out.size() > 1) out += ',';
        out += as_json(member.name) + ':' + (member.value.IsString() ? as_json(member.value) : "");
      }
      return out + '}';
    }
    if (!value.IsArray()) return {};
    std::string out = "[";
    for (const auto& element : value.GetArray()) {
      if (out.size() > 1) out += ',';
      out += element.IsObject() ? as_json(element) : "";
    }
    return out + ']';
  }

  const Value& object_;
  bool good_ = true;
};

}  // namespace

std::optional<Record> record_from_line(std::string_view line) {
  rapidjson::Document document;
  document.Parse<kParseFlags>(line.data(), line.size());
  if (document.HasParseError() || !document.IsObject()) return std::nullopt;
  auto record = LineReader{document}.read();
  if (!record || canonical_line(*record) != line) return std::nullopt;
  return record;
}

}  // namespace jalon::log
