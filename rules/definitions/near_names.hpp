#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace jalon::definitions {

/// Names that somebody wrote, each compared with those before: "Van Dame" beside "Van Damme" is
/// probably the same thing. Case, blanks and punctuation count for nothing; in names of five
/// letters and more one slip does not count either, unless a digit differs.
class NearNames {
 public:
  [[nodiscard]] bool contains(const std::string& name) const { return names_.contains(name); }
  void add(const std::string& name);
  /// The names added so far that nearly equal this one, itself left out; among very many names only
  /// those that differ in case and punctuation.
  [[nodiscard]] std::vector<std::string> near(std::string_view name) const;

 private:
  std::set<std::string> names_ = {};
  std::multimap<std::string, std::string> simplified_ = {};  ///< to the names as written
};

}  // namespace jalon::definitions
