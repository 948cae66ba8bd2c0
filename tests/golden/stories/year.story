
// A year of logging with a correction, a retraction and a look back at what was known.
$ clock 2021-01-11T08:00:00Z
$ file jalon.toml
| format = 1
| [programme]
| id       = "training"
| title    = "A made-up training programme"
| timezone = "Europe/Brussels"
| areas    = ["human-capital"]
| levels   = ["federal"]
| [definitions]
| include = ["targets/*.toml"]
$ file targets/training.toml
| format = 1
| 
| [[party]]
| id   = "academy"
| name = "Academy"
| 
| [[initiative]]
| id    = "courses"
| title = "Courses"
| owner = "academy"
| area  = "human-capital"
| level = "federal"
| start = "2021"
| 
| [[indicator]]
| id         = "trained"
| title      = "People trained"
| initiative = "courses"
| unit       = "person"
| measure    = "flow"
| whole      = true
| 
| [[target]]
| id        = "courses.hundred"
| title     = "A hundred people trained in 2021"
| indicator = "trained"
| at_least  = 100
| by        = "2021"
| expect    = "linear"
| 
| [[milestone]]
| id         = "courses.syllabus"
| title      = "A syllabus"
| initiative = "courses"
| stages     = ["draft", "published"]
| reach      = "published"
| by         = "mid-2021"
$ jalon init
made the log jalon.db
$ jalon status
A made-up training programme
As of 2021-01-11, as known on 2021-01-11

. 2 pending

2 targets and milestones, each counted once by its overall verdict.

Courses (Academy, human-capital, federal)
  . pending  courses.hundred   nothing on record yet, at least 100 person
                               promised, 354 days left, due 2021-12-31 (2021)
  . pending  courses.syllabus  nothing on record yet, published promised, 170
                               days left, due 2021-06-30, at the latest
                               2021-07-31 (mid-2021)

Programme: training; Definitions: 3c5dcf8f9145…; Definitions kept: no; Last
record: #0; Log head: 78d6864caa01…; Made with: jalon 0.1.0; To make it again:
jalon status --as-of 2021-01-11 --known 2021-01-11 --upto 0
$ jalon log courses.syllabus --stage draft --on 2021-01-08
recorded #1  courses.syllabus  stage draft  on 2021-01-08
  courses.syllabus   nothing on record -> at stage draft, published promised   pending, due 2021-06-30, at the latest 2021-07-31 (mid-2021)
$ clock 2021-03-31T08:00:00Z
$ jalon log trained +30 --on 2021-03-30 --note 'first course'
recorded #2  trained  +30 person  on 2021-03-30
  courses.hundred   nothing on record -> 30 of 100   pending, due 2021-12-31 (2021)
$ clock 2021-06-30T08:00:00Z
$ jalon log trained +50 --on 2021-06-15
recorded #3  trained  +50 person  on 2021-06-15
  courses.hundred   30 of 100, off-track -> 80 of 100   pending, due 2021-12-31 (2021), on-track
$ jalon log courses.syllabus --stage published --on 2021-06-28
recorded #4  courses.syllabus  stage published  on 2021-06-28
  courses.syllabus   at stage draft, published promised, pending -> at stage published, published promised   met
$ jalon status
A made-up training programme
As of 2021-06-30, as known on 2021-06-30

. 1 pending   + 1 met

2 targets and milestones, each counted once by its overall verdict.

Courses (Academy, human-capital, federal)
  . pending  courses.hundred   80 of at least 100 person, 184 days left, due
                               2021-12-31 (2021)
  + met      courses.syllabus  at stage published, published promised, reached
                               2021-06-28 (2 days early)

Programme: training; Definitions: 3c5dcf8f9145…; Definitions kept: no; Last
record: #4; Log head: 1274c80b7154…; Made with: jalon 0.1.0; To make it again:
jalon status --as-of 2021-06-30 --known 2021-06-30 --upto 4

// The second course was smaller than first told.
$ clock 2021-09-01T08:00:00Z
$ jalon correct 3 +15 --note 'fifteen, not fifty'
recorded #5, which takes the place of #3
  was  trained  +50 person  on 2021-06-15
  is   trained  +15 person  on 2021-06-15
  courses.hundred   80 of 100, on-track -> 45 of 100   pending, due 2021-12-31 (2021), off-track
$ jalon due
Deadlines: A made-up training programme
As of 2021-09-01, as known on 2021-09-01

Late
====

Nothing is late.

Due within 90 days
==================

Nothing is due within 90 days.

Programme: training; Definitions: 3c5dcf8f9145…; Definitions kept: no; Last
record: #5; Log head: c261a7bbbc78…; Made with: jalon 0.1.0; To make it again:
jalon due --as-of 2021-09-01 --known 2021-09-01 --upto 5
$ jalon explain courses.hundred
A hundred people trained in 2021
As of 2021-09-01, as known on 2021-09-01

. pending  courses.hundred  45 of at least 100 person, 121 days left, due
                            2021-12-31 (2021)
          #2  2021-03-30  +30    no evidence, learned 2021-03-31, counted
          #5  2021-06-15  +15    no evidence, learned 2021-09-01, counted
          #3  2021-06-15  +50    no evidence, learned 2021-06-30, not counted:
                                 corrected by #5, learned 2021-09-01
  outlook: off track, 66.85 person expected by now, 0.4546 person a day needed
  path (linear): 0 on 2020-12-31, 100 on 2021-12-31
  pace: 45 on record, 66.8494 expected, 67.3 % (on track from 95 %, at risk
    from 80 %)
  needs 0.4546 person a day, 0.1844 person a day so far, 67.31 person
    projected for 2021-12-31, reached on 2022-06-27 at this pace, 79 days behind
  "2021" is read as from 2021-01-01 to 2021-12-31
  rule: targets/training.toml:23

