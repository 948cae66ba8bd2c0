#pragma once

#include <filesystem>
#include <string>

namespace jalon {

/// A folder that files are written into, opened once: what its path means later plays no part.
class OutputFolder {
 public:
  /// The folder of that path. Throws OutputError.
  explicit OutputFolder(const std::filesystem::path& path);
  /// A folder below another, made if it is missing. No link on the way is followed, and none
  /// leads out. Throws OutputError.
  OutputFolder(const std::filesystem::path& root, const std::filesystem::path& below);
  OutputFolder(OutputFolder&& other) noexcept;
  OutputFolder& operator=(OutputFolder&&) = delete;
  ~OutputFolder();

  [[nodiscard]] int handle() const noexcept { return handle_; }
  /// Takes away what writers of a file of that name left when they were killed: ".NAME.*.part".
  void remove_leftovers(const std::string& name) const;
  /// Makes the names in it durable. Throws OutputError; a folder that may not be read, or a file
  /// system that knows no such thing, is passed over.
  void sync() const;

 private:
  std::filesystem::path path_;  ///< for messages
  int handle_;
};

/// Throws OutputError for a system error number.
[[noreturn]] void fail_output(const std::filesystem::path& path, int error);

}  // namespace jalon
