#pragma once

#include "rules/definitions/code.hpp"
#include "rules/model/diagnostic.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace jalon::definitions {

/// A stretch of one line of one file, as the readers pass it around. Lines and columns count from
/// 1, columns in characters.
struct Spot {
  std::uint32_t file = 0;  ///< place in the list of files that are read
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t length = 1;
};

/// A file's text, cut into lines.
class SourceText {
 public:
  /// `text` outlives the object. A byte-order mark is left out.
  SourceText(std::string name, std::string_view text);

  [[nodiscard]] const std::string& name() const noexcept { return name_; }
  [[nodiscard]] std::string_view text() const noexcept { return text_; }
  [[nodiscard]] std::uint32_t lines() const noexcept {
    return static_cast<std::uint32_t>(starts_.size());
  }
  /// A line (from 1) without its end; empty beyond the text.
  [[nodiscard]] std::string_view line(std::uint32_t number) const;
  /// The characters of one line from `first` to before `end`.
  [[nodiscard]] std::string_view columns(std::uint32_t line, std::uint32_t first,
                                         std::uint32_t end) const;

 private:
  [[nodiscard]] const std::vector<std::uint32_t>& offsets(std::uint32_t line) const;

  std::string name_;
  std::string_view text_;
  std::vector<std::uint32_t> starts_;
  /// Where the characters of a line begin, made when first asked for; empty: one byte each.
  mutable std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> offsets_;
};

/// Everything that is wrong, collected.
class Problems {
 public:
  explicit Problems(std::size_t most = 1000) : most_{most} {}

  void add(Code code, Spot where, std::string message, std::string hint = {});

  /// "did you mean ...?", or empty. Gives up once a hostile text has asked too often.
  [[nodiscard]] std::string suggest(std::string_view name,
                                    std::span<const std::string_view> candidates);

  /// So many are listed already that further ones are only counted.
  [[nodiscard]] bool full() const noexcept { return found_.size() >= most_; }
  void leave_out() noexcept { ++left_out_; }

  [[nodiscard]] bool empty() const noexcept { return found_.empty(); }
  [[nodiscard]] std::size_t size() const noexcept { return found_.size() + left_out_; }
  /// As diagnostics, by file, line and column.
  [[nodiscard]] Diagnostics diagnostics(std::span<const SourceText> sources) const;

 private:
  struct Found {
    Code code;
    Spot where;
    std::string message;
    std::string hint;
  };

  std::size_t most_;
  std::size_t left_out_ = 0;
  std::size_t compared_ = 0;
  std::vector<Found> found_;
};

/// "`a`, `b` or `c`"
[[nodiscard]] std::string one_of(std::span<const std::string_view> words);

}  // namespace jalon::definitions
