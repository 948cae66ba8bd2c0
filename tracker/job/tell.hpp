#pragma once

#include "tracker/world.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jalon::job {

/// A line of the job on the error stream: "level=info event=published report=gaps period=2020-Q1".
void tell(const World& world, std::string_view level, std::string_view event,
          const std::vector<std::pair<std::string_view, std::string>>& values);

}  // namespace jalon::job
