
// Vague words on both sides, promise and record. Everything in this programme is made up.
$ clock 2020-07-15T09:30:00Z
$ file jalon.toml
| format = 1
| [programme]
| id       = "vague"
| title    = "A programme full of vague words"
| timezone = "Europe/Brussels"
| areas    = ["networking"]
| levels   = ["regional"]
| [definitions]
| include = ["targets/*.toml"]
$ file targets/vague.toml
| format = 1
| 
| [[initiative]]
| id    = "club"
| title = "A club"
| area  = "networking"
| level = "regional"
| 
| [[indicator]]
| id         = "member"
| title      = "Members"
| initiative = "club"
| unit       = "member"
| measure    = "stock"
| 
| [[indicator]]
| id         = "event"
| title      = "Events"
| initiative = "club"
| unit       = "event"
| measure    = "flow"
| 
| [[target]]
| id        = "club.five-hundred"
| indicator = "member"
| at_least  = 500
| by        = "mid-2020"
| 
| [[target]]
| id        = "club.five-hundred-and-one"
| indicator = "member"
| at_least  = 501
| by        = "mid-2020"
| 
| [[target]]
| id        = "club.events"
| indicator = "event"
| at_least  = 3
| during    = "early 2020"
| 
| [[milestone]]
| id         = "club.statutes"
| initiative = "club"
| title      = "Statutes of the club"
| stages     = ["draft", "adopted"]
| reach      = "adopted"
| by         = "mid-2020"
$ jalon init .
made the log jalon.db
$ jalon log member '>500' --on ../2020-02-25
recorded #1  member  >500 member (more than 500)  on ../2020-02-25 (up to 2020-02-25)
  club.five-hundred           nothing on record, overdue -> 500 of 500   met
  club.five-hundred-and-one   nothing on record -> 500 of 501   overdue
$ jalon log event '2..3' --on 2020-Q1
recorded #2  event  2..3 event (2..3)  on 2020-Q1 (2020-01-01 to 2020-03-31)
  club.events   nothing on record -> 2 of 3   overdue
$ jalon log club.statutes --stage draft --on 2020-06~
recorded #3  club.statutes  stage draft  on 2020-06~ (2020-05-01 to 2020-07-31)
  club.statutes   nothing on record, no-data -> nothing certain on record   overdue, vague-due
$ jalon status
A programme full of vague words
As of 2020-07-15, as known on 2020-07-15

! 3 overdue   + 1 met

4 targets and milestones, each counted once by its overall verdict.

A club (networking, regional)
  + met      club.five-hundred          500 of at least 500 member, reached
                                        2020-02-25 (126 days early)
  ! overdue  club.five-hundred-and-one  500 of at least 501 member, gap 1, 15
                                        days overdue: a value on record is too
                                        vague to tell
  ! overdue  club.events                2 of at least 3 event, gap 1, 106 days
                                        overdue: a value on record is too vague
                                        to tell
  ! overdue  club.statutes              nothing certain on record, adopted
                                        promised, 15 days overdue: the wording
                                        leaves time until 2020-07-31

Programme: vague; Definitions: adca77abc87f…; Definitions kept: no; Last record:
#3; Log head: be818a23a71a…; Made with: jalon 0.1.0; To make it again: jalon
status --as-of 2020-07-15 --known 2020-07-15 --upto 3
$ jalon explain club.five-hundred-and-one
Members
As of 2020-07-15, as known on 2020-07-15

! overdue  club.five-hundred-and-one  500 of at least 501 member, gap 1, 15 days
                                      overdue: a value on record is too vague to
                                      tell
          #1  ../2020-02-25 (any     >500 (more than 500)  no evidence, learned
              day from an open end                         2020-07-15, counted
              to 2020-02-25)
  all that it may be: more than 500
  "mid-2020" is read as 2020-06-30, at the latest 2020-07-31
  rule: targets/vague.toml:29

