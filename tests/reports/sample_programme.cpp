#include "tests/reports/sample_programme.hpp"

namespace jalon::tests {
namespace {

DateExpression words(std::string written, Date from, Date nominal, Date latest) {
  return {std::move(written), from, nominal, latest};
}
DateExpression half_2020() {
  return words("2020-H2", Date{2020, 7, 1}, Date{2020, 12, 31}, Date{2020, 12, 31});
}

template <class Definition>
Definition titled(std::string id, std::string title) {
  Definition one;
  one.id = std::move(id);
  one.title = {std::move(title)};
  return one;
}

Initiative initiative(std::string id, std::string title, std::string area, std::string level,
                      std::optional<Ref<Party>> owner) {
  auto one = titled<Initiative>(std::move(id), std::move(title));
  one.area = std::move(area);
  one.level = std::move(level);
  one.owner = owner;
  return one;
}

Indicator indicator(std::string id, std::string title, std::string unit, Measure measure,
                    std::uint32_t of) {
  return {{std::move(id), {std::move(title)}}, std::move(unit), measure, Ref<Initiative>{of}};
}

struct Builder {
  Programme programme = {};

  void add(Target target, std::uint32_t line) {
    const Indicator& measured = programme[target.indicator];
    target.initiative = measured.initiative;
    const Initiative& parent = programme[*measured.initiative];
    target.owner = parent.owner;
    target.area = parent.area;
    target.level = parent.level;
    target.place = {"targets/lakeland.toml", line};
    programme.targets.push_back(std::move(target));
  }
};

Target target(std::string id, std::uint32_t indicator, Comparison comparison, TimeClause time,
              Severity severity) {
  Target one{{std::move(id)}, {comparison, std::move(time)}, {indicator}};
  one.severity = severity;
  return one;
}

void add_targets(Builder& builder) {
  auto individual =
      target("proofs.individual", 0, AtLeast{Decimal{2}}, Before{half_2020()}, Severity::high);
  individual.where = {{"kind", "individual"}};
  builder.add(individual, 12);
  auto collective =
      target("proofs.collective", 0, AtLeast{Decimal{3}}, Before{half_2020()}, Severity::high);
  collective.where = {{"kind", "collective"}};
  collective.sources = {{{0}, "6, axis 2"}};
  builder.add(collective, 20);
  const Per yearly{PeriodUnit::year,
                   {Date{2018, 1, 1}, Date{2018, 12, 31}},
                   Period{Date{2028, 1, 1}, Date{2028, 12, 31}}};
  builder.add(target("money.yearly", 1, AtLeast{Decimal{80'000'000}}, yearly, Severity::critical),
              31);
  auto total = target("money.total", 1, AtLeast{Decimal{1'000'000'000}},
                      By{words("2028", Date{2028, 1, 1}, Date{2028, 12, 31}, Date{2028, 12, 31})},
                      Severity::critical);
  total.title = {"One thousand million for AI"};
  total.expect_linear = true;
  builder.add(total, 39);
  auto coaching =
      target("coaching.days", 2, AtLeast{Decimal{3}}, ForEach{"company", 90}, Severity::medium);
  coaching.title = {"Every coached company gets three days"};
  builder.add(coaching, 47);
  builder.add(target("partners.network", 3, Between{Decimal{18}, Decimal{22}},
                     By{DateExpression::on(Date{2020, 3, 31})}, Severity::low),
              55);
  builder.add(
      target("course.share", 4, AtLeast{Decimal{1}}, Undated{"no date is given"}, Severity::medium),
      63);
  builder.add(
      target("overhead.limit", 5, AtMost{Decimal::scaled(265, 1)},
             During{words("2020", Date{2020, 1, 1}, Date{2020, 12, 31}, Date{2020, 12, 31})},
             Severity::medium),
      71);
  auto whole = target("pillars.budget", 6, AtLeast{Decimal{20'000}},
                      By{DateExpression::on(Date{2020, 6, 1})}, Severity::info);
  whole.title = {"Budget of the two pillars"};
  builder.add(whole, 80);
  auto part = target("pillars.budget[pillar=support]", 6, AtLeast{Decimal{5'000}},
                     By{DateExpression::on(Date{2020, 6, 1})}, Severity::info);
  part.whole = Ref<Target>{8};
  part.part = DimensionValue{"pillar", "support"};
  builder.add(part, 80);
}

DateExpression day_2020(unsigned short month, unsigned short day) {
  return DateExpression::on(Date{2020, month, day});
}

/// Promises that were changed or withdrawn.
void add_revised_targets(Builder& builder) {
  Programme& programme = builder.programme;
  auto visits =
      target("visits.total", 7, AtLeast{Decimal{50}}, By{day_2020(3, 31)}, Severity::high);
  visits.title = {"Visits of schools"};
  Promise fewer = visits;
  fewer.comparison = AtLeast{Decimal{40}};
  fewer.time = By{words("mid-2020", Date{2020, 6, 1}, Date{2020, 6, 30}, Date{2020, 7, 31})};
  visits.amendments = {{{0}, Date{2020, 3, 20}, false, fewer}};
  fewer.time = By{day_2020(12, 31)};
  visits.amendments.push_back({{1}, Date{2020, 9, 1}, false, fewer});
  builder.add(visits, 101);
  auto exhibition =
      target("exhibition", 8, AtLeast{Decimal{1}}, By{day_2020(12, 31)}, Severity::medium);
  exhibition.title = {"Exhibition"};
  exhibition.amendments = {{{2}, Date{2020, 5, 1}, true, exhibition}};
  builder.add(exhibition, 109);
  const auto revise = [&](std::uint32_t of, Date decided, std::string reason, std::uint32_t line) {
    Revision one{{""}, Ref<Target>{of}, decided, std::move(reason)};
    one.place = {"revisions.toml", line};
    programme.revisions.push_back(one);
  };
  revise(10, {2020, 3, 20}, "schools are closed", 3);
  revise(10, {2020, 9, 1}, "schools are closed <again>", 9);
  revise(11, {2020, 5, 1}, "no hall is free", 15);
  programme.revisions.back().withdrawn = true;
  Waiver waiver{{"W-2020-01"}, "visits.total", "schools are closed",
                "cabinet",     {2020, 7, 1},   {2020, 12, 31}};
  waiver.place = {"waivers.toml", 2};
  programme.waivers.push_back(waiver);
}

/// Levels to keep, goals that are not numbers, derived indicators.
void add_measured_otherwise(Builder& builder) {
  Programme& programme = builder.programme;
  auto kept =
      target("partners.kept", 3, AtLeast{Decimal{20}}, Hold{Date{2019, 1, 1}, {}}, Severity::low);
  kept.title = {"Partners that stay"};
  kept.tolerance = Tolerance{Decimal{10}, true};
  builder.add(kept, 117);
  const GoalSource percent{{}, Decimal{-65}};
  auto paper = target("paper.less", 9, AtMost{Decimal{35}, percent},
                      By{words("2025", Date{2025, 1, 1}, Date{2025, 12, 31}, Date{2025, 12, 31})},
                      Severity::medium);
  paper.title = {"Less paper"};
  paper.baseline = Baseline{Decimal{100}, Date{2019, 12, 31}};
  builder.add(paper, 125);
  auto trained = target("trained.more", 4, Trend{true}, By{day_2020(12, 31)}, Severity::low);
  trained.title = {"A larger share is trained"};
  trained.baseline = Baseline{Decimal::scaled(5, 1)};
  builder.add(trained, 133);
  auto wage = target("wage.series", 9, AtLeast{Decimal{}, GoalSource{Ref<Series>{0}, {}}},
                     By{day_2020(12, 31)}, Severity::low);
  wage.title = {"As many sheets as people"};
  builder.add(wage, 141);
  programme.indicators[9].was = {"old-sheets"};
}

void add_milestone(Builder& builder) {
  auto draft = titled<Milestone>("strategy.draft", "Draft of the strategy");
  draft.stages = {"started", "draft", "adopted"};
  draft.reach = 1;
  draft.time = By{words("mid-2020", Date{2020, 6, 1}, Date{2020, 6, 30}, Date{2020, 7, 31})};
  draft.initiative = Ref<Initiative>{4};
  draft.owner = Ref<Party>{1};
  draft.area = "overall";
  draft.level = "national";
  draft.severity = Severity::high;
  draft.place = {"targets/lakeland.toml", 90};
  builder.programme.milestones.push_back(draft);
}

void add_commitment(Builder& builder) {
  auto proofs = titled<Commitment>("proofs.all", "Two individual and three collective proofs");
  proofs.rule = All{};
  proofs.members = {Ref<Target>{0}, Ref<Target>{1}};
  proofs.owner = Ref<Party>{0};
  proofs.severity = Severity::high;
  proofs.place = {"targets/lakeland.toml", 99};
  proofs.sources = {{{0}, "6, axis 2"}};
  builder.programme.commitments.push_back(proofs);
  auto most = titled<Commitment>("most", "Most of the plan");
  most.rule = ShareOf{Decimal::scaled(8, 1)};
  most.members = {Ref<Commitment>{0}, Ref<Target>{10}, Ref<Target>{12}};
  most.place = {"targets/lakeland.toml", 150};
  builder.programme.commitments.push_back(most);
}

void add_facts(Programme& programme) {
  auto reported = titled<Fact>("partners-fact", "Partners of the network");
  reported.initiative = Ref<Initiative>{3};
  reported.value = Amount{{}, "~20"};
  reported.unit = "partner";
  reported.on = DateExpression{"2019"};
  programme.facts.push_back(reported);
  auto hostile =
      titled<Fact>("hostile-fact", "<script>alert(1)</script> | `code` *bold* \u202e=1+1");
  hostile.owner = Ref<Party>{0};
  programme.facts.push_back(hostile);
}

void add_recommendations(Programme& programme) {
  const auto add = [&](std::string id, std::string area, std::string level) {
    auto one = titled<Recommendation>(std::move(id), "Do something");
    one.area = std::move(area);
    one.level = std::move(level);
    programme.recommendations.push_back(one);
  };
  add("rules-for-data", "regulation", "national");
  add("sandbox", "regulation", "north");
  add("more-teachers", "skills", "national");
}

}  // namespace

Programme sample_programme() {
  Builder builder;
  Programme& programme = builder.programme;
  programme.id = "lakeland-ai";
  programme.title = {"Strategy of Lakeland"};
  programme.timezone = "UTC";
  programme.areas = {"skills", "research", "regulation", "computing", "overall"};
  programme.levels = {"national", "north"};
  programme.sources = {{"paper-2020", {"Country paper"}}};
  programme.parties = {{"agency", "Agency <of> Lakeland & Sons"}, {"cabinet", "Cabinet"}};
  programme.initiatives = {
      initiative("proofs", "Proofs of concept", "research", "north", Ref<Party>{0}),
      initiative("money", "Public money for AI", "overall", "national", Ref<Party>{1}),
      initiative("coaching", "Coaching", "skills", "north", Ref<Party>{0}),
      initiative("partners", "Partners | and friends", "research", "north", {}),
      initiative("strategy", "National strategy", "overall", "national", Ref<Party>{1}),
      initiative("archive", "Archive", "skills", "national", {})};
  programme.indicators = {
      indicator("proof", "Proofs of concept supported", "PoC", Flow{}, 0),
      indicator("public-money", "Public money", "EUR", Flow{}, 1),
      indicator("coaching-day", "Days of coaching", "day", Flow{}, 2),
      indicator("partner", "Official partners", "partner", Stock{}, 3),
      indicator("trained-share", "Share of people trained", "%", Ratio{{6}, Ref<Series>{0}}, 2),
      indicator("overhead", "Money for administration", "EUR", Flow{}, 1),
      indicator("pillar-money", "Money of the pillars", "EUR", Flow{}, 1),
      indicator("visit", "Visits", "visit", Flow{}, 2),
      indicator("exhibition-day", "Days of exhibition", "day", Flow{}, 2),
      indicator("all-paper", "Sheets of paper", "sheet", Sum{{{10}, {11}}}, 4),
      indicator("paper-in", "Sheets received", "sheet", Stock{}, 4),
      indicator("paper-out", "Sheets sent", "sheet", Stock{}, 4)};
  programme.series = {{{"people", {"Population"}}, "person", {{Date{2020, 1, 1}, Decimal{900}}}}};
  add_targets(builder);
  add_revised_targets(builder);
  add_measured_otherwise(builder);
  add_milestone(builder);
  add_commitment(builder);
  add_facts(programme);
  add_recommendations(programme);
  return std::move(builder.programme);
}

}  // namespace jalon::tests
