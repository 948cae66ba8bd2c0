#pragma once

#include <string>

namespace jalon::reports {

/// Memory that a library can open like a file: nothing else can, and nothing is left of it. Throws
/// RenderError.
class MemoryFile {
 public:
  MemoryFile();
  ~MemoryFile();
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  [[nodiscard]] std::string path() const;
  [[nodiscard]] std::string bytes() const;

 private:
  int handle_;
};

}  // namespace jalon::reports
