#include "tests/programme/statements.hpp"

#include "tests/golden.hpp"
#include "tests/programme/belgium.hpp"

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include <sstream>

namespace jalon::tests {
namespace {

std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields;
  std::istringstream in{line};
  for (std::string field; std::getline(in, field, ',');) fields.push_back(field);
  if (line.ends_with(',')) fields.emplace_back();
  return fields;
}

std::string party_id(const Programme& programme, const std::optional<Ref<Party>>& party) {
  return party ? programme[*party].id : "";
}

std::string day(const std::optional<Date>& date) { return date ? iso(*date) : ""; }

std::string stretch(const DateExpression& date) {
  return fmt::format("{}..{}", day(date.from), day(date.latest));
}

/// A time clause as the table writes it.
struct WhenWriter {
  std::string operator()(const By& by) const { return due(by.due.nominal, by.due); }
  std::string operator()(const During& during) const {
    return due(during.window.nominal, during.window);
  }
  std::string operator()(const Before& before) const {
    return due(*before.event.from - Days{1}, before.event);
  }
  std::string operator()(const Per& per) const {
    return "every year from " + period_name(per.first, per.unit);
  }
  std::string operator()(const ForEach&) const { return "for each"; }
  std::string operator()(const Undated&) const { return ""; }
  std::string operator()(const Hold&) const { return "hold"; }

  static std::string due(const std::optional<Date>& nominal, const DateExpression& written) {
    return fmt::format("due {} of {}", day(nominal), stretch(written));
  }
};

std::string number_of(const Programme& programme, const Target& target) {
  const auto* least = std::get_if<AtLeast>(&target.comparison);
  return fmt::format("{}{} {}",
                     least == nullptr ? "?" : ">=", least == nullptr ? "" : least->goal.str(),
                     programme[target.indicator].unit);
}

void put_area(Statement& found, const std::string& area, const std::string& level) {
  found.area = area;
  found.level = level;
}

void read_fact(const Programme& programme, const Fact& fact, Statement& found) {
  found.kind = "fact";
  put_area(found, fact.area, fact.level);
  found.owner = party_id(programme, fact.owner);
  if (fact.on) found.when = stretch(*fact.on);
  if (fact.value) found.numbers = fact.value->written + " " + fact.unit;
}

/// Numbers of a recommendation stand in its note: "Number: 3 study profiles (...)."
void read_recommendation(const Programme& programme, const Recommendation& one, Statement& found) {
  static constexpr const char* kKinds[] = {"recommendation", "plan", "objective"};
  found.kind = kKinds[static_cast<int>(one.kind)];
  put_area(found, one.area, one.level);
  found.owner = party_id(programme, one.owner);
  found.author = party_id(programme, one.author);
  const std::string mark = "Number: ";
  if (one.note.starts_with(mark)) {
    found.numbers = one.note.substr(mark.size(), one.note.find(" (") - mark.size());
  }
}

void read_target(const Programme& programme, const Target& target, Statement& found) {
  put_area(found, target.area, target.level);
  found.owner = party_id(programme, target.owner);
  found.when = std::visit(WhenWriter{}, target.time);
  found.numbers = number_of(programme, target);
}

void read_milestone(const Programme& programme, const Milestone& milestone, Statement& found) {
  put_area(found, milestone.area, milestone.level);
  found.owner = party_id(programme, milestone.owner);
  found.when = std::visit(WhenWriter{}, milestone.time);
}

/// A commitment has the numbers of its members and, if they agree, their day.
void read_commitment(const Programme& programme, const Commitment& one, Statement& found) {
  put_area(found, one.area, one.level);
  found.owner = party_id(programme, one.owner);
  for (const Member& member : one.members) {
    const Target& target = programme[std::get<Ref<Target>>(member)];
    const std::string when = std::visit(WhenWriter{}, target.time);
    const bool first = found.numbers.empty();
    found.when = first || found.when == when ? when : "at different times";
    found.numbers += (first ? "" : "; ") + number_of(programme, target);
  }
}

bool read_place(const Programme& programme, Statement& found) {
  if (const auto* fact = find_id(programme.facts, found.place)) {
    found.table = "fact";
    read_fact(programme, *fact, found);
  } else if (const auto* one = find_id(programme.recommendations, found.place)) {
    found.table = "recommendation";
    read_recommendation(programme, *one, found);
  } else if (const auto* target = find_id(programme.targets, found.place)) {
    found.table = target->whole ? "part" : "target";
    read_target(programme, *target, found);
  } else if (const auto* milestone = find_id(programme.milestones, found.place)) {
    found.table = "milestone";
    read_milestone(programme, *milestone, found);
  } else if (const auto* commitment = find_id(programme.commitments, found.place)) {
    found.table = "commitment";
    read_commitment(programme, *commitment, found);
  } else {
    return false;
  }
  return true;
}

}  // namespace

std::vector<Statement> read_statements() {
  std::istringstream in{read_file(golden_dir() / "../programme/statements.csv")};
  std::vector<Statement> statements;
  std::string line;
  std::getline(in, line);
  REQUIRE(line == "id,kind,table,place,area_of,area,level,owner,author,when,numbers");
  while (std::getline(in, line)) {
    const std::vector<std::string> field = fields_of(line);
    INFO(line);
    REQUIRE(field.size() == 11);
    statements.push_back({field[0], field[1], field[2], field[3], field[4], field[5], field[6],
                          field[7], field[8], field[9], field[10]});
  }
  return statements;
}

std::optional<Statement> find_statement(const Programme& programme, const Statement& expected) {
  Statement found{.id = expected.id, .kind = expected.kind, .place = expected.place};
  if (!read_place(programme, found)) return std::nullopt;
  found.area_of = expected.area_of;
  if (!expected.area_of.empty()) {
    const Initiative* initiative = find_id(programme.initiatives, expected.area_of);
    if (initiative == nullptr) return std::nullopt;
    put_area(found, initiative->area, initiative->level);
  }
  return found;
}

std::string str(const Statement& one) {
  return fmt::format("{} | {} | {} {} | {} {} | owner {} | author {} | when {} | numbers {}",
                     one.id, one.kind, one.table, one.place, one.area, one.level, one.owner,
                     one.author, one.when, one.numbers);
}

}  // namespace jalon::tests