Programme: training; Definitions: 3c5dcf8f9145…; Definitions kept: no; Last
record: #5; Log head: c261a7bbbc78…; Made with: jalon 0.1.0; To make it again:
jalon explain courses.hundred --as-of 2021-09-01 --known 2021-09-01 --upto 5

// What did we know in the middle of the year?
$ jalon explain courses.hundred --at 2021-07-01
A hundred people trained in 2021
As of 2021-07-01, as known on 2021-07-01

. pending  courses.hundred  80 of at least 100 person, 183 days left, due
                            2021-12-31 (2021)
          #2  2021-03-30  +30    no evidence, learned 2021-03-31, counted
          #3  2021-06-15  +50    no evidence, learned 2021-06-30, counted
          #5  2021-06-15  +15    no evidence, learned 2021-09-01, not counted:
                                 learned later
  outlook: on track, 49.87 person expected by now, 0.1093 person a day needed
  path (linear): 0 on 2020-12-31, 100 on 2021-12-31
  pace: 80 on record, 49.8631 expected, 160.4 % (on track from 95 %, at risk
    from 80 %)
  needs 0.1093 person a day, 0.4395 person a day so far, 160.43 person
    projected for 2021-12-31, reached on 2021-08-16 at this pace, 110 days ahead
  "2021" is read as from 2021-01-01 to 2021-12-31
  rule: targets/training.toml:23

Programme: training; Definitions: 3c5dcf8f9145…; Definitions kept: no; Last
record: #5; Log head: c261a7bbbc78…; Made with: jalon 0.1.0; To make it again:
jalon explain courses.hundred --as-of 2021-07-01 --known 2021-07-01 --upto 5

// A record for the wrong programme, taken out again.
$ clock 2021-11-02T08:00:00Z
$ jalon log trained +40 --on 2021-10-20
recorded #6  trained  +40 person  on 2021-10-20
  courses.hundred   45 of 100, off-track -> 85 of 100   pending, due 2021-12-31 (2021), on-track
$ jalon retract 6 --reason 'another programme'
recorded #7, which takes out #6
  was  trained  +40 person  on 2021-10-20
  courses.hundred   85 of 100, on-track -> 45 of 100   pending, due 2021-12-31 (2021), off-track
$ jalon retract 6 --reason 'another programme'
! error[retracted]: record #6 is retracted already
!   help: `jalon history` shows by which record
[exit 2]
$ clock 2022-01-10T08:00:00Z
$ jalon log trained +20 --on 2021-12-10
recorded #8  trained  +20 person  on 2021-12-10
  courses.hundred   45 of 100 -> 65 of 100   missed
$ jalon attest trained --complete-through 2021-12-31
recorded #9  trained  complete through 2021-12-31
  no verdict moved (as of 2022-01-10)
$ jalon check
Check: A made-up training programme
As of 2022-01-10, as known on 2022-01-10

1 finding
=========

Status    Id               Severity  Why
--------  ---------------  --------  -------------------------------------------
x missed  courses.hundred  medium    65 of at least 100 person, gap 35, 10 days
                                     overdue

Programme: training; Definitions: 3c5dcf8f9145…; Definitions kept: no; Last
record: #9; Log head: b2e5611ce31c…; Made with: jalon 0.1.0; To make it again:
jalon check --as-of 2022-01-10 --known 2022-01-10 --upto 9
[exit 1]
$ jalon gap
Gaps: A made-up training programme
As of 2022-01-10, as known on 2022-01-10

x 1 missed   + 1 met

2 targets and milestones, each counted once by its overall verdict.

What is missing
===============

What                           Status    Gap               Days overdue  Owner
-----------------------------  --------  ----------------  ------------  -------
A hundred people trained in    x missed  35 person (35 %)            10  Academy
2021 (courses.hundred)
    65 of at least 100 person
    5.2 person in 30 days so far, reached on 2022-07-31 at this pace

Data that are missing
=====================

No data are missing.

Holes in the plan
=================

Initiatives / targets and milestones / recommendations, by area and level
Area             federal
-------------  ---------
human-capital  1 / 2 / 0

Programme: training; Definitions: 3c5dcf8f9145…; Definitions kept: no; Last
record: #9; Log head: b2e5611ce31c…; Made with: jalon 0.1.0; To make it again:
jalon gap --as-of 2022-01-10 --known 2022-01-10 --upto 9
$ jalon history trained
Records of trained
As of 2022-01-10, as known on 2022-01-10

Learned     #  Kind         Subject  Value                        Standing
----------  -  -----------  -------  ---------------------------  --------------
2021-03-31  2  record       trained  +30 person                   in-force
2021-06-30  3  record       trained  +50 person                   superseded
2021-09-01  5  correction   trained  +15 person                   in-force
2021-11-02  6  record       trained  +40 person                   retracted
2021-11-02  7  retraction   trained                               administrative
2022-01-10  8  record       trained  +20 person                   in-force
2022-01-10  9  attestation  trained  complete through 2021-12-31  in-force

Programme: training; Definitions: 3c5dcf8f9145…; Definitions kept: no; Last
record: #9; Log head: b2e5611ce31c…; Made with: jalon 0.1.0; To make it again:
jalon history trained --as-of 2022-01-10 --known 2022-01-10 --upto 9

//  Subject  Value                        Happened    Learned     Standing
$ jalon verify
sound: 9 records, head b2e5611ce31c7846946b09fb54afc7bb7822a9d468ae9d2506d210a385cfbf67
