#include "tests/reference/reference.hpp"

#include "tests/reference/generate.hpp"
#include "tests/reference/made_up.hpp"
#include "tests/reference/questions.hpp"

#include <catch2/catch.hpp>

using namespace jalon;
using namespace jalon::reference;
using engine::Reason;
using engine::Status;
using engine::Verdict;

namespace {

const Verdict& find(const engine::Evaluation& evaluation, const std::string& id) {
  for (const Verdict& verdict : evaluation.verdicts) {
    if (verdict.id == id) return verdict;
  }
  throw std::out_of_range{id};
}

engine::Evaluation judged(const Programme& programme, const Logbook& log, const char* as_of,
                          const char* known = "2030-01-01",
                          const std::vector<std::string>& instances = {}) {
  return reference::evaluate(programme, log.records(), {day(as_of), day(known)}, instances);
}

engine::Quantity number(std::int64_t whole) { return Decimal{whole}; }

/// Two individual and three collective projects before the second half of 2020.
Programme projects() {
  Programme programme;
  const auto indicator = add_indicator(programme, "poc", Flow{});
  programme.indicators[0].key = "project";
  programme.indicators[0].dimensions = {{"kind", false, {"individual", "collective"}}};
  programme.indicators[0].evidence = {true, 1, {"contract", "press"}};
  programme.indicators[0].completeness = Completeness::attested;
  for (const bool individual : {true, false}) {
    const std::string kind = individual ? "individual" : "collective";
    Target& target = add_target(programme, "", indicator, AtLeast{Decimal{individual ? 2 : 3}},
                                Before{date("2020-H2")});
    target.id = kind;
    target.where = {{"kind", kind}};
    target.start = day("2019-07-01");
  }
  Commitment both;
  both.id = "both";
  both.rule = All{};
  both.members = {Ref<Target>{0}, Ref<Target>{1}};
  programme.commitments.push_back(both);
  return programme;
}

/// One project of each kind; the collective one was heard of in March.
Logbook february(const Programme& programme) {
  Logbook log{programme};
  log.add_one("poc", "2020-01-15", {{"kind", "individual"}}, "A", "press").learned =
      day("2020-01-20");
  log.add_one("poc", "2020-02-10", {{"kind", "collective"}}, "B", "press").learned =
      day("2020-03-02");
  return log;
}

}  // namespace

TEST_CASE("what was known in February is judged, and the same day seen from May") {
  const Programme programme = projects();
  const Logbook log = february(programme);
  const auto then = judged(programme, log, "2020-02-25", "2020-02-25");
  CHECK(find(then, "individual").status == Status::pending);
  CHECK(find(then, "individual").value == number(1));
  CHECK(find(then, "individual").gap == Decimal{1});
  CHECK(find(then, "collective").value == engine::Quantity{});
  CHECK(find(then, "collective").gap == Decimal{3});
  CHECK(find(then, "both").decided_by == "collective");
  const auto later = judged(programme, log, "2020-02-25", "2020-05-31");
  CHECK(find(later, "collective").value == number(1));
  CHECK(find(later, "collective").gap == Decimal{2});
}

TEST_CASE("an incomplete list is overdue, not missed") {
  const Programme programme = projects();
  const auto july = judged(programme, february(programme), "2020-07-15");
  CHECK(find(july, "individual").status == Status::overdue);
  CHECK(find(july, "individual").reason == Reason::incomplete);
  CHECK(find(july, "individual").days_overdue == 15);
  CHECK(find(july, "both").status == Status::overdue);
}

TEST_CASE("a report without evidence does not make it met") {
  const Programme programme = projects();
  Logbook log{programme};
  log.add_one("poc", "2020-01-15", {{"kind", "individual"}}, "A", "press");
  log.add_one("poc", "2020-03-15", {{"kind", "individual"}}, "D", "press").evidence.clear();
  log.attest("poc", "2020-06-30");
  const auto july = judged(programme, log, "2020-07-15");
  CHECK(find(july, "individual").status == Status::overdue);
  CHECK(find(july, "individual").reason == Reason::unverified);
  CHECK(find(july, "individual").value == number(1));
}

TEST_CASE("the same project logged twice counts once") {
  const Programme programme = projects();
  Logbook log{programme};
  log.add_one("poc", "2020-01-15", {{"kind", "individual"}}, "A", "press");
  log.add_one("poc", "2020-02-15", {{"kind", "individual"}}, "A", "press");
  log.attest("poc", "2020-06-30");
  const auto july = judged(programme, log, "2020-07-15");
  CHECK(find(july, "individual").status == Status::missed);
  CHECK(find(july, "individual").gap == Decimal{1});
}

