#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace jalon::exchange {

/// A value of a JSON text with its place; numbers stay as they were written.
struct JsonValue {
  enum class Kind { null, boolean, number, text, array, object };

  Kind kind = Kind::null;
  std::string text = {};                 ///< of a text or number
  std::size_t offset = 0;                ///< of its first byte
  std::size_t bytes = 0;                 ///< of arrays and objects only the bracket
  std::vector<JsonValue> elements = {};  ///< of an array; of an object the values
  std::vector<JsonValue> keys = {};      ///< of an object: one for each element, each key once
};

/// Why a text is no JSON that we read.
struct JsonMistake {
  std::string_view code;  ///< "syntax", "duplicate-key", "nested-too-deeply"
  std::string message;
  std::size_t offset = 0;
  std::size_t bytes = 1;
};

/// Reads one JSON value. Duplicate keys and a depth over 64 are mistakes.
[[nodiscard]] std::variant<JsonValue, JsonMistake> parse_json(std::string_view text);

}  // namespace jalon::exchange
