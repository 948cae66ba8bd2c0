// Reports for spreadsheets: RFC 4180, CRLF, plain numbers, no totals.
#include "reports/formats.hpp"
#include "reports/machine.hpp"
#include "reports/text.hpp"

#include <vector>

namespace jalon::reports {
namespace {

/// A text that a spreadsheet would run as a formula gets an apostrophe in front.
std::string defused(std::string text) {
  if (begins_formula(text)) text.insert(text.begin(), '\'');
  return text;
}

std::string quoted(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

struct CellText {
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(bool truth) const { return truth ? "true" : "false"; }
  std::string operator()(const std::string& text) const {
    return quoted(defused(printable_lines(text)));
  }
  std::string operator()(const Decimal& number) const { return number.str(); }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(Date day) const { return iso(day); }
  std::string operator()(const std::vector<std::int64_t>& numbers) const {
    std::string out;
    for (const std::int64_t number : numbers) {
      if (!out.empty()) out += '|';
      out += std::to_string(number);
    }
    return out;
  }
};

void add_row(std::string& out, const std::vector<Machine>& values) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0) out += ',';
    out += std::visit(CellText{}, values[i]);
  }
  out += "\r\n";
}

}  // namespace

std::string render_csv(const Report& report, const RenderOptions&) {
  std::string out;
  std::vector<Machine> heads;
  for (std::string& key : machine_keys(report)) heads.emplace_back(std::move(key));
  add_row(out, heads);
  for (std::size_t i = 0; i < machine_rows(report); ++i) add_row(out, machine_row(report, i));
  return out;
}

}  // namespace jalon::reports
