#pragma once

#include "rules/engine/judge.hpp"

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace jalon::engine {

/// What composition asks of a verdict beside what it says.
struct Aside {
  std::optional<Fraction> progress = {};  ///< before rounding
  bool run_out = false;                   ///< the as-of day is after the latest due day
};

/// The verdicts that a composite verdict looks at, by place.
struct Looked {
  std::size_t overall;
  std::vector<std::size_t> children;
};

/// Verdicts in the making.
struct Sheet {
  std::vector<Verdict> verdicts = {};
  std::vector<Aside> asides = {};       ///< of verdicts[i]
  std::vector<Looked> composites = {};  ///< each after those among its children

  std::size_t add(Judged judged, bool run_out) {
    verdicts.push_back(std::move(judged.verdict));
    asides.push_back({std::move(judged.progress), run_out});
    return verdicts.size() - 1;
  }
};

}  // namespace jalon::engine
