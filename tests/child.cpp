#include "tests/child.hpp"

#include <catch2/catch.hpp>

#include <grp.h>
#include <sys/wait.h>
#include <unistd.h>

#include <iostream>

namespace jalon::tests {
namespace {

void become_nobody() {
  if (::geteuid() != 0) return;
  if (::setgroups(0, nullptr) != 0 || ::setgid(65534) != 0 || ::setuid(65534) != 0) ::_exit(98);
}

int guarded(const std::function<int()>& action) {
  try {
    return action();
  } catch (const std::exception& error) {
    std::cerr << "in a child: " << error.what() << std::endl;
    return 99;
  }
}

}  // namespace

int in_child(const std::function<int()>& action, bool as_nobody) {
  std::cout.flush();
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    if (as_nobody) become_nobody();
    ::_exit(guarded(action));
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace jalon::tests
