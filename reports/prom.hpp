#pragma once

#include <string>
#include <string_view>

namespace jalon::reports {

/// A text as the value of a Prometheus label, without its quotes: what is printable of it
/// (rules/model/diagnostic.hpp), backslash and quote escaped.
[[nodiscard]] std::string prom_label(std::string_view text);

}  // namespace jalon::reports
