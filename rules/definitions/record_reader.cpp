#include "rules/definitions/record_reader.hpp"

#include "rules/definitions/readers.hpp"
#include "rules/model/suggest.hpp"
#include "rules/model/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace jalon::definitions {
namespace {

constexpr std::size_t kLongestText = 1000;

using FieldProblems = std::vector<FieldProblem>;

template <class Definition>
const Definition* find_id(const std::vector<Definition>& definitions, std::string_view id) {
  const auto found = std::ranges::find(definitions, id, &Definition::id);
  return found == definitions.end() ? nullptr : &*found;
}

const Dimension* find_dimension(const Indicator& indicator, std::string_view name) {
  const auto found = std::ranges::find(indicator.dimensions, name, &Dimension::name);
  return found == indicator.dimensions.end() ? nullptr : &*found;
}

std::string joined(const std::vector<std::string>& values) {
  return fmt::format("{}", fmt::join(values, ", "));
}

std::string nearest_of(std::string_view name, const std::vector<std::string>& values) {
  const std::vector<std::string_view> candidates{values.begin(), values.end()};
  const std::string guess = did_you_mean(name, candidates);
  return guess.empty() ? joined(values) : fmt::format("{}  ({})", guess, joined(values));
}

void check_text(std::string_view field, std::string_view text, FieldProblems& problems) {
  if (!valid_utf8(text)) {
    problems.push_back({std::string{field}, "bad-text", "the text is not UTF-8", ""});
  } else if (text.size() > kLongestText) {
    problems.push_back({std::string{field}, "bad-text",
                        fmt::format("the text is longer than {} bytes", kLongestText),
                        "put what is long into the note"});
  }
}

/// One value of one dimension, or the problem with it.
void check_dimension_value(const Indicator& indicator, const DimensionValue& given,
                           FieldProblems& problems) {
  const std::string field = "set." + given.dimension;
  const Dimension* dimension = find_dimension(indicator, given.dimension);
  if (dimension == nullptr) {
    std::vector<std::string> names;
    for (const Dimension& known : indicator.dimensions) names.push_back(known.name);
    problems.push_back(
        {field, "unknown-dimension",
         fmt::format("`{}` is not a dimension of indicator {}", printable(given.dimension),
                     indicator.id),
         names.empty() ? "it has no dimensions" : nearest_of(given.dimension, names)});
    return;
  }
  check_text(field, given.value, problems);
  if (given.value.empty()) {
    problems.push_back(
        {field, "unknown-value", fmt::format("dimension {} has no value", given.dimension), ""});
  } else if (!dimension->open &&
             std::ranges::find(dimension->values, given.value) == dimension->values.end()) {
    problems.push_back({field, "unknown-value",
                        fmt::format("`{}` is not a value of {} in indicator {}",
                                    printable(given.value), given.dimension, indicator.id),
                        nearest_of(given.value, dimension->values)});
  }
}

/// A plain number of a flow says whether it adds or withdraws; a level carries no plus.
std::optional<FieldProblem> check_sign(std::string_view written, bool flow, bool sign_required) {
  if (written.empty()) return std::nullopt;
  const char first = written.front();
  const bool plain = Decimal::parse(written) && written.find("..") == std::string_view::npos;
  if (!flow && first == '+') {
    return FieldProblem{"value", "bad-value", "a level is read, not added",
                        fmt::format("write {}", written.substr(1))};
  }
  if (flow && sign_required && plain && first != '+' && first != '-' &&
      !Decimal::parse(written).value().is_zero()) {
    return FieldProblem{"value", "bad-value",
                        fmt::format("an amount of a flow says whether it adds or withdraws"),
                        fmt::format("write +{} (or -{} for a withdrawal)", written, written)};
  }
  return std::nullopt;
}

/// Ids of what a derived indicator is made of; of a measured one nothing.
std::vector<std::string> part_ids(const Programme& programme, const Indicator& indicator) {
  std::vector<std::string> out;
  for (const Ref<Indicator> part : parts_of(indicator.measure)) out.push_back(programme[part].id);
  return out;
}

class Reader {
 public:
  Reader(const Programme& programme, const RecordFields& fields, const RecordReading& reading)
      : programme_{programme}, fields_{fields}, reading_{reading} {}

