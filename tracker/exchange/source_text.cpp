#include "tracker/exchange/source_text.hpp"

#include "rules/model/utf8.hpp"

#include <algorithm>
#include <utility>

namespace jalon::exchange {
namespace {

/// A longer line helps nobody as an excerpt.
constexpr std::size_t kLongestExcerpt = 400;

std::uint32_t characters(std::string_view text) {
  return static_cast<std::uint32_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

/// The first byte that is no UTF-8, or the end.
std::size_t first_bad_byte(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const auto character = first_character(text.substr(at));
    if (!character) break;
    at += character->bytes;
  }
  return at;
}

}  // namespace

std::size_t SourceText::line_index(std::size_t offset) {
  if (line_starts_.empty()) {
    line_starts_.push_back(0);
    for (std::size_t at = text_.find('\n'); at != std::string_view::npos;
         at = text_.find('\n', at + 1)) {
      line_starts_.push_back(at + 1);
    }
  }
  const auto after = std::ranges::upper_bound(line_starts_, offset);
  return static_cast<std::size_t>(after - line_starts_.begin()) - 1;
}

void SourceText::add(const Cell& where, std::string_view code, std::string message,
                     std::string hint) {
  const std::size_t offset = std::min(where.offset, text_.size());
  const std::size_t index = line_index(offset);
  const std::size_t start = line_starts_[index];
  std::string_view line = text_.substr(start, text_.find('\n', start) - start);
  if (line.ends_with('\r')) line.remove_suffix(1);
  const std::size_t before = std::min(offset - start, line.size());

  Diagnostic problem;
  problem.code = code;
  problem.message = std::move(message);
  problem.hint = std::move(hint);
  problem.where = {name_, static_cast<std::uint32_t>(index + 1),
                   characters(line.substr(0, before)) + 1};
  problem.length = std::max(1U, characters(line.substr(before, where.bytes)));
  if (line.size() <= kLongestExcerpt && valid_utf8(line)) problem.excerpt = line;
  problems_.push_back(std::move(problem));
}

void SourceText::add(std::string_view code, std::string message, std::string hint) {
  Diagnostic problem;
  problem.code = code;
  problem.message = std::move(message);
  problem.hint = std::move(hint);
  problem.where.file = name_;
  problems_.push_back(std::move(problem));
}

Diagnostics SourceText::take_problems() {
  sort_by_place(problems_);
  return std::move(problems_);
}

bool check_text(SourceText& source, std::size_t& start) {
  const std::string_view text = source.text();
  start = text.starts_with("\xef\xbb\xbf") ? 3 : 0;
  if (text.size() > kLargestFile) {
    source.add("file-too-large", "the file is larger than 64 MiB", "import it in parts");
    return false;
  }
  if (text.find_first_not_of(" \t\r\n", start) == std::string_view::npos) {
    source.add("empty-file", "the file is empty", "");
    return false;
  }
  if (const std::size_t bad = first_bad_byte(text); bad < text.size()) {
    source.add(Cell{"", bad, 1}, "invalid-utf8", "the file is not UTF-8 from here on",
               "save it as UTF-8 (spreadsheets: \"CSV UTF-8\")");
    return false;
  }
  if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos) {
    source.add(Cell{"", nul, 1}, "nul-byte", "a NUL byte cannot be part of a data file", "");
    return false;
  }
  return true;
}

}  // namespace jalon::exchange
