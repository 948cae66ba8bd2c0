#pragma once

#include "reports/machine.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jalon::reports {

/// Writes an object from keys whose dots open inner objects: "due.nominal" goes into "due". Values
/// are JSON already.
class ObjectWriter {
 public:
  void add(std::string_view key, std::string_view value);
  [[nodiscard]] std::string text() &&;

 private:
  [[nodiscard]] std::string_view comma() const { return fresh_ ? "" : ","; }
  std::string out_ = "{";
  std::string open_ = {};
  bool fresh_ = true;
};

[[nodiscard]] std::string json_array(const std::vector<std::string>& elements);
[[nodiscard]] std::string json_or_null(const std::optional<Date>& day);
[[nodiscard]] std::string json_or_null(const std::optional<Decimal>& number);
/// An empty text is null.
[[nodiscard]] std::string json_text_or_null(std::string_view text);

/// An explanation with its children: the object under "explanation" in jalon.explain/1.
[[nodiscard]] std::string explanation_json(const Input& input,
                                           const engine::Explanation& explanation);

}  // namespace jalon::reports
