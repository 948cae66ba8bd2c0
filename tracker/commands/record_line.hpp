#pragma once

#include "rules/model/programme.hpp"
#include "rules/model/record.hpp"

#include <string>

namespace jalon::commands {

/// "+1 PoC", "~20 partner (18..22)", "stage draft": what a record says, safe to show.
[[nodiscard]] std::string stated(const Programme& programme, const Record& record);
/// "2020-01-15", "mid-2020 (2020-06-01 to 2020-07-31)", "../2020-02-25 (up to 2020-02-25)"
[[nodiscard]] std::string when(const DateExpression& happened);
/// "kind=individual company=Beta"
[[nodiscard]] std::string dimensions_of(const Record& record);
/// "press", "press, contract", the reference itself where it has no kind; or empty
[[nodiscard]] std::string evidence_of(const Record& record);

/// A record as `log` prints it:
/// "poc  +1 PoC  on 2020-01-15  kind=individual  key=A  evidence: press"
[[nodiscard]] std::string record_line(const Programme& programme, const Record& record);

}  // namespace jalon::commands
