#include "tracker/output_folder.hpp"

#include "rules/model/diagnostic.hpp"
#include "tracker/output_file.hpp"

#include <fmt/format.h>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace jalon {
namespace {

namespace fs = std::filesystem;

constexpr int kFolder = O_PATH | O_DIRECTORY | O_CLOEXEC;

int open_folder(const fs::path& path) {
  const int handle = ::open(path.empty() ? "." : path.c_str(), kFolder);
  if (handle < 0) fail_output(path, errno);
  return handle;
}

/// The folder of that name in another one, which is closed.
int step_into(int parent, const fs::path& name, const fs::path& whole) {
  if (::mkdirat(parent, name.c_str(), 0777) != 0 && errno != EEXIST) {
    const int error = errno;
    ::close(parent);
    fail_output(whole, error);
  }
  const int handle = ::openat(parent, name.c_str(), kFolder | O_NOFOLLOW);
  const int error = errno;
  ::close(parent);
  // O_PATH | O_DIRECTORY | O_NOFOLLOW says of a link that it is no folder.
  if (handle < 0) fail_output(whole, error);
  return handle;
}

}  // namespace

void fail_output(const fs::path& path, int error) {
  throw OutputError{fmt::format("cannot write {}: {}", printable(path.string()),
                                std::generic_category().message(error))};
}

OutputFolder::OutputFolder(const fs::path& path) : path_{path}, handle_{open_folder(path)} {}

OutputFolder::OutputFolder(const fs::path& root, const fs::path& below)
    : path_{root / below}, handle_{open_folder(root)} {
  for (const fs::path& name : below) {
    if (name.empty()) continue;
    if (name == "." || name == ".." || below.is_absolute())
      throw OutputError{
          fmt::format("cannot write {}: it leads out of the workspace", printable(below.string()))};
    handle_ = step_into(handle_, name, path_);
  }
}

OutputFolder::OutputFolder(OutputFolder&& other) noexcept
    : path_{std::move(other.path_)}, handle_{std::exchange(other.handle_, -1)} {}

OutputFolder::~OutputFolder() {
  if (handle_ >= 0) ::close(handle_);
}

void OutputFolder::remove_leftovers(const std::string& name) const {
  const int handle = ::openat(handle_, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  DIR* folder = handle < 0 ? nullptr : ::fdopendir(handle);
  if (folder == nullptr) {  // a folder that may not be read: they stay
    if (handle >= 0) ::close(handle);
    return;
  }
  const std::string start = fmt::format(".{}.", name);
  while (const dirent* entry = ::readdir(folder)) {
    const std::string_view found = entry->d_name;
    if (found.starts_with(start) && found.ends_with(".part")) ::unlinkat(handle_, entry->d_name, 0);
  }
  ::closedir(folder);
}

void OutputFolder::sync() const {
  const int handle = ::openat(handle_, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (handle < 0 && errno == EACCES) return;
  if (handle < 0) fail_output(path_, errno);
  const int error = ::fsync(handle) == 0 ? 0 : errno;
  ::close(handle);
  if (error != 0 && error != EINVAL) fail_output(path_, error);
}

}  // namespace jalon
