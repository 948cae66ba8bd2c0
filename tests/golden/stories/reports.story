
// Reports of a small plan: of a period, since a day, of one initiative, and what is refused.
$ clock 2020-02-10T09:00:00Z
$ file jalon.toml
| format = 1
| [programme]
| id       = "libraries"
| title    = "A made-up plan for libraries"
| timezone = "Europe/Brussels"
| areas    = ["reading"]
| levels   = ["federal"]
| [definitions]
| include = ["plan.toml"]
$ file plan.toml
| format = 1
| 
| [[source]]
| id    = "plan"
| title = "The made-up plan"
| 
| [[party]]
| id   = "office"
| name = "Library office"
| 
| [[initiative]]
| id    = "branches"
| title = "New branches"
| owner = "office"
| area  = "reading"
| level = "federal"
| start = "2020"
| 
| [[initiative]]
| id    = "festival"
| title = "A reading festival"
| area  = "reading"
| level = "federal"
| 
| [[indicator]]
| id         = "branch"
| title      = "Branches opened"
| initiative = "branches"
| unit       = "branch"
| measure    = "flow"
| 
| [[target]]
| id        = "branches.five"
| title     = "Five branches"
| indicator = "branch"
| at_least  = 5
| by        = "mid-2020"
| source    = { ref = "plan", locator = "page 3" }
| 
| [[milestone]]
| id         = "branches.catalogue"
| title      = "One catalogue for all"
| initiative = "branches"
| stages     = ["draft", "adopted"]
| reach      = "adopted"
| by         = "2021-06"
$ jalon init
made the log jalon.db
$ jalon log branch +2 --on 2020-02-01 --evidence https://example.org/2 --kind press
recorded #1  branch  +2 branch  on 2020-02-01  evidence: press
  branches.five   nothing on record -> 2 of 5   pending, due 2020-06-30, at the latest 2020-07-31 (mid-2020)
$ clock 2020-05-20T09:00:00Z
$ jalon log branch +1 --on 2020-05-12
recorded #2  branch  +1 branch  on 2020-05-12
  branches.five   2 of 5 -> 3 of 5   pending, due 2020-06-30, at the latest 2020-07-31 (mid-2020)
$ clock 2020-08-03T09:00:00Z
$ jalon report periodic
Progress report: A made-up plan for libraries, second quarter of 2020
As of 2020-06-30, as known on 2020-08-03. Period from 2020-04-01 to 2020-06-30.

. 2 pending

2 targets and milestones, each counted once by its overall verdict.

Summary
=======

Status     Targets and milestones
---------  ----------------------
. pending                       2
All                             2

Status by Area
Area     pending  Total
-------  -------  -----
reading        2      2
All            2      2

Status by Level
Level    pending  Total
-------  -------  -----
federal        2      2
All            2      2

Status by Owner
Owner           pending  Total
--------------  -------  -----
Library office        2      2
All                   2      2

What changed since 2020-03-31
=============================

The situation on 2020-06-30, as known on 2020-08-03, against that on 2020-03-31,
as known on 2020-03-31.

Of the targets and milestones: 0 worse, 0 better, 1 changed otherwise.

Other changes
What                          Before     After      Because
----------------------------  ---------  ---------  ----------------------------
Five branches                 . pending  . pending  record #2: +1 branch,
(branches.five)                                     2020-05-12
    2 of at least 5 branch → 3 of at least 5 branch

What is missing
===============

Nothing that is due is missing.

What still has time
===================

What                               Gap                 Days left  Owner
---------------------------------  ------------------  ---------  --------------
Five branches (branches.five)      2 branch (40 %)             0  Library office
    3 of at least 5 branch, due 2020-06-30, at the latest 2020-07-31 (mid-2020)
    6.01 branch a year so far, reached on 2020-10-30 at this pace
One catalogue for all              not yet at adopted        365  Library office
(branches.catalogue)
    nothing on record yet, adopted promised, due 2021-06-30 (2021-06)

Timeline
========

Deadlines: when due, when reached
What                   Status     Due         At the latest  Reached
---------------------  ---------  ----------  -------------  -------
Five branches          . pending  2020-06-30  2020-07-31
One catalogue for all  . pending  2021-06-30

Initiatives
===========

New branches
Library office, reading, federal

What                   Status     On record               Due
---------------------  ---------  ----------------------  ----------------------
Five branches          . pending  3 of at least 5 branch  2020-06-30, at the
(branches.five)                                           latest 2020-07-31
                                                          (mid-2020)
    due today
One catalogue for all  . pending  nothing on record yet,  2021-06-30 (2021-06)
(branches.catalogue)              adopted promised
    365 days left

Five branches: on record over time
From        On record
----------  ---------
2020-01-01   0 branch
2020-02-01   2 branch
2020-05-12   3 branch

Initiatives without target and without facts
- A reading festival

Data that are missing
=====================

Id                  Status     What is wrong      What to do
------------------  ---------  -----------------  ------------------------------
branches.catalogue  . pending  nothing on record  log what happened under
                                                  branches.catalogue, or 0 if
                                                  nothing did

Holes in the plan
=================

