#include "tracker/log/files.hpp"

#include "tracker/log/chain.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <system_error>

namespace jalon::log {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& what) { throw system_error(errno, what); }

/// An open file or folder.
class Descriptor {
 public:
  Descriptor(const fs::path& path, int flags, mode_t mode = 0)
      : fd_{::open(path.c_str(), flags | O_CLOEXEC, mode)} {}
  explicit Descriptor(int fd) : fd_{fd} {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  [[nodiscard]] bool is_open() const { return fd_ >= 0; }
  [[nodiscard]] int fd() const { return fd_; }

 private:
  int fd_;
};

void sync_folder(const fs::path& folder) {
  const Descriptor opened{folder, O_RDONLY | O_DIRECTORY};
  if (!opened.is_open()) fail(fmt::format("{}: cannot be opened", folder.string()));
  // EINVAL: a file system that knows no such thing, and needs none.
  if (::fsync(opened.fd()) != 0 && errno != EINVAL) {
    fail(fmt::format("{}: cannot be made durable", folder.string()));
  }
}

void write_all(int fd, std::string_view bytes, const fs::path& path) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail(fmt::format("{}: cannot be written", path.string()));
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

/// Writes a new file beside the head file, all of it durable but its name.
void write_new_head(const fs::path& path, std::string_view bytes, mode_t mode) {
  ::unlink(path.c_str());  // left by a writer that was killed
  const Descriptor file{path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode};
  if (!file.is_open() || ::fchmod(file.fd(), mode) != 0) {
    fail(fmt::format("{}: cannot be written", path.string()));
  }
  write_all(file.fd(), bytes, path);
  if (::fsync(file.fd()) != 0) fail(fmt::format("{}: cannot be made durable", path.string()));
}

/// "12 <64 hex digits>\n" and nothing else.
std::optional<Head> parse_head(std::string_view text) {
  Head head;
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, head.number);
  if (error != std::errc{} || head.number < 0 || end - rest != 66) return std::nullopt;
  if (rest[0] != ' ' || rest[65] != '\n') return std::nullopt;
  head.hash.assign(rest + 1, 64);
  if (!is_hash(head.hash) || fmt::format("{} {}\n", head.number, head.hash) != text) {
    return std::nullopt;
  }
  return head;
}

}  // namespace

StoreError system_error(int error_number, const std::string& what) {
  using Kind = StoreError::Kind;
  const std::string reason = std::generic_category().message(error_number);
  const std::string message = fmt::format("{} ({})", what, reason);
  switch (error_number) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return {Kind::full, message};
    case EACCES:
    case EPERM:
    case EROFS:
      return {Kind::not_writable, message};
    case ENOENT:
      return {Kind::missing, message};
    default:
      return {Kind::failed, message};
  }
}

fs::path resolved(const fs::path& path) {
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path{"."};
  std::error_code error;
  const fs::path real = fs::canonical(folder, error);
  if (error) throw system_error(error.value(), fmt::format("{}: cannot be opened", path.string()));
  return real / path.filename();
}

void check_store_file(const fs::path& path) {
  using Kind = StoreError::Kind;
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0) {
    if (errno != ENOENT) fail(fmt::format("{}: cannot be opened", path.string()));
    throw StoreError{
        Kind::missing,
        fmt::format("{}: there is no such store; only `jalon init` makes one", path.string())};
  }
  if (!S_ISREG(status.st_mode)) {
    throw StoreError{Kind::foreign,
                     fmt::format("{}: not a store of jalon ({})", path.string(),
                                 S_ISLNK(status.st_mode) ? "a link, which is not followed"
                                                         : "no ordinary file")};
  }
  if (status.st_size == 0) {
    throw StoreError{Kind::foreign,
                     fmt::format("{}: not a store of jalon: the file is empty", path.string())};
  }
  if (::faccessat(AT_FDCWD, path.c_str(), R_OK, AT_EACCESS) != 0) {
    fail(fmt::format("{}: may not be read", path.string()));
  }
}

mode_t mode_in(const fs::path& folder) {
  struct stat status {};
  if (::stat(folder.c_str(), &status) != 0) {
    fail(fmt::format("{}: cannot be opened", folder.string()));
  }
  const bool group = (status.st_mode & S_ISGID) != 0 && (status.st_mode & S_IWGRP) != 0;
  return group ? 0660 : 0600;
}

fs::path make_temporary(const fs::path& path, mode_t mode) {
  std::string name = (path.parent_path() / ("." + path.filename().string() + ".XXXXXX")).string();
  const Descriptor file{::mkostemp(name.data(), O_CLOEXEC)};
  if (!file.is_open()) fail(fmt::format("{}: cannot be made", path.string()));
  if (::fchmod(file.fd(), mode) != 0) fail(fmt::format("{}: cannot be made", path.string()));
  return name;
}

bool rename_without_replacing(const fs::path& from, const fs::path& to) {
  // Not every file system has RENAME_NOREPLACE; a second name is as good: it fails if taken.
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) != 0) {
    if (errno == EEXIST) return false;
    if (::link(from.c_str(), to.c_str()) != 0) {
      if (errno == EEXIST) return false;
      fail(fmt::format("{}: cannot be made", to.string()));
    }
    ::unlink(from.c_str());
  }
  sync_folder(to.parent_path());
  return true;
}

fs::path head_path(const fs::path& store) { return store.string() + ".head"; }

std::optional<Head> read_head_file(const fs::path& store) {
  const fs::path path = head_path(store);
  const Descriptor file{path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK};
  if (!file.is_open()) {
    if (errno == ENOENT) return std::nullopt;
    fail(fmt::format("{}: cannot be opened", path.string()));
  }
  std::array<char, 128> bytes{};  // a head has 66 bytes and its number
  const ssize_t size = ::read(file.fd(), bytes.data(), bytes.size());
  if (size < 0) fail(fmt::format("{}: cannot be read", path.string()));
  const auto head = parse_head({bytes.data(), static_cast<std::size_t>(size)});
  if (!head) {
    throw StoreError{
        StoreError::Kind::damaged,
        fmt::format("{}: does not hold a head (a record number and 64 hex digits)", path.string())};
  }
  return head;
}

void write_head_file(const fs::path& store, const Head& head) {
  const fs::path path = head_path(store);
  const fs::path fresh = path.string() + ".new";
  write_new_head(fresh, fmt::format("{} {}\n", head.number, head.hash),
                 mode_in(store.parent_path()));
  if (::rename(fresh.c_str(), path.c_str()) != 0) {
    fail(fmt::format("{}: cannot be replaced", path.string()));
  }
  sync_folder(store.parent_path());
}

}  // namespace jalon::log
