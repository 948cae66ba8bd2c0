#pragma once

#include "reports/table.hpp"

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

// Charts as data, before anybody draws them. Numbers are exact; the renderer turns them into
// places.

namespace jalon::reports {

/// What is on record from this day on, until the next point.
struct CoursePoint {
  Date on;
  std::optional<Decimal> value;  ///< as the verdict shows it; nothing: unknown
  std::optional<Decimal> lo;     ///< what it may be; nothing: no end is known
  std::optional<Decimal> hi;
};
/// What is asked for on a day, straight lines in between.
struct RequiredPoint {
  Date on;
  Decimal value;
};
/// A quantity through time against what is required of it.
struct PathChart {
  std::string unit = {};  ///< may be empty
  std::vector<CoursePoint> actual;
  std::vector<RequiredPoint> required = {};  ///< empty: no path was promised
  std::optional<Decimal> at_least = {};      ///< the goal is a line, or with both ends a band
  std::optional<Decimal> at_most = {};
  std::optional<Date> due = {};
  std::optional<Date> latest = {};  ///< last day of the due window
  Date as_of;
};

/// One period of a bar chart.
struct Bar {
  enum class State {
    closed,   ///< over: the value will not change but by late records
    running,  ///< the as-of day is in it
    unknown,  ///< nothing is on record, or nothing can be said
  };
  std::string period;  ///< "2020", "2020-Q1"
  State state = State::closed;
  engine::Status status = engine::Status::pending;
  std::optional<Decimal> value = {};
  std::optional<Decimal> lo = {};  ///< as of CoursePoint
  std::optional<Decimal> hi = {};
  std::optional<Decimal> at_least = {};  ///< the floor of this period
  std::optional<Decimal> at_most = {};   ///< the limit of this period
};
struct BarChart {
  std::string unit = {};
  std::vector<Bar> bars;  ///< in time
};

/// A deadline or milestone: when it is due, and when it was reached.
struct Deadline {
  std::string id;
  std::string title;
  engine::Status status = engine::Status::pending;
  Date due;     ///< nominal
  Date latest;  ///< the last day that the wording leaves; `due` if it is sharp
  std::optional<Date> reached = {};
};
struct Timeline {
  std::vector<Deadline> deadlines;  ///< by due day
  Date as_of;
};

/// Counts in rows and columns; a cell with nothing but zeros is empty, and said to be.
struct Matrix {
  std::vector<std::string> counted;                  ///< what is counted: "initiatives", "targets"
  std::vector<std::string> columns;                  ///< names of levels
  std::vector<std::string> rows;                     ///< names of areas
  std::vector<std::vector<std::vector<int>>> cells;  ///< [row][column][counted]
};

/// How many have each status, a bar for each group; void ones are not in it.
struct StatusBars {
  struct Group {
    std::string name;
    std::vector<std::pair<engine::Status, int>> counts = {};  ///< from best to worst
  };
  std::vector<Group> groups;
};

/// A chart with all that is needed to say it without drawing it.
struct Chart {
  std::string caption;
  std::string summary;  ///< in one sentence, for those who do not see it
  Table data;           ///< the same numbers; formats without drawings print this
  std::variant<PathChart, BarChart, Timeline, Matrix, StatusBars> drawing;
};

/// The data of a chart, under its caption.
[[nodiscard]] Table table_of(const Chart& chart);

}  // namespace jalon::reports
