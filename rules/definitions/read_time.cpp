#include "rules/definitions/readers.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace jalon::definitions {
namespace {

constexpr std::array<std::string_view, 4> kPeriodUnits{"month", "quarter", "half", "year"};
constexpr std::array<std::string_view, 1> kShares{"prorata"};
constexpr std::array<std::string_view, 3> kOveralls{"latest-closed", "all", "current"};

std::optional<TimeClause> read_by(TableReader& reader, const Entry& entry) {
  auto due = read_date(reader.problems(), "by", entry.value, reader.reading().programme.margins);
  if (!due) return std::nullopt;
  if (!due->nominal || !due->latest) {
    reader.problems().add(Code::open_date, entry.value.spot,
                          fmt::format("`by`: {} has no last day", quoted(due->written)));
    return std::nullopt;
  }
  return By{std::move(*due)};
}

std::optional<TimeClause> read_before(TableReader& reader, const Entry& entry) {
  auto event =
      read_date(reader.problems(), "before", entry.value, reader.reading().programme.margins);
  if (!event) return std::nullopt;
  if (event->vague) {
    reader.problems().add(Code::vague_before, entry.value.spot,
                          fmt::format("before {} names no day", quoted(event->written)),
                          "write by = with the words, or before = with an exact date");
    return std::nullopt;
  }
  if (!event->from) {
    reader.problems().add(Code::open_date, entry.value.spot,
                          fmt::format("`before`: {} has no first day", quoted(event->written)));
    return std::nullopt;
  }
  return Before{std::move(*event)};
}

std::optional<TimeClause> read_during(TableReader& reader, const Entry& entry) {
  auto window =
      read_date(reader.problems(), "during", entry.value, reader.reading().programme.margins);
  if (!window) return std::nullopt;
  if (!window->from || !window->nominal || !window->latest) {
    reader.problems().add(Code::open_date, entry.value.spot,
                          fmt::format("`during`: {} is open at one end", quoted(window->written)),
                          "name the first and the last day");
    return std::nullopt;
  }
  return During{std::move(*window)};
}

std::optional<TimeClause> read_undated(TableReader& reader, const Entry& entry) {
  auto why = read_text(reader.problems(), "undated", entry.value);
  if (!why) return std::nullopt;
  return Undated{std::move(*why)};
}

/// `first` or `last`: a whole period of the unit.
std::optional<Period> read_period(TableReader& reader, const Entry& entry, PeriodUnit unit) {
  const auto date =
      read_date(reader.problems(), entry.key, entry.value, reader.reading().programme.margins);
  if (!date) return std::nullopt;
  if (date->unit == unit && !date->vague) return Period{*date->from, *date->nominal};
  const std::string_view word = kPeriodUnits[static_cast<std::size_t>(unit)];
  const std::optional<Date> day = date->from ? date->from : date->nominal;
  reader.problems().add(
      Code::not_a_period, entry.value.spot,
      fmt::format("`{}`: {} is not a whole {}", entry.key, quoted(date->written), word),
      day ? fmt::format("write \"{}\"", period_name(period_of(*day, unit), unit)) : std::string{});
  return std::nullopt;
}

Per::Overall read_overall(TableReader& reader) {
  return static_cast<Per::Overall>(reader.choice("overall", kOveralls).value_or(0));
}

/// A number; "prorata" is worked out once the initiative is known.
std::optional<Per::Share> read_first_share(TableReader& reader) {
  const Entry* entry = reader.take("first_share");
  if (entry == nullptr) return std::nullopt;
  if (entry->value.kind != Node::Kind::text) {
    const auto share =
        read_fraction(reader.problems(), "first_share", entry->value, "or write \"prorata\"");
    if (!share) return std::nullopt;
    return Per::Share{*share, Decimal{1}};
  }
  static_cast<void>(read_choice(reader.problems(), "first_share", entry->value, kShares));
  return std::nullopt;
}

std::optional<TimeClause> read_per(TableReader& reader, const Entry& entry) {
  const Entry* first = reader.require("first");
  const Entry* last = reader.take("last");
  const Per::Overall overall = read_overall(reader);
  const auto share = read_first_share(reader);
  const auto choice = read_choice(reader.problems(), "per", entry.value, kPeriodUnits);
  if (!choice) return std::nullopt;
  const auto unit = static_cast<PeriodUnit>(*choice);
  std::optional<Period> begin;
  std::optional<Period> end;
  if (first != nullptr) begin = read_period(reader, *first, unit);
  if (last != nullptr) end = read_period(reader, *last, unit);
  if (begin && end && end->first < begin->first) {
    reader.problems().add(Code::reversed_bounds, last->value.spot, "`last` lies before `first`");
    return std::nullopt;
  }
  if (!begin || (last != nullptr && !end)) return std::nullopt;
  return Per{unit, *begin, end, overall, share};
}

std::optional<Decimal> read_share(TableReader& reader) {
  const Entry* entry = reader.take("share");
  if (entry == nullptr) return Decimal{1};
  return read_fraction(reader.problems(), "share", entry->value,
                       "write 0.8 for four members in five");
}

std::optional<TimeClause> read_for_each(TableReader& reader, const Entry& entry) {
  const Entry* within = reader.require("each_within");
  std::optional<int> days;
  if (within != nullptr) days = read_days(reader.problems(), "each_within", within->value);
  const auto share = read_share(reader);
  auto dimension = read_text(reader.problems(), "for_each", entry.value);
  if (!dimension || !days || !share) return std::nullopt;
  return ForEach{std::move(*dimension), *days, *share};
}

/// `from` of a hold: a first day; nothing given: always.
std::optional<Date> read_hold_from(TableReader& table) {
  const auto from = table.date("from");
  if (from && !from->from) {
    table.problems().add(Code::open_date, table.take("from")->value.spot,
                         fmt::format("`from`: {} names no first day", quoted(from->written)));
  }
  return from ? from->from : std::nullopt;
}

std::optional<TimeClause> read_hold(TableReader& reader, const Entry& entry) {
  if (entry.value.kind != Node::Kind::table) {
    wrong_type(reader.problems(), "hold", entry.value, "a table",
               "write hold = { from = \"2020\" }, with until = \"2025\" if it ends");
    return std::nullopt;
  }
  const std::size_t before = reader.problems().size();
  TableReader table{reader.reading(), entry.value, "`hold`"};
  Hold hold{read_hold_from(table), table.date("until")};
  table.finish();
  if (hold.until && (!hold.until->nominal || !hold.until->latest)) {
    reader.problems().add(Code::open_date, table.take("until")->value.spot,
                          fmt::format("`until`: {} has no last day", quoted(hold.until->written)),
                          "a level to keep for ever has no `until`");
  } else if (hold.from && hold.until && *hold.until->nominal < *hold.from) {
    reader.problems().add(Code::reversed_bounds, table.take("until")->value.spot,
                          "`until` lies before `from`");
  }
  if (reader.problems().size() != before) return std::nullopt;
  return hold;
}

/// Keys of one time clause that were written without it.
void refuse_strays(TableReader& reader) {
  if (reader.take("per") == nullptr) {
    for (const std::string_view key : {"first", "last", "overall", "first_share"}) {
      reader.misplaced(key, "belongs to `per`, which is not there");
    }
  }
  if (reader.take("for_each") == nullptr) {
    for (const std::string_view key : {"each_within", "share"}) {
      reader.misplaced(key, "belongs to `for_each`, which is not there");
    }
  }
}

struct ClauseKey {
  std::string_view key;
  std::optional<TimeClause> (*read)(TableReader&, const Entry&);
};
constexpr std::array<ClauseKey, 7> kClauses{{{"by", read_by},
                                             {"before", read_before},
                                             {"during", read_during},
                                             {"undated", read_undated},
                                             {"per", read_per},
                                             {"for_each", read_for_each},
                                             {"hold", read_hold}}};
constexpr std::size_t kMilestoneClauses = 4;  // the first ones

std::optional<Spot> prorata_in(TableReader& reader) {
  const Entry* entry = reader.take("first_share");
  if (entry == nullptr || entry->value.text != kShares[0]) return std::nullopt;
  return entry->value.spot;
}

std::optional<TimeRead> read_time(TableReader& reader, std::size_t clauses, Need need,
                                  std::string_view advice) {
  std::vector<const Entry*> given;
  std::optional<TimeClause> time;
  for (std::size_t i = 0; i < clauses; ++i) {
    const Entry* entry = reader.take(kClauses[i].key);
    if (entry == nullptr) continue;
    given.push_back(entry);
    time = kClauses[i].read(reader, *entry);
  }
  if (given.empty() && need == Need::optional) return std::nullopt;
  if (given.size() == 1 && time) {
    const bool per = std::holds_alternative<Per>(*time);
    return TimeRead{std::move(*time), given[0]->value.spot,
                    per ? prorata_in(reader) : std::nullopt};
  }
  if (given.size() != 1) {
    reader.problems().add(
        Code::one_time_clause, given.empty() ? reader.table().spot : given[1]->spot,
        given.empty() ? fmt::format("{} does not say when: it has no time clause", reader.title())
                      : fmt::format("{} has two time clauses: `{}` and `{}`", reader.title(),
                                    given[0]->key, given[1]->key),
        std::string{advice});
  }
  return std::nullopt;
}

}  // namespace

std::optional<Date> due_day(const TimeClause& time) {
  if (const auto* by = std::get_if<By>(&time)) return by->due.nominal;
  if (const auto* before = std::get_if<Before>(&time)) return *before->event.from - Days{1};
  if (const auto* during = std::get_if<During>(&time)) return during->window.nominal;
  return std::nullopt;
}

std::optional<TimeRead> read_target_time(TableReader& reader, Need need) {
  refuse_strays(reader);
  return read_time(reader, kClauses.size(), need,
                   "write exactly one of `by`, `before`, `during`, `per`, `hold`, `for_each` and "
                   "`undated`");
}

std::optional<TimeRead> read_milestone_time(TableReader& reader, Need need) {
  for (std::size_t i = kMilestoneClauses; i < kClauses.size(); ++i) {
    reader.misplaced(kClauses[i].key, "belongs to a target, not to a milestone");
  }
  return read_time(reader, kMilestoneClauses, need,
                   "write exactly one of `by`, `before`, `during` and `undated`");
}

}  // namespace jalon::definitions
