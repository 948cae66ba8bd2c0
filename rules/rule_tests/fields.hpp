#pragma once

#include "rules/engine/verdict.hpp"
#include "rules/rule_tests/suite.hpp"

#include <span>
#include <string>
#include <string_view>

namespace jalon::rule_tests {

/// What a field of a verdict can hold.
enum class FieldKind {
  word,      ///< one of `words`
  quantity,  ///< a number; of a milestone the name of a stage
  number,
  day,
  truth,
  id,  ///< of a verdict
};

/// A field that a test may expect something of.
struct Field {
  std::string_view name;
  FieldKind kind;
  bool nullable;                            ///< may hold nothing
  std::span<const std::string_view> words;  ///< of a word
  Value (*value)(const engine::Verdict&);
};

[[nodiscard]] std::span<const Field> fields() noexcept;
[[nodiscard]] const Field* find_field(std::string_view name) noexcept;
/// Fields of the language that come with a later release.
[[nodiscard]] std::span<const std::string_view> later_fields() noexcept;

[[nodiscard]] bool holds(const Wanted& wanted, const Value& actual);

/// "null", "true", "met", "0.949", "2020-06-30"; texts printable.
[[nodiscard]] std::string str(const Value& value);
/// "0.949 (within 0.001)"
[[nodiscard]] std::string str(const Wanted& wanted);

}  // namespace jalon::rule_tests
