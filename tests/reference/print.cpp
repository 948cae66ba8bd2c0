#include "tests/reference/print.hpp"

#include <fmt/format.h>

namespace jalon::reference {
namespace {

using reference::str;

template <class... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

std::string str(const DimensionValues& values) {
  std::string text;
  for (const DimensionValue& value : values) text += bracket(value);
  return text;
}

std::string str(const DateExpression& days) {
  return fmt::format("{}..{}..{}", str(days.from), str(days.nominal), str(days.latest));
}

std::string str(const EvidenceRule& rule) {
  if (!rule.required) return "";
  return fmt::format(" evidence(min {} of [{}])", rule.min, fmt::join(rule.kinds, ","));
}

std::string str(Completeness completeness) {
  return completeness == Completeness::attested ? " attested" : " assumed";
}

std::string str(const Programme& programme, const Measure& measure) {
  const auto ratio = [&](const Ratio& r) {
    const auto* series = std::get_if<Ref<Series>>(&r.to);
    const std::string to =
        series != nullptr ? programme[*series].id : programme[std::get<Ref<Indicator>>(r.to)].id;
    return programme[r.of].id + " / " + to;
  };
  return std::visit(Overloaded{[](const Flow&) { return std::string{"flow"}; },
                               [](const Stock&) { return std::string{"stock"}; },
                               [](const Sum&) { return std::string{"sum"}; },
                               [](const Difference&) { return std::string{"difference"}; }, ratio},
                    measure);
}

std::string str(const Programme& programme, const Indicator& indicator) {
  std::string dimensions;
  for (const Dimension& d : indicator.dimensions) {
    dimensions +=
        " " + d.name + (d.open ? "=open" : "=" + fmt::format("{}", fmt::join(d.values, "|")));
  }
  return fmt::format("indicator {}: {} in {}{}{}{}{} fresh {}/{}{}{}\n", indicator.id,
                     str(programme, indicator.measure), indicator.unit, dimensions,
                     indicator.key.empty() ? "" : " keyed", str(indicator.evidence),
                     str(indicator.completeness), indicator.freshness.warn_after,
                     indicator.freshness.stale_after, indicator.whole ? " whole" : "",
                     indicator.range ? " range " + jalon::str(*indicator.range) : "");
}

std::string str(const Comparison& comparison) {
  return std::visit(
      Overloaded{
          [](const AtLeast& c) { return "at least " + c.goal.str(); },
          [](const AtMost& c) { return "at most " + c.goal.str(); },
          [](const Between& c) { return "between " + c.lower.str() + " and " + c.upper.str(); },
          [](const Exactly& c) { return "exactly " + c.goal.str(); },
          [](const Trend& c) { return std::string{c.increase ? "increase" : "decrease"}; }},
      comparison);
}

std::string str(const TimeClause& time) {
  return std::visit(Overloaded{[](const By& c) { return "by " + str(c.due); },
                               [](const Before& c) { return "before " + str(c.event.from); },
                               [](const During& c) { return "during " + str(c.window); },
                               [](const Per& c) {
                                 return fmt::format(
                                     "per {} first {} last {}", period_name(c.first, c.unit),
                                     iso(c.first.first), c.last ? iso(c.last->last) : "-");
                               },
                               [](const ForEach& c) {
                                 return fmt::format("for each {} within {}d share {}", c.dimension,
                                                    c.within_days, c.share.str());
                               },
                               [](const Undated&) { return std::string{"undated"}; },
                               [](const Hold&) { return std::string{"hold"}; }},
                    time);
}

std::string str(const Programme& programme, const Target& target) {
  std::string text = fmt::format("target {}: {} of {}{} {} start {}", target.id,
                                 str(target.comparison), programme[target.indicator].id,
                                 str(target.where), str(target.time), str(target.start));
  if (target.tolerance) {
    text += fmt::format(" tolerance {}{}", target.tolerance->value.str(),
                        target.tolerance->percent ? "%" : "");
  }
  if (target.baseline) {
    text +=
        fmt::format(" baseline {} on {}", target.baseline->value.str(), str(target.baseline->on));
  }
  for (const Checkpoint& checkpoint : target.checkpoints) {
    text += fmt::format(" checkpoint {} on {}", checkpoint.value.str(), iso(checkpoint.on));
  }
  return text + (target.expect_linear ? " linear" : "") + "\n";
}

std::string str(const Milestone& milestone) {
  return fmt::format("milestone {}: reach {} {}{}{}\n", milestone.id,
                     milestone.stages[milestone.reach], str(milestone.time),
                     str(milestone.evidence), str(milestone.completeness));
}

std::string str(const Programme& programme, const Commitment& commitment) {
  std::string text = "commitment " + commitment.id + ": ";
  text +=
      std::visit(Overloaded{[](const All&) { return std::string{"all"}; },
                            [](const Any&) { return std::string{"any"}; },
                            [](const AtLeastOf& r) { return "at least " + std::to_string(r.k); },
                            [](const ShareOf& r) { return "share " + r.share.str(); }},
                 commitment.rule);
  for (const Member& member : commitment.members) {
    const auto* target = std::get_if<Ref<Target>>(&member);
    text += " " + (target != nullptr ? programme[*target].id
                                     : programme[std::get<Ref<Milestone>>(member)].id);
  }
  return text + "\n";
}

std::string_view kind(RecordKind record_kind) {
  switch (record_kind) {
    case RecordKind::record:
      return "record";
    case RecordKind::correction:
      return "correction";
    case RecordKind::retraction:
      return "retraction";
    case RecordKind::attestation:
      return "attestation";
    case RecordKind::redaction:
      return "redaction";
  }
  return "";
}

}  // namespace

std::string str(const std::optional<Date>& day) { return day ? iso(*day) : "-"; }
std::string str(const std::optional<Decimal>& number) { return number ? number->str() : "-"; }
std::string str(const std::optional<long>& number) {
  return number ? std::to_string(*number) : "-";
}

std::string str(const engine::Quantity& quantity) {
  return std::visit(Overloaded{[](std::monostate) { return std::string{"-"}; },
                               [](const Decimal& number) { return number.str(); },
                               [](const std::string& stage) { return stage; }},
                    quantity);
}

std::string str(const engine::Bounds& bounds) {
  return fmt::format("{}{}, {}{}", bounds.lo_open ? "(" : "[", str(bounds.lo), str(bounds.hi),
                     bounds.hi_open ? ")" : "]");
}

std::string str(const Record& record) {
  std::string text = fmt::format("#{} {} {}", record.number, kind(record.kind), record.subject);
  if (record.replaces) text += fmt::format(" of #{}", *record.replaces);
  text += str(record.dimensions);
  if (record.amount) text += " " + record.amount->written;
  if (!record.stage.empty()) text += " " + record.stage;
  if (!record.key.empty()) text += " key " + record.key;
  const DateExpression& days = record.happened;
  if (record.kind != RecordKind::retraction) {
    text += days.from == days.latest ? " on " + str(days.from)
                                     : " on " + str(days.from) + ".." + str(days.latest);
  }
  text += " learned " + iso(record.learned);
  for (const Evidence& evidence : record.evidence) {
    text += " (" + evidence.text.substr(evidence.text.rfind('/') + 1) + ")";
  }
  return text + "\n";
}

std::string str(const Case& generated) {
  const Programme& programme = generated.programme;
  std::string text = fmt::format(
      "as of {} known {} upto {}\ndefault fresh {}/{}\n", iso(generated.moment.as_of),
      iso(generated.moment.known),
      generated.moment.upto ? std::to_string(*generated.moment.upto) : "-",
      programme.defaults.freshness.warn_after, programme.defaults.freshness.stale_after);
  for (const std::string& instance : generated.instances) text += "asks for " + instance + "\n";
  for (const Series& series : programme.series) {
    text += "series " + series.id;
    for (const auto& point : series.values) text += " " + iso(point.on) + ":" + point.value.str();
    text += "\n";
  }
  for (const Indicator& indicator : programme.indicators) text += str(programme, indicator);
  for (const Target& target : programme.targets) text += str(programme, target);
  for (const Milestone& milestone : programme.milestones) text += str(milestone);
  for (const Commitment& commitment : programme.commitments) text += str(programme, commitment);
  for (const Record& record : generated.log) text += str(record);
  return text;
}

}  // namespace jalon::reference
