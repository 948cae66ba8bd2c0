#include "tests/reference/coverage.hpp"
#include "tests/reference/differences.hpp"
#include "tests/reference/print.hpp"
#include "tests/reference/reference.hpp"

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include <cstdlib>
#include <map>
#include <set>

using namespace jalon;
using namespace jalon::reference;

namespace {

std::uint64_t number_from(const char* variable, std::uint64_t otherwise) {
  const char* text = std::getenv(variable);
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

std::string told(std::uint64_t seed, const Case& generated, const Disagreement& difference) {
  std::string text =
      fmt::format("seed {}: {}, {}: the reference says {}, the engine {}\n", seed, difference.id,
                  difference.field, difference.expected, difference.actual);
  return text + str(shrunk(generated, difference));
}

/// How many cases differ in each field, and the first of them.
struct Tally {
  std::map<std::string, std::pair<int, std::uint64_t>> fields = {};

  void add(std::uint64_t seed, const std::vector<Disagreement>& found) {
    std::set<std::string> seen;
    for (const Disagreement& difference : found) {
      if (!seen.insert(difference.field).second) continue;
      ++fields.try_emplace(difference.field, 0, seed).first->second.first;
    }
  }
  [[nodiscard]] std::string str() const {
    std::string text = "fields that differ:\n";
    for (const auto& [field, times] : fields) {
      text += fmt::format("{}: {} cases, first seed {}\n", field, times.first, times.second);
    }
    return text;
  }
};

/// The first difference, or the first in the field that JALON_FIELD names.
const Disagreement* first_of_interest(const std::vector<Disagreement>& found) {
  const char* field = std::getenv("JALON_FIELD");
  for (const Disagreement& difference : found) {
    if (field == nullptr || difference.field == field) return &difference;
  }
  return nullptr;
}

}  // namespace

/// Field by field, and the cases reach what can be. JALON_CAMPAIGN: how many cases; JALON_SEED: the
/// first; JALON_FIELD: show differences in this field; JALON_REACHED=1: print what the cases
/// reached.
TEST_CASE("the engine says what the slow reference says, field by field") {
  const std::uint64_t first = number_from("JALON_SEED", 1);
  const std::uint64_t cases = number_from("JALON_CAMPAIGN", 7'000);
  Tally tally;
  Coverage coverage;
  std::uint64_t told_so_far = 0;
  for (std::uint64_t seed = first; seed < first + cases; ++seed) {
    const Case generated = generate(seed);
    const std::vector<Disagreement> found = differences(generated, &coverage);
    tally.add(seed, found);
    const Disagreement* difference = first_of_interest(found);
    if (difference == nullptr || told_so_far == number_from("JALON_SHOWN", 3)) continue;
    ++told_so_far;
    FAIL_CHECK(told(seed, generated, *difference));
  }
  INFO(tally.str());
  CHECK(tally.fields.empty());
  if (number_from("JALON_REACHED", 0) != 0) WARN(coverage.table());
  for (const std::string& wrong : coverage.impossible()) FAIL_CHECK(wrong);
  if (cases < 7'000) return;
  for (const std::string& missing : coverage.too_rare()) FAIL_CHECK(missing);
}
