#include "tracker/commands/diagnostics_out.hpp"

#include "data/files.hpp"
#include "tracker/include_files.hpp"
#include "tracker/version.hpp"

#include <fmt/format.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <map>
#include <optional>

namespace jalon::commands {
namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;
using PrettyWriter = rapidjson::PrettyWriter<rapidjson::StringBuffer>;

/// Writes keys with their values; text is UTF-8.
template <class Json>
class Members {
 public:
  explicit Members(Json& json) : json_{json} {}

  void text(std::string_view key, std::string_view text) {
    name(key);
    string(text);
  }
  void text_or_null(std::string_view key, std::string_view text) {
    name(key);
    if (text.empty())
      json_.Null();
    else
      string(text);
  }
  void number(std::string_view key, std::uint32_t number) {
    name(key);
    json_.Uint(number);
  }
  void number_or_null(std::string_view key, std::uint32_t number) {
    name(key);
    if (number == 0)
      json_.Null();
    else
      json_.Uint(number);
  }
  void truth(std::string_view key, bool value) {
    name(key);
    json_.Bool(value);
  }
  template <class Content>
  void object(std::string_view key, Content content) {
    name(key);
    element(content);
  }
  template <class Content>
  void list(std::string_view key, Content content) {
    name(key);
    json_.StartArray();
    content();
    json_.EndArray();
  }
  /// An object in a list, or the whole document.
  template <class Content>
  void element(Content content) {
    json_.StartObject();
    content();
    json_.EndObject();
  }

 private:
  void name(std::string_view key) {
    json_.Key(key.data(), static_cast<rapidjson::SizeType>(key.size()));
  }
  void string(std::string_view text) {
    json_.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  }
  Json& json_;
};

std::string_view level(Diagnostic::Severity severity) {
  return severity == Diagnostic::Severity::error ? "error" : "warning";
}

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

std::string sentence(std::string_view text) {
  std::string out{text};
  if (!out.empty() && out.front() >= 'a' && out.front() <= 'z')
    out.front() = static_cast<char>(out.front() - 'a' + 'A');
  if (!out.ends_with('.') && !out.ends_with('?')) out += '.';
  return out;
}

/// The codes that occur, each once, with the gravest severity that it has.
std::map<std::string, Diagnostic::Severity> codes_of(const Diagnostics& diagnostics) {
  std::map<std::string, Diagnostic::Severity> codes;
  for (const Diagnostic& one : diagnostics) {
    const auto [found, added] = codes.try_emplace(one.code, one.severity);
    if (!added) found->second = std::min(found->second, one.severity);
  }
  return codes;
}

/// One SARIF document.
class Sarif {
 public:
  Sarif(const Diagnostics& diagnostics, const std::vector<CodeHelp>& help)
      : diagnostics_{diagnostics}, help_{help}, codes_{codes_of(diagnostics)} {}

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
      out_.object("WORKSPACE", [&] {
        write_text("description", "The folder of the workspace file, jalon.toml.");
      });
    });
    out_.list("results", [&] {
      for (const Diagnostic& one : diagnostics_) out_.element([&] { write_result(one); });
    });
  }

  void write_driver() {
    out_.text("name", "jalon");
    out_.text("version", version());
    out_.list("rules", [&] {
      for (const auto& [code, severity] : codes_) {
        out_.element([&, &id = code, &grave = severity] { write_rule(id, grave); });
      }
    });
  }

  void write_rule(const std::string& code, Diagnostic::Severity severity) {
    out_.text("id", code);
    const auto found = std::ranges::find(help_, code, &CodeHelp::code);
    if (found != help_.end()) {
      write_text("shortDescription", sentence(found->means));
      write_text("fullDescription", sentence(found->means));
      write_text("help", sentence(found->advice));
    }
    out_.object("defaultConfiguration", [&] { out_.text("level", level(severity)); });
  }

  void write_result(const Diagnostic& one) {
    out_.text("ruleId", one.code);
    out_.number("ruleIndex",
                static_cast<std::uint32_t>(std::distance(codes_.begin(), codes_.find(one.code))));
    out_.text("level", level(one.severity));
    write_text("message", one.hint.empty() ? sentence(one.message)
                                           : sentence(one.message) + " " + sentence(one.hint));
    out_.list("locations", [&] {
      out_.element([&] { out_.object("physicalLocation", [&] { write_place(one); }); });
    });
  }

  void write_place(const Diagnostic& one) {
    out_.object("artifactLocation", [&] {
      out_.text("uri", one.where.file.empty() ? kWorkspaceFile : as_uri(one.where.file));
      out_.text("uriBaseId", "WORKSPACE");
    });
    const std::uint32_t line = std::max(one.where.line, 1U);
    const std::uint32_t column = std::max(one.where.column, 1U);
    out_.object("region", [&] {
      out_.number("startLine", line);
      out_.number("startColumn", column);
      out_.number("endLine", line);
      out_.number("endColumn", column + std::max(one.length, 1U));
    });
  }

  void write_text(std::string_view key, std::string_view text) {
    out_.object(key, [&] { out_.text("text", text); });
  }

  const Diagnostics& diagnostics_;
  const std::vector<CodeHelp>& help_;
  std::map<std::string, Diagnostic::Severity> codes_;
  rapidjson::StringBuffer buffer_ = {};
  PrettyWriter json_{buffer_};
  Members<PrettyWriter> out_{json_};
};

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
  Members out{json};
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
  return Sarif{diagnostics, help}.write();
}

}  // namespace jalon::commands
