#include "tests/verdicts/table.hpp"

#include <catch2/catch.hpp>

namespace jalon::engine {
namespace {

/// Targets of 5, due at the end of each quarter of 2020: a and c are met, b and d are not.
Draft quarters() {
  Draft draft;
  const auto add = [&](const std::string& id, std::string_view due, std::string_view value) {
    draft.flow("i-" + id);
    draft.target(id, "i-" + id, at_least("5"), by(due));
    draft.add("i-" + id, "2020-01-15", value);
  };
  add("a", "2020-Q1", "5");
  add("b", "2020-Q2", "1");
  add("c", "2020-Q3", "5");
  add("d", "2020-Q4", "2");
  return draft;
}

/// A commitment of commitments.
Draft& nest(Draft& draft, std::string id, Rule rule, const std::vector<std::uint32_t>& below) {
  Commitment made{{}, rule, {}};
  made.id = std::move(id);
  for (const std::uint32_t each : below) made.members.push_back(Ref<Commitment>{each});
  draft.programme.commitments.push_back(std::move(made));
  return draft;
}

}  // namespace

TEST_CASE("composition share: of a share only members whose clock has run out are ranked") {
  struct Row {
    std::string_view share;
    std::string_view as_of;
    std::string_view reading;
    std::string_view decided_by;
  };
  const Row row = GENERATE(values<Row>({
      {"0.5", "2020-03-31", "pending (on-record)", ""},
      {"0.5", "2020-04-01", "met (on-record)", "a"},
      {"0.5", "2020-07-01", "met (on-record)", "a"},
      {"0.51", "2020-07-01", "missed (on-record)", "b"},
      {"0.5", "2020-06-30", "met (on-record)", "a"},
      {"0.51", "2020-06-30", "met (on-record)", "a"},
      {"0.51", "2020-09-30", "missed (on-record)", "b"},
      {"0.66", "2020-10-01", "met (on-record)", "a"},
      {"0.67", "2020-10-01", "missed (on-record)", "b"},
      {"0.5", "2021-01-01", "met (on-record)", "a"},
      {"0.51", "2021-01-01", "missed (on-record)", "d"},
      {"1", "2021-01-01", "missed (on-record)", "b"},
  }));
  CAPTURE(row.share, row.as_of);
  Draft draft = quarters();
  draft.commitment("most", ShareOf{number(row.share)}, {"a", "b", "c", "d"});
  const Verdict verdict = draft.judge("most", row.as_of);
  CHECK(reading(verdict) == row.reading);
  CHECK(verdict.decided_by == row.decided_by);
}

TEST_CASE(
    "composition share: undated members, levels to keep and periods without a last one are never "
    "ranked") {
  struct Row {
    std::string_view member;
    std::string_view decided_by;
  };
  const Row row = GENERATE(values<Row>({
      {"some-day", ""},
      {"keep", ""},
      {"for-ever", ""},
      {"two-years", "two-years"},
  }));
  CAPTURE(row.member);
  Draft draft;
  draft.flow("spent");
  draft.stock("level");
  draft.target("some-day", "spent", at_least("9"), undated());
  draft.target("keep", "level", at_least("9"), Hold{{}, when("2019")});
  draft.target("for-ever", "spent", at_least("9"), per_year("2019"));
  draft.target("two-years", "spent", at_least("9"), per_year("2019", "2020"));
  draft.commitment("all-of-it", ShareOf{Decimal{1}}, {row.member});
  CHECK(draft.judge("all-of-it", "2020-12-31").decided_by.empty());
  CHECK(draft.judge("all-of-it", "2021-01-01").decided_by == row.decided_by);
}

TEST_CASE("composition share: commitments are judged behind their members and listed as declared") {
  Draft draft = quarters();
  nest(draft, "outer", All{}, {2, 1});
  draft.commitment("one", Any{}, {"a", "b"});
  draft.commitment("two", All{}, {"b", "c"});
  const Evaluation evaluation = draft.evaluate("2021-01-01");
  CHECK(evaluation.verdicts[4].id == "outer");
  CHECK(evaluation.verdicts[5].id == "one");
  CHECK(reading(evaluation.verdicts[4]) == "missed (on-record)");
  CHECK(evaluation.verdicts[4].decided_by == "two");
  CHECK(evaluation.verdicts[6].decided_by == "b");
  CHECK(text(evaluation.verdicts[4].value) == "1");
}

TEST_CASE("composition share: a commitment's clock runs out with its last member's") {
  Draft draft = quarters();
  draft.commitment("early", All{}, {"a"});
  draft.commitment("late", All{}, {"a", "d"});
  nest(draft, "outer", ShareOf{Decimal{1}}, {0, 1});
  CHECK(draft.judge("outer", "2020-12-31").decided_by == "early");
  CHECK(draft.judge("outer", "2021-01-01").decided_by == "late");
}

TEST_CASE("composition share: a member without a clock neither helps nor harms") {
  Draft draft = quarters();
  draft.stock("level");
  draft.target("some-day", "i-a", at_least("9"), undated());
  draft.target("keep", "level", at_least("9"), Hold{{}, when("2019")});
  draft.add("level", "2019-06-01", "1");
  draft.commitment("with-both", All{}, {"a", "some-day"});
  draft.commitment("half", ShareOf{number("0.5")}, {"a", "b", "some-day", "keep"});
  draft.commitment("whole", ShareOf{Decimal{1}}, {"a", "some-day", "keep"});
  nest(draft, "outer", ShareOf{Decimal{1}}, {0});
  check(draft, {{"of two with a clock one was met, a level to keep is broken",
                 {},
                 {{"keep on 2020-07-01", "missed"},
                  {"half on 2020-03-31", "pending; decided_by null"},
                  {"half on 2020-07-01", "met; decided_by a"},
                  {"whole on 2020-07-01", "met; decided_by a"},
                  {"with-both on 2020-07-01", "pending; decided_by some-day"},
                  {"outer on 2020-07-01", "pending; decided_by null"}}}});
}

}  // namespace jalon::engine
