// Reports for programs: one JSON object, or one verdict a line.
#include "reports/formats.hpp"
#include "reports/json_writer.hpp"
#include "reports/machine.hpp"
#include "reports/parts.hpp"
#include "rules/model/printable.hpp"
#include "rules/model/utf8.hpp"

#include <fmt/format.h>

#include <array>

namespace jalon::reports {
namespace {

using engine::Verdict;

struct ValueText {
  std::string operator()(std::monostate) const { return "null"; }
  std::string operator()(bool truth) const { return truth ? "true" : "false"; }
  std::string operator()(const std::string& text) const { return json_text(text); }
  std::string operator()(const Decimal& number) const { return number.str(); }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(Date day) const { return json_text(iso(day)); }
  std::string operator()(const std::vector<std::int64_t>& numbers) const {
    std::string out = "[";
    for (const std::int64_t number : numbers) {
      if (out.size() > 1) out += ",";
      out += std::to_string(number);
    }
    return out + "]";
  }
};

bool is_false(const Machine& value) {
  const bool* truth = std::get_if<bool>(&value);
  return truth != nullptr && !*truth;
}
bool is_null(const Machine& value) { return std::holds_alternative<std::monostate>(value); }

/// The first keys of objects that are null as a whole where there is nothing to say.
bool opens_optional(std::string_view key) {
  return key == "waived.id" || key == "source.ref" || key == "judgement.colour";
}

std::string counts_text(const engine::Counts& counts) {
  ObjectWriter object;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    object.add(engine::name(static_cast<engine::Status>(i)), std::to_string(counts[i]));
  }
  object.add("total", std::to_string(counted(counts)));
  return std::move(object).text();
}

std::string summary_text(const engine::Rollup& summary) {
  std::string text = counts_text(summary.all.counts);
  text.pop_back();
  return fmt::format("{},\"commitments\":{}}}", text, counts_text(summary.commitments.counts));
}

std::string period_text(const std::optional<ReportPeriod>& period) {
  if (!period) return "null";
  constexpr std::array<std::string_view, 5> kUnits{"week", "month", "quarter", "half", "year"};
  ObjectWriter object;
  object.add("name", json_text(period->name));
  object.add("unit", json_text(kUnits.at(static_cast<std::size_t>(period->unit))));
  object.add("first", json_text(iso(period->days.first)));
  object.add("last", json_text(iso(period->days.last)));
  object.add("running", period->running ? "true" : "false");
  return std::move(object).text();
}

std::string head_text(const Head& head) {
  ObjectWriter object;
  object.add("programme", json_text(head.programme));
  object.add("title", json_text(head.title));
  object.add("as_of", json_text(iso(head.as_of)));
  object.add("known", json_text(iso(head.known)));
  object.add("definitions_hash", json_text(head.definitions_hash));
  object.add("definitions_kept", head.definitions_kept ? "true" : "false");
  object.add("last_record", std::to_string(head.last_record));
  object.add("log_head", head.log_head.empty() ? "null" : json_text(head.log_head));
  object.add("version", json_text(head.version));
  object.add("command", json_text(head.command));
  object.add("period", period_text(head.period));
  object.add("since", json_or_null(head.since));
  return std::move(object).text();
}

engine::Moment moment_of(const Head& head) { return {head.as_of, head.known}; }

/// Elements on lines of their own, so that a difference between two reports can be read.
std::string array_text(const std::vector<std::string>& elements) {
  if (elements.empty()) return "[]";
  std::string out = "[";
  for (const std::string& element : elements) {
    out += out.size() == 1 ? "\n  " : ",\n  ";
    out += element;
  }
  return out + "\n ]";
}

std::string row_text(const Table& table, const Row& row) {
  ObjectWriter object;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    object.add(table.columns[i].key, json_value(machine_value(row.cells[i])));
  }
  return std::move(object).text();
}

std::vector<std::string> rows_of(const Table& table) {
  std::vector<std::string> rows;
  for (const Row& row : table.rows) rows.push_back(row_text(table, row));
  return rows;
}

std::vector<std::string> elements_of(const Report& report) {
  if (report.table) return rows_of(*report.table);
  std::vector<std::string> elements;
  for (const Verdict* verdict : report.verdicts) {
    elements.push_back(verdict_json(*report.programme, *verdict, moment_of(report.head)));
  }
  return elements;
}

}  // namespace

