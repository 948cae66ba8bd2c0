#pragma once

#include "tracker/exchange/source_text.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace jalon::exchange {

/// Reads RFC 4180 row by row; lines may end with LF alone. Mistakes are added to the file's.
class CsvReader {
 public:
  CsvReader(SourceText& source, std::size_t start, char separator)
      : source_{source}, text_{source.text()}, at_{start}, separator_{separator} {}

  /// On to the next row; false at the end. Rows without any text are passed over.
  [[nodiscard]] bool next();
  [[nodiscard]] std::vector<Cell>& cells() { return cells_; }
  [[nodiscard]] bool is_sound() const { return sound_; }  ///< this row could be read

 private:
  [[nodiscard]] bool at_end() const { return at_ == text_.size(); }
  [[nodiscard]] bool at_line_end() const;
  void read_row();
  void read_cell();
  void read_quoted(Cell& cell);
  void read_plain(Cell& cell);
  void fail(const Cell& where, std::string message, std::string hint);

  SourceText& source_;
  std::string_view text_;
  std::size_t at_;
  char separator_;
  std::vector<Cell> cells_;
  bool sound_ = true;
};

/// What spreadsheets would run as a formula gets an apostrophe in front, unless it is a plain
/// number; undone() takes it away again.
[[nodiscard]] std::string defused(std::string text);
[[nodiscard]] std::string undone(std::string text);

/// A cell as it is written: quoted where RFC 4180 asks for it.
[[nodiscard]] std::string csv_cell(std::string_view text);

}  // namespace jalon::exchange
