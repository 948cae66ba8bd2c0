#pragma once

#include "rules/model/diagnostic.hpp"
#include "tracker/exit_code.hpp"

#include <exception>
#include <string>

namespace jalon {

/// A command stops here, before anything was changed, because of what a person wrote. Thrown by the
/// commands and what they share; run() shows the problems and returns the code.
class Refused : public std::exception {
 public:
  Refused(ExitCode code, Diagnostics problems) : code_{code}, problems_{std::move(problems)} {}

  [[nodiscard]] ExitCode code() const noexcept { return code_; }
  [[nodiscard]] const Diagnostics& problems() const noexcept { return problems_; }
  [[nodiscard]] const char* what() const noexcept override { return "refused"; }

 private:
  ExitCode code_;
  Diagnostics problems_;
};

/// One mistake without a place in a file: on the command line, say. `message` and `hint` are shown
/// as they are: what a person typed goes through printable() first.
[[nodiscard]] Diagnostic problem(std::string code, std::string message, std::string hint = {});

/// Wrong usage, exit code 2.
[[noreturn]] void refuse_usage(std::string code, std::string message, std::string hint = {});

}  // namespace jalon
