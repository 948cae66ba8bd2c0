#include "reports/chart_axis.hpp"

#include "reports/figures.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace jalon::reports {
namespace {

/// Near enough for a place in a drawing.
double approximate(const Decimal& number) {
  return static_cast<double>(number.mantissa()) * std::pow(10.0, -number.scale());
}

constexpr int kTicks = 5;  ///< about so many steps of numbers

}  // namespace

NumberAxis::NumberAxis(const std::vector<Decimal>& numbers, double bottom, double top)
    : bottom_{bottom}, top_{top} {
  double low = 0;
  double high = 0;
  if (!numbers.empty()) {
    const auto [least, most] = std::minmax_element(numbers.begin(), numbers.end());
    low = approximate(*least);
    high = approximate(*most);
  }
  // A line that is all at 1000 is told better from zero; one from 990 to 1000 is not.
  if (low > 0 && (low < high * 0.75 || low == high)) low = 0;
  if (high < 0 && (high > low * 0.75 || low == high)) high = 0;
  if (low == high) high = low + 1;
  const double rough = (high - low) / kTicks;
  power_ = static_cast<int>(std::floor(std::log10(rough)));
  const double unit = std::pow(10.0, power_);
  step_ = 1;
  if (rough > unit * 1.0000001) step_ = 2;
  if (rough > unit * 2.0000001) step_ = 5;
  if (rough > unit * 5.0000001) {
    step_ = 1;
    ++power_;
  }
  const double width = step_ * std::pow(10.0, power_);
  first_ = static_cast<long>(std::floor(low / width + 1e-9));
  last_ = static_cast<long>(std::ceil(high / width - 1e-9));
  low_ = static_cast<double>(first_) * width;
  high_ = static_cast<double>(last_) * width;
}

double NumberAxis::at(const Decimal& number) const {
  const double share = (approximate(number) - low_) / (high_ - low_);
  return bottom_ + (top_ - bottom_) * std::clamp(share, 0.0, 1.0);
}

double NumberAxis::zero() const { return at(Decimal{}); }

std::vector<Tick> NumberAxis::ticks(const Labels& words) const {
  std::vector<Tick> ticks;
  for (long i = first_; i <= last_; ++i) {
    const double share = static_cast<double>(i - first_) / static_cast<double>(last_ - first_);
    const Decimal number = Decimal::scaled(Int128{i} * step_, -power_);
    ticks.push_back({bottom_ + (top_ - bottom_) * share, figure(number, words)});
  }
  return ticks;
}

DayAxis::DayAxis(Date first, Date last, double left, double right)
    : first_{std::min(first, last)}, last_{std::max(first, last)}, left_{left}, right_{right} {
  if (first_ != last_) return;
  first_ = add_days(first_, -1);
  last_ = add_days(last_, 1);
}

double DayAxis::at(Date day) const {
  const double share = static_cast<double>(days_between(first_, day)) /
                       static_cast<double>(days_between(first_, last_));
  return left_ + (right_ - left_) * std::clamp(share, 0.0, 1.0);
}

std::vector<Tick> DayAxis::ticks() const {
  constexpr std::array kMonths{1, 3, 6, 12, 24, 60, 120, 240, 600};
  constexpr long kMost = 8;
  const long days = days_between(first_, last_);
  std::vector<Tick> ticks;
  if (days < 62) {
    const long step = std::max(1L, days / 4);
    for (long i = 0; i <= days; i += step) {
      const Date day = add_days(first_, i);
      ticks.push_back({at(day), iso(day)});
    }
    return ticks;
  }
  const auto fits = [&](int months) { return days / (30L * months) <= kMost; };
  const auto found = std::ranges::find_if(kMonths, fits);
  const int months = found == kMonths.end() ? kMonths.back() : *found;
  const int years = std::max(months / 12, 1);
  const int year = first_.year() / years * years;
  for (Date day{static_cast<unsigned short>(std::max(year, 1400)), 1, 1}; day <= last_;) {
    if (day >= first_) {
      const std::string text = iso(day);
      ticks.push_back({at(day), months >= 12 ? text.substr(0, 4) : text.substr(0, 7)});
    }
    const Date next = add_months(day, months);
    if (next <= day) break;  // the end of the calendar
    day = next;
  }
  return ticks;
}

}  // namespace jalon::reports
