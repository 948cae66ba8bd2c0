#pragma once

#include "tracker/job/plan.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What the job remembers: lines of JSON in the store's ledger. A line stands for the files that are
// about to be written, or for a whole run.

namespace jalon::job {

/// A report that was made.
struct Publication {
  std::string report;
  std::string period;
  int edition = 1;
  std::string definitions;              ///< hash of those that it was made from, which are kept
  std::string known;                    ///< day
  std::int64_t last_record = 0;         ///< of the log that it was made from
  std::vector<std::string> files = {};  ///< in the workspace
  friend bool operator==(const Publication&, const Publication&) = default;
};

/// A report that could not be made.
struct Failure {
  std::string report;
  std::string period;
  std::string reason;
  friend bool operator==(const Failure&, const Failure&) = default;
};

/// A period that was looked at again and had not changed.
struct Unchanged {
  std::string report;
  std::string period;
  friend bool operator==(const Unchanged&, const Unchanged&) = default;
};

/// A promise that people were told about, with the status that it had.
struct Mention {
  std::string id;
  std::string status;
  friend bool operator==(const Mention&, const Mention&) = default;
};

/// What became of a message: it was sent, or there was nothing to say; else "failed: why".
inline constexpr std::string_view kSent = "sent";
inline constexpr std::string_view kNothing = "nothing";

/// One line.
struct Entry {
  enum class Kind {
    writing,  ///< these files may be there from now on, even if the run is killed
    run,      ///< a run ended
  };
  Kind kind = Kind::run;
  std::string at;   ///< "2020-02-25T09:30:00.000000Z"
  std::string day;  ///< the same in the programme's zone
  int exit_code = 0;
  std::string version = {};
  std::int64_t last_record = 0;
  std::string definitions = {};  ///< hash of those of the day
  std::vector<Publication> published = {};
  std::vector<Unchanged> unchanged = {};
  std::vector<Failure> failed = {};
  int behind = 0;           ///< periods left to later runs
  std::string reason = {};  ///< why nothing was made at all
  std::string notice = {};  ///< kSent, kNothing or why not; empty: nobody is to be told
  std::vector<Mention> mentioned = {};
  std::vector<std::string> files = {};  ///< of `writing`
  friend bool operator==(const Entry&, const Entry&) = default;
};

/// The line of an entry, and back. Nothing for a line that a later program wrote.
[[nodiscard]] std::string to_line(const Entry& entry);
[[nodiscard]] std::optional<Entry> from_line(std::string_view line);

/// What all lines come to.
struct History {
  std::vector<Publication> latest = {};          ///< of each report and period the newest edition
  std::vector<Published> published = {};         ///< the same for the planner, in the same order
  std::vector<std::string> files = {};           ///< that the job may have made
  std::optional<std::string> last_success = {};  ///< instant of the last run that worked
  std::optional<Date> last_day = {};             ///< latest day of any run
};
[[nodiscard]] History history_of(const std::vector<Entry>& entries);

/// All entries of a store's ledger. StoreError damaged, or newer if a line is of a later program.
[[nodiscard]] std::vector<Entry> read_entries(const std::filesystem::path& store);

}  // namespace jalon::job
