#include "rules/definitions/record_reader.hpp"
#include "rules/engine/evaluate.hpp"
#include "tests/programme/belgium.hpp"

#include <catch2/catch.hpp>

namespace jalon::tests {
namespace {

using Set = std::vector<std::pair<std::string, std::string>>;

/// A made-up record: nothing like it is shipped.
struct News {
  std::string subject;
  std::string on;
  std::string value;
  std::string key = {};
  Set set = {};
};

/// The log of the report with made-up news added, learned on their last day.
std::vector<Record> log_with(const Programme& programme, const std::vector<News>& news) {
  std::vector<Record> log = belgian_log(programme, false);
  for (const News& one : news) {
    definitions::RecordFields fields{.subject = one.subject, .on = one.on, .value = one.value};
    fields.set = one.set;
    fields.key = one.key;
    fields.evidence = {{"made up for a test", "press"}};
    fields.learned = one.on;
    const auto read = definitions::read_record(programme, fields, {.today = kEntryDay});
    INFO(one.subject << " on " << one.on);
    REQUIRE(std::holds_alternative<Record>(read));
    log.push_back(std::get<Record>(read));
    log.back().number = static_cast<std::int64_t>(log.size());
  }
  return log;
}

struct Expected {
  std::string id;
  std::string status;
};

void check(const std::vector<News>& news, Date as_of, const std::vector<Expected>& expected) {
  const Programme programme = belgium();
  const auto evaluation =
      engine::evaluate(programme, log_with(programme, news), engine::Moment{as_of, as_of});
  for (const Expected& row : expected) {
    INFO(row.id << " as of " << iso(as_of));
    const engine::Verdict* verdict = evaluation.find(row.id);
    REQUIRE(verdict != nullptr);
    CHECK(name(verdict->status) == row.status);
  }
}

News poc(const std::string& on, const std::string& kind, const std::string& key) {
  return {"poc", on, "1", key, {{"kind", kind}}};
}

News pillar(const std::string& on, const std::string& name, const std::string& amount) {
  return {"flanders-ai-budget", on, amount, "", {{"pillar", name}}};
}

TEST_CASE("Tremplin AI needs two of one kind and three of the other, by the last day of June",
          "[belgium]") {
  const std::vector<News> four = {
      poc("2020-03-02", "individual", "A"), poc("2020-03-03", "individual", "B"),
      poc("2020-04-01", "collective", "C"), poc("2020-04-02", "collective", "D")};
  std::vector<News> more_of_one_kind = four;
  more_of_one_kind.push_back(poc("2020-05-05", "individual", "E"));
  check(more_of_one_kind, {2020, 7, 1},
        {{"tremplin-ai.poc-individual", "met"}, {"tremplin-ai.pocs", "overdue"}});
  std::vector<News> in_time = four;
  in_time.push_back(poc("2020-06-30", "collective", "E"));
  check(in_time, {2020, 7, 1}, {{"tremplin-ai.pocs", "met"}});
  std::vector<News> a_day_late = four;
  a_day_late.push_back(poc("2020-07-01", "collective", "E"));
  check(a_day_late, {2020, 7, 1}, {{"tremplin-ai.pocs", "met-late"}});
}

TEST_CASE("training contracts count until the end of April and not in May", "[belgium]") {
  const News first{"training-contract", "2020-02-27", "1", "notice 1"};
  check({first, {"training-contract", "2020-04-30", "1", "notice 2"}}, {2020, 6, 1},
        {{"ai-training.two-contracts", "met"}});
  check({first, {"training-contract", "2020-05-01", "1", "notice 2"}}, {2020, 6, 1},
        {{"ai-training.two-contracts", "overdue"}});
  check({first, {"training-contract", "2020-04-30", "1", "notice 1"}}, {2020, 6, 1},
        {{"ai-training.two-contracts", "overdue"}});
}

TEST_CASE("one percent of the population of 2020 is 114 927 people", "[belgium]") {
  check({{"mooc-trained", "2020-12-30", "114926"}}, {2020, 12, 31},
        {{"ai-mooc.one-percent", "pending"}});
  check({{"mooc-trained", "2020-12-30", "114927"}}, {2020, 12, 31},
        {{"ai-mooc.one-percent", "met"}});
}

TEST_CASE("a government that supports the strategy twice counts once", "[belgium]") {
  std::vector<News> news = {{"strategy-support", "2021-01-04", "1", "flanders"},
                            {"strategy-support", "2021-02-01", "1", "flanders"},
                            {"strategy-support", "2021-02-02", "1", "brussels"},
                            {"strategy-support", "2021-02-03", "1", "wallonia"}};
  check(news, {2021, 3, 1}, {{"national-strategy.support", "pending"}});
  news.push_back({"strategy-support", "2021-02-04", "1", "federal-state"});
  check(news, {2021, 3, 1}, {{"national-strategy.support", "met"}});
}

TEST_CASE("a Flemish year can keep its total and fall short in a pillar", "[belgium]") {
  check({pillar("2020-05-04", "basic-research", "13000000"),
         pillar("2020-05-04", "technology-transfer", "15000000"),
         pillar("2020-05-04", "support", "4000000")},
        {2021, 1, 1},
        {{"flanders.budget[2020]", "met"},
         {"flanders.budget[2020][pillar=basic-research]", "met"},
         {"flanders.budget[2020][pillar=support]", "overdue"}});
}

TEST_CASE("a coached company has a year for its three days", "[belgium]") {
  const std::vector<News> news = {{"coaching-day", "2019-11-04", "3", "", {{"company", "Alpha"}}},
                                  {"coaching-day", "2019-12-02", "1", "", {{"company", "Beta"}}},
                                  {"coaching-day", "2020-03-16", "1", "", {{"company", "Gamma"}}}};
  check(news, {2020, 12, 2},
        {{"start-ai.three-days[company=Alpha]", "met"},
         {"start-ai.three-days[company=Beta]", "overdue"},
         {"start-ai.three-days[company=Gamma]", "pending"},
         {"start-ai.three-days", "overdue"}});
}

TEST_CASE("a draft in July is in time by the wording and in August it is late", "[belgium]") {
  for (const auto& [on, status] : {std::pair{"2020-07-31", "met"}, {"2020-08-01", "met-late"}}) {
    const Programme programme = belgium();
    std::vector<Record> log = belgian_log(programme, false);
    definitions::RecordFields fields{.subject = "national-strategy.draft", .on = on};
    fields.stage = "draft";
    fields.learned = on;
    log.push_back(
        std::get<Record>(definitions::read_record(programme, fields, {.today = kEntryDay})));
    log.back().number = static_cast<std::int64_t>(log.size());
    const auto evaluation =
        engine::evaluate(programme, log, engine::Moment{{2020, 9, 1}, {2020, 9, 1}});
    INFO(on);
    CHECK(name(evaluation.find("national-strategy.draft")->status) == status);
  }
}

}  // namespace
}  // namespace jalon::tests
