#pragma once

#include "rules/model/diagnostic.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace jalon::exchange {

/// A piece of a file: what it says and where it stands.
struct Cell {
  std::string text = {};   ///< what is meant: without quotes and escapes
  std::size_t offset = 0;  ///< of its first byte in the file
  std::size_t bytes = 0;   ///< as it stands there
};

/// A file that somebody wrote, and everything that is wrong with it so far.
class SourceText {
 public:
  SourceText(std::string_view name, std::string_view text) : name_{name}, text_{text} {}

  [[nodiscard]] std::string_view text() const { return text_; }

  /// Adds an error at a cell, with its line as the excerpt.
  void add(const Cell& where, std::string_view code, std::string message, std::string hint = {});
  /// Adds an error of the whole file.
  void add(std::string_view code, std::string message, std::string hint = {});

  [[nodiscard]] std::size_t problem_count() const { return problems_.size(); }
  /// All of them in the order of the file.
  [[nodiscard]] Diagnostics take_problems();

 private:
  [[nodiscard]] std::size_t line_index(std::size_t offset);

  std::string name_;
  std::string_view text_;
  std::vector<std::size_t> line_starts_;  ///< found with the first error
  Diagnostics problems_;
};

/// Checks what every file must be before it is read: not too large, not empty, UTF-8 without NUL.
/// Adds what is not; false if reading makes no sense. `start` is set behind a byte-order mark.
[[nodiscard]] bool check_text(SourceText& source, std::size_t& start);

/// The longest field and file that are read.
inline constexpr std::size_t kLongestField = std::size_t{1} << 20;
inline constexpr std::size_t kLargestFile = std::size_t{64} << 20;

}  // namespace jalon::exchange
