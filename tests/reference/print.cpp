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

std::string was(const Common& common) {
  return common.was.empty() ? "" : " was " + common.was.front();
}

std::string str(const Programme& programme, const Measure& measure) {
  const auto ratio = [&](const Ratio& r) {
    const auto* series = std::get_if<Ref<Series>>(&r.to);
    const std::string to =
        series != nullptr ? programme[*series].id : programme[std::get<Ref<Indicator>>(r.to)].id;
    const bool same_year = r.pick == Ratio::Pick::same_year;
    return programme[r.of].id + " / " + to + (same_year ? " of the same year" : "");
  };
  return std::visit(Overloaded{[](const Flow&) { return std::string{"flow"}; },
                               [](const Stock&) { return std::string{"stock"}; },
                               [&](const Sum& sum) {
                                 std::string text{"sum"};
                                 for (const auto part : sum.parts) text += " " + programme[part].id;
                                 return text;
                               },
                               [&](const Difference& d) {
                                 return programme[d.from].id + " - " + programme[d.less].id;
                               },
                               ratio},
                    measure);
}

std::string str(const Programme& programme, const Indicator& indicator) {
  std::string dimensions;
  for (const Dimension& d : indicator.dimensions) {
    dimensions +=
        " " + d.name + (d.open ? "=open" : "=" + fmt::format("{}", fmt::join(d.values, "|")));
  }
  return fmt::format("indicator {}{}: {} in {}{}{}{}{} fresh {}/{}{}{}\n", indicator.id,
                     was(indicator), str(programme, indicator.measure), indicator.unit, dimensions,
                     indicator.key.empty() ? "" : " keyed", str(indicator.evidence),
                     str(indicator.completeness), indicator.freshness.warn_after,
                     indicator.freshness.stale_after, indicator.whole ? " whole" : "",
                     indicator.range ? " range " + jalon::str(*indicator.range) : "");
}

std::string str(const Decimal& number, const GoalSource& from) {
  return from.series ? "the series" : number.str();
}

std::string str(const Comparison& comparison) {
  return std::visit(
      Overloaded{
          [](const AtLeast& c) { return "at least " + str(c.goal, c.from); },
          [](const AtMost& c) { return "at most " + str(c.goal, c.from); },
          [](const Between& c) { return "between " + c.lower.str() + " and " + c.upper.str(); },
          [](const Exactly& c) { return "exactly " + str(c.goal, c.from); },
          [](const Trend& c) { return std::string{c.increase ? "increase" : "decrease"}; }},
      comparison);
}

std::string str(const TimeClause& time) {
  return std::visit(
      Overloaded{[](const By& c) { return "by " + str(c.due); },
                 [](const Before& c) { return "before " + str(c.event.from); },
                 [](const During& c) { return "during " + str(c.window); },
                 [](const Per& c) {
                   return fmt::format("per {} first {} last {} overall {} share {}/{}",
                                      period_name(c.first, c.unit), iso(c.first.first),
                                      c.last ? iso(c.last->last) : "-", static_cast<int>(c.overall),
                                      c.first_share ? c.first_share->over.str() : "1",
                                      c.first_share ? c.first_share->under.str() : "1");
                 },
                 [](const ForEach& c) {
                   return fmt::format("for each {} within {}d share {}", c.dimension, c.within_days,
                                      c.share.str());
                 },
                 [](const Undated&) { return std::string{"undated"}; },
                 [](const Hold& c) {
                   return "hold from " + str(c.from) + " until " + (c.until ? str(*c.until) : "-");
                 }},
      time);
}

std::string str(const Promise& promise) {
  std::string text =
      fmt::format("{} {} start {}", str(promise.comparison), str(promise.time), str(promise.start));
  if (promise.tolerance) {
    text += fmt::format(" tolerance {}{}", promise.tolerance->value.str(),
                        promise.tolerance->percent ? "%" : "");
  }
  if (promise.baseline) {
    text +=
        fmt::format(" baseline {} on {}", promise.baseline->value.str(), str(promise.baseline->on));
  }
  for (const Checkpoint& checkpoint : promise.checkpoints) {
    text += fmt::format(" checkpoint {} on {}", checkpoint.value.str(), iso(checkpoint.on));
  }
  return text + (promise.expect_linear ? " linear" : "") + "\n";
}

std::string str(const StagePromise& promise) {
  return fmt::format("stage {} {}\n", promise.reach, str(promise.time));
}

template <class Change>
std::string str(const std::vector<Change>& amendments) {
  std::string text;
  for (const Change& change : amendments) {
    text += fmt::format("  from {}: {}", iso(change.decided),
                        change.withdrawn ? "withdrawn\n" : str(change.promise));
  }
  return text;
}

std::string str(const Programme& programme, const Target& target) {
  return fmt::format("target {}{} ({}): {}{} {}{}", target.id, was(target), name(target.severity),
                     programme[target.indicator].id, str(target.where),
                     str(static_cast<const Promise&>(target)), str(target.amendments));
}

std::string str(const Milestone& milestone) {
  return fmt::format("milestone {}{} ({}):{}{} {}{}", milestone.id, was(milestone),
                     name(milestone.severity), str(milestone.evidence), str(milestone.completeness),
                     str(static_cast<const StagePromise&>(milestone)), str(milestone.amendments));
}

std::string str(const Programme& programme, const Commitment& commitment) {
  std::string text = fmt::format("commitment {} ({}): ", commitment.id, name(commitment.severity));
  text +=
      std::visit(Overloaded{[](const All&) { return std::string{"all"}; },
                            [](const Any&) { return std::string{"any"}; },
                            [](const AtLeastOf& r) { return "at least " + std::to_string(r.k); },
                            [](const ShareOf& r) { return "share " + r.share.str(); }},
                 commitment.rule);
  for (const Member& member : commitment.members) {
    text += " ";
    text +=
        std::visit(Overloaded{[&](Ref<Target> t) { return programme[t].id; },
                              [&](Ref<Milestone> m) { return programme[m].id; },
                              [&](Ref<Commitment> c) { return programme.commitments[c.index].id; }},
                   member);
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
    case RecordKind::judgement:
      return "judgement";
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
  for (const Waiver& waiver : programme.waivers) {
    text += fmt::format("waiver {} of {} from {} to {}\n", waiver.id, waiver.target,
                        iso(waiver.granted), iso(waiver.expires));
  }
  for (const Record& record : generated.log) text += str(record);
  return text;
}

}  // namespace jalon::reference
