#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jalon::cli {

/// What a person gave a command: flags by their long name ("as-of"), positionals by theirs ("ID").
struct Arguments {
  std::map<std::string, std::vector<std::string>, std::less<>> values = {};
  std::string command = {};  ///< name in the table, never an alias

  [[nodiscard]] bool has(std::string_view name) const;
  /// The value of something that is given at most once.
  [[nodiscard]] std::optional<std::string> find(std::string_view name) const;
  /// The value of something that must be there: the parser saw to it.
  [[nodiscard]] const std::string& at(std::string_view name) const;
  /// All values, in the order given.
  [[nodiscard]] const std::vector<std::string>& all(std::string_view name) const;
};

}  // namespace jalon::cli
