#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace jalon::reports {

/// Every text of a report, by key, in one language; read from data/words/LANG.txt, lines
/// `key = text with {name} places`, `#` comments, blank lines. No key twice, none unknown (a test).
class Labels {
 public:
  /// Throws std::runtime_error naming the line: the tables are compiled in, so this is a bug.
  [[nodiscard]] static Labels parse(std::string_view language, std::string_view text);

  [[nodiscard]] const std::string& language() const noexcept { return language_; }
  /// Throws std::out_of_range naming the key: a bug, found by the test that builds every report.
  [[nodiscard]] const std::string& operator()(std::string_view key) const;
  /// With places filled: words("days-left", {{"n", "3"}}). With a place "n", the key plus ".one" is
  /// taken where the table has it and the language says n in the singular: for "1", in French below
  /// two ("0", "1,5").
  using Places = std::initializer_list<std::pair<std::string_view, std::string_view>>;
  [[nodiscard]] std::string operator()(std::string_view key, Places places) const;

  [[nodiscard]] const std::map<std::string, std::string, std::less<>>& all() const {
    return texts_;
  }

 private:
  std::string language_;
  std::map<std::string, std::string, std::less<>> texts_;
};

}  // namespace jalon::reports
