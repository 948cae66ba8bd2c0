#include "rules/definitions/record_reader.hpp"
#include "rules/rule_tests/record_tables.hpp"

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
using definitions::TableReader;

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

/// The indicators that are counted for an indicator: itself, or the parts of a derived one.
void add_measured(const Programme& programme, const Indicator& indicator,
                  std::vector<const Indicator*>& out) {
  const auto parts = parts_of(indicator.measure);
  if (parts.empty()) out.push_back(&indicator);
  for (const Ref<Indicator> part : parts) out.push_back(&programme[part]);
}

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

}  // namespace

definitions::Code code_of(std::string_view word) {
  const auto* row = std::ranges::find(kCodes, word, &CodeRow::word);
  return row == kCodes.end() ? Code::bad_record : row->code;
}

std::optional<RecordDraft> read_attestation(TableReader& table, const Programme& programme) {
  return AttestationTable{table, programme}.read();
}

}  // namespace jalon::rule_tests
