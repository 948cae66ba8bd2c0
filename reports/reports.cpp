#include "reports/reports.hpp"

#include "reports/kinds.hpp"

#include <algorithm>
#include <array>

namespace jalon::reports {
namespace {

constexpr std::array kKinds{
    ReportKind{"progress", "how far each initiative is, with counts and outlook", &progress_report,
               true},
    ReportKind{"gap", "what is missing: results, data, and parts of the plan", &gap_report},
    ReportKind{"initiative", "everything about initiatives: promises, records, what happened",
               &initiative_report, false, true},
    ReportKind{"timeline", "deadlines past and next, with their windows", &timeline_report},
    ReportKind{"evidence", "how we know: evidence, freshness, completeness, sources",
               &evidence_report},
    ReportKind{"changes", "what moved since a day, and because of what", &changes_report, true},
    ReportKind{"periodic", "progress, gaps and changes of one period", &periodic_report, true},
};

}  // namespace

std::span<const ReportKind> report_kinds() noexcept { return kKinds; }

const ReportKind* find_report(std::string_view name) noexcept {
  const auto found = std::ranges::find(kKinds, name, &ReportKind::name);
  return found == kKinds.end() ? nullptr : &*found;
}

}  // namespace jalon::reports
