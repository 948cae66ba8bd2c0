#pragma once

#include "reports/renderers.hpp"

#include <string>
#include <string_view>

// Tables on a terminal, and the few escape sequences that colour takes.

namespace jalon::reports {

inline constexpr int kUnlimited = 100'000;  ///< columns, where nothing is to be cut

/// A cell as people read it on a terminal: "x missed", "80 000 000 EUR"; safe to show.
[[nodiscard]] std::string cell_text(const Cell& cell, const Labels& words);

/// Columns aligned, all lines within the width: the least important columns are dropped, then texts
/// are broken into lines.
[[nodiscard]] std::string terminal_table(const Table& table, const RenderOptions& options,
                                         int indent, bool with_head = true);

[[nodiscard]] std::string bold(std::string_view text, bool color);
[[nodiscard]] std::string faint(std::string_view text, bool color);
[[nodiscard]] std::string colored(std::string_view text, engine::Status status, bool color);

}  // namespace jalon::reports
