#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <istream>
#include <map>
#include <ostream>
#include <string>
#include <string_view>

namespace jalon {

/// The outside world as one command sees it, handed in by main and by the tests. No command looks
/// past it, but for the files that it names.
struct World {
  std::int64_t now = 0;  ///< microseconds since 1970 UTC, read once
  std::function<std::string(std::size_t)> random_bytes;
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  bool out_is_terminal = false;
  int width = 80;   ///< of the terminal, in columns
  int height = 24;  ///< of the terminal, in lines
  std::map<std::string, std::string, std::less<>> environment = {};
  std::filesystem::path current_directory = {};
  std::string system_account = {};  ///< who records
  /// Shows a text through a pager command; false if that failed. Empty: there is none.
  std::function<bool(const std::string& command, const std::string& text)> page = {};

  /// A variable of the environment; empty if it is not set.
  [[nodiscard]] std::string_view variable(std::string_view name) const {
    const auto found = environment.find(name);
    return found == environment.end() ? std::string_view{} : std::string_view{found->second};
  }
};

}  // namespace jalon