Programme: vague; Definitions: adca77abc87f…; Definitions kept: no; Last record:
#3; Log head: be818a23a71a…; Made with: jalon 0.1.0; To make it again: jalon
explain club.five-hundred-and-one --as-of 2020-07-15 --known 2020-07-15 --upto 3
$ jalon explain club.events
Events
As of 2020-07-15, as known on 2020-07-15

! overdue  club.events  2 of at least 3 event, gap 1, 106 days overdue: a value
                        on record is too vague to tell
          #2  2020-Q1 (any day from     +2..3 (2 to 3)  no evidence, learned
              2020-01-01 to                             2020-07-15, counted
              2020-03-31)
  all that it may be: 2 to 3
  "early 2020" is read as from 2020-01-01 to 2020-03-31, at the latest
    2020-04-30
  rule: targets/vague.toml:35

Programme: vague; Definitions: adca77abc87f…; Definitions kept: no; Last record:
#3; Log head: be818a23a71a…; Made with: jalon 0.1.0; To make it again: jalon
explain club.events --as-of 2020-07-15 --known 2020-07-15 --upto 3
$ jalon log event '~0'
! error[bad-value]: `~0` is no amount: a vague amount needs a number above zero
!   help: write an exact amount or a range: -3, -3..-1, 0..5
[exit 2]
$ jalon log member 12 --on 'summer 2020'
! error[bad-date]: `summer 2020` names a season
!   help: seasons differ between hemispheres and readers: name the quarter or the months, 2020-Q2 or 2020-03/2020-05
[exit 2]
$ jalon log club.statutes --stage adopted --on mid-2020
recorded #4  club.statutes  stage adopted  on mid-2020 (2020-06-01 to 2020-07-31)
  club.statutes   nothing certain on record, vague-due -> nothing certain on record   overdue, vague-date
$ jalon explain club.statutes
Statutes of the club
As of 2020-07-15, as known on 2020-07-15

! overdue  club.statutes  nothing certain on record, adopted promised, 15 days
                          overdue: a date on record is too vague to tell
          #3  2020-06~ (any day from       draft    no evidence, learned
              2020-05-01 to 2020-07-31,             2020-07-15, possible: its
              nominally 2020-06-30)                 day or value is vague
          #4  mid-2020 (any day from       adopted  no evidence, learned
              2020-06-01 to 2020-07-31,             2020-07-15, possible: its
              nominally 2020-06-30)                 day or value is vague
  all that it may be: adopted or less
  "mid-2020" is read as 2020-06-30, at the latest 2020-07-31
  rule: targets/vague.toml:41

Programme: vague; Definitions: adca77abc87f…; Definitions kept: no; Last record:
#4; Log head: 637468b14650…; Made with: jalon 0.1.0; To make it again: jalon
explain club.statutes --as-of 2020-07-15 --known 2020-07-15 --upto 4
$ jalon check --as-of 2020-08-01
Check: A programme full of vague words
As of 2020-08-01, as known on 2020-07-15

2 findings
==========

Status     Id                         Severity  Why
---------  -------------------------  --------  --------------------------------
! overdue  club.five-hundred-and-one  medium    500 of at least 501 member, gap
                                                1, 32 days overdue: a value on
                                                record is too vague to tell
! overdue  club.events                medium    2 of at least 3 event, gap 1,
                                                123 days overdue: a value on
                                                record is too vague to tell

Programme: vague; Definitions: adca77abc87f…; Definitions kept: no; Last record:
#4; Log head: 637468b14650…; Made with: jalon 0.1.0; To make it again: jalon
check --as-of 2020-08-01 --known 2020-07-15 --upto 4
[exit 1]
$ file targets/wrong.toml
| format = 1
| [[target]]
| id        = "club.before-mid"
| indicator = "member"
| at_least  = 10
| before    = "mid-2020"
$ jalon status
! targets/wrong.toml:6:13: error[vague-before]: before `mid-2020` names no day
!   6 | before    = "mid-2020"
!     |             ^~~~~~~~~~
!   help: write by = with the words, or before = with an exact date
[exit 4]
