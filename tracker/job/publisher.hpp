#pragma once

#include "tracker/job/ledger.hpp"
#include "tracker/job/making.hpp"
#include "tracker/world.hpp"

#include <filesystem>
#include <functional>
#include <string>

namespace jalon::job {

/// Puts reports into the workspace, and into the entry of the run what became of them.
class Publisher {
 public:
  struct Manner {
    bool replace = false;  ///< write over files that are there
    bool dry_run = false;  ///< say which files it would be, write none
    bool quiet = false;    ///< of success say nothing
  };
  Publisher(std::filesystem::path store, Manner manner, World& world)
      : store_{std::move(store)}, manner_{manner}, world_{world} {}

  /// Makes one report and writes its files and its link, all of them or none. OutputError also if
  /// a file is there that the job did not make.
  void publish(const Making& making, int edition, History& history, Entry& entry);
  /// Does it; a failure is told and remembered in the entry, and the others go on.
  void guarded(const ScheduledReport& report, const reports::ReportPeriod& period, Entry& entry,
               const std::function<void()>& action);

 private:
  void write(const Making& making, const std::vector<std::string>& paths, History& history,
             const Entry& entry);
  void check_own(const std::filesystem::path& root, const std::filesystem::path& file,
                 const History& history) const;
  void announce(std::vector<std::string> files, History& history, const Entry& entry);
  void tell_file(const Publication& made, const std::string& file);

  std::filesystem::path store_;
  Manner manner_;
  World& world_;
};

}  // namespace jalon::job
