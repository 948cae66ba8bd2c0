#include "reports/chart.hpp"

namespace jalon::reports {

Table table_of(const Chart& chart) {
  Table table = chart.data;
  if (table.caption.empty()) table.caption = chart.caption;
  return table;
}

}  // namespace jalon::reports
