# A build from nothing (setup.sh, .ci/run) joins the small files of a target into a few large ones:
# three times faster on two cores. Daily work (preset dev) compiles each file alone. These files name a
# private helper as a neighbour does and stay alone in either.
function(jalon_stands_alone target)
  get_target_property(folder ${target} SOURCE_DIR)
  foreach(file ${ARGN})
    set_source_files_properties(${folder}/${file} TARGET_DIRECTORY ${target}
                                PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  endforeach()
endfunction()

jalon_stands_alone(jalon_model
  date_expression.cpp date_figures.cpp date_mistakes.cpp date_words.cpp decimal_parse.cpp id.cpp)
jalon_stands_alone(jalon_engine stage_line.cpp)
jalon_stands_alone(jalon_definitions lint_records.cpp problems.cpp read_measure.cpp)
jalon_stands_alone(jalon_log line_reader.cpp transfer.cpp)
jalon_stands_alone(jalon_reports explain_view.cpp gap_data.cpp markdown.cpp terminal.cpp terminal_table.cpp)
jalon_stands_alone(jalon_program commands/test.cpp)
if(BUILD_TESTING)
  jalon_stands_alone(jalon_formats_tests ics_test.cpp)
  jalon_stands_alone(jalon_model_tests
    date_expression_test.cpp date_mistakes_test.cpp decimal_test.cpp diagnostic_test.cpp id_test.cpp)
  jalon_stands_alone(jalon_definitions_tests load_test.cpp promise_keys_test.cpp revision_test.cpp)
  jalon_stands_alone(jalon_reference generate_targets.cpp)
  jalon_stands_alone(jalon_log_tests transfer_test.cpp)
  jalon_stands_alone(jalon_programme_tests verdicts_test.cpp)
  jalon_stands_alone(jalon_reference_tests question.cpp steps.cpp)
endif()
