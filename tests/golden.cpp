#include "tests/golden.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace jalon::tests {

std::filesystem::path golden_dir() { return JALON_GOLDEN_DIR; }

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in{path, std::ios::binary};
  INFO("file " << path);
  REQUIRE(in.good());
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

void check_golden(const std::filesystem::path& name, const std::string& actual) {
  const auto file = golden_dir() / name;
  if (std::getenv("JALON_UPDATE_GOLDEN") != nullptr) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream{file, std::ios::binary} << actual;
    return;
  }
  const std::string expected = read_file(file);
  INFO("golden file " << name << "; to accept: JALON_UPDATE_GOLDEN=1 ctest --preset dev");
  CHECK(actual == expected);
}

}  // namespace jalon::tests
