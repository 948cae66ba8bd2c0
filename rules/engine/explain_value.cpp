// How a value was worked out, as an explanation tells it.
#include "rules/engine/explain_parts.hpp"
#include "rules/engine/line.hpp"

#include <tuple>

namespace jalon::engine {
namespace {

int year_of(Day day) {
  const auto date = date_of(day);
  return date ? static_cast<int>(date->year()) : 0;
}

/// A flow's lower end: nothing where nothing is on record.
Ingredient total(const Indicator& definition, const FlowSeries& series, const Window& window) {
  Ingredient one{definition.id, Ingredient::Kind::flow};
  if (series.possible(window).empty()) return one;
  const Line line = flow_line(series, window);
  one.value = Decimal{};
  for (const Step& step : line.steps) {
    if (step.day <= window.last) one.value = step.bounds.lo.at;
  }
  return one;
}

/// The last certain reading up to the day.
Ingredient level(const Indicator& definition, const std::vector<Entry>& entries, Day day,
                 bool same_year) {
  Ingredient one{definition.id, Ingredient::Kind::stock};
  const Entry* latest = nullptr;
  const auto order = [](const Entry& of) { return std::tie(of.to, of.from, of.order); };
  for (const Entry& entry : entries) {
    const bool certain = entry.proven && entry.to <= day && entry.record->amount;
    const bool in_year = !same_year || year_of(entry.to) == year_of(day);
    if (!certain || !in_year) continue;
    if (latest == nullptr || order(*latest) < order(entry)) latest = &entry;
  }
  if (latest == nullptr) return one;
  one.value = latest->record->amount->number;
  one.on = date_of(latest->to);
  return one;
}

class Maker {
 public:
  Maker(const Programme& programme, Ledger& ledger, const DimensionValues& where,
        const Window& window)
      : programme_{programme}, ledger_{ledger}, where_{where}, window_{window} {}

  Formula make(Ref<Indicator> own) {
    const Indicator& indicator = programme_[own];
    Formula formula;
    formula.day = date_of(window_.last);
    if (const auto* ratio = std::get_if<Ratio>(&indicator.measure)) {
      formula.percent = indicator.unit == "%";
      add_ratio(*ratio, formula);
    } else if (const auto* difference = std::get_if<Difference>(&indicator.measure)) {
      formula.kind = Formula::Kind::difference;
      formula.parts = {ingredient(difference->from), ingredient(difference->less)};
    } else {
      if (std::holds_alternative<Sum>(indicator.measure)) formula.kind = Formula::Kind::sum;
      for (const Ref<Indicator> part : measured_by(programme_, own)) {
        formula.parts.push_back(ingredient(part));
      }
    }
    return formula;
  }

 private:
  void add_ratio(const Ratio& ratio, Formula& formula) {
    formula.kind = Formula::Kind::ratio;
    formula.same_year = ratio.pick == Ratio::Pick::same_year;
    formula.parts.push_back(ingredient(ratio.of));
    if (const auto* to = std::get_if<Ref<Indicator>>(&ratio.to)) {
      formula.parts.push_back(ingredient(*to, formula.same_year));
      return;
    }
    const Series& series = programme_[std::get<Ref<Series>>(ratio.to)];
    Ingredient figure{series.id, Ingredient::Kind::series};
    const auto found =
        formula.day ? figure_on(series, *formula.day, formula.same_year) : std::nullopt;
    if (found) {
      figure.value = found->value;
      figure.on = found->on;
    }
    formula.parts.push_back(std::move(figure));
  }

  Ingredient ingredient(Ref<Indicator> indicator, bool same_year = false) {
    const Indicator& definition = programme_[indicator];
    std::vector<Entry> entries = ledger_.select(indicator, where_);
    if (std::holds_alternative<Stock>(definition.measure)) {
      return level(definition, entries, window_.last, same_year);
    }
    return total(definition, flow_series(definition, std::move(entries)), window_);
  }

  const Programme& programme_;
  Ledger& ledger_;
  const DimensionValues& where_;
  Window window_;
};

}  // namespace

Formula formula_of(const Programme& programme, Ledger& ledger, Ref<Indicator> indicator,
                   const DimensionValues& where, const Window& window) {
  return Maker{programme, ledger, where, window}.make(indicator);
}

}  // namespace jalon::engine