void ObjectWriter::add(std::string_view key, std::string_view value) {
  const auto dot = key.find('.');
  const std::string_view object = dot == std::string_view::npos ? "" : key.substr(0, dot);
  if (object != open_) {
    if (!open_.empty()) out_ += '}';
    if (!object.empty()) out_ += fmt::format("{}{}:{{", comma(), json_text(object));
    open_ = object;
    fresh_ = !object.empty();
  }
  const std::string_view name = object.empty() ? key : key.substr(dot + 1);
  out_ += fmt::format("{}{}:{}", comma(), json_text(name), value);
  fresh_ = false;
}

std::string ObjectWriter::text() && {
  if (!open_.empty()) out_ += '}';
  return std::move(out_) + '}';
}

std::string json_array(const std::vector<std::string>& elements) {
  return fmt::format("[{}]", fmt::join(elements, ","));
}
std::string json_or_null(const std::optional<Date>& day) {
  return day ? json_text(iso(*day)) : "null";
}
std::string json_or_null(const std::optional<Decimal>& number) {
  return number ? number->str() : "null";
}
std::string json_text_or_null(std::string_view text) {
  return text.empty() ? "null" : json_text(text);
}

namespace {

/// A character by its number, beyond U+FFFF as the two halves that JSON wants.
std::string json_escape(char32_t code) {
  const auto unit = [](char32_t half) {
    return fmt::format("\\u{:04x}", static_cast<unsigned>(half));
  };
  if (code <= 0xffff) return unit(code);
  const char32_t rest = code - 0x10000;
  return unit(0xd800 + (rest >> 10U)) + unit(0xdc00 + (rest & 0x3ffU));
}

}  // namespace

std::string json_text(std::string_view text) {
  std::string out = "\"";
  while (!text.empty()) {
    const auto character = first_character(text);
    const std::size_t bytes = character ? character->bytes : 1;
    const char32_t code = character ? character->code : 0xfffd;
    if (code == '"' || code == '\\') {
      out += fmt::format("\\{}", static_cast<char>(code));
    } else if (steers(code)) {
      out += json_escape(code);
    } else {
      out += character ? text.substr(0, bytes) : std::string_view{"\xef\xbf\xbd"};
    }
    text.remove_prefix(bytes);
  }
  return out + '"';
}

std::string json_value(const Machine& value) { return std::visit(ValueText{}, value); }

std::string verdict_json(const Programme& programme, const Verdict& verdict,
                         const engine::Moment& moment) {
  ObjectWriter object;
  object.add("schema", json_text("jalon.verdict/1"));
  std::string absent;
  for (const Field& field : verdict_fields(programme, verdict, moment)) {
    if (field.key.ends_with("_open") && is_false(field.value)) continue;
    const std::string whole = field.key.substr(0, field.key.find('.'));
    if (whole == absent) continue;
    if (is_null(field.value) && opens_optional(field.key)) {
      object.add(whole, "null");
      absent = whole;
    } else {
      object.add(field.key, json_value(field.value));
    }
  }
  return std::move(object).text();
}

std::string render_json(const Report& report, const RenderOptions&) {
  std::string out = fmt::format("{{\"schema\":{},\n \"head\":{},\n", json_text(report.schema),
                                head_text(report.head));
  if (!report.explanation.empty()) {
    return out + fmt::format(" \"explanation\":{}}}\n", report.explanation);
  }
  if (report.table) {
    return out + fmt::format(" \"rows\":{}}}\n", array_text(elements_of(report)));
  }
  std::vector<std::string> findings;
  for (const Verdict* finding : report.findings) findings.push_back(json_text(finding->id));
  const std::string changes = report.changes ? array_text(rows_of(*report.changes)) : "null";
  return out + fmt::format(
                   " \"summary\":{},\n \"verdicts\":{},\n \"findings\":{},\n "
                   "\"changes\":{}}}\n",
                   summary_text(report.summary), array_text(elements_of(report)),
                   array_text(findings), changes);
}

std::string render_jsonl(const Report& report, const RenderOptions&) {
  std::string out;
  for (const std::string& element : elements_of(report)) out += element + "\n";
  return out;
}

}  // namespace jalon::reports
