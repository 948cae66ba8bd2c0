#pragma once

#include <functional>

namespace jalon::tests {

/// Runs an action in a process of its own, as nobody if this one is root; its exit code, or 128
/// and the signal. An exception is exit code 99 (its text on stderr).
[[nodiscard]] int in_child(const std::function<int()>& action, bool as_nobody = false);

}  // namespace jalon::tests
