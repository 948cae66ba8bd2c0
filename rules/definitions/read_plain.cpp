// Tables that only say what things are called and how they hang together.
#include "rules/definitions/readers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace jalon::definitions {
namespace {

constexpr std::array<std::string_view, 3> kRecommendationKinds{"recommendation", "plan",
                                                               "objective"};

std::vector<Ref<Party>> read_partners(TableReader& reader) {
  std::vector<Ref<Party>> out;
  const Entry* entry = reader.take("partners");
  if (entry == nullptr || !read_texts(reader.problems(), "partners", entry->value)) return out;
  for (const Node& item : entry->value.items) {
    const auto index =
        resolve(reader.reading().names, reader.problems(), Kind::party, item.text, item.spot);
    if (index) out.push_back({*index});
  }
  return out;
}

/// The value of a fact: an amount in quotes or a number.
std::optional<Amount> read_fact_value(TableReader& reader, const Entry& entry) {
  std::string text = entry.value.text;
  if (entry.value.kind != Node::Kind::text) {
    const auto number = read_number(reader.problems(), "value", entry.value);
    if (!number) return std::nullopt;
    text = number->str();
  }
  const AmountRules rules{.about = reader.reading().programme.defaults.about};
  auto amount = parse_amount(text, rules);
  if (amount) return std::move(amount).value();
  reader.problems().add(Code::bad_number, entry.value.spot,
                        fmt::format("`value`: {}", amount.error().reason), amount.error().hint);
  return std::nullopt;
}

void read_series_value(TableReader& reader, const Node& node, Series& out,
                       std::vector<Spot>& spots) {
  if (node.kind != Node::Kind::table) {
    wrong_type(reader.problems(), "values", node, "a list of tables",
               "write values = [{ on = 2020-01-01, value = 1 }]");
    return;
  }
  TableReader table{reader.reading(), node, "`values`"};
  const Entry* on = table.require("on");
  const Entry* value = table.require("value");
  table.finish();
  if (on == nullptr || value == nullptr) return;
  const auto day = read_day(table.problems(), "on", on->value, reader.reading().programme.margins);
  const auto number = read_number(table.problems(), "value", value->value);
  if (!day || !number) return;
  out.values.push_back({*day, *number});
  spots.push_back(on->value.spot);
}

void refuse_days_twice(TableReader& reader, const Series& series, const std::vector<Spot>& spots) {
  std::vector<std::size_t> order(series.values.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return series.values[a].on < series.values[b].on;
  });
  for (std::size_t i = 1; i < order.size(); ++i) {
    const Date day = series.values[order[i]].on;
    if (series.values[order[i - 1]].on != day) continue;
    reader.problems().add(Code::duplicate_value, spots[order[i]],
                          fmt::format("`values` has {} twice", iso(day)));
  }
}

}  // namespace

void read_source(TableReader& reader, const std::string& id) {
  static_cast<void>(reader.take("id"));
  Source source{.id = id, .title = {}};
  source.place = reader.place();
  Common common;  // note and tags speak to people who read the file
  read_common(reader, id, true, common);
  source.title = std::move(common.title);
  source.publisher = reader.text("publisher").value_or("");
  source.url = reader.text("url").value_or("");
  source.date = reader.date("date");
  source.language = reader.text("language").value_or("");
  reader.reading().programme.sources.push_back(std::move(source));
}

void read_party(TableReader& reader, const std::string& id) {
  Party party{.id = id, .name = {}};
  party.place = reader.place();
  Common common;
  read_common(reader, id, false, common);
  party.name = reader.required_text("name").value_or("");
  party.url = reader.text("url").value_or("");
  party.contact = reader.text("contact").value_or("");
  reader.reading().programme.parties.push_back(std::move(party));
}

void read_initiative(TableReader& reader, const std::string& id) {
  Initiative initiative;
  read_common(reader, id, true, initiative);
  initiative.owner = read_owner(reader);
  initiative.partners = read_partners(reader);
  initiative.area = read_area(reader);
  initiative.level = read_level(reader);
  initiative.start = reader.date("start");
  if (initiative.start && !initiative.start->from) {
    reader.problems().add(Code::open_date, reader.take("start")->value.spot,
                          "`start` names no first day");
  }
  initiative.end = reader.date("end");
  const bool reversed = initiative.start && initiative.start->from && initiative.end &&
                        initiative.end->nominal &&
                        *initiative.end->nominal < *initiative.start->from;
  if (reversed) {
    reader.problems().add(Code::reversed_bounds, reader.take("end")->value.spot,
                          "`end` lies before `start`");
  }
  reader.reading().programme.initiatives.push_back(std::move(initiative));
}

void read_recommendation(TableReader& reader, const std::string& id) {
  Recommendation recommendation;
  read_common(reader, id, true, recommendation);
  const auto kind = reader.choice("kind", kRecommendationKinds);
  recommendation.kind = static_cast<Recommendation::Kind>(kind.value_or(0));
  static_cast<void>(reader.require("area"));
  static_cast<void>(reader.require("level"));
  recommendation.area = read_area(reader);
  recommendation.level = read_level(reader);
  recommendation.author = read_owner(reader, "author");
  recommendation.owner = read_owner(reader);
  recommendation.initiative = reader.reference<Initiative>("initiative", Kind::initiative);
  reader.reading().programme.recommendations.push_back(std::move(recommendation));
}

void read_fact(TableReader& reader, const std::string& id) {
  Fact fact;
  static_cast<void>(reader.require("source"));
  read_common(reader, id, true, fact);
  fact.initiative = reader.reference<Initiative>("initiative", Kind::initiative);
  fact.area = read_area(reader);
  fact.level = read_level(reader);
  fact.owner = read_owner(reader);
  fact.on = reader.date("on");
  if (const Entry* value = reader.take("value")) {
    static_cast<void>(reader.require("unit"));
    fact.value = read_fact_value(reader, *value);
  }
  fact.unit = reader.text("unit").value_or("");
  reader.reading().programme.facts.push_back(std::move(fact));
}

void read_series(TableReader& reader, const std::string& id) {
  Series series;
  read_common(reader, id, true, series);
  series.unit = reader.required_text("unit").value_or("");
  if (const Entry* values = reader.require("values")) {
    std::vector<Spot> spots;
    const std::vector<Node>* items = read_list(reader.problems(), "values", values->value);
    if (items != nullptr) {
      for (const Node& item : *items) read_series_value(reader, item, series, spots);
    }
    refuse_days_twice(reader, series, spots);
    std::stable_sort(series.values.begin(), series.values.end(),
                     [](const Series::Value& a, const Series::Value& b) { return a.on < b.on; });
  }
  reader.reading().programme.series.push_back(std::move(series));
}

}  // namespace jalon::definitions
