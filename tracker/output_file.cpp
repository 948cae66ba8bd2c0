#include "tracker/output_file.hpp"

#include "rules/model/diagnostic.hpp"

#include <fmt/format.h>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace jalon {
namespace {

[[noreturn]] void fail(const std::filesystem::path& path, int error) {
  throw OutputError{fmt::format("cannot write {}: {}", printable(path.string()),
                                std::generic_category().message(error))};
}

/// An open file that is closed, and removed unless it was kept.
class NewFile {
 public:
  explicit NewFile(std::filesystem::path path)
      : path_{std::move(path)},
        handle_{::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666)} {
    if (handle_ < 0) fail(path_, errno);
  }
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;
  ~NewFile() {
    if (handle_ >= 0) ::close(handle_);
    if (!kept_) ::unlink(path_.c_str());
  }

  void write(std::string_view text) {
    while (!text.empty()) {
      const ssize_t written = ::write(handle_, text.data(), text.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) fail(path_, errno);
      text.remove_prefix(static_cast<std::size_t>(written));
    }
    if (::fsync(handle_) != 0) fail(path_, errno);
    const int closed = ::close(handle_);
    handle_ = -1;
    if (closed != 0) fail(path_, errno);
  }

  void keep() noexcept { kept_ = true; }

 private:
  std::filesystem::path path_;
  int handle_;
  bool kept_ = false;
};

void sync_folder(const std::filesystem::path& folder) {
  const int handle = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY);
  if (handle < 0) return;  // a folder that may be written to but not read
  ::fsync(handle);
  ::close(handle);
}

}  // namespace

void write_output_file(const std::filesystem::path& path, std::string_view text) {
  if (std::filesystem::is_directory(path)) fail(path, EISDIR);
  auto beside = path;
  beside += fmt::format(".{}.part", ::getpid());
  NewFile file{beside};
  file.write(text);
  if (::rename(beside.c_str(), path.c_str()) != 0) fail(path, errno);
  file.keep();
  sync_folder(path.parent_path());
}

void write_new_file(const std::filesystem::path& path, std::string_view text) {
  NewFile file{path};
  file.write(text);
  file.keep();
}

}  // namespace jalon
