// SARIF 2.1.0: the document, and the findings among verdicts.
#include "reports/sarif.hpp"

#include "reports/json_members.hpp"
#include "reports/junit.hpp"
#include "reports/wording.hpp"
#include "rules/engine/rollup.hpp"

#include <fmt/format.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <algorithm>
#include <stdexcept>

namespace jalon::reports {
namespace {

constexpr std::string_view kWorkspaceFile = "jalon.toml";

/// A relative reference: everything that could mean something in a URI is percent-encoded.
std::string as_uri(std::string_view path) {
  constexpr std::string_view kPlain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/";
  std::string uri;
  for (const char c : path) {
    if (kPlain.find(c) != std::string_view::npos)
      uri += c;
    else
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return uri;
}

using PrettyWriter = rapidjson::PrettyWriter<rapidjson::StringBuffer>;

class SarifDocument {
 public:
  explicit SarifDocument(const SarifRun& run) : run_{run} {}

  std::string write() {
    out_.element([&] {
      out_.text("$schema",
                "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
                "sarif-schema-2.1.0.json");
      out_.text("version", "2.1.0");
      out_.list("runs", [&] { out_.element([&] { write_run(); }); });
    });
    return std::string{buffer_.GetString(), buffer_.GetSize()} + "\n";
  }

 private:
  void write_run() {
    out_.object("tool", [&] { out_.object("driver", [&] { write_driver(); }); });
    out_.text("columnKind", "unicodeCodePoints");
    out_.object("originalUriBaseIds", [&] {
      out_.object("WORKSPACE",
                  [&] { message("description", "The folder of the workspace file, jalon.toml."); });
    });
    out_.list("results", [&] {
      for (const SarifResult& one : run_.results) out_.element([&] { write_result(one); });
    });
  }

  void write_driver() {
    out_.text("name", "jalon");
    out_.text("version", run_.version);
    out_.list("rules", [&] {
      for (const auto& entry : run_.rules)
        out_.element([&] { write_rule(entry.first, entry.second); });
    });
  }

  void write_rule(const std::string& id, const SarifRule& rule) {
    out_.text("id", id);
    if (!rule.means.empty()) {
      message("shortDescription", rule.means);
      message("fullDescription", rule.means);
    }
    if (!rule.advice.empty()) message("help", rule.advice);
    out_.object("defaultConfiguration", [&] { out_.text("level", rule.level); });
  }

  void write_result(const SarifResult& one) {
    if (!run_.rules.contains(one.rule)) throw std::out_of_range{"no SARIF rule " + one.rule};
    out_.text("ruleId", one.rule);
    out_.number("ruleIndex", static_cast<std::uint32_t>(
                                 std::distance(run_.rules.begin(), run_.rules.find(one.rule))));
    if (one.open) out_.text("kind", "open");
    out_.text("level", one.open ? "none" : one.level);
    message("message", one.message);
    out_.list("locations", [&] {
      out_.element([&] { out_.object("physicalLocation", [&] { write_place(one); }); });
    });
    if (!one.about.empty())
      out_.object("partialFingerprints", [&] { out_.text("verdict/v1", one.about); });
  }

  void write_place(const SarifResult& one) {
    out_.object("artifactLocation", [&] {
      out_.text("uri",
                one.place.file.empty() ? std::string{kWorkspaceFile} : as_uri(one.place.file));
      out_.text("uriBaseId", "WORKSPACE");
    });
    const std::uint32_t line = std::max(one.place.line, 1U);
    const std::uint32_t column = std::max(one.place.column, 1U);
    out_.object("region", [&] {
      out_.number("startLine", line);
      if (one.length == 0) return;
      out_.number("startColumn", column);
      out_.number("endLine", line);
      out_.number("endColumn", column + one.length);
    });
  }

  void message(std::string_view name, std::string_view said) {
    out_.object(name, [&] { out_.text("text", said); });
  }

  const SarifRun& run_;
  rapidjson::StringBuffer buffer_ = {};
  PrettyWriter json_{buffer_};
  JsonMembers<PrettyWriter> out_{json_};
};

std::string_view level_of(Severity severity) {
  if (severity >= Severity::high) return "error";
  return severity == Severity::medium ? "warning" : "note";
}

SarifResult result_of(const Report& report, const engine::Verdict& verdict, bool open,
                      const Labels& words) {
  const Programme& programme = *report.programme;
  return {std::string{engine::name(verdict.status)},
          std::string{level_of(engine::severity_of(programme, verdict))},
          printable(fmt::format("{} ({}): {}", title_of(programme, verdict, words.language()),
                                verdict.id, sentence(programme, verdict, words))),
          engine::definition_of(programme, verdict).place,
          0,
          open,
          programme.id + "/" + printable(verdict.id)};
}

}  // namespace

std::string sarif_text(const SarifRun& run) { return SarifDocument{run}.write(); }

std::string render_sarif(const Report& report, const RenderOptions& options) {
  SarifRun run{report.head.version};
  const auto add = [&](const std::vector<const engine::Verdict*>& verdicts, bool open) {
    for (const engine::Verdict* verdict : verdicts) {
      run.results.push_back(result_of(report, *verdict, open, options.words));
      run.rules.try_emplace(run.results.back().rule, SarifRule{"warning"});
    }
  };
  add(report.findings, false);
  add(undecided_of(report), true);
  return sarif_text(run);
}

}  // namespace jalon::reports
