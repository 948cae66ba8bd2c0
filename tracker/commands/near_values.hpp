#pragma once

#include "rules/definitions/near_names.hpp"
#include "rules/model/diagnostic.hpp"
#include "rules/model/programme.hpp"
#include "rules/model/record.hpp"

#include <map>
#include <span>
#include <string>
#include <utility>

namespace jalon::commands {

/// Finds values of open dimensions that nearly equal one that is there: probably the same thing
/// spelt otherwise ("Van Dame" beside "Van Damme").
class NearValues {
 public:
  NearValues(const Programme& programme, std::span<const Record> log);

  /// A warning for each new value of the record that is near to another; the value counts as there
  /// from then on.
  [[nodiscard]] Diagnostics check(const Record& record);

 private:
  /// By subject and dimension; those that are open, and no others.
  std::map<std::pair<std::string, std::string>, definitions::NearNames> seen_;
};

}  // namespace jalon::commands
