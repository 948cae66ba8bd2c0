#include "tracker/output_file.hpp"

#include "rules/model/diagnostic.hpp"
#include "tracker/output_folder.hpp"

#include <fmt/format.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <memory>
#include <utility>
#include <vector>

namespace jalon {
namespace {

namespace fs = std::filesystem;

constexpr int kNewFile = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;

/// An open file; closed in any case, and its last errors told if it is closed on purpose.
class Handle {
 public:
  Handle(int handle, fs::path path) : path_{std::move(path)}, handle_{handle} {
    if (handle_ < 0) fail_output(path_, errno);
  }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() {
    if (handle_ >= 0) ::close(handle_);
  }

  void write(std::string_view text) {
    while (!text.empty()) {
      const ssize_t written = ::write(handle_, text.data(), text.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) fail_output(path_, errno);
      text.remove_prefix(static_cast<std::size_t>(written));
    }
  }
  void sync() {
    if (::fsync(handle_) != 0) fail_output(path_, errno);
  }
  void close() {
    if (::close(std::exchange(handle_, -1)) != 0) fail_output(path_, errno);
  }

 private:
  fs::path path_;
  int handle_;
};

/// One file on its way: beside its place, then in it, then for good. Until then it can go back.
class OnItsWay {
 public:
  OnItsWay(const OutputFile& file, const Writing& writing)
      : file_{file}, writing_{writing}, folder_{folder_of(file, writing)} {
    name_ = file.path.filename().string();
    check_place();
    if (writing.alone) folder_.remove_leftovers(name_);
  }
  OnItsWay(const OnItsWay&) = delete;
  OnItsWay& operator=(const OnItsWay&) = delete;
  ~OnItsWay() { go_back(); }

  void write_beside() {
    before("make");
    if (file_.is_link) return make_link_beside();
    Handle handle{make_beside(), file_.path};
    before("write");
    handle.write(file_.text);
    before("sync");
    handle.sync();
    handle.close();
  }

  void take_place() {
    before("rename");
    // What was there goes where the new file was, so that it can come back.
    if (rename_with(RENAME_EXCHANGE)) {
      place_ = Place::exchanged;
    } else if (errno == ENOENT && rename_with(RENAME_NOREPLACE)) {
      place_ = Place::taken;
    } else if (::renameat(folder_.handle(), beside_.c_str(), folder_.handle(), name_.c_str()) ==
               0) {  // a file system that knows neither
      place_ = Place::final;
    } else {
      fail_output(file_.path, errno);
    }
  }

  void sync_folder() {
    before("sync-folder");
    folder_.sync();
  }

  void finish() noexcept {
    if (place_ == Place::exchanged) ::unlinkat(folder_.handle(), beside_.c_str(), 0);
    place_ = Place::final;
  }

 private:
  enum class Place { nowhere, beside, exchanged, taken, final };

  static OutputFolder folder_of(const OutputFile& file, const Writing& writing) {
    const fs::path folder = file.path.parent_path();
    return writing.root.empty() ? OutputFolder{folder} : OutputFolder{writing.root, folder};
  }

  void before(std::string_view operation) const {
    if (writing_.before) writing_.before(operation);
  }

  /// A folder cannot be replaced by a file, and a device should not be.
  void check_place() const {
    struct stat status {};
    if (name_.empty()) fail_output(file_.path, EISDIR);
    if (::fstatat(folder_.handle(), name_.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
      if (errno == ENOENT) return;
      fail_output(file_.path, errno);
    }
    if (S_ISDIR(status.st_mode)) fail_output(file_.path, EISDIR);
    if (!S_ISREG(status.st_mode) && !S_ISLNK(status.st_mode))
      throw OutputError{
          fmt::format("cannot write {}: it is no ordinary file", printable(file_.path.string()))};
  }

  /// Tries names until one is free: a process that was killed may have left some.
  template <class Make>
  int under_a_free_name(Make make) {
    constexpr int kTries = 1000;
    for (int i = 0; i < kTries; ++i) {
      beside_ = fmt::format(".{}.{}-{}.part", name_, ::getpid(), i);
      const int result = make(beside_.c_str());
      if (result >= 0) {
        place_ = Place::beside;
        return result;
      }
      if (errno != EEXIST) break;
    }
    fail_output(file_.path, errno);
  }

  int make_beside() {
    return under_a_free_name(
        [&](const char* name) { return ::openat(folder_.handle(), name, kNewFile, 0666); });
  }

  void make_link_beside() {
    const std::string target{file_.text};
    under_a_free_name(
        [&](const char* name) { return ::symlinkat(target.c_str(), folder_.handle(), name); });
  }

  bool rename_with(unsigned flags) const {
    return ::renameat2(folder_.handle(), beside_.c_str(), folder_.handle(), name_.c_str(), flags) ==
           0;
  }

  void go_back() noexcept {
    if (place_ == Place::exchanged) rename_with(RENAME_EXCHANGE);
    if (place_ == Place::taken) ::unlinkat(folder_.handle(), name_.c_str(), 0);
    if (place_ == Place::exchanged || place_ == Place::beside)
      ::unlinkat(folder_.handle(), beside_.c_str(), 0);
    place_ = Place::final;
  }

  const OutputFile& file_;
  const Writing& writing_;
  OutputFolder folder_;
  std::string name_ = {};
  std::string beside_ = {};
  Place place_ = Place::nowhere;
};

}  // namespace

void write_output_files(std::span<const OutputFile> files, const Writing& writing) {
  std::vector<std::unique_ptr<OnItsWay>> all;
  for (const OutputFile& file : files) {
    all.push_back(std::make_unique<OnItsWay>(file, writing));
    all.back()->write_beside();
  }
  for (const auto& one : all) one->take_place();
  for (const auto& one : all) one->sync_folder();
  for (const auto& one : all) one->finish();
}

void write_output_file(const fs::path& path, std::string_view text, const Writing& writing) {
  const OutputFile file{path, text};
  write_output_files({&file, 1}, writing);
}

void write_new_file(const fs::path& path, std::string_view text) {
  Handle handle{::open(path.c_str(), kNewFile, 0666), path};
  try {
    handle.write(text);
    handle.sync();
    handle.close();
  } catch (const OutputError&) {
    ::unlink(path.c_str());
    throw;
  }
}

}  // namespace jalon