TEST_CASE("late is met-late, for good") {
  const Programme programme = projects();
  Logbook log = february(programme);
  log.add_one("poc", "2020-09-10", {{"kind", "individual"}}, "C", "press");
  log.attest("poc", "2020-09-30");
  const auto october = judged(programme, log, "2020-10-01");
  CHECK(find(october, "individual").status == Status::met_late);
  CHECK(find(october, "individual").reached_on == day("2020-09-10"));
  CHECK(find(october, "individual").days_late == 72);
}

TEST_CASE("mid-2020 leaves July: overdue on its days, missed in August") {
  struct Row {
    const char* as_of;
    Status status;
    Reason reason;
  };
  const Row row = GENERATE(Row{"2020-06-30", Status::pending, Reason::on_record},
                           Row{"2020-07-01", Status::overdue, Reason::vague_due},
                           Row{"2020-07-31", Status::overdue, Reason::vague_due},
                           Row{"2020-08-01", Status::missed, Reason::on_record});
  Programme programme;
  Milestone draft;
  draft.id = "draft";
  draft.stages = {"started", "internal-draft", "draft"};
  draft.reach = 2;
  draft.time = By{date("mid-2020")};
  programme.milestones.push_back(draft);
  Logbook log{programme};
  log.add("draft", "2020-06-09", "internal-draft");
  const auto evaluation = judged(programme, log, row.as_of);
  CAPTURE(row.as_of);
  CHECK(find(evaluation, "draft").status == row.status);
  CHECK(find(evaluation, "draft").reason == row.reason);
}

TEST_CASE("a yearly floor is off track in September and missed when the year is closed") {
  Programme programme;
  const auto indicator = add_indicator(programme, "money", Flow{});
  const Period first = period_of(day("2020-01-01"), PeriodUnit::year);
  add_target(programme, "floor", indicator, AtLeast{Decimal{80'000'000}},
             Per{PeriodUnit::year, first})
      .expect_linear = true;
  Logbook log{programme};
  log.add("money", "2020-09-20", "41500000");
  const auto autumn = judged(programme, log, "2020-09-30", "2030-01-01", {"floor[2021]"});
  CHECK(find(autumn, "floor[2020]").status == Status::pending);
  CHECK(find(autumn, "floor[2020]").outlook.state == engine::Outlook::State::off_track);
  CHECK(find(autumn, "floor[2021]").status == Status::pending);
  CHECK(find(autumn, "floor[2021]").outlook.state == engine::Outlook::State::none);
  const auto closed = judged(programme, log, "2021-02-01");
  CHECK(find(closed, "floor[2020]").status == Status::missed);
  CHECK(find(closed, "floor[2020]").gap == Decimal{38'500'000});
  CHECK(find(closed, "floor").decided_by == "floor[2020]");
}

TEST_CASE("one percent of 11 492 641 is 114 927 people, not 114 926") {
  Programme programme;
  Series population;
  population.id = "population";
  population.values = {{day("2019-01-01"), Decimal{11'431'406}},
                       {day("2020-01-01"), Decimal{11'492'641}}};
  programme.series.push_back(population);
  const auto people = add_indicator(programme, "people", Stock{});
  const auto share = add_indicator(programme, "share", Ratio{people, Ref<Series>{0}});
  programme.indicators[1].unit = "%";
  add_target(programme, "percent", share, AtLeast{Decimal{1}}, Undated{"nobody said"});
  Logbook log{programme};
  log.add("people", "2020-12-30", "114926");
  CHECK(find(judged(programme, log, "2020-12-31"), "percent").status == Status::pending);
  CHECK(find(judged(programme, log, "2020-12-31"), "percent").value ==
        engine::Quantity{Decimal::scaled(9999, 4)});
  log.add("people", "2021-01-10", "114927");
  CHECK(find(judged(programme, log, "2021-01-15"), "percent").status == Status::met);
}

