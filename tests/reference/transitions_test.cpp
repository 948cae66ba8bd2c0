#include "rules/engine/transitions.hpp"

#include "rules/engine/diff.hpp"
#include "tests/reference/generate.hpp"
#include "tests/reference/print.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

// The life of a verdict, held against a look on every single day.

namespace jalon::reference {
namespace {

using engine::Transition;
using engine::Verdict;

/// What a verdict says is the same, on whichever day it is looked at.
bool same(const Verdict& a, const Verdict& b) { return !engine::is_change(a, b); }

/// Each change leads on from the one before.
void check_chain(const std::vector<Transition>& life) {
  for (std::size_t i = 0; i < life.size(); ++i) {
    CHECK(life[i].before.has_value() == (i > 0));
    if (i == 0) continue;
    CHECK(life[i - 1].day <= life[i].day);
    CHECK(same(*life[i].before, life[i - 1].after));
    CHECK_FALSE(same(*life[i].before, life[i].after));
  }
}

/// The last change up to a day; nullptr before the first.
const Transition* last_until(const std::vector<Transition>& life, Date day) {
  const Transition* last = nullptr;
  for (const Transition& each : life) {
    if (each.day <= day) last = &each;
  }
  return last;
}

void check_every_day(const Case& made, const std::string& id, const std::vector<Transition>& life) {
  const Date last = std::min(made.moment.as_of, made.moment.known);
  const std::vector<std::string> instances{id};
  for (Date day = life.front().day; day <= last; day = day + Days{1}) {
    const auto evaluation =
        engine::evaluate(made.programme, made.log, {day, day, made.moment.upto}, instances);
    const Verdict* seen = evaluation.find(id);
    const Transition* told = last_until(life, day);
    if (seen == nullptr) continue;  // a member without a first record yet
    INFO(id << " on " << iso(day));
    REQUIRE(told != nullptr);
    CHECK(same(told->after, *seen));
  }
}

}  // namespace

TEST_CASE("the life of a verdict is what a look on every day shows") {
  const auto seed = GENERATE(range<std::uint64_t>(700'001, 700'041));
  const Case made = generate(seed);
  const auto evaluation = engine::evaluate(made.programme, made.log, made.moment, made.instances);
  CAPTURE(seed);
  for (std::size_t i = 0; i < evaluation.verdicts.size(); i += 3) {
    const std::string& id = evaluation.verdicts[i].id;
    const auto life = engine::transitions(made.programme, made.log, id, made.moment);
    if (life.empty()) continue;  // it never was, knowing on each day what was known on it
    check_chain(life);
    check_every_day(made, id, life);
  }
}

TEST_CASE("a comparison names every verdict that changed, with a cause") {
  const auto seed = GENERATE(range<std::uint64_t>(710'001, 710'041));
  const Case made = generate(seed);
  const engine::Moment to = made.moment;
  const engine::Moment from{to.as_of - Days{200}, to.known - Days{100}, to.upto};
  const auto diff = engine::diff(made.programme, made.log, from, to, made.instances);
  CAPTURE(seed);
  const auto changed = [&](std::string_view id) {
    return std::any_of(diff.changes.begin(), diff.changes.end(), [&](const engine::Changed& one) {
      return (one.after ? one.after->id : one.before->id) == id;
    });
  };
  for (const engine::Changed& one : diff.changes) CHECK_FALSE(one.causes.empty());
  for (const Verdict& after : diff.after.verdicts) {
    const Verdict* before = diff.before.find(after.id);
    const bool differs =
        before == nullptr || !same(*before, after) || before->outlook.state != after.outlook.state;
    CHECK(changed(after.id) == differs);
  }
}

}  // namespace jalon::reference
