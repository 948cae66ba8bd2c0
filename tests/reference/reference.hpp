#pragma once

#include "rules/engine/evaluate.hpp"

#include <span>
#include <string>

/// A second engine, slow and obvious: it follows the manual paragraph by paragraph, works every
/// day out from all records and shares nothing with the real one but the model. The two are
/// compared on generated programmes.
namespace jalon::reference {

/// As engine::evaluate; outlook.method stays empty, the rule is the default one.
[[nodiscard]] engine::Evaluation evaluate(const Programme& programme, std::span<const Record> log,
                                          const engine::Moment& moment,
                                          std::span<const std::string> instances = {});

}  // namespace jalon::reference