TEST_CASE("the whole of a split is met while a part is short by more than its tolerance") {
  Programme programme;
  const auto budget = add_indicator(programme, "budget", Flow{});
  programme.indicators[0].dimensions = {{"pillar", false, {"research", "support"}}};
  const Per years{PeriodUnit::year, period_of(day("2019-01-01"), PeriodUnit::year)};
  add_target(programme, "plan", budget, AtLeast{Decimal{32}}, years);
  for (const bool research : {true, false}) {
    Target& part = add_target(programme, "", budget, AtLeast{Decimal{research ? 27 : 5}}, years);
    part.part = DimensionValue{"pillar", research ? "research" : "support"};
    part.whole = Ref<Target>{0};
    part.id = "plan" + bracket(*part.part);
    part.where = {*part.part};
    part.tolerance = Tolerance{Decimal{5}, true};
  }
  Logbook log{programme};
  log.add("budget", "2019-06-01", "28.5", {{"pillar", "research"}});
  log.add("budget", "2019-06-01", "4", {{"pillar", "support"}});
  const auto march = judged(programme, log, "2020-03-01");
  CHECK(find(march, "plan[2019]").status == Status::met);
  CHECK(find(march, "plan[2019]").value == engine::Quantity{Decimal::scaled(325, 1)});
  CHECK(find(march, "plan[2019][pillar=support]").status == Status::missed);
  CHECK(find(march, "plan[2019][pillar=support]").gap == Decimal{1});
  CHECK(find(march, "plan[2019][pillar=research]").status == Status::met);
}

TEST_CASE("every company has its own clock") {
  Programme programme;
  const auto coaching = add_indicator(programme, "day", Flow{});
  programme.indicators[0].dimensions = {{"company", true, {}}};
  add_target(programme, "three", coaching, AtLeast{Decimal{3}}, ForEach{"company", 90}).start =
      day("2019-07-01");
  Logbook log{programme};
  log.add("day", "2019-11-04", "3", {{"company", "Alpha"}});
  log.add("day", "2019-12-02", "1", {{"company", "Beta"}});
  log.add("day", "2020-03-16", "1", {{"company", "Gamma"}});
  const auto march = judged(programme, log, "2020-03-31");
  CHECK(find(march, "three[company=Alpha]").status == Status::met);
  CHECK(find(march, "three[company=Beta]").status == Status::missed);
  CHECK(find(march, "three[company=Beta]").gap == Decimal{2});
  CHECK(find(march, "three[company=Gamma]").status == Status::pending);
  CHECK(find(march, "three").status == Status::missed);
}

TEST_CASE("early 2020 has a tail until April") {
  Programme programme;
  const auto contract = add_indicator(programme, "contract", Flow{});
  add_target(programme, "two", contract, AtLeast{Decimal{2}}, During{date("early 2020")});
  Logbook log{programme};
  log.add("contract", "2020-02-10", "1");
  log.add("contract", "2020-04-20", "1");
  const auto june = judged(programme, log, "2020-06-01");
  CHECK(find(june, "two").status == Status::met);
  CHECK(find(june, "two").reached_on == day("2020-04-20"));
  CHECK(find(june, "two").within_tolerance);
}

TEST_CASE("a limit is missed on the day it is broken, reopened by a withdrawal, met at the end") {
  struct Row {
    const char* as_of;
    Status status;
    const char* since;
  };
  const Row row = GENERATE(
      Row{"2020-03-09", Status::pending, ""}, Row{"2020-03-10", Status::missed, "2020-03-10"},
      Row{"2020-03-20", Status::pending, ""}, Row{"2020-06-29", Status::pending, ""},
      Row{"2020-06-30", Status::met, ""}, Row{"2020-09-01", Status::met, ""});
  Programme programme;
  const auto money = add_indicator(programme, "money", Flow{});
  add_target(programme, "cap", money, AtMost{Decimal{10}}, By{date("2020-06-30")}).start =
      day("2020-01-01");
  Logbook log{programme};
  log.add("money", "2020-02-01", "8");
  log.add("money", "2020-03-10", "4");
  log.add("money", "2020-03-20", "-4");
  log.add("money", "2020-08-01", "7");
  const auto evaluation = judged(programme, log, row.as_of);
  const Verdict& cap = find(evaluation, "cap");
  CAPTURE(row.as_of);
  CHECK(cap.status == row.status);
  CHECK((cap.since ? iso(*cap.since) : "") == row.since);
}

TEST_CASE("between two days that anything mentions nothing changes") {
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    const Case generated = generate(seed);
    const Facts facts = facts_at(generated.log, generated.moment);
    const Setting setting{generated.programme, facts, generated.moment.as_of,
                          generated.moment.known};
    for (std::uint32_t i = 0; i < generated.programme.targets.size(); ++i) {
      const TimeClause& time = generated.programme.targets[i].time;
      if (std::holds_alternative<Per>(time) || std::holds_alternative<ForEach>(time)) continue;
      const Question question = question_of(setting, i);
      const Diary diary{question};
      for (Date t = diary.first(); t <= question.as_of; t += Days{1}) {
        const Span today = bounds(question.measured, t);
        CAPTURE(seed, question.id, iso(t));
        REQUIRE(today.lo.at == diary.on(t).lo.at);
        REQUIRE(today.hi.at == diary.on(t).hi.at);
      }
    }
  }
}
