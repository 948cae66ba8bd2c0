// How fast it would have to go, how fast it goes, and where that leads.
#include "reports/figures.hpp"
#include "reports/gap_parts.hpp"
#include "reports/promise.hpp"
#include "reports/wording.hpp"
#include "rules/engine/facts.hpp"
#include "rules/engine/rollup.hpp"

#include <algorithm>

namespace jalon::reports {
namespace {

using engine::Verdict;

/// The stretch of time that a rate is told for: a person thinks in years of a far goal, in days of
/// a near one.
struct Stretch {
  long days;
  std::string_view key;  ///< of its words
};
constexpr Stretch kStretches[] = {{365, "pace.year"}, {30, "pace.month"}, {1, "pace.day"}};

/// By the time left, and so long that the rate is no tiny fraction.
const Stretch& stretch_for(const Verdict& verdict, const Decimal& amount, long days) {
  const long left = verdict.days_left ? std::abs(*verdict.days_left) : 365;
  std::size_t place = left >= 730 ? 0 : left >= 60 ? 1 : 2;
  while (place > 0 && amount.abs() * Decimal{std::int64_t{kStretches[place].days}} <
                          Decimal{std::int64_t{days}}) {
    --place;
  }
  return kStretches[place];
}

bool is_flow(const Programme& programme, Ref<Indicator> ref) {
  const Indicator& one = programme[ref];
  if (const auto* sum = std::get_if<Sum>(&one.measure)) {
    return std::ranges::all_of(sum->parts,
                               [&](Ref<Indicator> part) { return is_flow(programme, part); });
  }
  return std::holds_alternative<Flow>(one.measure);
}

/// What has moved since when.
struct Movement {
  Decimal amount;
  long days;
};

class Pace {
 public:
  Pace(const Input& input, const Verdict& verdict, const Target& target)
      : input_{input},
        words_{input.words},
        verdict_{verdict},
        target_{target},
        promise_{promise_of(target, verdict)} {}

  [[nodiscard]] std::string text() const {
    if (std::holds_alternative<Trend>(promise_.comparison)) return words_("pace.trend");
    if (verdict_.gap && verdict_.gap->is_zero()) return {};
    std::string text = needed();
    const auto* value = std::get_if<Decimal>(&verdict_.value);
    if (value == nullptr) return and_also(text, words_("pace.no-value"), words_);
    const auto base = base_day();
    if (!base || !has_base_value()) return and_also(text, words_("pace.no-base"), words_);
    const long days = days_between(*base, input_.head.as_of);
    if (days <= 0) return and_also(text, words_("pace.not-begun"), words_);
    if (!verdict_.gap) return text;
    const Movement moved{*value - base_value(), days};
    return and_also(and_also(text, so_far(moved), words_), leads_to(moved), words_);
  }

 private:
  [[nodiscard]] std::string rate(std::string_view key, const Decimal& amount, long days,
                                 Rounding direction) const {
    const Stretch& stretch = has_needed()
                                 ? stretch_for(verdict_, *verdict_.gap, *verdict_.days_left)
                                 : stretch_for(verdict_, amount, days);
    const Decimal per = quotient(amount * Decimal{std::int64_t{stretch.days}},
                                 Decimal{std::int64_t{days}}, 4, direction);
    const std::string number =
        figure(coarse(per, direction), engine::unit_of(input_.programme, verdict_), words_);
    return words_(key, {{"n", number}, {"stretch", words_(stretch.key)}});
  }

  [[nodiscard]] bool has_needed() const {
    return verdict_.gap && verdict_.days_left && *verdict_.days_left > 0;
  }

  [[nodiscard]] std::string needed() const {
    if (!verdict_.due.nominal) return words_("pace.undated");
    if (!has_needed()) return {};
    return rate("pace.needed-in", *verdict_.gap, *verdict_.days_left, Rounding::up);
  }

  [[nodiscard]] std::string so_far(const Movement& moved) const {
    return rate("pace.so-far-in", moved.amount, moved.days,
                unreached_side(input_.programme, verdict_));
  }

  [[nodiscard]] std::string leads_to(const Movement& moved) const {
    if (moved.amount.is_zero()) return words_("pace.still");
    const bool falls = unreached_side(input_.programme, verdict_) == Rounding::up;
    if (moved.amount.is_negative() != falls) return words_("pace.away");
    const Decimal days = quotient(*verdict_.gap * Decimal{std::int64_t{moved.days}},
                                  moved.amount.abs(), 0, Rounding::up);
    const long most = days_between(input_.head.as_of, Date{9999, 12, 31});
    if (days > Decimal{std::int64_t{most}}) return words_("pace.never");
    const Date day = add_days(input_.head.as_of, static_cast<long>(days.mantissa()));
    return words_("pace.reached", {{"n", iso(day)}});
  }

  /// A flow begins at nothing; of a level only a baseline says where it began.
  [[nodiscard]] bool has_base_value() const {
    return promise_.baseline || is_flow(input_.programme, target_.indicator);
  }
  [[nodiscard]] Decimal base_value() const {
    return promise_.baseline ? promise_.baseline->value : Decimal{};
  }

  /// The day before the clock began: of the baseline, the window, or the first record that counts.
  [[nodiscard]] std::optional<Date> base_day() const {
    if (promise_.baseline && promise_.baseline->on) return promise_.baseline->on;
    const auto* each = std::get_if<ForEach>(&promise_.time);
    if (each != nullptr && verdict_.due.nominal) {
      return add_days(*verdict_.due.nominal, -each->within_days - 1);
    }
    if (verdict_.due.from) return add_days(*verdict_.due.from, -1);
    std::optional<Date> first;
    for (const std::int64_t number : verdict_.records) {
      const Record* record = engine::find_record(input_.log, number);
      if (record == nullptr || !record->happened.from) continue;
      if (!first || *record->happened.from < *first) first = record->happened.from;
    }
    return first ? std::optional{add_days(*first, -1)} : std::nullopt;
  }

  const Input& input_;
  const Labels& words_;
  const Verdict& verdict_;
  const Target& target_;
  const Promise& promise_;
};

}  // namespace

std::string pace_words(const Input& input, const Verdict& verdict) {
  const auto* ref = std::get_if<Ref<Target>>(&verdict.subject);
  if (ref == nullptr) return {};
  return Pace{input, verdict, input.programme[*ref]}.text();
}

}  // namespace jalon::reports