Initiatives / targets and milestones / recommendations, by area and level
Area       federal
-------  ---------
reading  2 / 2 / 0

1 initiative has no target or milestone:

- A reading festival

How this was judged
===================

- Every verdict is worked out by fixed rules from dated records; nobody sets
  one by hand. What a person thinks stands beside it, with their name.
- Missed is only what is due and shown to fall short; overdue is what is due
  and not reached on record, as long as the records do not prove the failure.
- Each target, part of a split and milestone is counted once, by its overall
  verdict; periods and members are not counted, withdrawn promises are in no
  total.
- What is rounded is rounded towards the unreached side, so that no figure
  looks better than it is.
- Everything is told as it stood at the end of 2020-06-30, with what was known
  at the end of 2020-08-03.

Programme: libraries; Period: 2020-Q2; Compared with: 2020-03-31; Definitions:
05d4766c1a9d…; Definitions kept: no; Last record: #2; Log head: 18db0b7f436b…;
Made with: jalon 0.1.0; To make it again: jalon report periodic --period 2020-Q2
--known 2020-08-03 --upto 2
! note: the period is 2020-Q2, the last quarter that is over; --period names another
$ jalon report changes --period 2020-Q3
What changed: A made-up plan for libraries, third quarter of 2020
As of 2020-08-03, as known on 2020-08-03. The period from 2020-07-01 to
2020-09-30 is still running.

The situation on 2020-08-03, as known on 2020-08-03, against that on 2020-06-30,
as known on 2020-06-30.

Of the targets and milestones: 1 worse, 0 better, 0 changed otherwise.

Worse
What                           Before     After     Because
-----------------------------  ---------  --------  -----------
Five branches (branches.five)  . pending  x missed  time passed

Programme: libraries; Period: 2020-Q3; Compared with: 2020-06-30; Definitions:
05d4766c1a9d…; Definitions kept: no; Last record: #2; Log head: 18db0b7f436b…;
Made with: jalon 0.1.0; To make it again: jalon report changes --period 2020-Q3
--known 2020-08-03 --upto 2
$ jalon report changes --since 2020-05-31 --as-of 2020-06-01
What changed: A made-up plan for libraries
As of 2020-06-01, as known on 2020-08-03

The situation on 2020-06-01, as known on 2020-08-03, against that on 2020-05-31,
as known on 2020-05-31.

No verdict changed.

Programme: libraries; Compared with: 2020-05-31; Definitions: 05d4766c1a9d…;
Definitions kept: no; Last record: #2; Log head: 18db0b7f436b…; Made with: jalon
0.1.0; To make it again: jalon report changes --as-of 2020-06-01 --since
2020-05-31 --known 2020-08-03 --upto 2
$ jalon report timeline --period 2020-H1
Timeline: A made-up plan for libraries, first half of 2020
As of 2020-06-30, as known on 2020-08-03. Period from 2020-01-01 to 2020-06-30.

Deadlines: when due, when reached
What                   Status     Due         At the latest  Reached
---------------------  ---------  ----------  -------------  -------
Five branches          . pending  2020-06-30  2020-07-31
One catalogue for all  . pending  2021-06-30

Deadlines before 2020-06-30
===========================

No deadline has passed.

Deadlines from 2020-06-30 on
============================

Due         Status     What                  Window                Why
----------  ---------  --------------------  --------------------  -------------
2020-06-30  . pending  Five branches         from 2020-01-01, at   due today
                       (branches.five)       the latest
                                             2020-07-31
2021-06-30  . pending  One catalogue for                           365 days left
                       all
                       (branches.catalogue)

Programme: libraries; Period: 2020-H1; Definitions: 05d4766c1a9d…; Definitions
kept: no; Last record: #2; Log head: 18db0b7f436b…; Made with: jalon 0.1.0; To
make it again: jalon report timeline --period 2020-H1 --known 2020-08-03 --upto
2
$ jalon report evidence branches
Evidence: A made-up plan for libraries
As of 2020-08-03, as known on 2020-08-03

x 1 missed   . 1 pending

2 targets and milestones, each counted once by its overall verdict.

Summary
=======

Evidence                      Targets and milestones
----------------------------  ----------------------
claimed, not fully supported                       1
nothing on record                                  1
All                                                2

Last news      Targets and milestones
-------------  ----------------------
recent                              1
nothing dated                       1
All                                 2

Claimed without evidence
========================

Record  What is claimed                         Learned     Counts for
------  --------------------------------------  ----------  -------------
    #2  Branches opened: +1 branch, 2020-05-12  2020-05-20  branches.five

Target by target
================

What                   Status     Records  Evidence                Last news
---------------------  ---------  -------  ----------------------  -------------
Five branches          x missed         2  claimed, not fully      recent
(branches.five)                            supported
    promised in The made-up plan (page 3)
    #1 rests on press: https://example.org/2
One catalogue for all  . pending        0  nothing on record       nothing dated
(branches.catalogue)
    no source is given for the promise

