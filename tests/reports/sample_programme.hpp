#pragma once

#include "rules/model/programme.hpp"

namespace jalon::tests {

[[nodiscard]] Programme sample_programme();

}  // namespace jalon::tests
