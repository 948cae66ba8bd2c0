#include "tracker/run_program.hpp"

#include "rules/model/diagnostic.hpp"

#include <fmt/format.h>

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <system_error>
#include <thread>
#include <utility>

namespace jalon {
namespace {

constexpr int kCannotStart = 127;

/// Two ends of a pipe, closed with the object.
class Pipe {
 public:
  Pipe() {
    if (::pipe2(ends_.data(), O_CLOEXEC) != 0) ends_ = {-1, -1};
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() {
    close(0);
    close(1);
  }
  [[nodiscard]] bool is_open() const { return ends_[0] >= 0; }
  [[nodiscard]] int end(std::size_t which) const { return ends_[which]; }
  void close(std::size_t which) {
    if (ends_[which] >= 0) ::close(std::exchange(ends_[which], -1));
  }

 private:
  std::array<int, 2> ends_{};
};

/// In the child: a group of its own, so that all it starts can be ended with it.
[[noreturn]] void become(const std::vector<char*>& arguments, const std::filesystem::path& folder,
                         int input) {
  ::setpgid(0, 0);
  std::signal(SIGPIPE, SIG_DFL);
  std::signal(SIGINT, SIG_DFL);
  const bool ready = ::dup2(input, STDIN_FILENO) >= 0 &&
                     ::dup2(STDERR_FILENO, STDOUT_FILENO) >= 0 && ::chdir(folder.c_str()) == 0;
  if (ready) ::execvp(arguments[0], arguments.data());
  ::_exit(kCannotStart);
}

class Deadline {
 public:
  explicit Deadline(int seconds)
      : at_{std::chrono::steady_clock::now() + std::chrono::seconds{seconds}} {}
  [[nodiscard]] bool is_over() const { return std::chrono::steady_clock::now() >= at_; }

 private:
  std::chrono::steady_clock::time_point at_;
};

constexpr int kPauseMilliseconds = 20;

/// Hands over the text, as long as somebody reads it and there is time.
void hand_over(std::string_view input, int handle, const Deadline& deadline) {
  ::fcntl(handle, F_SETFL, O_NONBLOCK);
  while (!input.empty() && !deadline.is_over()) {
    pollfd ready{handle, POLLOUT, 0};
    ::poll(&ready, 1, kPauseMilliseconds);
    const ssize_t written = ::write(handle, input.data(), input.size());
    if (written > 0) input.remove_prefix(static_cast<std::size_t>(written));
    if (written < 0 && errno != EAGAIN && errno != EINTR) return;  // it does not want to know
  }
}

/// The child's status, or nothing if there is no more time: then it is gone.
std::optional<int> wait_for(pid_t child, const Deadline& deadline) {
  int status = 0;
  for (;;) {
    const pid_t ended = ::waitpid(child, &status, WNOHANG);
    if (ended == child) return status;
    if (deadline.is_over()) break;
    std::this_thread::sleep_for(std::chrono::milliseconds{kPauseMilliseconds});
  }
  ::kill(-child, SIGKILL);
  ::kill(child, SIGKILL);
  ::waitpid(child, &status, 0);
  return std::nullopt;
}

std::optional<std::string> why_failed(const std::string& name, std::optional<int> status,
                                      int seconds) {
  if (!status) return fmt::format("{} took longer than {} s and was ended", name, seconds);
  if (WIFSIGNALED(*status))
    return fmt::format("{} was ended by signal {}", name, WTERMSIG(*status));
  if (WEXITSTATUS(*status) == 0) return std::nullopt;
  if (WEXITSTATUS(*status) == kCannotStart) return fmt::format("{} cannot be started", name);
  return fmt::format("{} ended with code {}", name, WEXITSTATUS(*status));
}

}  // namespace

std::optional<std::string> run_program(const std::vector<std::string>& command,
                                       const std::filesystem::path& folder, std::string_view input,
                                       int seconds) {
  std::vector<std::string> words = command;
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  const std::string name = printable(command.front());
  const Deadline deadline{seconds};
  Pipe pipe;
  const pid_t child = pipe.is_open() ? ::fork() : -1;
  if (child < 0)
    return fmt::format("{} cannot be started: {}", name, std::generic_category().message(errno));
  if (child == 0) become(arguments, folder, pipe.end(0));
  pipe.close(0);
  hand_over(input, pipe.end(1), deadline);
  pipe.close(1);
  return why_failed(name, wait_for(child, deadline), seconds);
}

}  // namespace jalon
