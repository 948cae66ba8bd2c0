#pragma once

#include "rules/model/record.hpp"

#include <cstdint>
#include <set>
#include <span>

namespace jalon::commands {

/// Which version of a record holds, with everything known that the log has: what a correction or
/// retraction is checked against.
class Versions {
 public:
  /// `log` is in number order and outlives this.
  explicit Versions(std::span<const Record> log);

  /// The record with this number. Refused (2) if there is none.
  [[nodiscard]] const Record& find(std::int64_t number) const;
  /// The record that a correction is about, any number of steps back; else itself.
  [[nodiscard]] const Record& original_of(const Record& record) const;
  /// Is it taken out by a retraction that holds?
  [[nodiscard]] bool is_retracted(std::int64_t number) const { return out_.contains(number); }
  /// The highest-numbered correction that holds, else the original, which is not retracted.
  [[nodiscard]] const Record& current_of(const Record& original) const;

 private:
  std::span<const Record> log_;
  std::set<std::int64_t> out_;
};

}  // namespace jalon::commands
