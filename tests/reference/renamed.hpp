#pragma once

#include "rules/model/programme.hpp"
#include "rules/model/record.hpp"

#include <span>
#include <vector>

namespace jalon::reference {

/// The log as if everything had always been called what it is called now: a record, attestation or
/// judgement under an old id, or under an instance of one, counts under the new.
[[nodiscard]] std::vector<Record> renamed(const Programme& programme, std::span<const Record> log);

}  // namespace jalon::reference
