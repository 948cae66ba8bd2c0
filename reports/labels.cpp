#include "reports/labels.hpp"

#include <fmt/core.h>

#include <stdexcept>

namespace jalon::reports {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

[[noreturn]] void refuse(std::string_view language, int line, std::string_view what) {
  throw std::runtime_error{fmt::format("words/{}.txt:{}: {}", language, line, what)};
}

std::string_view value_of(Labels::Places places, std::string_view name, std::string_view key) {
  for (const auto& [place, value] : places) {
    if (place == name) return value;
  }
  throw std::out_of_range{
      fmt::format("label `{}` has a place {{{}}} that nobody fills", key, name)};
}

/// Does the language say a number as it says one thing? French does so below two: "0 jour",
/// "1,5 jour".
bool is_singular(std::string_view language, std::string_view number) {
  if (number == "1") return true;
  if (language != "fr" || number.empty()) return false;
  const bool below_two = number.front() == '0' || number.front() == '1';
  return below_two && (number.size() == 1 || number[1] == ',');
}

/// The text with every {name} replaced. What is put in is not looked at again.
std::string filled(std::string_view text, Labels::Places places, std::string_view key) {
  std::string out;
  for (;;) {
    const auto open = text.find('{');
    const auto close = open == std::string_view::npos ? open : text.find('}', open);
    if (close == std::string_view::npos) break;
    out += text.substr(0, open);
    out += value_of(places, text.substr(open + 1, close - open - 1), key);
    text.remove_prefix(close + 1);
  }
  return out.append(text);
}

}  // namespace

Labels Labels::parse(std::string_view language, std::string_view text) {
  Labels labels;
  labels.language_ = language;
  int line_number = 0;
  while (!text.empty()) {
    const auto end = text.find('\n');
    const std::string_view line = trimmed(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    ++line_number;
    if (line.empty() || line.front() == '#') continue;
    const auto equals = line.find('=');
    if (equals == std::string_view::npos) refuse(language, line_number, "`key = text` is wanted");
    const std::string key{trimmed(line.substr(0, equals))};
    if (key.empty()) refuse(language, line_number, "a text without a key");
    const auto [_, fresh] = labels.texts_.emplace(key, trimmed(line.substr(equals + 1)));
    if (!fresh) refuse(language, line_number, fmt::format("`{}` is there twice", key));
  }
  return labels;
}

const std::string& Labels::operator()(std::string_view key) const {
  const auto found = texts_.find(key);
  if (found == texts_.end()) {
    throw std::out_of_range{fmt::format("words/{}.txt has no `{}`", language_, key)};
  }
  return found->second;
}

std::string Labels::operator()(std::string_view key, Places places) const {
  for (const auto& [place, value] : places) {
    if (place != "n" || !is_singular(language_, value)) continue;
    const auto singular = texts_.find(fmt::format("{}.one", key));
    if (singular != texts_.end()) return filled(singular->second, places, key);
  }
  return filled((*this)(key), places, key);
}

}  // namespace jalon::reports
