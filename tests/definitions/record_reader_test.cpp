#include "rules/definitions/record_reader.hpp"

#include <catch2/catch.hpp>

namespace jalon::definitions {
namespace {

const Date kToday{2020, 2, 25};

Programme programme() {
  Programme made;
  Indicator poc;
  poc.id = "poc";
  poc.unit = "PoC";
  poc.measure = Flow{};
  poc.key = "project";
  poc.dimensions = {{"kind", false, {"individual", "collective"}}};
  Indicator partner;
  partner.id = "partner";
  partner.unit = "partner";
  partner.measure = Stock{};
  Indicator share;
  share.id = "share";
  share.unit = "%";
  share.measure = Ratio{{1}, Ref<Indicator>{0}};
  made.indicators = {poc, partner, share};
  Milestone draft;
  draft.id = "strategy.draft";
  draft.stages = {"started", "draft"};
  made.milestones = {draft};
  Target target;
  target.id = "two-pocs";
  target.indicator = {0};
  made.targets = {target};
  return made;
}

RecordFields poc(std::string value) {
  RecordFields fields;
  fields.subject = "poc";
  fields.value = std::move(value);
  fields.set = {{"kind", "individual"}};
  fields.key = "A";
  return fields;
}

Record accepted(const RecordFields& fields) {
  auto read = read_record(programme(), fields, {kToday, true});
  REQUIRE(std::holds_alternative<Record>(read));
  return std::get<Record>(read);
}

/// The codes of all problems, in order.
std::vector<std::string> refused(const RecordFields& fields) {
  const auto read = read_record(programme(), fields, {kToday, true});
  REQUIRE(std::holds_alternative<std::vector<FieldProblem>>(read));
  std::vector<std::string> codes;
  for (const auto& problem : std::get<std::vector<FieldProblem>>(read))
    codes.push_back(problem.code);
  return codes;
}

using Codes = std::vector<std::string>;

TEST_CASE("a record of a flow is read with its sign, days and dimensions", "[record]") {
  RecordFields fields = poc("+1");
  fields.on = "2020-01";
  fields.learned = "2020-02-01";
  const Record record = accepted(fields);
  CHECK(record.amount->range == Interval::exactly(Decimal{1}));
  CHECK(record.happened.latest == Date{2020, 1, 31});
  CHECK(record.learned == Date{2020, 2, 1});
  CHECK(record.dimensions == DimensionValues{{"kind", "individual"}});
}

TEST_CASE("days default to today", "[record]") {
  const Record record = accepted(poc("+1"));
  CHECK(record.happened == DateExpression::on(kToday));
  CHECK(record.learned == kToday);
}

TEST_CASE("a zero report needs neither key nor dimensions", "[record]") {
  RecordFields fields;
  fields.subject = "poc";
  fields.value = "0";
  CHECK(accepted(fields).amount->range == Interval::exactly(Decimal{}));
}

TEST_CASE("signs: amounts of a flow carry one, levels no plus", "[record]") {
  RecordFields level;
  level.subject = "partner";
  level.value = "+3";
  CHECK(refused(poc("5")) == Codes{"bad-value"});
  CHECK(refused(level) == Codes{"bad-value"});
  level.value = "-3";
  CHECK(accepted(level).amount->range == Interval::exactly(Decimal{-3}));
  CHECK(accepted(poc("-1")).amount->range == Interval::exactly(Decimal{-1}));
  CHECK(accepted(poc(">5")).amount->range.lo == End{Decimal{5}, true});
}

TEST_CASE("everything that is wrong is said at once", "[record]") {
  RecordFields fields = poc("many");
  fields.on = "2020-02-30";
  fields.learned = "2020-02-26";
  fields.set = {{"kind", "indivdual"}, {"colour", "red"}};
  fields.key = "";
  CHECK(refused(fields) == Codes{"bad-date", "learned-in-future", "bad-value", "unknown-value",
                                 "unknown-dimension", "missing-key"});
}

TEST_CASE("what a record is about", "[record]") {
  RecordFields fields;
  fields.value = "1";
  const auto [subject, code] = GENERATE(table<std::string, std::string>(
      {{"share", "derived-subject"}, {"two-pocs", "unknown-id"}, {"pocc", "unknown-id"}}));
  fields.subject = subject;
  CHECK(refused(fields) == Codes{code});
}

TEST_CASE("suggestions name the nearest, or what a target measures", "[record]") {
  CHECK(unknown_subject(programme(), "pocc").hint == "did you mean `poc`?");
  CHECK(unknown_subject(programme(), "two-pocs").hint == "record poc");
}

TEST_CASE("an id of before is refused with what it is called now", "[record]") {
  Programme renamed = programme();
  renamed.indicators[0].was = {"proof"};
  renamed.milestones[0].was = {"plan"};
  CHECK(unknown_subject(renamed, "proof").message == "`proof` is called poc now");
  CHECK(unknown_subject(renamed, "proof").hint == "record poc");
  CHECK(unknown_subject(renamed, "plan").hint == "record strategy.draft");
}

TEST_CASE("nothing is recorded for what is worked out, but for its parts", "[record]") {
  Programme derived = programme();
  derived.indicators[2].measure = Sum{{{0}, {1}}};
  RecordFields fields;
  fields.subject = "share";
  fields.value = "1";
  const auto read = read_record(derived, fields, {kToday, true});
  const auto& problems = std::get<std::vector<FieldProblem>>(read);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].code == "derived-subject");
  CHECK(problems[0].hint == "record its parts poc, partner");
}

TEST_CASE("a milestone reaches stages", "[record]") {
  RecordFields fields;
  fields.subject = "strategy.draft";
  CHECK(refused(fields) == Codes{"missing-stage"});
  fields.stage = "drafd";
  CHECK(refused(fields) == Codes{"unknown-stage"});
  fields.stage = "draft";
  CHECK(accepted(fields).stage == "draft");
  fields.value = "1";
  fields.key = "A";
  CHECK(refused(fields) == Codes{"unexpected-value", "unexpected-key"});
}

TEST_CASE("dimensions are given once and never left out of an amount", "[record]") {
  RecordFields fields = poc("+1");
  fields.set = {};
  CHECK(refused(fields) == Codes{"missing-dimension"});
  fields.set = {{"kind", "individual"}, {"kind", "collective"}};
  CHECK(refused(fields) == Codes{"duplicate-dimension"});
}

TEST_CASE("texts that are not UTF-8 or endless are refused", "[record]") {
  RecordFields fields = poc("+1");
  fields.key = "\xff";
  fields.evidence = {{std::string(2000, 'x'), "press", ""}, {"", "", ""}};
  CHECK(refused(fields) == Codes{"bad-text", "bad-text", "bad-text"});
}

}  // namespace
}  // namespace jalon::definitions
