#pragma once

#include <filesystem>
#include <functional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

namespace jalon {

/// A file could not be written. Exit code 5.
class OutputError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A file to write.
struct OutputFile {
  std::filesystem::path path;
  std::string_view text;  ///< all of it; of a link where it leads
  bool is_link = false;
};

/// How files are written.
struct Writing {
  /// A folder that no file leaves: paths are relative to it, missing folders below it are made,
  /// no link is followed. Empty: paths stand for themselves, and their folders are there.
  std::filesystem::path root = {};
  /// The caller sees to it that nobody else writes these files now: what a writer left that was
  /// killed goes away.
  bool alone = false;
  /// Called with the name of each operation before it happens. Tests fail or stop there.
  std::function<void(std::string_view operation)> before = {};
};

/// Writes all of the files or none: each under another name beside its place and to the disk, then
/// renamed in their order over what was there, then the folders to the disk. If anything fails,
/// what was there is back, no other name stays, and OutputError is thrown. A link in a file's place
/// is replaced, not followed; a folder or device is not. Modes follow the umask.
void write_output_files(std::span<const OutputFile> files, const Writing& writing = {});
void write_output_file(const std::filesystem::path& path, std::string_view text,
                       const Writing& writing = {});

/// Writes a file that must not be there yet. Throws OutputError.
void write_new_file(const std::filesystem::path& path, std::string_view text);

}  // namespace jalon
