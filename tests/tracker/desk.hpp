#pragma once

#include "tracker/world.hpp"

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace jalon::tests {

/// What one command left: exit code and both streams, with the temporary folder shown as DESK.
struct Outcome {
  int code;
  std::string out;
  std::string err;
};

/// A temporary folder with a clock, a seed and an environment of its own, in which commands run
/// inside the test's process.
class Desk {
 public:
  explicit Desk(std::string_view now = "2020-02-25T09:30:00Z");
  ~Desk();
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  /// Runs a command line, split at blanks; quotes hold words together. Without the word "jalon".
  Outcome operator()(std::string_view line);
  Outcome run(const std::vector<std::string>& words);

  void set_clock(std::string_view instant);  ///< "2020-02-25T09:30:00Z"
  void write(const std::string& name, std::string_view text) const;
  [[nodiscard]] std::string read(const std::string& name) const;
  [[nodiscard]] bool has(const std::string& name) const;
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

  std::map<std::string, std::string, std::less<>> environment = {};
  std::filesystem::path current;  ///< where commands start; the folder at first
  std::string input = {};         ///< of the next command
  decltype(World::before_write) before_write = {};
  decltype(World::run_program) run_program = {};

 private:
  [[nodiscard]] std::string shown(std::string text) const;

  std::filesystem::path folder_;
  std::int64_t now_ = 0;
  std::uint64_t seed_ = 1;
};

/// Splits a command line like a simple shell: blanks, 'single' and "double" quotes.
[[nodiscard]] std::vector<std::string> split_words(std::string_view line);

/// Microseconds since 1970 of "2020-02-25T09:30:00Z".
[[nodiscard]] std::int64_t instant(std::string_view text);

/// Bytes that only look random: the same for the same seed.
[[nodiscard]] std::string seeded_bytes(std::uint64_t& seed, std::size_t count);

/// A small programme with a keyed flow, a stock, a milestone and a commitment, modelled on what a
/// real one needs; with its log. Everything in it is made up.
void write_small_programme(Desk& desk);

}  // namespace jalon::tests