Programme: libraries; Definitions: 05d4766c1a9d…; Definitions kept: no; Last
record: #2; Log head: 18db0b7f436b…; Made with: jalon 0.1.0; To make it again:
jalon report evidence branches --as-of 2020-08-03 --known 2020-08-03 --upto 2
$ jalon report initiative branches
Initiatives: A made-up plan for libraries
As of 2020-08-03, as known on 2020-08-03

New branches
============

Id     branches
Owner  Library office
Area   reading
Level  federal
Start  2020

Where it stands
What                   Status     On record               Due
---------------------  ---------  ----------------------  ----------------------
Five branches          x missed   3 of at least 5 branch  2020-06-30, at the
(branches.five)                                           latest 2020-07-31
                                                          (mid-2020)
    34 days overdue
One catalogue for all  . pending  nothing on record yet,  2021-06-30 (2021-06)
(branches.catalogue)              adopted promised
    331 days left

Five branches: on record over time
From        On record
----------  ---------
2020-01-01   0 branch
2020-02-01   2 branch
2020-05-12   3 branch

What was promised, and how it is judged
x missed  branches.five  3 of at least 5 branch, gap 2, 34 days overdue
  "mid-2020" is read as from 2020-01-01 to 2020-06-30, at the latest
    2020-07-31
  rule: plan.toml:32
  source: plan, page 3

. pending  branches.catalogue  nothing on record yet, adopted promised, 331 days
                               left, due 2021-06-30 (2021-06)
  "2021-06" is read as 2021-06-30
  rule: plan.toml:40

Records
Record  Learned     What it says              Standing  Evidence
------  ----------  ------------------------  --------  ------------------------
    #1  2020-02-10  Branches opened: +2       in force  press:
                    branch, 2020-02-01                  https://example.org/2
    #2  2020-05-20  Branches opened: +1       in force
                    branch, 2020-05-12

How the verdicts changed
Day         Id                  Status     Because
----------  ------------------  ---------  --------------------------------
2020-01-01  branches.five       . pending  first look
2020-02-10  branches.five       . pending  record #1: +2 branch, 2020-02-01
2020-05-20  branches.five       . pending  record #2: +1 branch, 2020-05-12
2020-07-01  branches.five       ! overdue  time passed
2020-08-01  branches.five       x missed   time passed
2020-08-03  branches.catalogue  . pending  first look

Programme: libraries; Definitions: 05d4766c1a9d…; Definitions kept: no; Last
record: #2; Log head: 18db0b7f436b…; Made with: jalon 0.1.0; To make it again:
jalon report initiative branches --as-of 2020-08-03 --known 2020-08-03 --upto 2
$ jalon report initiative festival
Initiatives: A made-up plan for libraries
As of 2020-08-03, as known on 2020-08-03

A reading festival
==================

Id     festival
Owner  no owner
Area   reading
Level  federal

No target or milestone measures this initiative.

Programme: libraries; Definitions: 05d4766c1a9d…; Definitions kept: no; Last
record: #2; Log head: 18db0b7f436b…; Made with: jalon 0.1.0; To make it again:
jalon report initiative festival --as-of 2020-08-03 --known 2020-08-03 --upto 2
$ jalon report progress festival
! error[nothing-selected]: nothing is selected
!   help: --allow-empty accepts that
[exit 2]
$ jalon report changes
! error[bad-usage]: since when? a report of changes compares with an earlier day
!   help: --since DAY, or --period 2020-Q2
[exit 2]
$ jalon report gap --since 2020-01-01
! error[bad-usage]: the report `gap` tells no changes: --since
!   help: `jalon report changes --since DAY` does
[exit 2]
$ jalon report gap --period 2020Q2
! error[bad-period]: --period: `2020Q2` is no period
!   help: write 2020-Q2
[exit 2]
$ jalon report gap --period '2020-Q5'
! error[bad-period]: --period: `2020-Q5` is no period
!   help: the quarters of a year are 2020-Q1 to 2020-Q4
[exit 2]
$ jalon report gap --period 'Q2 2020'
! error[bad-period]: --period: `Q2 2020` is no period
!   help: write 2020-Q2
[exit 2]
$ jalon report gap --period 2020-W54
! error[bad-period]: --period: 2020 has no week 54
!   help: its weeks are 2020-W01 to 2020-W53
[exit 2]
$ jalon report gap --period 2021
! error[period-in-future]: the period 2021 has not begun on 2020-08-03
!   help: it begins on 2021-01-01
[exit 2]
$ jalon report gap --period 2020-Q2 --as-of 2020-06-30
! error[bad-usage]: --period says the day: the last one of the period
!   help: leave --as-of out; --known says what was known, --at when it was looked at
[exit 2]
$ jalon report changes --period 2020-Q2 --since 2020-06-30
! error[bad-usage]: --period says since when: the end of the period before
!   help: leave --since out, or give --since and --as-of
[exit 2]
$ jalon report changes --since 2020-09-01
! error[bad-date]: --since 2020-09-01 is after the day that is looked at
!   help: that day is 2020-08-03; --as-of says another
[exit 2]
$ jalon report changes --since yesterday
! error[bad-date]: --since yesterday: `yesterday` is not a day
!   help: write a day as 2020-06-30: year, month, day
[exit 2]
