#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <istream>
#include <map>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

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
  /// Runs a program with a text on its standard input, without a shell, for at most so many
  /// seconds; why that failed, in words, or nothing.
  std::function<std::optional<std::string>(const std::vector<std::string>& command,
                                           const std::filesystem::path& folder,
                                           std::string_view input, int seconds)>
      run_program = {};
  /// Called before each operation of writing files (Writing::before); tests fail or stop there.
  std::function<void(std::string_view operation)> before_write = {};

  /// A variable of the environment; empty if it is not set.
  [[nodiscard]] std::string_view variable(std::string_view name) const {
    const auto found = environment.find(name);
    return found == environment.end() ? std::string_view{} : std::string_view{found->second};
  }
};

}  // namespace jalon
