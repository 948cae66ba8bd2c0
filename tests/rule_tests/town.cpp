#include "tests/rule_tests/town.hpp"

#include "rules/definitions/load.hpp"
#include "rules/rule_tests/read.hpp"
#include "rules/rule_tests/run.hpp"

#include <catch2/catch.hpp>

namespace jalon::tests {
namespace {

constexpr const char* kWorkspace = R"(format = 1
[programme]
id       = "town"
title    = "A made-up town"
timezone = "Europe/Brussels"
areas    = ["parks"]
levels   = ["town"]
)";

constexpr const char* kPlan = R"(format = 1
[[indicator]]
id         = "tree"
title      = "Trees planted"
unit       = "tree"
measure    = "flow"
dimensions = { kind = ["oak", "lime"], street = "open" }
[[indicator]]
id      = "shade"
title   = "Streets in shade"
unit    = "%"
measure = "stock"
[[indicator]]
id      = "bench"
title   = "Benches"
unit    = "bench"
measure = "flow"
key     = "number"
evidence = { min = 2, kinds = ["press", "photo"], required = true }
[[target]]
id        = "trees.yearly"
indicator = "tree"
at_least  = 10
per       = "year"
first     = "2020"
last      = "2022"
split     = { dimension = "kind", parts = { oak = 6, lime = 4 } }
[[target]]
id          = "trees.street"
indicator   = "tree"
at_least    = 2
for_each    = "street"
each_within = "90d"
[[target]]
id          = "trees.kind"
indicator   = "tree"
at_least    = 2
for_each    = "kind"
each_within = "90d"
[[target]]
id        = "shade.half"
indicator = "shade"
at_least  = 50
by        = "2020"
[[target]]
id        = "benches"
indicator = "bench"
at_least  = 1
by        = "2020"
[[milestone]]
id     = "plan.adopted"
title  = "The plan"
stages = ["draft", "adopted"]
reach  = "adopted"
by     = "2020"
[[commitment]]
id    = "green"
title = "A green town"
all   = ["shade.half", "plan.adopted"]
)";

}  // namespace

const Programme& town() {
  static const Programme programme = [] {
    const std::vector<definitions::File> files{{"plan.toml", kPlan}};
    auto loaded = definitions::load({"jalon.toml", kWorkspace}, files);
    if (!loaded) FAIL(render(loaded.error()));
    return std::move(loaded).value();
  }();
  return programme;
}

Result<rule_tests::Suite> read_tests(const std::string& text) {
  const std::vector<definitions::File> files{{"town.test.toml", "format = 1\n" + text}};
  return rule_tests::read(town(), files);
}

std::string one_test(const std::string& lines, const std::string& expect) {
  return "[[test]]\nname = \"one\"\nas_of = 2021-02-01\n" + lines + "\nexpect = { " + expect +
         " }\n";
}

rule_tests::Results play_tests(const std::string& text) {
  const auto suite = read_tests(text);
  if (!suite) FAIL(render(suite.error()));
  return rule_tests::run(town(), suite.value());
}

}  // namespace jalon::tests
