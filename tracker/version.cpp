#include "tracker/version.hpp"

namespace jalon {

std::string_view version() noexcept { return JALON_VERSION; }

}  // namespace jalon
