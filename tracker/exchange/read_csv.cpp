#include "tracker/exchange/csv.hpp"
#include "tracker/exchange/rows.hpp"

#include "rules/model/suggest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace jalon::exchange {
namespace {

/// A column that --map gives this name is left out on purpose.
constexpr std::string_view kLeftOut = "-";

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return std::string{text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1)};
}

/// The parts of a list: `|` separates, `\|` stands for the sign itself.
std::vector<Cell> split_list(const Cell& cell) {
  std::vector<Cell> parts{{"", cell.offset, cell.bytes}};
  for (std::size_t i = 0; i < cell.text.size(); ++i) {
    if (cell.text.compare(i, 2, "\\|") == 0) {
      parts.back().text += cell.text[++i];
    } else if (cell.text[i] == '|') {
      parts.push_back({"", cell.offset, cell.bytes});
    } else {
      parts.back().text += cell.text[i];
    }
  }
  for (Cell& part : parts) part.text = trimmed(part.text);
  return parts;
}

/// The field that each column stands for.
class Columns {
 public:
  Columns(const Programme& programme, const ImportOptions& options, SourceText& source)
      : programme_{programme}, options_{options}, source_{source} {}

  void read(const std::vector<Cell>& header) {
    for (const Cell& cell : header) names_.push_back(name_of(cell));
    check_map(header);
    const auto has = [this](std::string_view name) {
      return std::ranges::find(names_, name) != names_.end();
    };
    if (!has("indicator") && !has("milestone")) {
      source_.add(header.front(), "missing-column",
                  "no column says what a row is about: `indicator` or `milestone`",
                  "--map COLUMN=indicator says which column it is");
    }
    if (!has("on")) {
      source_.add(header.front(), "missing-column", "no column says when something happened: `on`",
                  "--map COLUMN=on says which column it is");
    }
  }
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

 private:
  std::string name_of(const Cell& cell) {
    const std::string written = trimmed(cell.text);
    const auto mapped = options_.columns.find(written);
    std::string name = mapped == options_.columns.end() ? written : mapped->second;
    if (name == kLeftOut && mapped != options_.columns.end()) return name;
    if (name.empty()) return name;  // its cells must be empty
    if (!is_field(programme_, name)) {
      const std::string help = hint_for(programme_, name);
      source_.add(cell, "unknown-column", fmt::format("`{}` is not a field", printable(name)),
                  help.empty() ? fmt::format("--map {0}=FIELD says what it is, --map {0}=- leaves "
                                             "it out",
                                             printable(written))
                               : help);
    } else if (std::ranges::find(names_, name) != names_.end()) {
      source_.add(cell, "duplicate-column",
                  fmt::format("two columns stand for `{}`", printable(name)), "");
    }
    return name;
  }

  void check_map(const std::vector<Cell>& header) {
    std::vector<std::string> written;
    for (const Cell& cell : header) written.push_back(trimmed(cell.text));
    const std::vector<std::string_view> candidates{written.begin(), written.end()};
    for (const auto& [column, field] : options_.columns) {
      if (std::ranges::find(written, column) != written.end()) continue;
      source_.add(
          "unknown-column",
          fmt::format("--map names column `{}`, which the file does not have", printable(column)),
          did_you_mean(column, candidates));
    }
  }

  const Programme& programme_;
  const ImportOptions& options_;
  SourceText& source_;
  std::vector<std::string> names_;
};

/// How many names of the header are fields if this is the separator.
std::size_t fields_with(const Programme& programme, const ImportOptions& options,
                        const SourceText& source, std::size_t start, char separator) {
  SourceText probe{"", source.text()};  // what goes wrong here is told later
  CsvReader reader{probe, start, separator};
  if (!reader.next()) return 0;
  return static_cast<std::size_t>(std::ranges::count_if(reader.cells(), [&](const Cell& cell) {
    const std::string name = trimmed(cell.text);
    return options.columns.contains(name) || is_field(programme, name);
  }));
}

char find_separator(const Programme& programme, const ImportOptions& options,
                    const SourceText& source, std::size_t start) {
  char best = ',';
  std::size_t most = 0;
  for (const char separator : {',', ';', '\t'}) {
    const std::size_t fields = fields_with(programme, options, source, start, separator);
    if (fields > most) {
      best = separator;
      most = fields;
    }
  }
  return best;
}

/// Puts one cell into the row under its column's name.
void put(const std::string& name, Cell cell, const ImportOptions& options, SourceText& source,
         Row& row) {
  cell.text = undone(name == "note" ? std::move(cell.text) : trimmed(cell.text));
  if (cell.text.empty() || name == kLeftOut) return;
  if (name.empty()) {
    source.add(cell, "unknown-column", "this column has no name", "name it in the first row");
  } else if (name == "evidence") {
    for (Cell& part : split_list(cell)) row.evidence.push_back({std::move(part)});
  } else if (name == "kind") {
    row.kinds = split_list(cell);
  } else {
    if (options.decimal_comma && (name == "add" || name == "is")) read_decimal_comma(cell, source);
    row.fields.emplace(name, std::move(cell));
  }
}

void read_rows(CsvReader& reader, const Columns& columns, const ImportOptions& options,
               SourceText& source, RowReader& rows) {
  const auto& names = columns.names();
  while (reader.next()) {
    if (!reader.is_sound()) continue;
    auto& cells = reader.cells();
    Row row{{"", cells.front().offset, 1}};
    if (cells.size() != names.size()) {
      source.add(
          row.start, "wrong-length",
          fmt::format("this row has {} fields, the first row {}", cells.size(), names.size()),
          "a field that holds the separator stands in quotes");
      continue;
    }
    for (std::size_t i = 0; i < cells.size(); ++i) {
      put(names[i], std::move(cells[i]), options, source, row);
    }
    rows.read(row);
  }
}

}  // namespace

Result<ImportedRows> read_csv(const Programme& programme, std::string_view file_name,
                              std::string_view text, const ImportOptions& options) {
  SourceText source{file_name, text};
  std::size_t start = 0;
  if (!check_text(source, start)) return source.take_problems();
  const char separator =
      options.separator ? *options.separator : find_separator(programme, options, source, start);
  CsvReader reader{source, start, separator};
  Columns columns{programme, options, source};
  if (reader.next() && reader.is_sound()) columns.read(reader.cells());
  if (source.problem_count() > 0) return source.take_problems();
  RowReader rows{programme, options, source};
  read_rows(reader, columns, options, source, rows);
  return rows.finish();
}

}  // namespace jalon::exchange
