#include "rules/definitions/values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace jalon::definitions {
namespace {

constexpr std::array<std::string_view, 4> kLanguages{"en", "fr", "nl", "de"};

bool is_number(const Node& node) {
  return node.kind == Node::Kind::integer || node.kind == Node::Kind::real;
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

void add_translation(Problems& problems, const Entry& entry, std::string_view language, Text& out) {
  if (std::find(kLanguages.begin(), kLanguages.end(), entry.key) == kLanguages.end()) {
    problems.add(Code::unknown_language, entry.spot,
                 fmt::format("{} is not a language of texts", quoted(entry.key)),
                 fmt::format("write {}", one_of(kLanguages)));
    return;
  }
  auto text = read_text(problems, entry.key, entry.value);
  if (!text) return;
  if (entry.key == language) {
    out.text = std::move(*text);
  } else {
    out.translations.emplace_back(entry.key, std::move(*text));
  }
}

}  // namespace

std::span<const std::string_view> languages() { return kLanguages; }

void wrong_type(Problems& problems, std::string_view label, const Node& node,
                std::string_view wanted, std::string hint) {
  problems.add(Code::wrong_type, node.spot,
               fmt::format("{} must be {}, not {}", quoted(label), wanted, name(node.kind)),
               std::move(hint));
}

std::optional<std::string> read_text(Problems& problems, std::string_view label, const Node& node) {
  if (node.kind != Node::Kind::text) {
    const bool simple = is_number(node) || node.kind == Node::Kind::day;
    wrong_type(problems, label, node, "a text",
               simple ? fmt::format("put it in quotes: \"{}\"", node.text) : std::string{});
    return std::nullopt;
  }
  if (is_blank(node.text)) {
    problems.add(Code::empty_text, node.spot, fmt::format("{} is empty", quoted(label)));
    return std::nullopt;
  }
  return node.text;
}

std::optional<Text> read_title(Problems& problems, std::string_view label, const Node& node,
                               std::string_view language) {
  if (node.kind != Node::Kind::table) {
    if (node.kind != Node::Kind::text) {
      wrong_type(problems, label, node, "a text or a table of languages");
      return std::nullopt;
    }
    auto text = read_text(problems, label, node);
    if (!text) return std::nullopt;
    return Text{.text = std::move(*text)};
  }
  Text out;
  const std::size_t before = problems.size();
  for (const Entry& entry : node.entries) add_translation(problems, entry, language, out);
  if (out.text.empty() && problems.size() == before) {
    problems.add(Code::missing_language, node.spot,
                 fmt::format("{} has no text in {}, the programme's language", quoted(label),
                             quoted(language)));
  }
  if (out.text.empty()) return std::nullopt;
  return out;
}

std::optional<bool> read_truth(Problems& problems, std::string_view label, const Node& node) {
  if (node.kind == Node::Kind::boolean) return node.truth;
  wrong_type(problems, label, node, "true or false");
  return std::nullopt;
}

std::optional<Decimal> read_number(Problems& problems, std::string_view label, const Node& node) {
  if (!is_number(node)) {
    const bool quoted_number = node.kind == Node::Kind::text && Decimal::parse(node.text);
    wrong_type(problems, label, node, "a number",
               quoted_number ? std::string{"write it without quotes"} : std::string{});
    return std::nullopt;
  }
  auto number = Decimal::parse(node.text);
  if (number) return number.value();
  problems.add(Code::bad_number, node.spot,
               fmt::format("{}: {}", quoted(label), number.error().reason), number.error().hint);
  return std::nullopt;
}

std::optional<int> read_whole(Problems& problems, std::string_view label, const Node& node,
                              int least, int most) {
  const auto number = read_number(problems, label, node);
  if (!number) return std::nullopt;
  if (!number->is_whole()) {
    problems.add(Code::not_whole, node.spot,
                 fmt::format("{} must be a whole number", quoted(label)));
    return std::nullopt;
  }
  if (*number < Decimal{least} || *number > Decimal{most}) {
    problems.add(Code::out_of_range, node.spot,
                 fmt::format("{} must be from {} to {}", quoted(label), least, most));
    return std::nullopt;
  }
  return static_cast<int>(number->mantissa());
}

std::optional<Decimal> read_percent(Problems& problems, std::string_view label, const Node& node) {
  if (node.kind != Node::Kind::text) {
    wrong_type(problems, label, node, "a percentage in quotes", "write it as \"10%\"");
    return std::nullopt;
  }
  const bool marked = node.text.ends_with('%');
  const auto number =
      Decimal::parse(std::string_view{node.text}.substr(0, node.text.size() - (marked ? 1 : 0)));
  if (!marked || !number) {
    problems.add(Code::bad_number, node.spot,
                 fmt::format("{}: {} is not a percentage", quoted(label), quoted(node.text)),
                 "write it as \"10%\"");
    return std::nullopt;
  }
  if (number.value().is_negative() || number.value() >= Decimal{100}) {
    problems.add(Code::out_of_range, node.spot,
                 fmt::format("{} must be from 0% to below 100%", quoted(label)));
    return std::nullopt;
  }
  return number.value();
}

std::optional<Decimal> read_change(Problems& problems, std::string_view label, const Node& node) {
  const std::string advice = "write \"-65%\" for a fall to 35 % of the baseline";
  if (node.kind != Node::Kind::text) {
    wrong_type(problems, label, node, "a change in percent, in quotes", advice);
    return std::nullopt;
  }
  const std::string_view text = node.text;
  const bool marked = text.ends_with('%') && (text.starts_with('+') || text.starts_with('-'));
  const auto number = Decimal::parse(text.substr(0, text.size() - (marked ? 1 : 0)));
  if (!marked || !number) {
    problems.add(Code::bad_number, node.spot,
                 fmt::format("{}: {} is not a change in percent", quoted(label), quoted(text)),
                 advice);
    return std::nullopt;
  }
  if (number.value() >= Decimal{-100}) return number.value();
  problems.add(Code::out_of_range, node.spot,
               fmt::format("{} must not fall by more than 100%", quoted(label)));
  return std::nullopt;
}

std::optional<Decimal> read_fraction(Problems& problems, std::string_view label, const Node& node,
                                     std::string hint) {
  const auto number = read_number(problems, label, node);
  if (!number) return std::nullopt;
  if (*number > Decimal{0} && *number <= Decimal{1}) return number;
  problems.add(Code::out_of_range, node.spot,
               fmt::format("{} must be above 0 and at most 1", quoted(label)), std::move(hint));
  return std::nullopt;
}

std::optional<Tolerance> read_tolerance(Problems& problems, std::string_view label,
                                        const Node& node) {
  if (node.kind == Node::Kind::text) {
    const auto percent = read_percent(problems, label, node);
    if (!percent) return std::nullopt;
    return Tolerance{*percent, true};
  }
  const auto number = read_number(problems, label, node);
  if (!number) return std::nullopt;
  if (!number->is_negative()) return Tolerance{*number, false};
  problems.add(Code::out_of_range, node.spot,
               fmt::format("{} must not be negative", quoted(label)));
  return std::nullopt;
}

std::optional<int> read_days(Problems& problems, std::string_view label, const Node& node) {
  if (node.kind != Node::Kind::text) {
    wrong_type(problems, label, node, "a duration in quotes",
               is_number(node) ? fmt::format("write it as \"{}d\"", node.text)
                               : std::string{"write it as \"90d\""});
    return std::nullopt;
  }
  const bool marked = node.text.ends_with('d');
  const std::string_view digits =
      std::string_view{node.text}.substr(0, node.text.size() - (marked ? 1 : 0));
  const bool plain = !digits.empty() && digits.size() <= 9 &&
                     digits.find_first_not_of("0123456789") == std::string_view::npos;
  if (!marked || !plain) {
    problems.add(Code::bad_duration, node.spot,
                 fmt::format("{}: {} is not a duration", quoted(label), quoted(node.text)),
                 "count it in days: \"90d\" for three months, \"365d\" for a year");
    return std::nullopt;
  }
  const auto number = Decimal::parse(digits);
  if (!number || number.value() < Decimal{1} || number.value() > Decimal{36500}) {
    problems.add(Code::out_of_range, node.spot,
                 fmt::format("{} must be from 1d to 36500d", quoted(label)));
    return std::nullopt;
  }
  return static_cast<int>(number.value().mantissa());
}

const std::vector<Node>* read_list(Problems& problems, std::string_view label, const Node& node) {
  if (node.kind != Node::Kind::list) {
    wrong_type(problems, label, node, "a list",
               node.kind == Node::Kind::text ? "put it in brackets: [\"...\"]" : "");
    return nullptr;
  }
  if (node.items.empty()) {
    problems.add(Code::empty_list, node.spot, fmt::format("{} is empty", quoted(label)));
    return nullptr;
  }
  return &node.items;
}

std::optional<std::vector<std::string>> read_texts(Problems& problems, std::string_view label,
                                                   const Node& node) {
  const std::vector<Node>* items = read_list(problems, label, node);
  if (items == nullptr) return std::nullopt;
  std::vector<std::string> out;
  std::set<std::string_view> seen;
  for (const Node& item : *items) {
    auto text = read_text(problems, label, item);
    if (!text) continue;
    if (!seen.insert(item.text).second) {
      problems.add(Code::duplicate_value, item.spot,
                   fmt::format("{} has {} twice", quoted(label), quoted(item.text)));
      continue;
    }
    out.push_back(std::move(*text));
  }
  if (out.size() != items->size()) return std::nullopt;
  return out;
}

std::optional<std::size_t> read_choice(Problems& problems, std::string_view label, const Node& node,
                                       std::span<const std::string_view> words) {
  const auto text = read_text(problems, label, node);
  if (!text) return std::nullopt;
  const auto found = std::find(words.begin(), words.end(), *text);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  problems.add(Code::unknown_choice, node.spot,
               fmt::format("{} must be {}, not {}", quoted(label), one_of(words), quoted(*text)),
               problems.suggest(*text, words));
  return std::nullopt;
}

}  // namespace jalon::definitions
