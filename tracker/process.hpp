#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>

namespace jalon {

/// Where a process gets what must not be read twice: its instant and its random bytes.
struct Chance {
  std::int64_t now;  ///< microseconds since 1970 UTC
  std::function<std::string(std::size_t)> random_bytes;
};

/// Fills a World from the process (streams, terminal, environment, account) and runs the command
/// line in it. `arguments` begin with the program's name. A closed pipe is success; an interrupt
/// ends the process with 130.
int run_process(std::span<char*> arguments, const Chance& chance);

}  // namespace jalon
