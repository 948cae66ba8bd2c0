#include "tracker/refused.hpp"

namespace jalon {

Diagnostic problem(std::string code, std::string message, std::string hint) {
  Diagnostic diagnostic;
  diagnostic.code = std::move(code);
  diagnostic.message = std::move(message);
  diagnostic.hint = std::move(hint);
  return diagnostic;
}

void refuse_usage(std::string code, std::string message, std::string hint) {
  throw Refused{ExitCode::usage, {problem(std::move(code), std::move(message), std::move(hint))}};
}

}  // namespace jalon
