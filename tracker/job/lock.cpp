#include "tracker/job/lock.hpp"

#include "tracker/log/files.hpp"

#include <fmt/format.h>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <thread>
#include <utility>

namespace jalon::job {
namespace {

namespace fs = std::filesystem;

int open_lock_file(const fs::path& store) {
  const fs::path real = log::resolved(store);
  const std::string path = real.string() + ".lock";
  const mode_t mode = log::mode_in(real.parent_path());
  const int handle = ::open(path.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, mode);
  if (handle < 0) throw log::system_error(errno, fmt::format("{}: cannot be opened", path));
  // The umask may have taken the group's share; of another's file that is not ours to mend.
  struct stat status {};
  if (::fstat(handle, &status) == 0 && status.st_uid == ::geteuid()) ::fchmod(handle, mode);
  return handle;
}

}  // namespace

std::optional<RunLock> RunLock::take(const fs::path& store, int wait) {
  using std::chrono::milliseconds;
  constexpr milliseconds kPause{50};
  RunLock lock{open_lock_file(store)};
  milliseconds left{std::chrono::seconds{wait}};
  for (;;) {
    if (::flock(lock.handle_, LOCK_EX | LOCK_NB) == 0) return lock;
    if (errno != EWOULDBLOCK && errno != EINTR)
      throw log::system_error(errno, fmt::format("{}.lock: cannot be locked", store.string()));
    if (left <= milliseconds{0}) return std::nullopt;
    std::this_thread::sleep_for(kPause);
    left -= kPause;
  }
}

RunLock::RunLock(RunLock&& other) noexcept : handle_{std::exchange(other.handle_, -1)} {}

RunLock::~RunLock() {
  if (handle_ >= 0) ::close(handle_);
}

}  // namespace jalon::job
