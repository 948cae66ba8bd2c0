#pragma once

#include "rules/engine/day.hpp"
#include "rules/engine/explain.hpp"
#include "rules/engine/line.hpp"
#include "rules/engine/measured.hpp"

// What an explanation tells besides records: from the definitions and the verdict alone.

namespace jalon::engine {

/// The promise by which a verdict was judged: of the amendments in force the last, of a period that
/// had ended before it was decided the one that held on its last day.
[[nodiscard]] const Promise& promise_in_force(const Programme& programme, const Target& target,
                                              const Verdict& verdict, const Moment& moment);

[[nodiscard]] std::vector<Change> changes_of(const Programme& programme, const Verdict& verdict,
                                             const Moment& moment);
[[nodiscard]] std::vector<WaiverPart> waivers_of(const Programme& programme, const Verdict& verdict,
                                                 const Moment& moment);

/// `day`: on which the goal was fixed.
[[nodiscard]] GoalFormula goal_formula(const Programme& programme, const Promise& promise,
                                       const Verdict& verdict, Day day);
/// Empty if the verdict has no path.
[[nodiscard]] std::vector<PathPoint> path_points(const Promise& promise, const Verdict& verdict);

/// Of a `hold`, up to the day on which it is judged, with the goal of that day.
[[nodiscard]] std::vector<Breach> breaches_of(const Programme& programme, const Promise& promise,
                                              const Measured& measured, Day as_of);

/// The verdicts below a composite are given as `children`.
[[nodiscard]] Ranking ranking_of(const Programme& programme, const Verdict& verdict,
                                 const Promise* promise, const std::vector<Explanation>& children,
                                 Date as_of);

/// The value on the last day of the window, part by part.
[[nodiscard]] Formula formula_of(const Programme& programme, Ledger& ledger,
                                 Ref<Indicator> indicator, const DimensionValues& where,
                                 const Window& window);
/// The figure of a series that holds on a day; with `same_year` the last one of that day's year.
[[nodiscard]] std::optional<Series::Value> figure_on(const Series& series, Date day,
                                                     bool same_year);

}  // namespace jalon::engine
