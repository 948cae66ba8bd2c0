#pragma once

#include <filesystem>
#include <optional>

namespace jalon::job {

/// The job's lock: a file beside the store, locked as long as the object lives. The kernel frees it
/// when the process ends, however that comes. The file stays.
class RunLock {
 public:
  /// Nothing if another run holds it, after `wait` seconds of trying. StoreError if the file cannot
  /// be opened.
  [[nodiscard]] static std::optional<RunLock> take(const std::filesystem::path& store, int wait);

  RunLock(RunLock&& other) noexcept;
  RunLock& operator=(RunLock&&) = delete;
  ~RunLock();

 private:
  explicit RunLock(int handle) : handle_{handle} {}
  int handle_;
};

}  // namespace jalon::job
