#pragma once

#include "rules/definitions/names.hpp"
#include "rules/definitions/toml_tree.hpp"
#include "rules/definitions/values.hpp"
#include "rules/model/programme.hpp"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace jalon::definitions {

/// An id that something was called by before.
struct FormerId {
  std::string id;
  Spot spot;
};

/// What all readers share while a programme is put together.
struct Reading {
  Problems problems;
  Names names = {};
  Programme programme = {};
  std::vector<std::string> files = {};  ///< names of the files, as Spot counts them
  /// Read without a mistake, so worth checking targets against.
  std::vector<bool> sound_indicators = {};
  std::vector<FormerId> former_ids = {};
  /// Of the programme's targets: read without a mistake, so worth checking revisions against.
  std::vector<bool> sound_targets = {};
  std::vector<std::vector<Spot>> member_spots = {};  ///< of each commitment's members
  bool axes_known = false;  ///< areas and levels of the programme were read
  /// Targets and parts of splits by their full ids, once all targets are read.
  std::unordered_map<std::string, std::uint32_t> targets = {};
  std::set<std::string> broken_splits = {};  ///< targets whose parts could not be made
};

/// Reads one table key by key. Whatever nobody asked for by the end is an unknown key, so a reader
/// asks for every key that its table may have, present or not.
class TableReader {
 public:
  /// `title` is how messages call the table: "[[target]]", "`split`".
  TableReader(Reading& reading, const Node& table, std::string title);

  [[nodiscard]] Reading& reading() const noexcept { return reading_; }
  [[nodiscard]] Problems& problems() const noexcept { return reading_.problems; }
  [[nodiscard]] const Node& table() const noexcept { return table_; }
  [[nodiscard]] const std::string& title() const noexcept { return title_; }
  [[nodiscard]] Place place() const;

  /// The entry, or nullptr if the table has none.
  [[nodiscard]] const Entry* take(std::string_view key);
  /// The entry; its absence is a mistake.
  [[nodiscard]] const Entry* require(std::string_view key);

  /// A key that a later release will read.
  void not_supported(std::string_view key);
  /// A key of the language that means nothing here; `why` follows "`start` ".
  void misplaced(std::string_view key, std::string_view why);
  /// Says which keys the table may not have.
  void finish();

  // Absent: nothing, without a word. Wrong: nothing, and said.
  [[nodiscard]] std::optional<std::string> text(std::string_view key);
  [[nodiscard]] std::optional<std::string> required_text(std::string_view key);
  [[nodiscard]] std::optional<bool> truth(std::string_view key);
  [[nodiscard]] std::optional<DateExpression> date(std::string_view key);
  [[nodiscard]] std::optional<std::size_t> choice(std::string_view key,
                                                  std::span<const std::string_view> words);

  /// A reference to a definition of another kind.
  template <class Definition>
  [[nodiscard]] std::optional<Ref<Definition>> reference(std::string_view key, Kind kind) {
    const auto index = index_of(take(key), kind);
    if (!index) return std::nullopt;
    return Ref<Definition>{*index};
  }
  [[nodiscard]] std::optional<std::uint32_t> index_of(const Entry* entry, Kind kind);

 private:
  Reading& reading_;
  const Node& table_;
  std::string title_;
  std::vector<std::string_view> known_;
};

}  // namespace jalon::definitions
