#include "rules/rule_tests/record_draft.hpp"

#include "rules/definitions/record_reader.hpp"
#include "rules/rule_tests/record_tables.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace jalon::rule_tests {
namespace {

using definitions::Code;
using definitions::Entry;
using definitions::FieldProblem;
using definitions::Node;
using definitions::Problems;
using definitions::RecordFields;
using definitions::Spot;
using definitions::TableReader;

const Date kLastDay{9999, 12, 31};  // nothing in a test is learned in the future

/// What a number, date or text says, as it was written; nothing if it is something else.
std::optional<std::string> written(const Node& node) {
  switch (node.kind) {
    case Node::Kind::text:
    case Node::Kind::integer:
    case Node::Kind::real:
    case Node::Kind::day:
      return node.text;
    default:
      return std::nullopt;
  }
}

/// Reads one entry of `records`.
class RecordTable {
 public:
  RecordTable(TableReader& table, const Programme& programme)
      : table_{table}, programme_{programme} {}

  std::optional<RecordDraft> read() {
    const std::size_t before = problems().size();
    take_names();
    if (retracts_ != nullptr) {
      read_retraction();
    } else {
      read_statement();
    }
    table_.finish();
    if (problems().size() != before) return std::nullopt;
    return std::move(draft_);
  }

 private:
  [[nodiscard]] Problems& problems() const { return table_.problems(); }

  void take_names() {
    indicator_ = table_.take("indicator");
    milestone_ = table_.take("milestone");
    retracts_ = table_.take("retracts");
    const Entry* replaces = table_.take("replaces");
    if (const Entry* id = table_.take("id")) {
      draft_.id = read_text(problems(), "id", id->value).value_or("");
      draft_.id_spot = id->value.spot;
    }
    if (retracts_ != nullptr && replaces != nullptr) {
      problems().add(Code::misplaced_key, replaces->spot,
                     "a record replaces or retracts, not both");
    }
    const Entry* names = retracts_ != nullptr ? retracts_ : replaces;
    if (names == nullptr) return;
    draft_.names = read_text(problems(), names->key, names->value).value_or("");
    draft_.names_spot = names->value.spot;
    draft_.record.kind = retracts_ != nullptr ? RecordKind::retraction : RecordKind::correction;
  }

  void read_retraction() {
    for (const std::string_view key : {"on", "add", "is", "stage", "set", "key", "evidence"}) {
      table_.misplaced(key, "says nothing in a retraction, which has a day `learned` alone");
    }
    if (indicator_ != nullptr || milestone_ != nullptr) static_cast<void>(subject());
    if (const Entry* learned = table_.require("learned")) {
      const auto day = read_day(problems(), "learned", learned->value, programme_.margins);
      if (day) draft_.record.learned = *day;
    }
  }

  /// The id in `indicator` or `milestone`, as it is called now.
  std::optional<std::string> subject() {
    if (indicator_ != nullptr && milestone_ != nullptr) {
      problems().add(Code::misplaced_key, milestone_->spot,
                     "a record is about an indicator or a milestone, not both");
      return std::nullopt;
    }
    const Entry* entry = indicator_ != nullptr ? indicator_ : milestone_;
    if (entry == nullptr) {
      problems().add(Code::missing_key, table_.table().spot,
                     "the record says neither `indicator` nor `milestone`");
      return std::nullopt;
    }
    subject_ = entry;
    const auto id = read_text(problems(), entry->key, entry->value);
    if (!id) return std::nullopt;
    written_subject_ = *id;
    measured_ = find_named(programme_.indicators, *id);
    const Milestone* milestone = find_named(programme_.milestones, *id);
    if (indicator_ != nullptr ? measured_ != nullptr : milestone != nullptr)
      return measured_ != nullptr ? measured_->id : milestone->id;
    FieldProblem problem = definitions::unknown_subject(programme_, *id);
    if (measured_ != nullptr || milestone != nullptr) {
      problem.message = fmt::format("{} is {}", quoted(*id),
                                    measured_ != nullptr ? "an indicator" : "a milestone");
      problem.hint =
          fmt::format("write {} = ...", measured_ != nullptr ? "indicator" : "milestone");
    }
    problems().add(Code::unknown_reference, entry->value.spot, problem.message, problem.hint);
    return std::nullopt;
  }

  void read_statement() {
    const auto id = subject();
    const bool readable = read_fields();
    if (!id || !readable) return;
    fields_.subject = *id;
    auto outcome = definitions::read_record(programme_, fields_, {.today = kLastDay});
    if (const auto* wrong = std::get_if<std::vector<FieldProblem>>(&outcome)) {
      for (const FieldProblem& problem : *wrong)
        problems().add(code_of(problem.code), place_of(problem.field), problem.message,
                       problem.hint);
      return;
    }
    Record record = std::get<Record>(std::move(outcome));
    record.kind = draft_.record.kind;
    record.subject = written_subject_;
    draft_.record = std::move(record);
    learn();
  }

  bool read_fields() {
    const std::size_t before = problems().size();
    on_ = table_.require("on");
    if (on_ != nullptr) take_text(*on_, "a date", fields_.on);
    read_value();
    if (const Entry* stage = stage_) fields_.stage = text_of(*stage);
    if (const Entry* key = key_ = table_.take("key")) take_text(*key, "a text", fields_.key);
    if (const Entry* learned = learned_ = table_.take("learned")) {
      const auto day = read_day(problems(), "learned", learned->value, programme_.margins);
      if (day) fields_.learned = iso(*day);
    }
    if (const Entry* set = set_ = table_.take("set")) read_set(*set);
    if (const Entry* evidence = table_.take("evidence")) read_evidence(*evidence);
    return problems().size() == before;
  }

