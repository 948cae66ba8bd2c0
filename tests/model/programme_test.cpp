#include "rules/model/programme.hpp"

#include <catch2/catch.hpp>

using namespace jalon;

TEST_CASE("A text is given in the language asked for, or in the programme's") {
  const Text text{"Proofs of concept", {{"fr", "Preuves de concept"}, {"nl", "Proeven"}}};
  CHECK(text.in("fr") == "Preuves de concept");
  CHECK(text.in("nl") == "Proeven");
  CHECK(text.in("en") == "Proofs of concept");
  CHECK(text.in("") == "Proofs of concept");
}

TEST_CASE("Values are read as the indicator and the programme's defaults say") {
  Programme programme;
  programme.defaults.about = Decimal{5};
  Indicator flow;
  flow.measure = Flow{};
  flow.whole = true;
  Indicator level;
  level.measure = Stock{};
  level.range = Interval{{Decimal{0}}, {Decimal{100}}};

  const AmountRules flow_rules = amount_rules(programme, flow);
  CHECK(flow_rules.flow);
  CHECK(flow_rules.whole);
  CHECK_FALSE(flow_rules.range);
  CHECK(flow_rules.about == Decimal{5});
  const AmountRules level_rules = amount_rules(programme, level);
  CHECK_FALSE(level_rules.flow);
  CHECK_FALSE(level_rules.whole);
  CHECK(level_rules.range == level.range);
}

TEST_CASE("Every severity has a name and comes back from it") {
  for (const auto severity :
       {Severity::info, Severity::low, Severity::medium, Severity::high, Severity::critical})
    CHECK(severity_from(name(severity)) == severity);
  CHECK(name(Severity::high) == "high");
  CHECK(severity_from("High") == std::nullopt);
  CHECK(severity_from("") == std::nullopt);
}
