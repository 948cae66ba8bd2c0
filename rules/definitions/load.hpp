#pragma once

#include "rules/model/diagnostic.hpp"
#include "rules/model/programme.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jalon::definitions {

/// A definitions file: its name as messages show it (relative to the workspace) and its bytes.
struct File {
  std::string name;
  std::string text;
};

/// What the workspace file says about other files; read first, so that the caller can find them.
struct Includes {
  std::vector<std::string> include;  ///< glob patterns, relative to the workspace
  std::vector<std::string> tests;
};

/// Reads [definitions] of a workspace file, tolerating other mistakes (load lists them all).
/// Nothing but a diagnostic if the file is not TOML at all.
[[nodiscard]] Result<Includes> read_includes(const File& workspace);

/// Reads a whole programme, or everything that is wrong with it. `workspace` is jalon.toml, `files`
/// are the included ones in the order to read them. Pure: opens no file.
[[nodiscard]] Result<Programme> load(const File& workspace, std::span<const File> files);

/// What definitions may be at most. Beyond this the TOML parser runs out of stack or memory; the
/// defaults leave room for any programme that people write.
struct Limits {
  std::size_t file_bytes = 4U << 20U;
  std::size_t programme_bytes = 64U << 20U;
  std::size_t line_bytes = 64U << 10U;
  std::size_t values = 1000000;  ///< in the whole programme: keys and elements of lists
  std::uint32_t depth = 32;      ///< of brackets, and of dots in a key
  std::size_t mistakes = 1000;   ///< listed one by one
};
[[nodiscard]] Result<Programme> load(const File& workspace, std::span<const File> files,
                                     const Limits& limits);

/// Every code that load can give, for tests and the manual.
[[nodiscard]] std::span<const std::string_view> diagnostic_codes();

}  // namespace jalon::definitions