  std::variant<Record, FieldProblems> read() {
    record_.subject = fields_.subject;
    read_days();
    read_evidence();
    check_text("uid", fields_.uid, problems_);
    check_text("on_behalf_of", fields_.on_behalf_of, problems_);
    record_.uid = fields_.uid;
    record_.on_behalf_of = fields_.on_behalf_of;
    read_subject();
    if (!problems_.empty()) return std::move(problems_);
    return std::move(record_);
  }

 private:
  void fail(std::string_view field, std::string_view code, std::string message,
            std::string hint = {}) {
    problems_.push_back(
        {std::string{field}, std::string{code}, std::move(message), std::move(hint)});
  }

  void read_subject() {
    if (const Indicator* indicator = find_id(programme_.indicators, fields_.subject)) {
      const std::vector<std::string> parts = part_ids(programme_, *indicator);
      if (!parts.empty()) {
        fail("subject", "derived-subject",
             fmt::format("{} is computed, nothing is recorded for it", indicator->id),
             parts.size() == 1 ? "record its part " + parts[0]
                               : "record its parts " + joined(parts));
        return;
      }
      read_indicator_record(*indicator);
    } else if (const Milestone* milestone = find_id(programme_.milestones, fields_.subject)) {
      read_milestone_record(*milestone);
    } else {
      problems_.push_back(unknown_subject(programme_, fields_.subject));
    }
  }

  void read_indicator_record(const Indicator& indicator) {
    if (!fields_.stage.empty()) {
      fail("stage", "unexpected-stage",
           fmt::format("{} is an indicator and has no stages", indicator.id), "give a value");
    }
    const bool zero = read_value(indicator);
    record_.dimensions = read_dimensions(indicator, fields_.set, zero, problems_);
    record_.key = fields_.key;
    check_text("key", fields_.key, problems_);
    if (!fields_.key.empty() && indicator.key.empty()) {
      fail("key", "unexpected-key",
           fmt::format("indicator {} counts amounts, not keyed objects", indicator.id),
           "leave the key out");
    } else if (fields_.key.empty() && !indicator.key.empty() && !zero) {
      fail("key", "missing-key",
           fmt::format("indicator {} counts by {}: the record needs a key", indicator.id,
                       indicator.key),
           fmt::format("name the {} it is about", indicator.key));
    }
  }

  /// Reads the amount; true if it is a zero report.
  bool read_value(const Indicator& indicator) {
    const bool flow = std::holds_alternative<Flow>(indicator.measure);
    if (!fields_.value) {
      fail("value", "missing-value",
           fmt::format("a record of {} needs a value in {}", indicator.id, indicator.unit),
           flow ? "for example +1, or 0 to say that nothing happened" : "for example 19 or '~20'");
      return false;
    }
    if (auto problem = check_sign(*fields_.value, flow, reading_.sign_required)) {
      problems_.push_back(std::move(*problem));
      return false;
    }
    auto amount = parse_amount(*fields_.value, amount_rules(programme_, indicator));
    if (!amount) {
      fail("value", "bad-value", amount.error().reason, amount.error().hint);
      return false;
    }
    record_.amount = std::move(amount).value();
    return flow && record_.amount->number && record_.amount->number->is_zero() &&
           record_.amount->range.is_exact();
  }

  void read_milestone_record(const Milestone& milestone) {
    if (fields_.value) {
      fail("value", "unexpected-value",
           fmt::format("{} is a milestone: it reaches stages, not values", milestone.id),
           fmt::format("give a stage: {}", joined(milestone.stages)));
    }
    if (!fields_.set.empty())
      fail("set." + fields_.set.front().first, "unknown-dimension",
           fmt::format("milestone {} has no dimensions", milestone.id));
    if (!fields_.key.empty())
      fail("key", "unexpected-key", fmt::format("milestone {} has no keys", milestone.id));
    if (fields_.stage.empty()) {
      if (!fields_.value)
        fail("stage", "missing-stage",
             fmt::format("a record of milestone {} needs a stage", milestone.id),
             joined(milestone.stages));
    } else if (std::ranges::find(milestone.stages, fields_.stage) == milestone.stages.end()) {
      fail("stage", "unknown-stage",
           fmt::format("`{}` is not a stage of {}", printable(fields_.stage), milestone.id),
           nearest_of(fields_.stage, milestone.stages));
    }
    record_.stage = fields_.stage;
  }

