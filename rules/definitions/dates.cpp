#include "rules/definitions/values.hpp"

#include <fmt/format.h>

namespace jalon::definitions {
namespace {

/// The day before the first and the day after the last are counted with, so both must exist.
bool touches_an_end(const DateExpression& date) {
  const Date first{1400, 1, 1};
  const Date last{9999, 12, 31};
  return date.from == first || date.nominal == first || date.nominal == last || date.latest == last;
}

}  // namespace

std::optional<DateExpression> read_date(Problems& problems, std::string_view label,
                                        const Node& node, const DateMargins& margins) {
  if (node.kind == Node::Kind::integer) {
    problems.add(Code::bad_date, node.spot,
                 fmt::format("{}: {} is a number, not a date", quoted(label), node.text),
                 fmt::format("put the year in quotes: \"{}\"", node.text));
    return std::nullopt;
  }
  if (node.kind == Node::Kind::date_time || node.kind == Node::Kind::time) {
    problems.add(Code::bad_date, node.spot,
                 fmt::format("{} must be a date without a time of day", quoted(label)),
                 node.kind == Node::Kind::date_time
                     ? fmt::format("write {}", node.text.substr(0, 10))
                     : std::string{"write the day: 2020-06-30"});
    return std::nullopt;
  }
  if (node.kind != Node::Kind::day && node.kind != Node::Kind::text) {
    wrong_type(problems, label, node, "a date", "write 2020-06-30 or \"2020-06\"");
    return std::nullopt;
  }
  auto date = parse_date_expression(node.text, margins);
  if (!date) {
    problems.add(Code::bad_date, node.spot,
                 fmt::format("{}: {}", quoted(label), date.error().reason), date.error().hint);
    return std::nullopt;
  }
  if (touches_an_end(date.value())) {
    problems.add(Code::bad_date, node.spot,
                 fmt::format("{}: {} reaches the end of the calendar", quoted(label),
                             quoted(date.value().written)),
                 "the calendar runs from 1400-01-02 to 9999-12-30");
    return std::nullopt;
  }
  return std::move(date).value();
}

std::optional<Date> read_day(Problems& problems, std::string_view label, const Node& node,
                             const DateMargins& margins) {
  const auto date = read_date(problems, label, node, margins);
  if (!date) return std::nullopt;
  if (date->from && date->nominal && !date->vague && *date->from == *date->nominal) {
    return date->from;
  }
  problems.add(Code::bad_date, node.spot,
               fmt::format("{} must be one day, not {}", quoted(label), quoted(date->written)),
               date->nominal ? fmt::format("write the day: {}", iso(*date->nominal))
                             : std::string{"write the day: 2020-06-30"});
  return std::nullopt;
}

}  // namespace jalon::definitions
