# Each layer includes itself and the layers named after it, and nothing else. Run by ctest.
set(may_rules/model)
set(may_rules/engine rules/model)
set(may_rules/definitions rules/model rules/engine)
set(may_rules/rule_tests rules/model rules/engine rules/definitions)
set(may_reports rules/model rules/engine rules/rule_tests/result.hpp rules/rule_tests/suite.hpp)
set(may_tracker/log rules/model)
set(may_tracker/exchange rules/model rules/definitions rules/engine tracker/log)
set(may_tracker rules reports)

set(broken FALSE)
foreach(layer rules/model rules/engine rules/definitions rules/rule_tests reports tracker/log
              tracker/exchange tracker)
  file(GLOB_RECURSE files RELATIVE ${ROOT} ${ROOT}/${layer}/*.hpp ${ROOT}/${layer}/*.cpp)
  foreach(file ${files})
    file(STRINGS ${ROOT}/${file} lines REGEX "^#include \"(rules|reports|tracker)/")
    foreach(line ${lines})
      string(REGEX REPLACE "^#include \"(.*)\".*$" "\\1" included "${line}")
      set(allowed FALSE)
      foreach(prefix ${layer} ${may_${layer}})
        if(included MATCHES "^${prefix}/" OR included STREQUAL prefix)
          set(allowed TRUE)
        endif()
      endforeach()
      if(NOT allowed)
        message(NOTICE "${file} must not include ${included}")
        set(broken TRUE)
      endif()
    endforeach()
  endforeach()
endforeach()

# Libraries that are slow to compile stay at home: what is included, and where it may be.
set(homes
  "toml[+][+]/  ^rules/definitions/.*cpp$"
  "SQLiteCpp/   ^tracker/log/.*cpp$"
  "CLI/         ^tracker/cli/parse.cpp$"
  "cctz/        ^tracker/.*cpp$"
  "sodium       ^tracker/log/.*cpp$"
  "rapidjson/   cpp$"
  "xlsxwriter   ^reports/workbook.cpp$"
  "boost/multi  ^rules/model/.*cpp$"
  "fmt/         cpp$")
file(GLOB_RECURSE files RELATIVE ${ROOT}
     ${ROOT}/data/* ${ROOT}/rules/* ${ROOT}/reports/* ${ROOT}/tracker/*)
foreach(home ${homes})
  separate_arguments(home UNIX_COMMAND "${home}")
  list(POP_FRONT home library place)
  foreach(file ${files})
    file(STRINGS ${ROOT}/${file} found REGEX "^#include <${library}")
    if(found AND NOT file MATCHES "${place}")
      message(NOTICE "${file} must not do ${found}")
      set(broken TRUE)
    endif()
  endforeach()
endforeach()

# A test that no program contains never fails.
file(GLOB tests RELATIVE ${ROOT} ${ROOT}/tests/*/*_test.cpp)
foreach(test ${tests})
  cmake_path(GET test PARENT_PATH room)
  cmake_path(GET test FILENAME name)
  file(STRINGS ${ROOT}/${room}/CMakeLists.txt found REGEX "[ ]${name}")
  if(NOT found)
    message(NOTICE "${room}/CMakeLists.txt must name ${name}")
    set(broken TRUE)
  endif()
endforeach()

if(broken)
  message(FATAL_ERROR "README.md says which way is down, and where each library lives.")
endif()
