#include "rules/definitions/problems.hpp"

#include "rules/model/suggest.hpp"
#include "rules/model/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

namespace jalon::definitions {
namespace {

constexpr std::size_t kLongestExcerpt = 1000;  // bytes; a longer line is not shown
constexpr std::size_t kLongestName = 100;      // bytes
constexpr std::size_t kMostCompared = 500000;  // candidates held against misspelt names

std::string_view without_mark(std::string_view text) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  return text.starts_with(kMark) ? text.substr(kMark.size()) : text;
}

}  // namespace

SourceText::SourceText(std::string name, std::string_view text)
    : name_{std::move(name)}, text_{without_mark(text)} {
  const auto ends = std::count(text_.begin(), text_.end(), '\n');
  starts_.reserve(static_cast<std::size_t>(ends) + 1);
  starts_.push_back(0);
  for (std::size_t end = text_.find('\n'); end != std::string_view::npos;
       end = text_.find('\n', end + 1)) {
    starts_.push_back(static_cast<std::uint32_t>(end + 1));
  }
}

std::string_view SourceText::line(std::uint32_t number) const {
  if (number == 0 || number > starts_.size()) return {};
  const std::size_t begin = starts_[number - 1];
  const std::size_t end = number < starts_.size() ? starts_[number] - 1 : text_.size();
  std::string_view found = text_.substr(begin, end - begin);
  if (found.ends_with('\r')) found.remove_suffix(1);
  return found;
}

const std::vector<std::uint32_t>& SourceText::offsets(std::uint32_t number) const {
  const auto [place, added] = offsets_.try_emplace(number);
  std::vector<std::uint32_t>& found = place->second;
  if (!added) return found;
  const std::string_view text = line(number);
  const auto plain = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  if (std::all_of(text.begin(), text.end(), plain)) return found;
  for (std::size_t i = 0; i < text.size();) {
    found.push_back(static_cast<std::uint32_t>(i));
    const auto character = first_character(text.substr(i));
    i += character ? character->bytes : 1;
  }
  found.push_back(static_cast<std::uint32_t>(text.size()));
  return found;
}

std::string_view SourceText::columns(std::uint32_t number, std::uint32_t first,
                                     std::uint32_t end) const {
  const std::string_view text = line(number);
  if (text.empty() || first == 0 || end <= first) return {};
  const std::vector<std::uint32_t>& places = offsets(number);
  const auto byte = [&](std::uint32_t column) -> std::size_t {
    if (places.empty()) return std::min<std::size_t>(column - 1, text.size());
    return places[std::min<std::size_t>(column - 1, places.size() - 1)];
  };
  return text.substr(byte(first), byte(end) - byte(first));
}

void Problems::add(Code code, Spot where, std::string message, std::string hint) {
  if (full()) {
    ++left_out_;
    return;
  }
  found_.push_back({code, where, std::move(message), std::move(hint)});
}

std::string Problems::suggest(std::string_view name, std::span<const std::string_view> candidates) {
  if (name.size() > kLongestName || full()) return {};
  compared_ += candidates.size();
  if (compared_ > kMostCompared) return {};
  return did_you_mean(name, candidates);
}

Diagnostics Problems::diagnostics(std::span<const SourceText> sources) const {
  std::vector<const Found*> sorted;
  for (const Found& found : found_) sorted.push_back(&found);
  const auto place = [](const Found* found) {
    return std::tuple{found->where.file, found->where.line, found->where.column};
  };
  std::stable_sort(sorted.begin(), sorted.end(),
                   [&](const Found* a, const Found* b) { return place(a) < place(b); });
  Diagnostics out;
  for (const Found* found : sorted) {
    const SourceText& source = sources[found->where.file];
    Diagnostic diagnostic{.code = std::string{name(found->code)},
                          .message = found->message,
                          .where = {source.name(), found->where.line, found->where.column}};
    const std::string_view line = source.line(found->where.line);
    if (line.size() <= kLongestExcerpt) diagnostic.excerpt = line;
    diagnostic.length = std::max<std::uint32_t>(1, found->where.length);
    diagnostic.hint = found->hint;
    out.push_back(std::move(diagnostic));
  }
  if (left_out_ > 0) {
    out.push_back({.code = std::string{name(Code::too_many_mistakes)},
                   .message = fmt::format("{} more mistakes are not listed", left_out_),
                   .hint = "mend these first and try again"});
  }
  return out;
}

std::string one_of(std::span<const std::string_view> words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += i + 1 == words.size() ? " or " : ", ";
    out += fmt::format("`{}`", words[i]);
  }
  return out;
}

}  // namespace jalon::definitions
