#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace jalon {

/// A place in a text that a person wrote. Lines and columns count from 1 (columns in characters,
/// not bytes); 0 means unknown.
struct Place {
  std::string file = {};
  std::uint32_t line = 0;
  std::uint32_t column = 0;

  /// "targets/wallonia.toml:29" (with the column too where wanted)
  [[nodiscard]] std::string str() const;
  friend auto operator<=>(const Place&, const Place&) = default;
};

/// One remark about what a person wrote.
struct Diagnostic {
  enum class Severity { error, warning };

  Severity severity = Severity::error;
  std::string code;          ///< stable, documented, in words: "unknown-key"
  std::string message;       ///< "`indicater` is not a key of [[target]]"
  Place where = {};          ///< file may be empty for the command line
  std::string excerpt = {};  ///< the whole source line, without its end; or empty
  std::uint32_t length = 1;  ///< how many characters the caret underlines
  std::string hint = {};     ///< "did you mean `indicator`?", or empty
};

using Diagnostics = std::vector<Diagnostic>;

[[nodiscard]] bool has_errors(const Diagnostics& diagnostics);

/// By file (in the given order of first appearance kept stable), line, column.
void sort_by_place(Diagnostics& diagnostics);

/// As a person reads it; every line ends with a newline; control and bidirectional characters are
/// shown escaped; tabs in the excerpt keep the caret in place.
///
///     targets/wallonia.toml:29:1: error[unknown-key]: `indicater` is not a key of [[target]]
///       29 | indicater = "poc"
///          | ^~~~~~~~~
///       help: did you mean `indicator`?
///
/// Without a place: "error[unknown-id]: ..." and the help line.
[[nodiscard]] std::string render(const Diagnostic& diagnostic);
[[nodiscard]] std::string render(const Diagnostics& diagnostics);

/// Text that is safe to show on a terminal and in a message: control characters, escape sequences
/// and bidirectional overrides as \u{202e}; broken UTF-8 bytes as \x{ff}; a newline as \n.
[[nodiscard]] std::string printable(std::string_view text);

/// A text of others inside a message: between backticks, printable, cut in the middle beyond
/// `longest` characters.
[[nodiscard]] std::string quoted(std::string_view text, std::size_t longest = 60);

/// A value, or everything that was wrong with the input.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_{std::in_place_index<0>, std::move(value)} {}
  Result(Diagnostics problems) : state_{std::in_place_index<1>, std::move(problems)} {}
  Result(Diagnostic problem) : Result{Diagnostics{std::move(problem)}} {}

  explicit operator bool() const noexcept { return state_.index() == 0; }
  [[nodiscard]] const T& value() const& { return std::get<0>(state_); }
  [[nodiscard]] T&& value() && { return std::get<0>(std::move(state_)); }
  [[nodiscard]] const Diagnostics& error() const { return std::get<1>(state_); }

 private:
  std::variant<T, Diagnostics> state_;
};

}  // namespace jalon
