#include "tests/reference/differences.hpp"

#include <algorithm>

namespace jalon::reference {
namespace {

bool still_differs(const Case& generated, const Disagreement& difference) {
  const std::vector<Disagreement> all = differences(generated);
  return std::any_of(all.begin(), all.end(), [&](const Disagreement& other) {
    return other.id == difference.id && other.field == difference.field;
  });
}

/// A retraction or correction goes with what it names.
Case without_record(const Case& generated, std::size_t place) {
  Case smaller = generated;
  const std::int64_t number = smaller.log[place].number;
  smaller.log.erase(smaller.log.begin() + static_cast<std::ptrdiff_t>(place));
  const bool named = std::any_of(smaller.log.begin(), smaller.log.end(),
                                 [&](const Record& record) { return record.replaces == number; });
  return named ? generated : smaller;
}

void drop_records(Case& generated, const Disagreement& difference) {
  for (std::size_t i = generated.log.size(); i-- > 0;) {
    Case smaller = without_record(generated, i);
    if (smaller.log.size() < generated.log.size() && still_differs(smaller, difference)) {
      generated = smaller;
    }
  }
}

bool is_member(const Programme& programme, std::size_t place) {
  const Member named = Ref<Commitment>{static_cast<std::uint32_t>(place)};
  return std::any_of(programme.commitments.begin(), programme.commitments.end(),
                     [&](const Commitment& commitment) {
                       return std::find(commitment.members.begin(), commitment.members.end(),
                                        named) != commitment.members.end();
                     });
}

/// Those behind the one that went stand one place further up.
void move_up(Programme& programme, std::size_t gone) {
  for (Commitment& commitment : programme.commitments) {
    for (Member& member : commitment.members) {
      auto* nested = std::get_if<Ref<Commitment>>(&member);
      if (nested != nullptr && nested->index > gone) --nested->index;
    }
  }
}

void drop_commitments(Case& generated, const Disagreement& difference) {
  for (std::size_t i = generated.programme.commitments.size(); i-- > 0;) {
    Case smaller = generated;
    auto& commitments = smaller.programme.commitments;
    if (is_member(smaller.programme, i)) continue;
    commitments.erase(commitments.begin() + static_cast<std::ptrdiff_t>(i));
    move_up(smaller.programme, i);
    if (still_differs(smaller, difference)) generated = smaller;
  }
}

/// Targets and milestones from the end, while no commitment and no part names them.
void drop_targets(Case& generated, const Disagreement& difference) {
  if (!generated.programme.commitments.empty()) return;
  while (!generated.programme.targets.empty()) {
    Case smaller = generated;
    smaller.programme.targets.pop_back();
    if (!still_differs(smaller, difference)) break;
    generated = smaller;
  }
  while (!generated.programme.milestones.empty()) {
    Case smaller = generated;
    smaller.programme.milestones.pop_back();
    if (!still_differs(smaller, difference)) break;
    generated = smaller;
  }
}

/// One target alone, unless it belongs to a split.
void keep_one_target(Case& generated, const Disagreement& difference) {
  if (!generated.programme.commitments.empty()) return;
  for (const Target& target : generated.programme.targets) {
    Case smaller = generated;
    smaller.programme.targets = {target};
    if (target.whole || !still_differs(smaller, difference)) continue;
    generated = smaller;
    return;
  }
}

/// Evidence, keys, baselines and the like that do not matter.
void simplify(Case& generated, const Disagreement& difference) {
  const auto attempt = [&](const auto& change) {
    Case simpler = generated;
    change(simpler);
    if (still_differs(simpler, difference)) generated = simpler;
  };
  attempt([](Case& simpler) { simpler.instances.clear(); });
  attempt([](Case& simpler) { simpler.moment.upto = {}; });
  for (std::size_t i = generated.programme.waivers.size(); i-- > 0;) {
    attempt([&](Case& simpler) {
      auto& waivers = simpler.programme.waivers;
      waivers.erase(waivers.begin() + static_cast<std::ptrdiff_t>(i));
    });
  }
  attempt([](Case& simpler) { simpler.moment.known = simpler.moment.as_of + Days{900}; });
  for (std::size_t i = 0; i < generated.programme.targets.size(); ++i) {
    attempt([&](Case& simpler) { simpler.programme.targets[i].baseline = {}; });
    attempt([&](Case& simpler) { simpler.programme.targets[i].checkpoints = {}; });
    attempt([&](Case& simpler) { simpler.programme.targets[i].expect_linear = false; });
    attempt([&](Case& simpler) { simpler.programme.targets[i].tolerance = {}; });
    attempt([&](Case& simpler) { simpler.programme.targets[i].amendments.clear(); });
  }
  for (std::size_t i = 0; i < generated.programme.indicators.size(); ++i) {
    attempt([&](Case& simpler) { simpler.programme.indicators[i].evidence = {}; });
    attempt([&](Case& simpler) { simpler.programme.indicators[i].freshness = {}; });
  }
  for (std::size_t i = 0; i < generated.log.size(); ++i) {
    attempt([&](Case& simpler) { simpler.log[i].evidence.clear(); });
  }
}

}  // namespace

Case shrunk(Case generated, const Disagreement& difference) {
  for (int round = 0; round < 2; ++round) {
    drop_commitments(generated, difference);
    drop_targets(generated, difference);
    keep_one_target(generated, difference);
    drop_records(generated, difference);
    simplify(generated, difference);
  }
  return generated;
}

}  // namespace jalon::reference
