#include "tracker/exchange/csv.hpp"

#include "rules/model/decimal.hpp"

#include <algorithm>
#include <utility>

namespace jalon::exchange {
namespace {

constexpr std::string_view kFormulaStarts = "=+-@\t\r";

}  // namespace

bool CsvReader::at_line_end() const { return text_[at_] == '\n' || text_.substr(at_, 2) == "\r\n"; }

bool CsvReader::next() {
  while (!at_end()) {
    read_row();
    const bool blank = std::ranges::all_of(cells_, [](const Cell& c) { return c.text.empty(); });
    if (!blank || !sound_) return true;
  }
  return false;
}

void CsvReader::read_row() {
  cells_.clear();
  sound_ = true;
  while (true) {
    read_cell();
    if (at_end()) return;
    if (text_[at_] != separator_) break;
    ++at_;
  }
  at_ += text_[at_] == '\r' ? 2 : 1;
}

void CsvReader::read_cell() {
  Cell cell{"", at_, 0};
  if (!at_end() && text_[at_] == '"') {
    read_quoted(cell);
  } else {
    read_plain(cell);
  }
  cell.bytes = at_ - cell.offset;
  if (cell.text.size() > kLongestField) {
    sound_ = false;
    source_.add(cell, "field-too-long", "a field is longer than 1 MiB", "");
    cell.text.clear();
  }
  cells_.push_back(std::move(cell));
}

void CsvReader::read_quoted(Cell& cell) {
  ++at_;
  while (true) {
    const std::size_t quote = text_.find('"', at_);
    if (quote == std::string_view::npos) {
      at_ = text_.size();
      fail({"", cell.offset, 1}, "this quote is never closed",
           "a quote inside a quoted field is doubled");
      return;
    }
    cell.text += text_.substr(at_, quote - at_);
    at_ = quote + 1;
    if (at_end() || text_[at_] != '"') break;
    cell.text += '"';
    ++at_;
  }
  if (at_end() || text_[at_] == separator_ || at_line_end()) return;
  const Cell after{"", at_, 1};
  Cell rest;
  read_plain(rest);
  fail(after, "text follows the closing quote of a field",
       "a quote inside a quoted field is doubled");
}

void CsvReader::read_plain(Cell& cell) {
  const std::size_t start = at_;
  while (!at_end() && text_[at_] != separator_ && !at_line_end()) {
    if (sound_ && text_[at_] == '"') {
      fail({"", at_, 1}, "a quote in the middle of a field",
           "put the whole field in quotes and double those inside");
    } else if (sound_ && text_[at_] == '\r') {
      fail({"", at_, 1}, "a carriage return without a line feed", "end lines with LF or CR LF");
    }
    ++at_;
  }
  cell.text = text_.substr(start, at_ - start);
}

void CsvReader::fail(const Cell& where, std::string message, std::string hint) {
  sound_ = false;
  source_.add(where, "syntax", std::move(message), std::move(hint));
}

std::string defused(std::string text) {
  if (text.empty() || kFormulaStarts.find(text.front()) == std::string_view::npos) return text;
  if (Decimal::parse(text)) return text;
  return "'" + text;
}

std::string undone(std::string text) {
  const bool was_defused = text.size() > 1 && text.front() == '\'' &&
                           kFormulaStarts.find(text[1]) != std::string_view::npos;
  if (was_defused) text.erase(0, 1);
  return text;
}

std::string csv_cell(std::string_view text) {
  if (text.find_first_of(",;\t\"\r\n") == std::string_view::npos) return std::string{text};
  std::string quoted = "\"";
  for (const char c : text) {
    quoted += c;
    if (c == '"') quoted += '"';
  }
  return quoted + '"';
}

}  // namespace jalon::exchange
