#include "tracker/exchange/rows.hpp"

#include "tracker/exchange/instant.hpp"
#include "tracker/log/chain.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace jalon::exchange {
namespace {

using definitions::FieldProblem;
using definitions::RecordFields;

const Cell* find(const Row& row, std::string_view field) {
  const auto found = row.fields.find(field);
  return found == row.fields.end() ? nullptr : &found->second;
}

std::string text(const Row& row, std::string_view field) {
  const Cell* cell = find(row, field);
  return cell == nullptr ? std::string{} : cell->text;
}

/// Where in the row a field of the record reader stands.
const Cell& place_of(const Row& row, std::string_view field) {
  if (field == "subject") {
    const Cell* indicator = find(row, "indicator");
    return indicator != nullptr ? *indicator : row.fields.find("milestone")->second;
  }
  if (field == "value") {
    if (const Cell* add = find(row, "add")) return *add;
    field = "is";
  }
  if (field == "evidence" && !row.evidence.empty()) return row.evidence.front().text;
  if (field == "kind" && !row.kinds.empty()) return row.kinds.front();
  const Cell* cell = find(row, field);
  return cell != nullptr ? *cell : row.start;
}

template <class Definition>
const Definition* find_id(const std::vector<Definition>& definitions, std::string_view id) {
  const auto found = std::ranges::find(definitions, id, &Definition::id);
  return found == definitions.end() ? nullptr : &*found;
}

/// Makes the record reader's fields of a row, and checks what that reader cannot know: how the row
/// spells them.
class FieldCollector {
 public:
  FieldCollector(const Programme& programme, const ImportOptions& options, const Row& row,
                 SourceText& source)
      : programme_{programme}, options_{options}, row_{row}, source_{source} {}

  /// Nothing if the row does not say what it is about.
  std::optional<RecordFields> collect() {
    if (!collect_subject()) return std::nullopt;
    if (find(row_, "on") == nullptr) {
      source_.add(row_.start, "missing-key", "a row says when it happened: `on`", "");
    }
    fields_.on = text(row_, "on");
    collect_value();
    fields_.stage = text(row_, "stage");
    for (const auto& [name, cell] : row_.fields) {
      if (name.starts_with("set.")) fields_.set.emplace_back(name.substr(4), cell.text);
    }
    fields_.key = text(row_, "key");
    collect_evidence();
    collect_learned();
    fields_.uid = text(row_, "uid");
    fields_.on_behalf_of = text(row_, "on_behalf_of");
    return std::move(fields_);
  }

 private:
  bool collect_subject() {
    const Cell* indicator = find(row_, "indicator");
    const Cell* milestone = find(row_, "milestone");
    if (indicator == nullptr && milestone == nullptr) {
      source_.add(row_.start, "missing-key",
                  "a row says what it is about: `indicator` or `milestone`", "");
      return false;
    }
    if (indicator != nullptr && milestone != nullptr) {
      source_.add(*milestone, "one-subject", "a row is about an indicator or a milestone, not both",
                  "");
      return false;
    }
    fields_.subject = indicator != nullptr ? indicator->text : milestone->text;
    if (indicator != nullptr && find_id(programme_.milestones, fields_.subject) != nullptr) {
      source_.add(*indicator, "wrong-kind",
                  fmt::format("{} is a milestone, not an indicator", fields_.subject),
                  "name it under `milestone`");
      return false;
    }
    if (milestone != nullptr && find_id(programme_.indicators, fields_.subject) != nullptr) {
      source_.add(*milestone, "wrong-kind",
                  fmt::format("{} is an indicator, not a milestone", fields_.subject),
                  "name it under `indicator`");
      return false;
    }
    return true;
  }

  void collect_value() {
    const Cell* add = find(row_, "add");
    const Cell* is = find(row_, "is");
    if (add != nullptr && is != nullptr) {
      source_.add(*is, "one-value", "a row adds to a flow or reads a stock, not both", "");
    }
    if (add != nullptr || is != nullptr) fields_.value = (add != nullptr ? add : is)->text;
    const Indicator* indicator = find_id(programme_.indicators, fields_.subject);
    if (indicator == nullptr) return;
    if (add != nullptr && std::holds_alternative<Stock>(indicator->measure)) {
      source_.add(*add, "wrong-value",
                  fmt::format("{} is a stock: it is read, not added to", indicator->id),
                  "put the level under `is`");
    }
    if (is != nullptr && std::holds_alternative<Flow>(indicator->measure)) {
      source_.add(*is, "wrong-value",
                  fmt::format("{} is a flow: it is added to, not read", indicator->id),
                  "put the amount under `add`");
    }
  }

