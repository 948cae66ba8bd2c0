
// Rules under test: a suite that passes, a promise that nobody tests, a wrong expectation, a misspelt one.
$ clock 2026-11-25T09:30:00Z
$ jalon init
made a workspace in .: 7 files and an empty log
0 records in the log
as of 2026-11-25: 3 pending
next: jalon status
$ jalon test
no test expects: unknown
5 tests, 27 fields compared: all passed
$ jalon test -q
$ jalon test guideline -v
tests/example.test.toml:57: passed: a draft is not yet an adopted guideline
1 test, 4 fields compared: all passed
$ jalon test guidline
! error[unknown-test]: no test has `guidline` in its name
!   help: did you mean `guideline`?
[exit 2]
$ file tests/more.test.toml
| format = 1
| 
| [[test]]
| name    = "three stands are enough"
| as_of   = 2030-01-01
| records = [ { indicator = "stand", on = 2029-12-01, add = 3, set = { place = "library" } } ]
| [test.expect]
| "example.library-stands" = { status = "met", gap = 0 }
$ jalon test -q
tests/more.test.toml:8: three stands are enough: example.library-stands: status is missed, expected met (as of 2030-01-01)
tests/more.test.toml:8: three stands are enough: example.library-stands: gap is 1, expected 0 (as of 2030-01-01)
6 tests, 29 fields compared: 1 failed
[exit 1]
$ jalon test enough --format junit
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="first-steps" tests="1" failures="1" errors="0">
  <testsuite name="tests/more.test.toml" tests="1" failures="1" errors="0" skipped="0">
    <testcase name="three stands are enough" classname="tests/more.test.toml" file="tests/more.test.toml" line="3">
      <failure type="expectation" message="tests/more.test.toml:8: example.library-stands: status is missed, expected met (as of 2030-01-01)">tests/more.test.toml:8: example.library-stands: status is missed, expected met (as of 2030-01-01)
tests/more.test.toml:8: example.library-stands: gap is 1, expected 0 (as of 2030-01-01)</failure>
    </testcase>
  </testsuite>
</testsuites>
[exit 1]
$ file tests/more.test.toml
| format = 1
| 
| [[test]]
| name    = "three stands are not enough"
| as_of   = 2030-01-01
| records = [ { indicator = "stand", on = 2029-12-01, add = 3, set = { place = "libary" } } ]
| [test.expect]
| "example.libary-stands" = { sttus = "missed" }
$ jalon test
! tests/more.test.toml:6:78: error[unknown-value]: `libary` is not a value of place in indicator stand
!   6 | records = [ { indicator = "stand", on = 2029-12-01, add = 3, set = { place = "libary" } } ]
!     |                                                                              ^~~~~~~~
!   help: did you mean `library`?  (school, library)
! tests/more.test.toml:8:1: error[unknown-reference]: `example.libary-stands` names no target, milestone or commitment
!   8 | "example.libary-stands" = { sttus = "missed" }
!     | ^~~~~~~~~~~~~~~~~~~~~~~
!   help: did you mean `example.library-stands`?
! tests/more.test.toml:8:29: error[unknown-field]: `sttus` is not a field of a verdict
!   8 | "example.libary-stands" = { sttus = "missed" }
!     |                             ^~~~~
!   help: did you mean `status`?
[exit 4]
$ jalon lint
tests/more.test.toml:6:78: error[unknown-value]: `libary` is not a value of place in indicator stand
  6 | records = [ { indicator = "stand", on = 2029-12-01, add = 3, set = { place = "libary" } } ]
    |                                                                              ^~~~~~~~
  help: did you mean `library`?  (school, library)
tests/more.test.toml:8:1: error[unknown-reference]: `example.libary-stands` names no target, milestone or commitment
  8 | "example.libary-stands" = { sttus = "missed" }
    | ^~~~~~~~~~~~~~~~~~~~~~~
  help: did you mean `example.library-stands`?
tests/more.test.toml:8:29: error[unknown-field]: `sttus` is not a field of a verdict
  8 | "example.libary-stands" = { sttus = "missed" }
    |                             ^~~~~
  help: did you mean `status`?
[exit 4]
$ file tests/more.test.toml
| format = 1
$ jalon test
! tests/more.test.toml:1:1: error[empty-suite]: the file has no test
!   1 | format = 1
!     | ^
!   help: a test starts with [[test]]
[exit 4]
