#include "tracker/commands/record_line.hpp"

#include "rules/model/diagnostic.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace jalon::commands {
namespace {

std::string_view unit_of_subject(const Programme& programme, std::string_view subject) {
  const auto found = std::ranges::find(programme.indicators, subject, &Indicator::id);
  return found == programme.indicators.end() ? std::string_view{} : found->unit;
}

void add(std::string& line, std::string_view name, const std::string& text) {
  if (!text.empty()) line += fmt::format("  {}{}", name, text);
}

}  // namespace

std::string stated(const Programme& programme, const Record& record) {
  if (record.kind == RecordKind::judgement) return printable(record.stage);
  if (!record.stage.empty()) return fmt::format("stage {}", printable(record.stage));
  if (!record.amount) return {};
  std::string text = printable(record.amount->written);
  if (const auto unit = unit_of_subject(programme, record.subject); !unit.empty())
    text += fmt::format(" {}", printable(unit));
  if (!record.amount->range.is_exact()) text += fmt::format(" ({})", str(record.amount->range));
  return text;
}

std::string when(const DateExpression& happened) {
  const std::string written = printable(happened.written);
  if (happened.from && happened.latest) {
    if (*happened.from == *happened.latest) return written;
    return fmt::format("{} ({} to {})", written, iso(*happened.from), iso(*happened.latest));
  }
  if (happened.latest) return fmt::format("{} (up to {})", written, iso(*happened.latest));
  if (happened.from) return fmt::format("{} (from {})", written, iso(*happened.from));
  return written;
}

std::string dimensions_of(const Record& record) {
  std::string text;
  for (const auto& [dimension, value] : record.dimensions)
    text += fmt::format("{}{}={}", text.empty() ? "" : " ", printable(dimension), printable(value));
  return text;
}

std::string evidence_of(const Record& record) {
  std::string text;
  for (const Evidence& piece : record.evidence)
    text += fmt::format("{}{}", text.empty() ? "" : ", ",
                        printable(piece.kind.empty() ? piece.text : piece.kind));
  return text;
}

std::string record_line(const Programme& programme, const Record& record) {
  std::string line = printable(record.subject);
  if (record.kind == RecordKind::attestation)
    line += fmt::format("  complete through {}",
                        record.happened.latest ? iso(*record.happened.latest) : "?");
  add(line, "", stated(programme, record));
  if (record.kind == RecordKind::judgement)
    add(line, "until ", record.happened.latest ? iso(*record.happened.latest) : "?");
  if (record.kind == RecordKind::record || record.kind == RecordKind::correction)
    add(line, "on ", when(record.happened));
  add(line, "", dimensions_of(record));
  add(line, "key=", printable(record.key));
  add(line, "evidence: ", evidence_of(record));
  return line;
}

}  // namespace jalon::commands