  void collect_evidence() {
    for (const EvidenceCell& one : row_.evidence) {
      fields_.evidence.push_back({one.text.text, one.kind ? one.kind->text : std::string{}});
    }
    const auto& kinds = row_.kinds;
    if (kinds.empty()) return;
    if (kinds.size() != 1 && kinds.size() != fields_.evidence.size()) {
      source_.add(
          kinds.front(), "kind-count",
          fmt::format("{} kinds for {} pieces of evidence", kinds.size(), fields_.evidence.size()),
          "one kind for all, or one for each");
      return;
    }
    if (fields_.evidence.empty()) {
      source_.add(kinds.front(), "kind-count", "a kind of evidence, but no evidence", "");
    }
    for (std::size_t i = 0; i < fields_.evidence.size(); ++i) {
      Evidence& evidence = fields_.evidence[i];
      if (!evidence.kind.empty()) {
        source_.add(kinds.front(), "kind-count", "this piece of evidence has a kind of its own",
                    "");
        return;
      }
      evidence.kind = kinds[kinds.size() == 1 ? 0 : i].text;
    }
  }

  void collect_learned() {
    const Cell* learned = find(row_, "learned");
    if (learned == nullptr) return;
    fields_.learned = learned->text;
    if (learned->text.size() <= 10) return;
    const auto instant = parse_instant(learned->text);
    if (instant && options_.day_in_zone) {
      fields_.learned = iso(options_.day_in_zone(instant.value()));
      return;
    }
    fields_.learned.clear();  // told here, not once more by the record reader
    source_.add(
        *learned, "bad-date",
        instant ? "an instant, but no time zone that would give its day" : instant.error().reason,
        instant ? "" : instant.error().hint);
  }

  const Programme& programme_;
  const ImportOptions& options_;
  const Row& row_;
  SourceText& source_;
  RecordFields fields_;
};

/// What a row says, as one text that no other row has: names, lengths and texts.
std::string content_of(const RecordFields& fields, std::string_view note) {
  std::string content;
  const auto put = [&content](std::string_view name, std::string_view value) {
    if (!value.empty()) content += fmt::format("{}:{}:{}\n", name, value.size(), value);
  };
  put("subject", fields.subject);
  put("on", fields.on);
  put("value", fields.value.value_or(""));
  put("stage", fields.stage);
  auto set = fields.set;
  std::ranges::sort(set);
  for (const auto& [dimension, value] : set) put("set." + dimension, value);
  put("key", fields.key);
  for (const Evidence& evidence : fields.evidence) {
    put("evidence", evidence.text);
    put("kind", evidence.kind);
  }
  put("learned", fields.learned);
  put("note", note);
  put("on_behalf_of", fields.on_behalf_of);
  return content;
}

}  // namespace

void read_decimal_comma(Cell& value, SourceText& source) {
  const std::string& text = value.text;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '.') continue;
    if (text.substr(i, 2) == "..") {  // of a range
      ++i;
      continue;
    }
    source.add(value, "bad-value", "a point in a number that has a decimal comma",
               "leave out points between thousands, or leave out --decimal-comma");
    return;
  }
  std::ranges::replace(value.text, ',', '.');
}

RowReader::RowReader(const Programme& programme, const ImportOptions& options, SourceText& source)
    : programme_{programme}, options_{options}, source_{source} {}

void RowReader::read(const Row& row) {
  const std::size_t problems_before = source_.problem_count();
  auto fields = FieldCollector{programme_, options_, row, source_}.collect();
  if (!fields) return;
  auto read = definitions::read_record(programme_, *fields, {options_.today});
  if (const auto* problems = std::get_if<std::vector<FieldProblem>>(&read)) {
    for (const FieldProblem& problem : *problems) {
      source_.add(place_of(row, problem.field), problem.code, problem.message, problem.hint);
    }
    return;
  }
  auto& record = std::get<Record>(read);
  if (record.amount) {
    if (auto why = log::why_not_storable(*record.amount)) {
      source_.add(place_of(row, "value"), "bad-value", std::move(*why), "");
    }
  }
  if (source_.problem_count() == problems_before) add_entry(row, *fields, std::move(record));
}

void RowReader::add_entry(const Row& row, const RecordFields& fields, Record record) {
  log::Entry entry{std::move(record), text(row, "note")};
  entry.learned_by_default = fields.learned.empty();
  const std::string content = log::blake2b(content_of(fields, entry.note));
  if (fields.uid.empty()) {
    entry.record.uid = uid_of(content);
  } else {
    note_uid(row, content);
  }
  if (find(row, "indicator") != nullptr && named_.insert(fields.subject).second) {
    rows_.indicators.push_back(fields.subject);
  }
  rows_.entries.push_back(std::move(entry));
}

std::string RowReader::uid_of(const std::string& content) {
  const int ordinal = ++seen_contents_[content];
  return log::blake2b(fmt::format("{} {}", content, ordinal));
}

void RowReader::note_uid(const Row& row, const std::string& content) {
  const Cell& uid = row.fields.find("uid")->second;
  const auto [known, is_new] = seen_uids_.try_emplace(uid.text, content);
  if (is_new || known->second == content) return;
  source_.add(
      uid, "duplicate-uid",
      fmt::format("uid `{}` stands for another row of this file already", printable(uid.text)), "");
}

Result<ImportedRows> RowReader::finish() {
  if (source_.problem_count() > 0) return source_.take_problems();
  return std::move(rows_);
}

}  // namespace jalon::exchange
