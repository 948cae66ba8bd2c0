// The program with a clock and a seed from outside, for tests that need a process of its own:
//   JALON_TEST_NOW=2020-02-25T09:30:00Z JALON_TEST_SEED=1 jalon_under_test status
#include "tests/tracker/desk.hpp"
#include "tracker/process.hpp"

#include <cstdlib>
#include <stdexcept>

namespace {

std::string variable(const char* name) {
  const char* text = std::getenv(name);
  if (text == nullptr) throw std::runtime_error{std::string{"set "} + name};
  return text;
}

}  // namespace

int main(int count, char** arguments) {
  std::uint64_t seed = std::stoull(variable("JALON_TEST_SEED"));
  const auto bytes = [&seed](std::size_t size) { return jalon::tests::seeded_bytes(seed, size); };
  return jalon::run_process({arguments, static_cast<std::size_t>(count)},
                            {jalon::tests::instant(variable("JALON_TEST_NOW")), bytes});
}
