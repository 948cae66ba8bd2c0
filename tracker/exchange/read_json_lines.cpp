#include "tracker/exchange/json_tree.hpp"
#include "tracker/exchange/rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace jalon::exchange {
namespace {

using Kind = JsonValue::Kind;

/// Room for the longest field and everything else.
constexpr std::size_t kLongestLine = 2 * kLongestField;

/// Makes a row of one line.
class LineReader {
 public:
  LineReader(const Programme& programme, const ImportOptions& options, SourceText& source,
             std::size_t line_start)
      : programme_{programme}, options_{options}, source_{source}, line_start_{line_start} {}

  /// Nothing if the line has problems.
  std::optional<Row> read(std::string_view line) {
    row_.start = {"", line_start_, 1};
    if (line.size() > kLongestLine) {
      source_.add(row_.start, "line-too-long", "the line is longer than 2 MiB", "");
      return std::nullopt;
    }
    auto parsed = parse_json(line);
    if (const auto* mistake = std::get_if<JsonMistake>(&parsed)) {
      fail({"", line_start_ + mistake->offset, mistake->bytes}, mistake->code, mistake->message);
    } else {
      read_object(std::get<JsonValue>(parsed));
    }
    if (!sound_) return std::nullopt;
    return std::move(row_);
  }

 private:
  void fail(const Cell& where, std::string_view code, std::string message, std::string hint = {}) {
    sound_ = false;
    source_.add(where, code, std::move(message), std::move(hint));
  }

  Cell cell(const JsonValue& value) const {
    return {value.text, line_start_ + value.offset, value.bytes};
  }

  void read_object(const JsonValue& value) {
    if (value.kind != Kind::object) {
      fail(cell(value), "wrong-type", "each line holds one object", "{\"indicator\": ...}");
      return;
    }
    for (std::size_t i = 0; i < value.keys.size(); ++i)
      read_member(value.keys[i], value.elements[i]);
  }

  void read_member(const JsonValue& key, const JsonValue& value) {
    const std::string& name = key.text;
    if (name == "set") {
      read_set(value);
    } else if (name == "evidence") {
      read_evidence(value);
    } else if (name == "kind") {
      read_kinds(value);
    } else if (std::ranges::find(field_names(), name) == field_names().end()) {
      fail(cell(key), "unknown-key", fmt::format("`{}` is not a field", printable(name)),
           name.starts_with("set.") ? "`set` is an object: {\"set\": {\"kind\": \"...\"}}"
                                    : hint_for(programme_, name));
    } else {
      const bool number = name == "add" || name == "is";
      if (auto text = read_text(name, value, number)) {
        if (number && options_.decimal_comma && value.kind == Kind::text) {
          read_decimal_comma(*text, source_);
        }
        row_.fields.emplace(name, std::move(*text));
      }
    }
  }

  /// A text that says something (or a number as it was written, where one may stand).
  std::optional<Cell> read_text(std::string_view name, const JsonValue& value,
                                bool number = false) {
    if (value.kind != Kind::text && !(number && value.kind == Kind::number)) {
      fail(cell(value), "wrong-type",
           fmt::format("`{}` is a {}", printable(name), number ? "number or a text" : "text"),
           value.kind == Kind::null     ? "leave out what is not known"
           : value.kind == Kind::number ? fmt::format("write \"{}\"", value.text)
                                        : "");
      return std::nullopt;
    }
    if (value.text.empty()) {
      fail(cell(value), "empty-text", fmt::format("`{}` says nothing", printable(name)),
           "leave it out");
      return std::nullopt;
    }
    if (value.text.size() > kLongestField) {
      fail(cell(value), "field-too-long", "a field is longer than 1 MiB", "");
      return std::nullopt;
    }
    return cell(value);
  }

  void read_set(const JsonValue& value) {
    if (value.kind != Kind::object) {
      fail(cell(value), "wrong-type", "`set` is an object of dimensions",
           "{\"set\": {\"kind\": \"...\"}}");
      return;
    }
    for (std::size_t i = 0; i < value.keys.size(); ++i) {
      const std::string name = "set." + value.keys[i].text;
      if (auto text = read_text(name, value.elements[i])) {
        row_.fields.emplace(name, std::move(*text));
      }
    }
  }

  void read_evidence(const JsonValue& value) {
    if (value.kind != Kind::array) {
      fail(cell(value), "wrong-type", "`evidence` is an array", "[\"https://example.org/a\"]");
      return;
    }
    for (const JsonValue& element : value.elements) {
      if (element.kind == Kind::object) {
        read_evidence_object(element);
      } else if (auto text = read_text("evidence", element)) {
        row_.evidence.push_back({std::move(*text)});
      }
    }
  }

  void read_evidence_object(const JsonValue& object) {
    EvidenceCell evidence{cell(object)};
    for (std::size_t i = 0; i < object.keys.size(); ++i) {
      const JsonValue& key = object.keys[i];
      auto text = read_text(key.text, object.elements[i]);
      if (key.text == "text") {
        if (text) evidence.text = std::move(*text);
      } else if (key.text == "kind") {
        evidence.kind = std::move(text);
      } else {
        fail(cell(key), "unknown-key",
             fmt::format("`{}` is not a key of a piece of evidence", printable(key.text)),
             "it has `text` and `kind`");
      }
    }
    if (evidence.text.text.empty() && sound_) {
      fail(cell(object), "missing-key", "a piece of evidence has no `text`");
    }
    row_.evidence.push_back(std::move(evidence));
  }

  void read_kinds(const JsonValue& value) {
    if (value.kind != Kind::array) {
      if (auto text = read_text("kind", value)) row_.kinds.push_back(std::move(*text));
      return;
    }
    for (const JsonValue& element : value.elements) {
      if (auto text = read_text("kind", element)) row_.kinds.push_back(std::move(*text));
    }
  }

  const Programme& programme_;
  const ImportOptions& options_;
  SourceText& source_;
  std::size_t line_start_;
  Row row_;
  bool sound_ = true;
};

}  // namespace

Result<ImportedRows> read_json_lines(const Programme& programme, std::string_view file_name,
                                     std::string_view text, const ImportOptions& options) {
  SourceText source{file_name, text};
  std::size_t start = 0;
  if (!check_text(source, start)) return source.take_problems();
  RowReader rows{programme, options, source};
  while (start < text.size()) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    const std::string_view line = text.substr(start, end - start);
    if (line.find_first_not_of(" \t\r") != std::string_view::npos) {
      if (const auto row = LineReader{programme, options, source, start}.read(line)) {
        rows.read(*row);
      }
    }
    start = end + 1;
  }
  return rows.finish();
}

}  // namespace jalon::exchange
