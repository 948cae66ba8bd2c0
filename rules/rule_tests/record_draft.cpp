#include "rules/rule_tests/record_draft.hpp"

#include "rules/definitions/record_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

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

struct CodeRow {
  std::string_view word;
  Code code;
};
constexpr std::array<CodeRow, 8> kCodes{{{"unknown-id", Code::unknown_reference},
                                         {"unknown-value", Code::unknown_value},
                                         {"unknown-dimension", Code::unknown_dimension},
                                         {"duplicate-dimension", Code::duplicate_value},
                                         {"unknown-stage", Code::unknown_stage},
                                         {"bad-date", Code::bad_date},
                                         {"bad-value", Code::bad_number},
                                         {"missing-key", Code::missing_key}}};

Code code_of(std::string_view word) {
  const auto* row = std::ranges::find(kCodes, word, &CodeRow::word);
  return row == kCodes.end() ? Code::bad_record : row->code;
}

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

template <class Definition>
const Definition* find_named(const std::vector<Definition>& definitions, const std::string& id) {
  const auto named = [&id](const Definition& one) {
    return one.id == id || std::ranges::find(one.was, id) != one.was.end();
  };
  const auto found = std::ranges::find_if(definitions, named);
  return found == definitions.end() ? nullptr : &*found;
}

/// The indicators that are counted for an indicator: itself, or the parts of a derived one.
void add_measured(const Programme& programme, const Indicator& indicator,
                  std::vector<const Indicator*>& out) {
  if (const auto* ratio = std::get_if<Ratio>(&indicator.measure)) {
    add_measured(programme, programme[ratio->of], out);
    if (const auto* to = std::get_if<Ref<Indicator>>(&ratio->to))
      add_measured(programme, programme[*to], out);
  } else if (const auto* sum = std::get_if<Sum>(&indicator.measure)) {
    for (const auto part : sum->parts) add_measured(programme, programme[part], out);
  } else if (const auto* difference = std::get_if<Difference>(&indicator.measure)) {
    add_measured(programme, programme[difference->from], out);
    add_measured(programme, programme[difference->less], out);
  } else {
    out.push_back(&indicator);
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

/// Reads one entry of `complete`.
class AttestationTable {
 public:
  AttestationTable(TableReader& table, const Programme& programme)
      : table_{table}, programme_{programme} {}

  std::optional<RecordDraft> read() {
    const std::size_t before = problems().size();
    draft_.record.kind = RecordKind::attestation;
    if (const Entry* id = table_.take("id")) {
      draft_.id = read_text(problems(), "id", id->value).value_or("");
      draft_.id_spot = id->value.spot;
    }
    read_subject();
    read_days();
    if (const Entry* where = table_.take("where")) read_where(*where);
    table_.finish();
    if (problems().size() != before) return std::nullopt;
    return std::move(draft_);
  }

 private:
  [[nodiscard]] Problems& problems() const { return table_.problems(); }

  void read_subject() {
    const Entry* entry = table_.require("indicator");
    if (entry == nullptr) return;
    const auto id = read_text(problems(), "indicator", entry->value);
    if (!id) return;
    draft_.record.subject = *id;
    if (const Indicator* indicator = find_named(programme_.indicators, *id)) {
      add_measured(programme_, *indicator, measured_);
      return;
    }
    if (find_named(programme_.milestones, *id) != nullptr) return;
    if (find_named(programme_.targets, *id) != nullptr) return;
    problems().add(Code::unknown_reference, entry->value.spot,
                   fmt::format("{} is no indicator, milestone or target", quoted(*id)),
                   definitions::unknown_subject(programme_, *id).hint);
  }

  void read_days() {
    const Entry* through = table_.require("through");
    const Entry* learned = table_.take("learned");
    if (through == nullptr) return;
    const auto last = read_day(problems(), "through", through->value, programme_.margins);
    if (!last) return;
    draft_.record.happened = DateExpression::on(*last);
    draft_.record.learned = *last;
    if (learned == nullptr) return;
    const auto day = read_day(problems(), "learned", learned->value, programme_.margins);
    if (!day) return;
    draft_.record.learned = *day;
    if (*day < *last) {
      problems().add(Code::bad_record, through->value.spot,
                     "nobody can know that a list is complete through a day to come");
    }
  }

  void read_where(const Entry& where) {
    if (where.value.kind != Node::Kind::table)
      return wrong_type(problems(), "where", where.value, "a table");
    if (measured_.empty() && !draft_.record.subject.empty()) {
      problems().add(Code::misplaced_key, where.spot, "`where` narrows a list of an indicator");
      return;
    }
    for (const Entry& entry : where.value.entries) {
      if (entry.value.kind != Node::Kind::list) {
        add_value(entry, entry.value);
      } else if (const auto* items = read_list(problems(), entry.key, entry.value)) {
        for (const Node& item : *items) add_value(entry, item);
      }
    }
    std::ranges::sort(draft_.record.dimensions);
  }

  void add_value(const Entry& entry, const Node& node) {
    const auto value = read_text(problems(), entry.key, node);
    if (!value) return;
    std::vector<FieldProblem> wrong;
    for (const Indicator* indicator : measured_) {
      if (!wrong.empty()) break;
      static_cast<void>(
          definitions::read_dimensions(*indicator, {{entry.key, *value}}, true, wrong));
    }
    for (const FieldProblem& problem : wrong)
      problems().add(code_of(problem.code), node.spot, problem.message, problem.hint);
    draft_.record.dimensions.push_back({entry.key, *value});
  }

  TableReader& table_;
  const Programme& programme_;
  RecordDraft draft_ = {};
  std::vector<const Indicator*> measured_ = {};
};

template <class Table>
void read_each(TableReader& table, std::string_view key, const Programme& programme,
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
    if (auto draft = Table{inner, programme}.read()) out.push_back(*std::move(draft));
  }
}

}  // namespace

RecordDrafts read_records(TableReader& table, const Programme& programme) {
  RecordDrafts drafts;
  read_each<RecordTable>(table, "records", programme, drafts);
  read_each<AttestationTable>(table, "complete", programme, drafts);
  return drafts;
}

}  // namespace jalon::rule_tests
