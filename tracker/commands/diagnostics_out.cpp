#include "tracker/commands/diagnostics_out.hpp"

#include "data/files.hpp"
#include "reports/json_members.hpp"
#include "reports/sarif.hpp"
#include "tracker/version.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <optional>

namespace jalon::commands {
namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

std::string_view level(Diagnostic::Severity severity) {
  return severity == Diagnostic::Severity::error ? "error" : "warning";
}

std::string sentence(std::string_view text) {
  std::string out{text};
  if (!out.empty() && out.front() >= 'a' && out.front() <= 'z')
    out.front() = static_cast<char>(out.front() - 'a' + 'A');
  if (!out.ends_with('.') && !out.ends_with('?')) out += '.';
  return out;
}

/// What is known of a code; the manual may not explain it.
reports::SarifRule rule_of(const Diagnostic& one, const std::vector<CodeHelp>& help) {
  reports::SarifRule rule{std::string{level(one.severity)}};
  const auto found = std::ranges::find(help, one.code, &CodeHelp::code);
  if (found != help.end()) {
    rule.means = sentence(found->means);
    rule.advice = sentence(found->advice);
  }
  return rule;
}

reports::SarifResult result_of(const Diagnostic& one) {
  std::string message = sentence(one.message);
  if (!one.hint.empty()) message += " " + sentence(one.hint);
  return {one.code, std::string{level(one.severity)}, std::move(message), one.where,
          std::max(one.length, 1U)};
}

std::string_view trimmed(std::string_view cell) {
  const auto first = cell.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return cell.substr(first, cell.find_last_not_of(' ') - first + 1);
}

/// A row of the manual: "| `code` | means | advice |".
std::optional<CodeHelp> read_row(std::string_view line) {
  if (!line.starts_with("| `")) return std::nullopt;
  const std::size_t second = line.find('|', 1);
  const std::size_t third = line.find('|', second + 1);
  const std::size_t fourth = line.find('|', third + 1);
  if (fourth == std::string_view::npos) return std::nullopt;
  std::string_view code = trimmed(line.substr(1, second - 1));
  code = code.substr(1, code.size() - 2);
  return CodeHelp{std::string{code},
                  std::string{trimmed(line.substr(second + 1, third - second - 1))},
                  std::string{trimmed(line.substr(third + 1, fourth - third - 1))}};
}

}  // namespace

std::vector<CodeHelp> manual_codes() {
  std::vector<CodeHelp> codes;
  std::string_view page = data::find("manual/diagnostics.md").value_or("");
  while (!page.empty()) {
    const std::size_t end = std::min(page.find('\n'), page.size());
    if (auto row = read_row(page.substr(0, end))) codes.push_back(std::move(*row));
    page.remove_prefix(std::min(end + 1, page.size()));
  }
  return codes;
}

std::string diagnostics_json(const Diagnostics& diagnostics) {
  rapidjson::StringBuffer buffer;
  Writer json{buffer};
  reports::JsonMembers out{json};
  out.element([&] {
    out.text("schema", "jalon.lint/1");
    out.list("diagnostics", [&] {
      for (const Diagnostic& one : diagnostics) {
        out.element([&] {
          out.text("severity", level(one.severity));
          out.text("code", one.code);
          out.text("message", one.message);
          out.text_or_null("file", printable(one.where.file));
          out.number_or_null("line", one.where.line);
          out.number_or_null("column", one.where.column);
          out.text_or_null("hint", one.hint);
        });
      }
    });
  });
  return std::string{buffer.GetString(), buffer.GetSize()} + "\n";
}

std::string diagnostics_sarif(const Diagnostics& diagnostics, const std::vector<CodeHelp>& help) {
  reports::SarifRun run{std::string{version()}};
  for (const Diagnostic& one : diagnostics) {
    run.results.push_back(result_of(one));
    const auto [rule, added] = run.rules.try_emplace(one.code, rule_of(one, help));
    if (!added && one.severity == Diagnostic::Severity::error) rule->second.level = "error";
  }
  return reports::sarif_text(run);
}

}  // namespace jalon::commands
