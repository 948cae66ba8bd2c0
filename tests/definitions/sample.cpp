#include "tests/definitions/sample.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <utility>

namespace jalon::tests {
namespace {

constexpr std::string_view kWorkspace = R"(format = 1

[programme]
id       = "sample"
title    = { en = "A sample", fr = "Un exemple" }
timezone = "Europe/Brussels"
areas    = ["skills", "business", "rules"]
levels   = ["nation", "region"]

[definitions]
include = ["*.toml"]
tests   = ["tests/*.test.toml"]

[store]
path = "sample.db"

[dates]
mid = { from = "06-01", nominal = "06-30", latest = "07-31" }

[defaults]
severity     = "low"
completeness = "attested"
freshness    = { warn_after = "180d", stale_after = "400d" }
outlook      = { on_track = 0.9, at_risk = 0.70 }
about        = "5%"
)";

constexpr std::string_view kNames = R"(format = 1

[[source]]
id        = "plan-2020"
title     = "The plan"
publisher = "The ministry"
date      = "2020-02"
language  = "en"

[[party]]
id   = "ministry"
name = "The ministry"

[[party]]
id   = "agency"
name = "The agency"

[[initiative]]
id       = "springboard"
title    = "Springboard"
owner    = "ministry"
partners = ["agency"]
area     = "business"
level    = "region"
start    = "2019-07"
tags     = ["money", "firms"]

[[recommendation]]
id     = "sandbox"
title  = "A sandbox for rules"
area   = "rules"
level  = "nation"
kind   = "plan"
author = "agency"

[[fact]]
id     = "spent-2019"
title  = "Money spent in 2019"
source = { ref = "plan-2020", locator = "page 3" }
on     = "2019"
value  = ">15000000"
unit   = "EUR"

[[fact]]
id         = "partners"
title      = "Partners"
source     = [{ ref = "plan-2020" }]
initiative = "springboard"
value      = 26.4
unit       = "partner"

[[series]]
id     = "population"
title  = "People"
unit   = "person"
values = [{ on = 2020-01-01, value = 11_492_641 }, { on = 2019-01-01, value = 11_431_406 }]
)";

constexpr std::string_view kPromises = R"(format = 1

[[indicator]]
id         = "poc"
title      = "Proofs of concept"
initiative = "springboard"
unit       = "PoC"
measure    = "flow"
key        = "project"
whole      = true
dimensions = { kind = ["individual", "collective"], company = "open" }
evidence   = { min = 2, kinds = ["press", "contract"], required = true }

[[indicator]]
id         = "budget"
title      = "Budget"
initiative = "springboard"
unit       = "EUR"
measure    = "flow"
dimensions = { pillar = ["research", "use", "support"] }

[[indicator]]
id           = "trained"
title        = "People trained"
unit         = "person"
measure      = "stock"
completeness = "assumed"
range        = [0, 12_000_000]

[[indicator]]
id    = "trained-share"
title = "Share of people trained"
unit  = "%"
ratio = { of = "trained", to = "population", pick = "latest" }

[[target]]
id        = "poc.individual"
indicator = "poc"
where     = { kind = "individual" }
at_least  = 2
before    = "2020-H2"
severity  = "high"

[[target]]
id         = "poc.collective"
indicator  = "poc"
where      = { kind = "collective" }
at_least   = 3
by         = "mid-2020"
start      = "2020"
owner      = "agency"
area       = "rules"
level      = "nation"
tags       = ["own"]
baseline   = { value = 0, on = 2019-12-31 }
checkpoint = [{ on = "2020-03", at_least = 1 }]

[[target]]
id          = "poc.each"
title       = "Two for every company"
indicator   = "poc"
for_each    = "company"
at_least    = 2
each_within = "90d"
share       = 0.75

[[target]]
id        = "budget.yearly"
indicator = "budget"
at_least  = 79.7
per       = "year"
first     = "2020"
last      = "2030"
expect    = "linear"

[target.split]
dimension = "pillar"
tolerance = "5%"
parts     = { use = 26.4, research = 36.3, support = 17 }

[[target]]
id        = "budget.limit"
indicator = "budget"
at_most   = 1_000_000
during    = "2020/2021"

[[target]]
id        = "trained.corridor"
indicator = "trained"
between   = [1e3, 0x7D0]
undated   = "no day was named"

[[target]]
id        = "trained.share"
indicator = "trained-share"
exactly   = 1.0
by        = 2025-12-31

[[milestone]]
id         = "sandbox.law"
initiative = "springboard"
title      = "The law"
stages     = ["draft", "adopted", "in force"]
reach      = "adopted"
during     = "early 2021"
evidence   = { required = true }

[[commitment]]
id       = "all-of-it"
title    = "All of it"
all      = ["poc.individual", "budget.yearly[pillar=use]", "sandbox.law"]
owner    = "ministry"
severity = "critical"
source   = { ref = "plan-2020", locator = "page 1" }

[[commitment]]
id       = "some-of-it"
title    = "Some of it"
at_least = 2
of       = ["poc.individual", "poc.collective", "trained.share"]
)";

}  // namespace

definitions::File sample_workspace() { return {"jalon.toml", std::string{kWorkspace}}; }

std::vector<definitions::File> sample_files() {
  return {{"names.toml", std::string{kNames}}, {"promises.toml", std::string{kPromises}}};
}

Programme sample_programme() {
  auto programme = definitions::load(sample_workspace(), sample_files());
  if (!programme) FAIL(render(programme.error()));
  return std::move(programme).value();
}

Result<Programme> load_with(std::string_view definitions) {
  auto files = sample_files();
  files.push_back({"more.toml", "format = 1\n" + std::string{definitions}});
  return definitions::load(sample_workspace(), files);
}

Programme sound_with(std::string_view definitions) {
  auto programme = load_with(definitions);
  if (!programme) FAIL(render(programme.error()));
  return std::move(programme).value();
}

const Target& target(const Programme& programme, std::string_view id) {
  const auto found = std::find_if(programme.targets.begin(), programme.targets.end(),
                                  [id](const Target& one) { return one.id == id; });
  INFO("target " << id);
  REQUIRE(found != programme.targets.end());
  return *found;
}

Decimal number(std::string_view text) { return Decimal::parse(text).value(); }
Date day(std::string_view text) { return parse_date(text).value(); }

std::vector<std::string> codes(const Result<Programme>& programme) {
  std::vector<std::string> out;
  if (programme) return out;
  for (const Diagnostic& one : programme.error()) out.push_back(one.code);
  return out;
}

}  // namespace jalon::tests
