#include "tests/reference/reference.hpp"
#include "tests/reference/coverage.hpp"
#include "tests/reference/generate.hpp"

#include <catch2/catch.hpp>

using namespace jalon;
using namespace jalon::reference;

TEST_CASE("every time clause meets every status that it can have at least 50 times") {
  Coverage coverage;
  for (std::uint64_t seed = 1; seed <= 10'000; ++seed) {
    const Case generated = generate(seed);
    coverage.count(generated.programme, reference::evaluate(generated.programme, generated.log,
                                                            generated.moment, generated.instances));
  }
  INFO(coverage.table());
  CHECK(coverage.short_of(50).empty());
}
