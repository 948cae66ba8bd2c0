#include "tracker/process.hpp"

#include <sys/random.h>

#include <chrono>
#include <stdexcept>

namespace {

std::string random_bytes(std::size_t count) {
  std::string bytes(count, '\0');
  if (::getrandom(bytes.data(), count, 0) != static_cast<ssize_t>(count))
    throw std::runtime_error{"the system gives no random bytes"};
  return bytes;
}

}  // namespace

int main(int count, char** arguments) {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return jalon::run_process(
      {arguments, static_cast<std::size_t>(count)},
      {std::chrono::duration_cast<std::chrono::microseconds>(now).count(), random_bytes});
}
