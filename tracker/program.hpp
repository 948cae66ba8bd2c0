#pragma once

#include "tracker/world.hpp"

#include <span>
#include <string>

namespace jalon {

/// Runs one command line (without the program's name) and returns the exit code. Everything that
/// goes wrong is told on World::err; no exception leaves it.
int run(std::span<const std::string> arguments, World& world);

}  // namespace jalon
