#include "tracker/cli/arguments.hpp"

#include <stdexcept>

namespace jalon::cli {

bool Arguments::has(std::string_view name) const { return values.find(name) != values.end(); }

std::optional<std::string> Arguments::find(std::string_view name) const {
  const auto found = values.find(name);
  if (found == values.end() || found->second.empty()) return std::nullopt;
  return found->second.back();
}

const std::string& Arguments::at(std::string_view name) const {
  const auto found = values.find(name);
  if (found == values.end() || found->second.empty())
    throw std::logic_error{"no argument " + std::string{name}};
  return found->second.back();
}

const std::vector<std::string>& Arguments::all(std::string_view name) const {
  static const std::vector<std::string> kNone;
  const auto found = values.find(name);
  return found == values.end() ? kNone : found->second;
}

}  // namespace jalon::cli
