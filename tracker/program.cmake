jalon_layer(program
  SOURCES
    include_files.cpp
    output_file.cpp
    output_folder.cpp
    process.cpp
    program.cpp
    refused.cpp
    rule_test_files.cpp
    run_program.cpp
    selection.cpp
    source_date.cpp
    version.cpp
    wildcard.cpp
    workspace.cpp
    zone.cpp
    cli/arguments.cpp
    cli/commands.cpp
    cli/completion.cpp
    cli/help.cpp
    cli/man.cpp
    cli/parse.cpp
    cli/words.cpp
    commands/attest.cpp
    commands/causes.cpp
    commands/change.cpp
    commands/check.cpp
    commands/completion.cpp
    commands/correct.cpp
    commands/diagnostics_out.cpp
    commands/diff.cpp
    commands/due.cpp
    commands/explain.cpp
    commands/export.cpp
    commands/finding_rule.cpp
    commands/help.cpp
    commands/history.cpp
    commands/history_rows.cpp
    commands/import.cpp
    commands/importing.cpp
    commands/init.cpp
    commands/judge.cpp
    commands/judging.cpp
    commands/lint.cpp
    commands/log.cpp
    commands/moment.cpp
    commands/moved.cpp
    commands/near_values.cpp
    commands/record_flags.cpp
    commands/record_line.cpp
    commands/redact.cpp
    commands/report.cpp
    commands/report_look.cpp
    commands/report_making.cpp
    commands/retract.cpp
    commands/run.cpp
    commands/schema.cpp
    commands/showing.cpp
    commands/status.cpp
    commands/test.cpp
    commands/verify.cpp
    commands/versions.cpp
    commands/viewing.cpp
    commands/what_if.cpp
    job/ledger.cpp
    job/lock.cpp
    job/making.cpp
    job/metrics.cpp
    job/notice.cpp
    job/notifying.cpp
    job/plan.cpp
    job/publisher.cpp
    job/run.cpp
    job/tell.cpp
  USES jalon_exchange jalon_log jalon_reports jalon_rule_tests jalon_definitions jalon_engine jalon_data
  PRIVATELY CLI11::CLI11 jalon_cctz jalon_rapidjson fmt::fmt)
set_source_files_properties(version.cpp PROPERTIES COMPILE_DEFINITIONS
                                                   JALON_VERSION="${PROJECT_VERSION}")

add_executable(jalon main.cpp)
target_link_libraries(jalon PRIVATE jalon_program)
set_target_properties(jalon PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR})
install(TARGETS jalon RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})

# The manual page and the completions come from the command table, through the program itself.
set(made ${PROJECT_BINARY_DIR}/made)
add_custom_command(
  OUTPUT ${made}/jalon.1 ${made}/jalon ${made}/_jalon ${made}/jalon.fish
  COMMAND ${CMAKE_COMMAND} -E make_directory ${made}
  COMMAND jalon man > ${made}/jalon.1
  COMMAND jalon completion bash > ${made}/jalon
  COMMAND jalon completion zsh > ${made}/_jalon
  COMMAND jalon completion fish > ${made}/jalon.fish
  DEPENDS jalon
  VERBATIM)
add_custom_target(jalon_made ALL DEPENDS ${made}/jalon.1)
install(FILES ${made}/jalon.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${made}/jalon DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${made}/_jalon DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES ${made}/jalon.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
