#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>

namespace jalon {

/// A file could not be written. Exit code 5.
class OutputError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Writes a file whole or not at all: under another name beside it, to the disk, then renamed over
/// what was there. Its mode follows the umask. Throws OutputError.
void write_output_file(const std::filesystem::path& path, std::string_view text);

/// Writes a file that must not be there yet. Throws OutputError.
void write_new_file(const std::filesystem::path& path, std::string_view text);

}  // namespace jalon
