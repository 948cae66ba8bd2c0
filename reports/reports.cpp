#include "reports/reports.hpp"

#include "reports/kinds.hpp"

#include <algorithm>
#include <array>

namespace jalon::reports {
namespace {

constexpr std::array kKinds{
    ReportKind{"progress", "how far each initiative is, with counts and outlook", &progress_report},
    ReportKind{"gap", "what is missing: results, data, and parts of the plan", &gap_report},
};

}  // namespace

std::span<const ReportKind> report_kinds() noexcept { return kKinds; }

const ReportKind* find_report(std::string_view name) noexcept {
  const auto found = std::ranges::find(kKinds, name, &ReportKind::name);
  return found == kKinds.end() ? nullptr : &*found;
}

}  // namespace jalon::reports
