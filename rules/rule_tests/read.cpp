#include "rules/rule_tests/read.hpp"

#include "rules/definitions/preflight.hpp"
#include "rules/rule_tests/expectations.hpp"
#include "rules/rule_tests/record_draft.hpp"

#include <fmt/format.h>

#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

namespace jalon::rule_tests {
namespace {

using definitions::Code;
using definitions::Entry;
using definitions::Node;
using definitions::Problems;
using definitions::Reading;
using definitions::SourceText;
using definitions::Spot;
using definitions::TableReader;

/// Records that several tests of a file share.
struct Fixture {
  Spot spot;
  RecordDrafts records;
  bool used = false;
};
using Fixtures = std::map<std::string, Fixture>;

/// Puts the log of one test together: numbers the records and finds what they name.
class LogWriter {
 public:
  /// `said` holds the places of mistakes that are told already: a fixture is used many times.
  LogWriter(Reading& reading,
            std::set<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>>& said)
      : reading_{reading}, said_{said} {}

  void add(const RecordDrafts& drafts) {
    for (const RecordDraft& draft : drafts) add(draft);
  }
  [[nodiscard]] std::size_t size() const noexcept { return log_.size(); }
  [[nodiscard]] std::vector<Record> log() && { return std::move(log_); }

 private:
  void add(const RecordDraft& draft) {
    Record record = draft.record;
    record.number = static_cast<std::int64_t>(log_.size()) + 1;
    if (!draft.names.empty()) resolve(draft, record);
    if (!draft.id.empty() && !numbers_.emplace(draft.id, record.number).second) {
      say(Code::duplicate_id, draft.id_spot,
          fmt::format("{} names an earlier record of the test", quoted(draft.id)));
    }
    log_.push_back(std::move(record));
  }

  void resolve(const RecordDraft& draft, Record& record) {
    const auto found = numbers_.find(draft.names);
    if (found == numbers_.end()) {
      std::vector<std::string_view> known;
      for (const auto& [id, number] : numbers_) known.push_back(id);
      say(Code::unknown_record, draft.names_spot,
          fmt::format("no earlier record of the test has the id {}", quoted(draft.names)),
          reading_.problems.suggest(draft.names, known));
      return;
    }
    const Record& named = log_[static_cast<std::size_t>(found->second) - 1];
    if (record.kind == RecordKind::correction) return correct(draft, named, record);
    record.replaces = named.number;
    record.subject = named.subject;
  }

  /// A correction names the original, whichever version was named.
  void correct(const RecordDraft& draft, const Record& named, Record& record) {
    const bool correctable =
        named.kind == RecordKind::record || named.kind == RecordKind::correction;
    if (!correctable) {
      say(Code::bad_record, draft.names_spot,
          fmt::format("{} is no record that can be replaced", quoted(draft.names)),
          "retract it with `retracts`");
      return;
    }
    const bool first = named.kind == RecordKind::record;
    const Record& original =
        first ? named : log_[static_cast<std::size_t>(named.replaces.value_or(named.number)) - 1];
    record.replaces = original.number;
    if (record.subject != original.subject || record.key != original.key) {
      say(Code::bad_record, draft.names_spot,
          "what a record is about and its key cannot be corrected",
          "retract it and write a new one");
    } else if (record.learned < original.learned) {
      say(Code::bad_record, draft.names_spot,
          fmt::format("the correction was learned on {}, before the record that it corrects ({})",
                      iso(record.learned), iso(original.learned)));
    }
  }

  void say(Code code, Spot spot, std::string message, std::string hint = {}) {
    if (said_.emplace(spot.file, spot.line, spot.column).second)
      reading_.problems.add(code, spot, std::move(message), std::move(hint));
  }

  Reading& reading_;
  std::set<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>>& said_;
  std::vector<Record> log_;
  std::unordered_map<std::string, std::int64_t> numbers_;
};

class SuiteReader {
 public:
  SuiteReader(const Programme& programme, std::span<const definitions::File> files,
              const definitions::Limits& limits)
      : programme_{programme}, names_{programme}, limits_{limits} {
    reading_.problems = Problems{limits.mistakes};
    reading_.programme.margins = programme.margins;
    for (const definitions::File& file : files) {
      sources_.emplace_back(file.name,
                            std::string_view{file.text}.substr(0, limits.file_bytes + 4));
      reading_.files.push_back(file.name);
    }
  }

