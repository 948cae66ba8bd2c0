#pragma once

#include "rules/engine/evaluate.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace jalon::engine {

[[nodiscard]] Date day(std::string_view text);             ///< "2020-06-30"
[[nodiscard]] DateExpression when(std::string_view text);  ///< any date expression
[[nodiscard]] Decimal number(std::string_view text);
[[nodiscard]] DimensionValues dims(
    std::initializer_list<std::pair<std::string_view, std::string_view>> values);

// What a verdict says as text: "null" for nothing.
[[nodiscard]] std::string text(const std::optional<Date>& day);
[[nodiscard]] std::string text(const std::optional<Decimal>& number);
[[nodiscard]] std::string text(const std::optional<long>& number);
[[nodiscard]] std::string text(const Quantity& quantity);
[[nodiscard]] std::string text(const Bounds& bounds);       ///< "[1, 3)", "(500, null]"
[[nodiscard]] std::string status(const Verdict& verdict);   ///< "missed"
[[nodiscard]] std::string reading(const Verdict& verdict);  ///< "overdue (no-data)"

/// A small programme and its log, written down in a few lines. References that it gives out are
/// good until the next of their kind is made.
struct Draft {
  Programme programme;
  std::vector<Record> log;

  Indicator& flow(std::string id);
  Indicator& stock(std::string id);
  Indicator& ratio(std::string id, std::string_view of, std::string_view to, std::string unit);
  Indicator& sum(std::string id, std::initializer_list<std::string_view> parts);
  Indicator& difference(std::string id, std::string_view from, std::string_view less);
  void series(std::string id, std::initializer_list<std::pair<std::string_view, std::string_view>>);
  Target& target(std::string id, std::string_view indicator, Comparison comparison,
                 TimeClause time);
  /// A part of the target made last.
  Target& part(std::string_view dimension, std::string_view value, Comparison comparison);
  Milestone& milestone(std::string id, std::vector<std::string> stages, std::string_view reach,
                       TimeClause time);
  void commitment(std::string id, Rule rule, const std::vector<std::string_view>& members);

  /// Learned on its last day, unless it has none.
  Record& add(std::string_view subject, std::string_view on, std::string_view value,
              DimensionValues dimensions = {});
  Record& reach(std::string_view milestone, std::string_view on, std::string stage);
  Record& correct(std::int64_t number, std::string_view on, std::string_view value);
  Record& retract(std::int64_t number, std::string_view learned);
  Record& attest(std::string_view subject, std::string_view through, DimensionValues scope = {});

  [[nodiscard]] Evaluation evaluate(std::string_view as_of, std::string_view known = "9999-12-31",
                                    std::vector<std::string> instances = {}) const;
  [[nodiscard]] Verdict judge(std::string_view id, std::string_view as_of,
                              std::string_view known = "9999-12-31") const;

 private:
  Ref<Indicator> indicator(std::string_view id) const;
  Record& next(RecordKind kind, std::string_view subject, std::string_view on);
};

[[nodiscard]] Comparison at_least(std::string_view goal);
[[nodiscard]] Comparison at_most(std::string_view goal);
[[nodiscard]] Comparison exactly(std::string_view goal);
[[nodiscard]] Comparison between(std::string_view lower, std::string_view upper);
[[nodiscard]] TimeClause by(std::string_view due);
[[nodiscard]] TimeClause before(std::string_view event);
[[nodiscard]] TimeClause during(std::string_view window);
[[nodiscard]] TimeClause per_year(std::string_view first, std::string_view last = "");
[[nodiscard]] TimeClause undated();

}  // namespace jalon::engine
