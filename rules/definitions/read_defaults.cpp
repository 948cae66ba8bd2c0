// How words are read, and what holds where a definition says nothing.
#include "rules/definitions/readers.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <utility>

namespace jalon::definitions {
namespace {

/// "06-30", a day that every year has.
std::optional<MonthDay> parse_month_day(std::string_view text) {
  if (text.size() != 5) return std::nullopt;
  const auto day = parse_date(fmt::format("2019-{}", text));
  if (!day) return std::nullopt;
  return MonthDay{day.value().month().as_number(), day.value().day().as_number()};
}

std::optional<MonthDay> read_month_day(TableReader& table, std::string_view key) {
  const Entry* entry = table.require(key);
  if (entry == nullptr) return std::nullopt;
  const auto text = read_text(table.problems(), key, entry->value);
  if (!text) return std::nullopt;
  const auto day = parse_month_day(*text);
  if (!day) {
    table.problems().add(Code::bad_date, entry->value.spot,
                         fmt::format("`{}`: {} is not a month and a day", key, quoted(*text)),
                         "write \"06-30\" for the thirtieth of June");
  }
  return day;
}

bool before(const MonthDay& a, const MonthDay& b) {
  return std::pair{a.month, a.day} < std::pair{b.month, b.day};
}

void read_word(TableReader& margins, std::string_view key, VagueWord& out) {
  const Entry* entry = margins.take(key);
  if (entry == nullptr) return;
  if (entry->value.kind != Node::Kind::table) {
    wrong_type(margins.problems(), key, entry->value, "a table",
               "write { from = \"01-01\", nominal = \"03-31\", latest = \"04-30\" }");
    return;
  }
  TableReader table{margins.reading(), entry->value, fmt::format("`{}`", key)};
  const auto from = read_month_day(table, "from");
  const auto nominal = read_month_day(table, "nominal");
  const auto latest = read_month_day(table, "latest");
  table.finish();
  if (!from || !nominal || !latest) return;
  if (before(*nominal, *from) || before(*latest, *nominal)) {
    table.problems().add(Code::reversed_bounds, entry->value.spot,
                         fmt::format("`{}` must run from `from` over `nominal` to `latest`", key));
    return;
  }
  out = {*from, *nominal, *latest};
}

std::optional<Decimal> read_pace(TableReader& table, std::string_view key) {
  const Entry* entry = table.take(key);
  if (entry == nullptr) return std::nullopt;
  return read_fraction(table.problems(), key, entry->value);
}

void read_thresholds(TableReader& defaults, OutlookThresholds& out) {
  const Entry* entry = defaults.take("outlook");
  if (entry == nullptr) return;
  if (entry->value.kind != Node::Kind::table) {
    wrong_type(defaults.problems(), "outlook", entry->value, "a table",
               "write outlook = { on_track = 0.95, at_risk = 0.80 }");
    return;
  }
  TableReader table{defaults.reading(), entry->value, "`outlook`"};
  out.on_track = read_pace(table, "on_track").value_or(out.on_track);
  out.at_risk = read_pace(table, "at_risk").value_or(out.at_risk);
  table.finish();
  if (out.at_risk <= out.on_track) return;
  table.problems().add(Code::reversed_bounds, entry->value.spot,
                       "`at_risk` must not lie above `on_track`");
}

}  // namespace

void read_margins(Reading& reading, const Node& node) {
  TableReader table{reading, node, "[dates]"};
  read_word(table, "early", reading.programme.margins.early);
  read_word(table, "mid", reading.programme.margins.mid);
  read_word(table, "late", reading.programme.margins.late);
  table.finish();
}

void read_defaults(Reading& reading, const Node& node) {
  TableReader table{reading, node, "[defaults]"};
  Defaults& out = reading.programme.defaults;
  out.severity = read_severity(table);
  out.completeness = read_completeness(table);
  out.freshness = read_freshness(table, out.freshness);
  read_thresholds(table, out.outlook);
  if (const Entry* about = table.take("about")) {
    out.about = read_percent(table.problems(), "about", about->value).value_or(out.about);
  }
  table.finish();
}

}  // namespace jalon::definitions
