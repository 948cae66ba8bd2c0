#pragma once

#include <filesystem>
#include <string>

namespace jalon::tests {

/// Where the golden files are: tests/golden in the source tree.
[[nodiscard]] std::filesystem::path golden_dir();

/// Holds a text against tests/golden/NAME. With JALON_UPDATE_GOLDEN=1 in the environment it writes
/// the file instead: review the difference like code.
void check_golden(const std::filesystem::path& name, const std::string& actual);

/// The bytes of a file; fails the test if it cannot be read.
[[nodiscard]] std::string read_file(const std::filesystem::path& path);

}  // namespace jalon::tests
