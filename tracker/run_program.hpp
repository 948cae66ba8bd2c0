#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jalon {

/// Runs a program (looked up in PATH) in a folder, with a text on its standard input and no shell
/// between, and waits for it. Why it failed, in words: it cannot be started, it ended with another
/// code than 0, it took longer than `seconds` and was killed with all that it had started. Nothing
/// if it worked. Its output goes where that of this process goes: to the error stream.
[[nodiscard]] std::optional<std::string> run_program(const std::vector<std::string>& command,
                                                     const std::filesystem::path& folder,
                                                     std::string_view input, int seconds);

}  // namespace jalon