  Result<Suite> read() {
    std::size_t values = 0;
    for (std::uint32_t i = 0; i < sources_.size(); ++i) {
      if (!safe_to_parse(sources_[i], i, limits_, values, reading_.problems)) continue;
      const auto tree = parse_tree(sources_[i], i, reading_.problems);
      if (tree && check_format(*tree, i)) read_file(*tree, i);
    }
    if (!reading_.problems.empty()) return reading_.problems.diagnostics(sources_);
    if (suite_.tests.empty()) {
      return Diagnostic{.code = std::string{name(Code::empty_suite)},
                        .message = "there is no rule test",
                        .hint = "`tests` under [definitions] in jalon.toml names their files"};
    }
    return std::move(suite_);
  }

 private:
  [[nodiscard]] Problems& problems() { return reading_.problems; }
  [[nodiscard]] Place place_at(Spot spot) const {
    return {reading_.files[spot.file], spot.line, spot.column};
  }

  /// A file of a newer format is not guessed at.
  bool check_format(const Node& tree, std::uint32_t file) {
    const Entry* format = tree.find("format");
    if (format == nullptr) {
      problems().add(Code::missing_format, {file, 1, 1, 1}, "the file does not say its format",
                     "start it with format = 1");
      return true;
    }
    const auto number = read_number(problems(), "format", format->value);
    if (!number || *number == Decimal{1}) return true;
    const bool newer = *number > Decimal{1};
    if (newer) {
      problems().add(
          Code::newer_format, format->value.spot,
          fmt::format("format {} is newer than this program, which reads format 1", number->str()),
          "use a newer release");
    } else {
      problems().add(Code::out_of_range, format->value.spot,
                     fmt::format("there is no format {}", number->str()), "write format = 1");
    }
    return !newer;
  }

  void read_file(const Node& tree, std::uint32_t file) {
    Fixtures fixtures;
    const Entry* tests = nullptr;
    for (const Entry& entry : tree.entries) {
      if (entry.key == "format") continue;
      if (entry.key == "fixture")
        read_fixtures(entry, fixtures);
      else if (entry.key == "test")
        tests = &entry;
      else
        refuse_table(entry);
    }
    if (tests == nullptr) {
      problems().add(Code::empty_suite, {file, 1, 1, 1}, "the file has no test",
                     "a test starts with [[test]]");
      return;
    }
    read_tests(*tests, fixtures);
    for (const auto& [id, fixture] : fixtures) {
      if (fixture.used) continue;
      problems().add(Code::unused_fixture, fixture.spot,
                     fmt::format("no test uses the fixture {}", quoted(id)),
                     fmt::format("use = [\"{}\"]", printable(id)));
    }
  }

  void refuse_table(const Entry& entry) {
    constexpr std::string_view kKnown[] = {"format", "fixture", "test"};
    problems().add(entry.value.header ? Code::unknown_table : Code::unknown_key, entry.spot,
                   fmt::format("a file of rule tests has no {}", quoted(entry.key)),
                   problems().suggest(entry.key, kKnown));
  }

  void read_fixtures(const Entry& entry, Fixtures& fixtures) {
    if (entry.value.kind != Node::Kind::table) {
      problems().add(Code::double_bracket, entry.spot, "a fixture has a name",
                     "write [fixture.NAME]");
      return;
    }
    for (const Entry& one : entry.value.entries) {
      if (one.value.kind != Node::Kind::table) {
        problems().add(
            Code::double_bracket, one.spot,
            fmt::format("{} is no fixture: a fixture is one table with a name", quoted(one.key)),
            "write [fixture.NAME], and `records` below it");
        continue;
      }
      TableReader table{reading_, one.value, fmt::format("[fixture.{}]", printable(one.key))};
      Fixture& fixture = fixtures[one.key];
      fixture.spot = one.spot;
      const std::size_t before = problems().size();
      fixture.records = read_records(table, programme_);
      table.finish();
      if (fixture.records.empty() && problems().size() == before)
        problems().add(Code::missing_key, one.spot, "the fixture has no `records`");
    }
  }

