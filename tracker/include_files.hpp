#pragma once

#include "rules/definitions/load.hpp"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jalon {

/// The name of the workspace file.
inline constexpr std::string_view kWorkspaceFile = "jalon.toml";

/// A file of the workspace by its name relative to the root; at most a little more than what the
/// loader accepts is read (it refuses longer ones). A link, or something that is no file: a
/// diagnostic. Throws std::filesystem::filesystem_error if the system fails.
[[nodiscard]] Result<definitions::File> read_workspace_file(const std::filesystem::path& root,
                                                            const std::string& name);

/// The files that the patterns of `include` name, read: patterns in their order, files of a pattern
/// by name, each once. A pattern that leads out of the workspace, follows a link or matches nothing
/// is an error. `key` is what jalon.toml calls the patterns: "include" or "tests".
[[nodiscard]] Result<std::vector<definitions::File>> read_included(
    const std::filesystem::path& root, std::span<const std::string> patterns,
    std::string_view key = "include");

}  // namespace jalon
