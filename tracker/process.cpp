#include "tracker/process.hpp"

#include "tracker/exit_code.hpp"
#include "tracker/program.hpp"
#include "tracker/run_program.hpp"

#include <pwd.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <iostream>
#include <streambuf>

extern char** environ;

namespace jalon {
namespace {

/// A stream's bytes to a file of the system, remembering why it failed.
class HandleBuffer : public std::streambuf {
 public:
  explicit HandleBuffer(int handle) : handle_{handle} {
    setp(bytes_.data(), bytes_.data() + bytes_.size());
  }

  /// The system's error number; 0: all is well.
  [[nodiscard]] int error() const noexcept { return error_; }

 protected:
  int_type overflow(int_type next) override {
    if (sync() != 0) return traits_type::eof();
    if (traits_type::eq_int_type(next, traits_type::eof())) return traits_type::not_eof(next);
    *pptr() = traits_type::to_char_type(next);
    pbump(1);
    return next;
  }

  int sync() override {
    const char* at = pbase();
    while (at < pptr() && error_ == 0) {
      const ssize_t written = ::write(handle_, at, static_cast<std::size_t>(pptr() - at));
      if (written >= 0)
        at += written;
      else if (errno != EINTR)
        error_ = errno;
    }
    setp(bytes_.data(), bytes_.data() + bytes_.size());
    return error_ == 0 ? 0 : -1;
  }

 private:
  int handle_;
  int error_ = 0;
  std::array<char, 16384> bytes_{};
};

std::map<std::string, std::string, std::less<>> read_environment() {
  std::map<std::string, std::string, std::less<>> variables;
  for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
    const std::string text = *entry;
    const std::size_t equals = text.find('=');
    if (equals != std::string::npos)
      variables.emplace(text.substr(0, equals), text.substr(equals + 1));
  }
  return variables;
}

std::string account_name() {
  const passwd* account = ::getpwuid(::geteuid());
  if (account != nullptr && account->pw_name != nullptr && account->pw_name[0] != '\0')
    return account->pw_name;
  return "uid " + std::to_string(::geteuid());
}

void read_terminal(World& world) {
  world.out_is_terminal = ::isatty(STDOUT_FILENO) == 1;
  winsize size{};
  if (!world.out_is_terminal || ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return;
  if (size.ws_col > 0) world.width = size.ws_col;
  if (size.ws_row > 0) world.height = size.ws_row;
}

bool page(const std::string& command, const std::string& text) {
  std::cout.flush();
  FILE* pager = ::popen(command.c_str(), "w");
  if (pager == nullptr) return false;
  std::fwrite(text.data(), 1, text.size(), pager);
  constexpr int kNotFound = 127 << 8;
  return ::pclose(pager) != kNotFound;
}

void interrupted(int /*signal*/) { ::_exit(static_cast<int>(ExitCode::interrupted)); }

/// The exit code once everything is written, or why it could not be.
int finish(int code, std::ostream& out, const HandleBuffer& buffer, std::ostream& err) {
  out.flush();
  if (buffer.error() == 0 || buffer.error() == EPIPE) return code;
  err << "error[output]: cannot write to the standard output: " << std::strerror(buffer.error())
      << '\n';
  return static_cast<int>(ExitCode::store_failed);
}

}  // namespace

int run_process(std::span<char*> arguments, const Chance& chance) {
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGINT, interrupted);
  HandleBuffer out_buffer{STDOUT_FILENO};
  HandleBuffer err_buffer{STDERR_FILENO};
  std::ostream out{&out_buffer};
  std::ostream err{&err_buffer};

  World world{.now = chance.now,
              .random_bytes = chance.random_bytes,
              .in = std::cin,
              .out = out,
              .err = err,
              .environment = read_environment(),
              .system_account = account_name(),
              .page = page,
              .run_program = run_program};
  std::error_code unknown;
  world.current_directory = std::filesystem::current_path(unknown);
  read_terminal(world);
  const std::vector<std::string> words(arguments.begin() + (arguments.empty() ? 0 : 1),
                                       arguments.end());
  int code = run(words, world);
  code = finish(code, out, out_buffer, err);
  err.flush();
  return code;
}

}  // namespace jalon
