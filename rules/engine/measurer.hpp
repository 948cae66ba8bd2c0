#pragma once

#include "rules/engine/ledger.hpp"
#include "rules/engine/measured.hpp"
#include "rules/model/programme.hpp"

#include <string>
#include <unordered_map>

namespace jalon::engine {

/// Reads from the ledger what a target measures.
class Measurer {
 public:
  Measurer(const Programme& programme, Ledger& ledger, Day as_of)
      : programme_{&programme}, ledger_{&ledger}, as_of_{as_of} {}

  /// Under a filter, in a window of which nothing after the as-of day counts.
  [[nodiscard]] Measured measure(Ref<Indicator> indicator, const DimensionValues& where,
                                 const Window& window);
  [[nodiscard]] Measured measure(Ref<Milestone> milestone);

 private:
  Measured quotient(const Ratio& ratio, bool percent, const DimensionValues& where,
                    const Window& window);
  Line line(Ref<Indicator> indicator, const DimensionValues& where, const Window& window);
  Line flow(Ref<Indicator> indicator, const DimensionValues& where, const Window& window);
  const FlowSeries& series(Ref<Indicator> indicator, const DimensionValues& where);

  const Programme* programme_;
  Ledger* ledger_;
  Day as_of_;
  std::unordered_map<std::string, FlowSeries> cache_ = {};  ///< series in use, a few
};

}  // namespace jalon::engine
