#include "tests/reference/generate.hpp"

#include "tests/reference/scope.hpp"

#include <variant>

namespace jalon::reference {

Date Maker::some_day() {
  if (days.empty() || chance.percent(35)) return origin + Days{chance.between(-12, 130)};
  return chance.pick(days) + Days{chance.between(-1, 1)};
}

DateExpression some_due(Maker& maker, Date first) {
  const Date nominal = first + Days{maker.chance.between(8, 90)};
  if (maker.chance.percent(50)) {
    maker.days.push_back(nominal);
    return DateExpression::on(nominal);
  }
  const Date from = std::max(first, nominal - Days{maker.chance.between(0, 40)});
  const Date latest = nominal + Days{maker.chance.between(0, 31)};
  maker.days.insert(maker.days.end(), {from, nominal, latest});
  return {iso(from) + " or so", from, nominal, latest, true, {}};
}

std::vector<std::uint32_t> measured_parts(const Programme& programme, std::uint32_t indicator) {
  std::vector<std::uint32_t> result;
  for (const Ref<Indicator> part : measured_behind(programme, Ref<Indicator>{indicator})) {
    result.push_back(part.index);
  }
  return result;
}

Severity some_severity(Maker& maker) {
  if (maker.chance.percent(75)) return Severity::medium;
  return maker.chance.percent(60) ? Severity::low : Severity::high;
}

void make_moment(Maker& maker) {
  engine::Moment& moment = maker.made.moment;
  moment.as_of = maker.some_day();
  if (maker.late) moment.as_of = maker.origin + Days{maker.chance.between(60, 150)};
  if (maker.chance.percent(45)) moment.as_of += Days{maker.chance.between(1, 50)};
  if (maker.chance.percent(3)) moment.as_of += Days{maker.chance.between(300, 900)};
  if (maker.chance.percent(2)) moment.as_of -= Days{maker.chance.between(100, 300)};
  moment.known = moment.as_of + Days{400};
  if (maker.chance.percent(20)) moment.known = moment.as_of;
  if (maker.chance.percent(10)) moment.known = maker.some_day();
  if (maker.chance.percent(10)) moment.upto = maker.chance.between(0, 20);
  for (const Target& target : maker.made.programme.targets) {
    const auto* per = std::get_if<Per>(&target.time);
    if (per == nullptr || !maker.chance.percent(30)) continue;
    Period period = period_of(moment.as_of, per->unit);
    for (int ahead = maker.chance.between(1, 3); ahead > 0; --ahead) {
      period = next_period(period, per->unit);
    }
    const std::string name = bracket(period_name(period, per->unit));
    const Programme& programme = maker.made.programme;
    maker.made.instances.push_back(target.whole
                                       ? programme[*target.whole].id + name + bracket(*target.part)
                                       : target.id + name);
  }
  if (maker.chance.percent(5)) maker.made.instances.emplace_back("nobody[2020]");
}

Case generate(std::uint64_t seed) {
  Maker maker{Chance{seed}};
  maker.origin = Date{2019, 11, 1} + Days{maker.chance.below(90)};
  maker.late = maker.chance.percent(35);
  maker.focused = maker.chance.percent(35);
  make_indicators(maker);
  make_targets(maker);
  make_milestones(maker);
  make_revisions(maker);
  make_commitments(maker);
  make_waivers(maker);
  make_log(maker);
  make_moment(maker);
  return maker.made;
}

}  // namespace jalon::reference
