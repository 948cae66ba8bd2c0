#pragma once

#include <string>
#include <utility>
#include <variant>

namespace jalon {

/// Why a short text that a person wrote (a day, a number, an amount) cannot be read.
/// Whoever knows the place of the text turns it into a Diagnostic.
struct Refusal {
  std::string reason;     ///< "30 February does not exist"; no full stop, no place
  std::string hint = {};  ///< "quote the year: \"2020\""; or empty
};

/// The value that a text stands for, or why it was refused. Members are named as in std::expected,
/// which can take over once every compiler we build with has it.
template <class T>
class [[nodiscard]] Parsed {
 public:
  Parsed(T value) : state_{std::in_place_index<0>, std::move(value)} {}
  Parsed(Refusal refusal) : state_{std::in_place_index<1>, std::move(refusal)} {}

  explicit operator bool() const noexcept { return state_.index() == 0; }
  [[nodiscard]] const T& value() const& { return std::get<0>(state_); }
  [[nodiscard]] T&& value() && { return std::get<0>(std::move(state_)); }
  [[nodiscard]] const Refusal& error() const { return std::get<1>(state_); }

 private:
  std::variant<T, Refusal> state_;
};

}  // namespace jalon