  [[nodiscard]] std::string text_of(const Entry& entry) const {
    return read_text(problems(), entry.key, entry.value).value_or("");
  }

  void take_text(const Entry& entry, std::string_view wanted, std::string& out) const {
    const auto text = written(entry.value);
    if (!text) {
      wrong_type(problems(), entry.key, entry.value, wanted);
    } else if (text->empty()) {
      problems().add(Code::empty_text, entry.value.spot, fmt::format("`{}` is empty", entry.key));
    } else {
      out = *text;
    }
  }

  /// Exactly one of add (a flow), is (a level) and stage (a milestone).
  void read_value() {
    const Entry* add = table_.take("add");
    const Entry* is = table_.take("is");
    stage_ = table_.take("stage");
    const int given = (add != nullptr) + (is != nullptr) + (stage_ != nullptr);
    if (given != 1) {
      problems().add(Code::bad_record, table_.table().spot,
                     given == 0 ? "the record says nothing" : "the record says more than one thing",
                     "one of `add` (to a flow), `is` (a level), `stage` (of a milestone)");
      return;
    }
    value_ = add != nullptr ? add : is;
    if (value_ == nullptr) return;
    fields_.value.emplace();
    take_text(*value_, "a number", *fields_.value);
    const bool flow = measured_ != nullptr && std::holds_alternative<Flow>(measured_->measure);
    const bool stock = measured_ != nullptr && std::holds_alternative<Stock>(measured_->measure);
    if ((add != nullptr && stock) || (is != nullptr && flow)) {
      problems().add(Code::misplaced_key, value_->spot,
                     fmt::format("{} is a {}", measured_->id,
                                 stock ? "level, which is read" : "flow, to which is added"),
                     fmt::format("write `{}`", stock ? "is" : "add"));
    }
  }

  void read_set(const Entry& set) {
    if (set.value.kind != Node::Kind::table) {
      return wrong_type(problems(), "set", set.value, "a table", "set = { dimension = \"value\" }");
    }
    for (const Entry& entry : set.value.entries) {
      if (const auto text = read_text(problems(), entry.key, entry.value))
        fields_.set.emplace_back(entry.key, *text);
    }
  }

  /// Each kind listed is one piece, different from all others.
  void read_evidence(const Entry& evidence) {
    const auto* items = read_list(problems(), "evidence", evidence.value);
    if (items == nullptr) return;
    for (const Node& item : *items) {
      const auto kind = read_text(problems(), "evidence", item);
      if (!kind) continue;
      fields_.evidence.push_back(
          {fmt::format("{}:{}:{}", item.spot.file, item.spot.line, item.spot.column), *kind});
    }
  }

  /// Learned on the last day on which it may have happened, if nothing else is said.
  void learn() {
    if (learned_ != nullptr) return;
    if (draft_.record.happened.latest) {
      draft_.record.learned = *draft_.record.happened.latest;
      return;
    }
    problems().add(Code::missing_key, on_->value.spot,
                   "a record without a last day says when it was learned", "add `learned = DAY`");
  }

  [[nodiscard]] Spot place_of(std::string_view field) const {
    if (field.starts_with("set.") && set_ != nullptr) {
      const Entry* entry = set_->value.find(field.substr(4));
      return entry != nullptr ? entry->value.spot : set_->spot;
    }
    const auto at = [this](const Entry* entry) {
      return entry != nullptr ? entry->value.spot : table_.table().spot;
    };
    if (field == "subject") return at(subject_);
    if (field == "on") return at(on_);
    if (field == "value") return at(value_);
    if (field == "stage") return at(stage_);
    if (field == "key") return at(key_);
    if (field == "learned") return at(learned_);
    return table_.table().spot;
  }

  TableReader& table_;
  const Programme& programme_;
  RecordDraft draft_ = {};
  RecordFields fields_ = {};
  std::string written_subject_ = {};
  const Indicator* measured_ = nullptr;
  const Entry* indicator_ = nullptr;
  const Entry* milestone_ = nullptr;
  const Entry* retracts_ = nullptr;
  const Entry* subject_ = nullptr;
  const Entry* on_ = nullptr;
  const Entry* value_ = nullptr;
  const Entry* stage_ = nullptr;
  const Entry* key_ = nullptr;
  const Entry* learned_ = nullptr;
  const Entry* set_ = nullptr;
};

using ReadTable = std::optional<RecordDraft> (*)(TableReader&, const Programme&);

std::optional<RecordDraft> read_record_table(TableReader& table, const Programme& programme) {
  return RecordTable{table, programme}.read();
}

void read_each(TableReader& table, std::string_view key, const Programme& programme, ReadTable read,
               RecordDrafts& out) {
  const Entry* entry = table.take(key);
  if (entry == nullptr) return;
  if (entry->value.kind != Node::Kind::list)
    return wrong_type(table.problems(), key, entry->value, "a list of tables");
  for (const Node& item : entry->value.items) {  // none: nothing is on record, in so many words
    if (item.kind != Node::Kind::table) {
      wrong_type(table.problems(), key, item, "a list of tables");
      continue;
    }
    TableReader inner{table.reading(), item, fmt::format("an entry of `{}`", key)};
    if (auto draft = read(inner, programme)) out.push_back(*std::move(draft));
  }
}

}  // namespace

RecordDrafts read_records(TableReader& table, const Programme& programme) {
  RecordDrafts drafts;
  read_each(table, "records", programme, read_record_table, drafts);
  read_each(table, "complete", programme, read_attestation, drafts);
  return drafts;
}

}  // namespace jalon::rule_tests
