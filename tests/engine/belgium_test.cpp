#include "tests/engine/draft.hpp"

#include <catch2/catch.hpp>

namespace jalon::engine {
namespace {

EvidenceRule required(std::vector<std::string> kinds) { return {true, 1, std::move(kinds)}; }

/// Tremplin AI: two individual and three collective proofs of concept before the second half.
Draft tremplin() {
  Draft draft;
  Indicator& poc = draft.flow("poc");
  poc.key = "project";
  poc.dimensions = {{"kind", false, {"individual", "collective"}}};
  poc.evidence = required({"official-publication", "contract", "press"});
  poc.completeness = Completeness::attested;
  Target& individual = draft.target("individual", "poc", at_least("2"), before("2020-H2"));
  individual.where = dims({{"kind", "individual"}});
  individual.start = day("2019-07-01");
  Target& collective = draft.target("collective", "poc", at_least("3"), before("2020-H2"));
  collective.where = dims({{"kind", "collective"}});
  collective.start = day("2019-07-01");
  collective.checkpoints = {{day("2020-03-31"), Decimal{1}}};
  draft.commitment("pocs", All{}, {"individual", "collective"});
  return draft;
}

Record& poc(Draft& draft, std::string_view on, std::string_view kind, std::string key,
            std::string evidence) {
  Record& record = draft.add("poc", on, "1", dims({{"kind", kind}}));
  record.key = std::move(key);
  if (!evidence.empty()) record.evidence = {{evidence, evidence, ""}};
  return record;
}

Draft with_february() {
  Draft draft = tremplin();
  poc(draft, "2020-01-15", "individual", "A", "press").learned = day("2020-01-20");
  poc(draft, "2020-02-10", "collective", "B", "press").learned = day("2020-03-02");
  return draft;
}

}  // namespace

TEST_CASE("what we knew on 25 February 2020, then and in May") {
  const Draft draft = with_february();
  const Verdict individual = draft.judge("individual", "2020-02-25", "2020-02-25");
  CHECK(reading(individual) == "pending (incomplete)");
  CHECK(text(individual.value) == "1");
  CHECK(text(individual.gap) == "1");
  const Verdict collective = draft.judge("collective", "2020-02-25", "2020-02-25");
  CHECK(reading(collective) == "pending (no-data)");
  CHECK(text(collective.value) == "null");
  CHECK(text(collective.gap) == "3");
  CHECK(collective.outlook.state == Outlook::State::none);
  const Verdict pocs = draft.judge("pocs", "2020-02-25", "2020-02-25");
  CHECK(status(pocs) == "pending");
  CHECK(pocs.decided_by == "collective");

  const Verdict in_may = draft.judge("collective", "2020-02-25", "2020-05-31");
  CHECK(status(in_may) == "pending");
  CHECK(text(in_may.value) == "1");
  CHECK(text(in_may.gap) == "2");
}

TEST_CASE(
    "a deadline that passed is overdue, not missed, while nobody says that the list is complete") {
  const Draft draft = with_february();
  const Verdict individual = draft.judge("individual", "2020-07-15");
  CHECK(reading(individual) == "overdue (incomplete)");
  CHECK(text(individual.value) == "1");
  CHECK(text(individual.since) == "2020-07-01");
  CHECK(text(individual.days_overdue) == "15");
  CHECK(status(draft.judge("pocs", "2020-07-15")) == "overdue");
}

TEST_CASE("a list that is confirmed complete decides between met and missed") {
  Draft draft = with_february();
  poc(draft, "2020-05-04", "individual", "C", "contract");
  draft.attest("poc", "2020-06-30");
  const Verdict individual = draft.judge("individual", "2020-07-15");
  CHECK(reading(individual) == "met (on-record)");
  CHECK(text(individual.reached_on) == "2020-05-04");
  CHECK(individual.records == std::vector<std::int64_t>{1, 3});
  const Verdict collective = draft.judge("collective", "2020-07-15");
  CHECK(reading(collective) == "missed (on-record)");
  CHECK(text(collective.value) == "1");
  CHECK(text(collective.gap) == "2");
  CHECK(text(collective.confidence.complete_through) == "2020-06-30");
  CHECK(draft.judge("pocs", "2020-07-15").decided_by == "collective");
}

TEST_CASE("a report without the evidence that is required does not make a promise met") {
  Draft draft = tremplin();
  poc(draft, "2020-01-15", "individual", "A", "press");
  poc(draft, "2020-03-15", "individual", "D", "");
  draft.attest("poc", "2020-06-30");
  const Verdict verdict = draft.judge("individual", "2020-07-15");
  CHECK(reading(verdict) == "overdue (unverified)");
  CHECK(text(verdict.value) == "1");
  CHECK(text(verdict.bounds) == "[1, null]");
  CHECK(verdict.confidence.evidence == Confidence::Evidence::reported);
}

TEST_CASE("the same project logged twice counts once") {
  Draft draft = tremplin();
  poc(draft, "2020-01-15", "individual", "A", "press");
  poc(draft, "2020-02-15", "individual", "A", "press");
  draft.attest("poc", "2020-06-30");
  const Verdict verdict = draft.judge("individual", "2020-07-15");
  CHECK(status(verdict) == "missed");
  CHECK(text(verdict.value) == "1");
  CHECK(text(verdict.gap) == "1");
}

TEST_CASE("late is met-late, for good") {
  Draft draft = with_february();
  poc(draft, "2020-09-10", "individual", "C", "press");
  draft.attest("poc", "2020-09-30");
  const Verdict verdict = draft.judge("individual", "2020-10-01");
  CHECK(status(verdict) == "met-late");
  CHECK(text(verdict.value) == "2");
  CHECK(text(verdict.reached_on) == "2020-09-10");
  CHECK(text(verdict.days_late) == "72");
}

TEST_CASE("mid-2020 is overdue in July and missed in August") {
  Draft draft;
  draft
      .milestone("draft", {"started", "internal-draft", "draft", "adopted", "published"}, "draft",
                 by("mid-2020"))
      .evidence = required({"document"});
  draft.reach("draft", "2020-07-09", "internal-draft").evidence = {{"document", "document", ""}};
  const Verdict july = draft.judge("draft", "2020-07-10");
  CHECK(reading(july) == "overdue (vague-due)");
  CHECK(text(july.since) == "2020-07-01");
  CHECK(text(july.value) == "internal-draft");
  CHECK(text(july.goal) == "draft");
  draft.reach("draft", "2020-08-01", "internal-draft").evidence = {{"document", "document", ""}};
  const Verdict august = draft.judge("draft", "2020-08-02");
  CHECK(reading(august) == "missed (on-record)");
  CHECK(text(august.since) == "2020-08-01");
  CHECK(text(august.days_overdue) == "33");
}

TEST_CASE("80 million a year are off track in September and missed when the year is closed") {
  Draft draft;
  draft.flow("investment").dimensions = {{"level", true, {}}, {"stage", true, {}}};
  Target& yearly =
      draft.target("yearly", "investment", at_least("80000000"), per_year("2020", "2030"));
  yearly.where = dims({{"stage", "committed"}});
  yearly.expect_linear = true;
  Target& total = draft.target("total", "investment", at_least("1000000000"), by("2030"));
  total.where = dims({{"stage", "committed"}});
  total.start = day("2019-04-01");
  total.baseline = Baseline{Decimal{}, day("2019-03-31")};
  total.checkpoints = {{day("2024-12-31"), number("400000000")},
                       {day("2027-12-31"), number("700000000")}};
  draft.commitment("both", All{}, {"yearly", "total"});
  draft.add("investment", "2020-09-20", "41500000",
            dims({{"level", "federal"}, {"stage", "committed"}}));

  const Verdict running = draft.judge("yearly[2020]", "2020-09-30");
  CHECK(status(running) == "pending");
  CHECK(text(running.value) == "41500000");
  CHECK(name(running.outlook.state) == "off-track");
  CHECK(text(running.outlook.expected) == "59890710.3826");
  const Verdict next = draft.judge("yearly[2021]", "2020-09-30");
  CHECK(status(next) == "pending");
  CHECK(name(next.outlook.state) == "none");
  CHECK(text(next.outlook.expected) == "null");

  draft.attest("investment", "2020-12-31");
  const Verdict closed = draft.judge("yearly[2020]", "2021-02-01");
  CHECK(status(closed) == "missed");
  CHECK(text(closed.gap) == "38500000");
  CHECK(draft.judge("yearly", "2021-02-01").decided_by == "yearly[2020]");
  const Verdict both = draft.judge("both", "2021-02-01");
  CHECK(status(both) == "missed");
  CHECK(both.decided_by == "yearly");
}

TEST_CASE("one percent of citizens is 114 927 people on the population of 2020") {
  Draft draft;
  draft.stock("completed");
  draft.series("population", {{"2019-01-01", "11431406"}, {"2020-01-01", "11492641"}});
  draft.ratio("share", "completed", "population", "%");
  draft.target("one-percent", "share", at_least("1"), undated()).baseline =
      Baseline{Decimal{}, day("2019-03-31")};
  draft.add("completed", "2020-12-30", "114926");
  const Verdict short_by_one = draft.judge("one-percent", "2020-12-31");
  CHECK(status(short_by_one) == "pending");
  CHECK(text(short_by_one.value) == "0.9999");
  CHECK(text(short_by_one.gap) == "0.0001");
  draft.add("completed", "2021-01-10", "114927");
  CHECK(status(draft.judge("one-percent", "2021-01-15")) == "met");
}

TEST_CASE("a split can be met in total while one part is short by more than its tolerance") {
  Draft draft;
  draft.flow("budget").dimensions = {{"pillar", true, {}}};
  draft.target("plan", "budget", at_least("32000000"), per_year("2019"));
  const Tolerance five_percent{Decimal{5}, true};
  draft.part("pillar", "basic-research", at_least("12000000")).tolerance = five_percent;
  draft.part("pillar", "implementation", at_least("15000000")).tolerance = five_percent;
  draft.part("pillar", "support", at_least("5000000")).tolerance = five_percent;
  draft.add("budget", "2019-06-01", "12000000", dims({{"pillar", "basic-research"}}));
  draft.add("budget", "2019-06-01", "16500000", dims({{"pillar", "implementation"}}));
  draft.add("budget", "2019-06-01", "4000000", dims({{"pillar", "support"}}));
  draft.attest("budget", "2019-12-31");
  const Verdict whole = draft.judge("plan[2019]", "2020-03-01");
  CHECK(status(whole) == "met");
  CHECK(text(whole.value) == "32500000");
  const Verdict support = draft.judge("plan[2019][pillar=support]", "2020-03-01");
  CHECK(status(support) == "missed");
  CHECK(text(support.gap) == "1000000");
  CHECK(status(draft.judge("plan[2019][pillar=basic-research]", "2020-03-01")) == "met");
  draft.add("budget", "2019-07-01", "750000", dims({{"pillar", "support"}}));
  const Verdict within = draft.judge("plan[2019][pillar=support]", "2020-03-01");
  CHECK(status(within) == "met");
  CHECK(within.within_tolerance);
  CHECK(text(within.gap) == "0");
}

TEST_CASE("three coaching days for every company") {
  Draft draft;
  draft.flow("coaching").dimensions = {{"company", true, {}}};
  draft.target("three-days", "coaching", at_least("3"), ForEach{"company", 90}).start =
      day("2019-07-01");
  draft.add("coaching", "2019-11-04", "3", dims({{"company", "Alpha"}}));
  draft.add("coaching", "2019-12-02", "1", dims({{"company", "Beta"}}));
  draft.add("coaching", "2020-03-16", "1", dims({{"company", "Gamma"}}));
  draft.attest("coaching", "2020-03-31");
  const Verdict overall = draft.judge("three-days", "2020-03-31");
  CHECK(status(overall) == "missed");
  CHECK(overall.decided_by == "three-days[company=Beta]");
  CHECK(status(draft.judge("three-days[company=Alpha]", "2020-03-31")) == "met");
  const Verdict beta = draft.judge("three-days[company=Beta]", "2020-03-31");
  CHECK(status(beta) == "missed");
  CHECK(text(beta.gap) == "2");
  CHECK(beta.due.written == "90d after 2019-12-02");
  CHECK(text(beta.due.nominal) == "2020-03-01");
  CHECK(text(beta.due.from) == "2019-07-01");
  const Verdict gamma = draft.judge("three-days[company=Gamma]", "2020-03-31");
  CHECK(status(gamma) == "pending");
  CHECK(text(gamma.gap) == "2");
}

TEST_CASE("early 2020 has a tail until April, and what comes in it counts as within tolerance") {
  Draft draft;
  Indicator& contract = draft.flow("contract");
  contract.key = "reference";
  contract.evidence = required({"contract-notice"});
  draft.target("two", "contract", at_least("2"), during("early 2020"));
  const auto log = [&](std::string_view on, std::string key) {
    Record& record = draft.add("contract", on, "1");
    record.key = std::move(key);
    record.evidence = {{"notice", "contract-notice", ""}};
  };
  log("2020-02-10", "2020-1");
  log("2020-04-20", "2020-2");
  const Verdict verdict = draft.judge("two", "2020-06-01");
  CHECK(status(verdict) == "met");
  CHECK(text(verdict.value) == "2");
  CHECK(text(verdict.reached_on) == "2020-04-20");
  CHECK(verdict.within_tolerance);
}

}  // namespace jalon::engine
