#pragma once

#include "tests/reference/facts.hpp"

#include <string>
#include <vector>

// Short ways to write programmes and logs by hand.

namespace jalon::reference {

[[nodiscard]] Date day(const char* text);
[[nodiscard]] DateExpression date(const char* text);

[[nodiscard]] Ref<Indicator> add_indicator(Programme& programme, const char* id,
                                           const Measure& measure);
/// The comparison and the time clause are set; everything else by the caller.
Target& add_target(Programme& programme, const char* id, Ref<Indicator> indicator,
                   const Comparison& comparison, const TimeClause& time);

/// A log that numbers its records.
class Logbook {
 public:
  explicit Logbook(const Programme& programme) : programme_{programme} {}

  /// `value` is an amount as written, or a stage. Learned on the last day of `on`.
  Record& add(const char* subject, const char* on, const char* value,
              const DimensionValues& dimensions = {});
  /// A flow of one of something with a key and evidence of one kind.
  Record& add_one(const char* subject, const char* on, const DimensionValues& dimensions,
                  const char* key, const char* evidence_kind);
  void attest(const char* subject, const char* through);

  [[nodiscard]] const std::vector<Record>& records() const { return records_; }

 private:
  const Programme& programme_;
  std::vector<Record> records_ = {};
};

}  // namespace jalon::reference
