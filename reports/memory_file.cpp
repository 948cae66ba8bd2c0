#include "reports/memory_file.hpp"

#include "reports/renderers.hpp"

#include <fmt/format.h>

#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace jalon::reports {
namespace {

[[noreturn]] void fail_with(int error) {
  throw RenderError{fmt::format("no file in memory: {}", std::generic_category().message(error))};
}

}  // namespace

MemoryFile::MemoryFile() : handle_{::memfd_create("report", MFD_CLOEXEC)} {
  if (handle_ < 0) fail_with(errno);
}

MemoryFile::~MemoryFile() { ::close(handle_); }

std::string MemoryFile::path() const { return fmt::format("/proc/self/fd/{}", handle_); }

std::string MemoryFile::bytes() const {
  const off_t size = ::lseek(handle_, 0, SEEK_END);
  if (size < 0) fail_with(errno);
  std::string out(static_cast<std::size_t>(size), '\0');
  std::size_t done = 0;
  while (done < out.size()) {
    const ssize_t got =
        ::pread(handle_, out.data() + done, out.size() - done, static_cast<off_t>(done));
    if (got <= 0) fail_with(got < 0 ? errno : EIO);
    done += static_cast<std::size_t>(got);
  }
  return out;
}

}  // namespace jalon::reports
