#pragma once

#include "reports/labels.hpp"
#include "reports/sheets.hpp"
#include "reports/workbook.hpp"

#include <cstdint>
#include <string_view>

namespace jalon::reports {

/// A typed cell: numbers as numbers, days as days, a status with its word and colours.
void write_cell(Workbook& book, std::uint32_t row, std::size_t column, const Cell& cell,
                const Labels& words, int indent = 0);

/// In characters: room for the header and its filter.
[[nodiscard]] int column_width(std::string_view header);

/// Header, rows, filter. A number's unit stands in a column of its own; what a row says beside its
/// cells in the last one. Rows beyond what a sheet can hold are left out.
void write_sheet(Workbook& book, const Sheet& sheet, const Labels& words);

}  // namespace jalon::reports