  void read_tests(const Entry& entry, Fixtures& fixtures) {
    if (entry.value.kind != Node::Kind::list) {
      problems().add(Code::single_bracket, entry.spot,
                     "a file has many tests: each starts with two brackets", "write [[test]]");
      return;
    }
    std::map<std::string, std::uint32_t> names;
    const auto* items = read_list(problems(), "test", entry.value);
    if (items == nullptr) return;
    for (const Node& item : *items) {
      if (item.kind == Node::Kind::table)
        read_test(item, fixtures, names);
      else
        wrong_type(problems(), "test", item, "a table", "write [[test]] on a line of its own");
    }
  }

  void read_test(const Node& node, Fixtures& fixtures,
                 std::map<std::string, std::uint32_t>& names) {
    TableReader table{reading_, node, "[[test]]"};
    Test test{.name = {}, .log = {}, .steps = {}, .place = place_at(node.spot)};
    if (const Entry* entry = table.require("name")) {
      test.name = read_text(problems(), "name", entry->value).value_or("");
      const auto [first, added] = names.emplace(test.name, entry->spot.line);
      if (!added && !test.name.empty())
        problems().add(Code::duplicate_value, entry->value.spot,
                       fmt::format("the test of line {} has this name already", first->second));
    }
    LogWriter log{reading_, said_};
    use_fixtures(table, fixtures, log);
    log.add(read_records(table, programme_));
    if (const Entry* steps = table.take("step")) {
      for (const std::string_view key : {"as_of", "known", "expect"})
        table.misplaced(key, "stands in each step, not beside them");
      read_steps(*steps, test, log);
    } else {
      read_step(table, test, log.size());
    }
    table.finish();
    test.log = std::move(log).log();
    suite_.tests.push_back(std::move(test));
  }

  void use_fixtures(TableReader& table, Fixtures& fixtures, LogWriter& log) {
    const Entry* use = table.take("use");
    if (use == nullptr) return;
    const auto wanted = read_texts(problems(), "use", use->value);
    if (!wanted) return;
    for (std::size_t i = 0; i < wanted->size(); ++i) {
      const auto found = fixtures.find((*wanted)[i]);
      if (found != fixtures.end()) {
        found->second.used = true;
        log.add(found->second.records);
        continue;
      }
      std::vector<std::string_view> known;
      for (const auto& [id, fixture] : fixtures) known.push_back(id);
      problems().add(Code::unknown_fixture, use->value.items[i].spot,
                     fmt::format("this file has no fixture {}", quoted((*wanted)[i])),
                     problems().suggest((*wanted)[i], known));
    }
  }

  void read_steps(const Entry& entry, Test& test, LogWriter& log) {
    const auto* items = read_list(problems(), "step", entry.value);
    if (items == nullptr) return;
    for (const Node& item : *items) {
      if (item.kind != Node::Kind::table) {
        wrong_type(problems(), "step", item, "a table", "write [[test.step]]");
        continue;
      }
      TableReader table{reading_, item, "[[test.step]]"};
      log.add(read_records(table, programme_));
      read_step(table, test, log.size());
      table.finish();
    }
  }

  /// What a test without steps and a step have in common.
  void read_step(TableReader& table, Test& test, std::size_t log_length) {
    const auto as_of = day(table, table.require("as_of"));
    const auto known = day(table, table.take("known"));
    auto expected = read_expectations(table, names_);
    if (!as_of) return;
    test.steps.push_back(
        {*as_of, known, log_length, std::move(expected), place_at(table.table().spot)});
  }

  std::optional<Date> day(TableReader& table, const Entry* entry) {
    if (entry == nullptr) return std::nullopt;
    return read_day(table.problems(), entry->key, entry->value, programme_.margins);
  }

  const Programme& programme_;
  VerdictNames names_;
  const definitions::Limits& limits_;
  Reading reading_{.problems = Problems{}};
  std::vector<SourceText> sources_;
  Suite suite_;
  std::set<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>> said_;
};

}  // namespace

Result<Suite> read(const Programme& programme, std::span<const definitions::File> files,
                   const definitions::Limits& limits) {
  return SuiteReader{programme, files, limits}.read();
}

}  // namespace jalon::rule_tests