  void read_days() {
    record_.happened = DateExpression::on(reading_.today);
    if (!fields_.on.empty()) {
      auto on = parse_date_expression(fields_.on, programme_.margins);
      if (on)
        record_.happened = std::move(on).value();
      else
        fail("on", "bad-date", on.error().reason, on.error().hint);
    }
    record_.learned = reading_.today;
    if (fields_.learned.empty()) return;
    const auto learned = parse_date(fields_.learned);
    if (!learned) {
      fail("learned", "bad-date", learned.error().reason, learned.error().hint);
    } else if (learned.value() > reading_.today) {
      fail("learned", "learned-in-future",
           fmt::format("nothing can have been learned on {}: today is {}", fields_.learned,
                       iso(reading_.today)));
    } else {
      record_.learned = learned.value();
    }
  }

  void read_evidence() {
    for (const Evidence& evidence : fields_.evidence) {
      check_text("evidence", evidence.text, problems_);
      check_text("kind", evidence.kind, problems_);
      if (evidence.text.empty())
        fail("evidence", "bad-text", "a piece of evidence is empty",
             "give a link, a reference or a file");
      record_.evidence.push_back(evidence);
    }
  }

  const Programme& programme_;
  const RecordFields& fields_;
  const RecordReading& reading_;
  Record record_;
  FieldProblems problems_;
};

template <class Definition>
const Definition* find_former(const std::vector<Definition>& definitions, std::string_view id) {
  const auto found = std::ranges::find_if(definitions, [id](const Definition& one) {
    return std::ranges::find(one.was, id) != one.was.end();
  });
  return found == definitions.end() ? nullptr : &*found;
}

/// What an indicator or milestone is called that had this id before.
std::optional<std::string> current_id(const Programme& programme, std::string_view id) {
  if (const Indicator* indicator = find_former(programme.indicators, id)) return indicator->id;
  if (const Milestone* milestone = find_former(programme.milestones, id)) return milestone->id;
  return std::nullopt;
}

template <class Definitions>
void collect_ids(const Definitions& definitions, std::vector<std::string_view>& ids) {
  for (const auto& definition : definitions) ids.push_back(definition.id);
}

}  // namespace

std::variant<Record, std::vector<FieldProblem>> read_record(const Programme& programme,
                                                            const RecordFields& fields,
                                                            const RecordReading& reading) {
  return Reader{programme, fields, reading}.read();
}

FieldProblem unknown_subject(const Programme& programme, std::string_view id) {
  FieldProblem problem{"subject", "unknown-id",
                       fmt::format("no indicator or milestone is called `{}`", printable(id)), ""};
  if (const Target* target = find_id(programme.targets, id)) {
    problem.message = fmt::format("{} is a target; records are about what it measures", id);
    problem.hint = fmt::format("record {}", programme[target->indicator].id);
    return problem;
  }
  if (const auto now = current_id(programme, id)) {
    problem.message = fmt::format("`{}` is called {} now", printable(id), *now);
    problem.hint = fmt::format("record {}", *now);
    return problem;
  }
  std::vector<std::string_view> ids;
  collect_ids(programme.indicators, ids);
  collect_ids(programme.milestones, ids);
  problem.hint = did_you_mean(id, ids);
  return problem;
}

DimensionValues read_dimensions(const Indicator& indicator,
                                const std::vector<std::pair<std::string, std::string>>& set,
                                bool partial, std::vector<FieldProblem>& problems) {
  DimensionValues values;
  for (const auto& [dimension, value] : set) {
    if (std::ranges::find(values, dimension, &DimensionValue::dimension) != values.end()) {
      problems.push_back({"set." + dimension, "duplicate-dimension",
                          fmt::format("dimension {} is given twice", printable(dimension)), ""});
      continue;
    }
    values.push_back({dimension, value});
    check_dimension_value(indicator, values.back(), problems);
  }
  std::ranges::sort(values);
  if (partial) return values;
  for (const Dimension& dimension : indicator.dimensions) {
    if (std::ranges::find(values, dimension.name, &DimensionValue::dimension) != values.end())
      continue;
    problems.push_back({"set." + dimension.name, "missing-dimension",
                        fmt::format("a record of {} says its {}", indicator.id, dimension.name),
                        dimension.open ? "any value" : joined(dimension.values)});
  }
  return values;
}

}  // namespace jalon::definitions
