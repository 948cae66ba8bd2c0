
// A promise that is late, waived, revised and judged: what changed, when, and because of what.
$ clock 2021-03-01T09:00:00Z
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
| by        = "2020"
| severity  = "high"
| 
| [[milestone]]
| id         = "branches.catalogue"
| title      = "One catalogue for all"
| initiative = "branches"
| stages     = ["draft", "adopted"]
| reach      = "adopted"
| by         = "2021-06"
| 
| [[commitment]]
| id    = "branches.all"
| title = "Branches and their catalogue"
| all   = ["branches.five", "branches.catalogue"]
| 
| [[revision]]
| id      = "R-1"
| of      = "branches.five"
| decided = 2021-02-15
| by      = "2021"
| reason  = "Building sites stood still"
| 
| [[waiver]]
| id          = "W-1"
| target      = "branches.five"
| reason      = "Building sites stood still"
| approved_by = "office"
| granted     = 2021-01-10
| expires     = 2021-01-31
$ jalon init
made the log jalon.db
$ clock 2020-09-01T09:00:00Z
$ jalon log branch +3 --on 2020-08-20
recorded #1  branch  +3 branch  on 2020-08-20
  branches.five   nothing on record -> 3 of 5   pending, due 2020-12-31 (2020)
$ clock 2021-01-05T09:00:00Z
$ jalon log branch +1 --on 2020-12-20
recorded #2  branch  +1 branch  on 2020-12-20
  branches.five   3 of 5 -> 4 of 5   missed
$ jalon status
A made-up plan for libraries
As of 2021-01-05, as known on 2021-01-05

x 1 missed   . 1 pending

2 targets and milestones, each counted once by its overall verdict. 1 commitment
is made of them.

New branches (Library office, reading, federal)
  x missed   branches.five       4 of at least 5 branch, gap 1, 5 days overdue
  . pending  branches.catalogue  nothing on record yet, adopted promised, 176
                                 days left, due 2021-06-30 (2021-06)

Commitments
  x missed  branches.all  all of 2, decided by branches.five

Programme: libraries; Definitions: 4a7e199ee4a4…; Definitions kept: no; Last
record: #2; Log head: e16289f613fe…; Made with: jalon 0.1.0; To make it again:
jalon status --as-of 2021-01-05 --known 2021-01-05 --upto 2
$ clock 2021-03-01T09:00:00Z
$ jalon correct 2 +1 --on 2021-01-04 --note 'opened after the holidays'
recorded #3, which takes the place of #2
  was  branch  +1 branch  on 2020-12-20
  is   branch  +1 branch  on 2021-01-04
  no verdict moved (as of 2021-03-01)
$ jalon judge branches.five amber --reason 'two sites are still closed' --expires 2021-06-30
recorded #4  branches.five  amber  until 2021-06-30
  beside  4 of 5   pending, due 2021-12-31 (2021)
$ jalon judge branches.five purple --reason 'x' --expires 2021-06-30
! error[unknown-word]: `purple` is no colour of a judgement
!   help: green, amber or red
[exit 2]
$ jalon judge branches.five red --expires 2021-06-30
! error[missing-reason]: a judgement says why
!   help: add --reason 'TEXT'
[exit 2]
$ jalon judge branches.six red --reason 'x' --expires 2021-06-30
! error[unknown-id]: no target, milestone, commitment or initiative is called `branches.six`
!   help: did you mean `branches.five` or `branches.all`?
[exit 2]
$ jalon judge branches.five red --reason 'x' --expires 2021-02-28
! error[bad-date]: it would expire on 2021-02-28, before it is given on 2021-03-01
[exit 2]
$ jalon status
A made-up plan for libraries
As of 2021-03-01, as known on 2021-03-01

. 2 pending

2 targets and milestones, each counted once by its overall verdict. 1 commitment
is made of them.

New branches (Library office, reading, federal)
  . pending  branches.five       4 of at least 5 branch, 305 days left, due
                                 2021-12-31 (2021)
    first promised at least 5 branch, by 2020: missed
    judged amber by tester on 2021-03-01, valid until 2021-06-30: two sites
      are still closed
  . pending  branches.catalogue  nothing on record yet, adopted promised, 121
                                 days left, due 2021-06-30 (2021-06)

Commitments
  . pending  branches.all  all of 2, decided by branches.catalogue
    under the first promises: missed

Programme: libraries; Definitions: 4a7e199ee4a4…; Definitions kept: no; Last
record: #4; Log head: 9f087132dddb…; Made with: jalon 0.1.0; To make it again:
jalon status --as-of 2021-03-01 --known 2021-03-01 --upto 4
$ jalon explain branches.five
Five branches
As of 2021-03-01, as known on 2021-03-01

. pending  branches.five  4 of at least 5 branch, 305 days left, due 2021-12-31
                          (2021)
          #1  2020-08-20  +3     no evidence, learned 2020-09-01, counted
          #3  2021-01-04  +1     no evidence, learned 2021-03-01, counted
          #2  2020-12-20  +1     no evidence, learned 2021-01-05, not counted:
                                 corrected by #3, learned 2021-03-01
  promised: at least 5 branch, by 2021 (any day from 2021-01-01 to 2021-12-31)
  "2021" is read as from 2020-01-01 to 2021-12-31
  revised 2021-02-15 (plan.toml:43): at least 5 branch, by 2020 (any day from
    2020-01-01 to 2020-12-31) -> at least 5 branch, by 2021 (any day from
    2021-01-01 to 2021-12-31); reason: Building sites stood still
  first promised at least 5 branch, by 2020: missed
  waiver W-1 is over: from 2021-01-10 until 2021-01-31, approved by Library
    office: Building sites stood still
  judged amber by tester on 2021-03-01, valid until 2021-06-30: two sites are
    still closed
  rule: plan.toml:22

Programme: libraries; Definitions: 4a7e199ee4a4…; Definitions kept: no; Last
record: #4; Log head: 9f087132dddb…; Made with: jalon 0.1.0; To make it again:
jalon explain branches.five --as-of 2021-03-01 --known 2021-03-01 --upto 4

// what changed between two days
$ jalon diff 2020-12-31 2021-01-05
What changed
from 2020-12-31 to 2021-01-05

x missed  branches.five  pending, 3 of at least 5 branch -> missed, 4 of at
                         least 5 branch
  because: time passed
  because: correction #3: Branches opened: +1 branch, 2021-01-04

x missed  branches.all  pending, all of 2, decided by branches.catalogue ->
                        missed, all of 2, decided by branches.five
  because: time passed
  because: correction #3: Branches opened: +1 branch, 2021-01-04

Programme: libraries; Compared with: 2020-12-31; Definitions: 4a7e199ee4a4…;
Definitions kept: no; Last record: #4; Log head: 9f087132dddb…; Made with: jalon
0.1.0; To make it again: jalon diff 2020-12-31 2021-01-05 --by as-of --known
2021-03-01 --upto 4
$ jalon diff 2021-01-31 2021-03-01
What changed
from 2021-01-31 to 2021-03-01

. pending  branches.five  missed -> pending, 4 of at least 5 branch
  because: time passed
  because: revision R-1: Building sites stood still

. pending  branches.all  missed, all of 2, decided by branches.five -> pending,
                         all of 2, decided by branches.catalogue
  because: time passed
  because: revision R-1: Building sites stood still

Programme: libraries; Compared with: 2021-01-31; Definitions: 4a7e199ee4a4…;
Definitions kept: no; Last record: #4; Log head: 9f087132dddb…; Made with: jalon
0.1.0; To make it again: jalon diff 2021-01-31 2021-03-01 --by as-of --known
2021-03-01 --upto 4
$ jalon diff 2021-01-05 2021-03-01 --by known --as-of 2021-01-05
What changed
from 2021-01-05 to 2021-03-01

No verdict changed.

Programme: libraries; Definitions: 4a7e199ee4a4…; Definitions kept: no; Last
record: #4; Log head: 9f087132dddb…; Made with: jalon 0.1.0; To make it again:
jalon diff 2021-01-05 2021-03-01 --by known --as-of 2021-01-05 --upto 4
$ jalon diff 2 3 --by record
What changed
from 2 to 3

No verdict changed.

Programme: libraries; Definitions: 4a7e199ee4a4…; Definitions kept: no; Last
record: #4; Log head: 9f087132dddb…; Made with: jalon 0.1.0; To make it again:
jalon diff 2 3 --by record --as-of 2021-03-01 --known 2021-03-01
$ jalon diff 2021-03-01 2021-03-01
What changed
from 2021-03-01 to 2021-03-01

No verdict changed.

Programme: libraries; Compared with: 2021-03-01; Definitions: 4a7e199ee4a4…;
Definitions kept: no; Last record: #4; Log head: 9f087132dddb…; Made with: jalon
0.1.0; To make it again: jalon diff 2021-03-01 2021-03-01 --by as-of --known
2021-03-01 --upto 4
$ jalon diff 2020-12-31 2021-03-01 'branches.c*' --json
{"schema":"jalon.diff/1",
 "head":{"programme":"libraries","title":"A made-up plan for libraries","as_of":"2021-03-01","known":"2021-03-01","definitions_hash":"4a7e199ee4a4667fd4279566d73011de3fefbb1217e5e8477980749c843cbddc","definitions_kept":false,"last_record":4,"log_head":"9f087132dddb1be1a7ba981e1ed757940e18872f8ead4232a91a9dd184ac304c","version":"0.1.0","command":"jalon diff 2020-12-31 2021-03-01 'branches.c*' --by as-of --known 2021-03-01 --upto 4","period":null,"since":"2020-12-31"},
 "rows":[]}
$ jalon diff 2020-12-31 later
! error[bad-date]: TO: `later` is not a day
!   help: write a day as 2020-06-30: year, month, day
[exit 2]
$ jalon diff 2020-12-31 2021-03-01 --as-of 2021-01-01
! error[bad-usage]: --as-of has no place beside --by as-of: FROM and TO say it
[exit 2]
$ jalon diff 2020-12-31 2021-03-01 --by day
! error[unknown-word]: --by: `day`
!   help: as-of, known, at or record
[exit 2]
$ jalon diff 1 9 --by record
! error[unknown-record]: 9: the log ends with record 4
[exit 2]

// the life of a verdict
$ jalon history branches.five
Records of branches.five
As of 2021-03-01, as known on 2021-03-01

Learned     #  Kind        Value                   Before     After
----------  -  ----------  ----------------------  ---------  ---------
2020-01-01     first-look                                     . pending
2020-09-01  1  record      +3 branch               . pending  . pending
2021-01-01     time                                . pending  x missed
2021-01-05  2  record      +1 branch               x missed   x missed
2021-01-10     waiver      W-1                     x missed   x missed
2021-02-01     time                                x missed   x missed
2021-02-15     revision    R-1                     x missed   . pending
2021-03-01  3  correction  +1 branch
2021-03-01  4  judgement   amber until 2021-06-30  . pending  . pending

Programme: libraries; Definitions: 4a7e199ee4a4…; Definitions kept: no; Last
record: #4; Log head: 9f087132dddb…; Made with: jalon 0.1.0; To make it again:
jalon history branches.five --as-of 2021-03-01 --known 2021-03-01 --upto 4
$ jalon history branches.all --format csv
learned,number,kind,subject,value,happened,dimensions,key,evidence,replaces,standing,recorded_at,recorded_by,on_behalf_of,note,status.before,status.after,reads
2020-01-01,,first-look,branches.all,,,,,,,,,,,,,pending,"all of 2, decided by branches.five"
2020-09-01,1,record,branch,'+3 branch,2020-08-20,,,,,in-force,2020-09-01T09:00:00.000000Z,tester,,,pending,pending,"all of 2, decided by branches.catalogue"
2021-01-01,,time,branches.all,,,,,,,,,,,,pending,missed,"all of 2, decided by branches.five"
2021-01-05,2,record,branch,'+1 branch,2020-12-20,,,,,superseded,2021-01-05T09:00:00.000000Z,tester,,,missed,missed,"all of 2, decided by branches.five"
2021-01-10,,waiver,branches.all,W-1,,,,,,,,,,,missed,missed,"all of 2, decided by branches.five"
2021-02-01,,time,branches.all,,,,,,,,,,,,missed,missed,"all of 2, decided by branches.five"
2021-02-15,,revision,branches.all,R-1,,,,,,,,,,,missed,pending,"all of 2, decided by branches.catalogue"
2021-03-01,3,correction,branch,'+1 branch,2021-01-04,,,,2,in-force,2021-03-01T09:00:00.000000Z,tester,,opened after the holidays,,,
2021-03-01,4,judgement,branches.five,amber until 2021-06-30,,,,,,in-force,2021-03-01T09:00:00.000000Z,tester,,two sites are still closed,,,
$ jalon history nothing
! error[unknown-id]: no indicator, milestone, target or commitment is called `nothing`
[exit 2]

// what if
$ file planned.csv
| indicator,on,add
| branch,2021-05-01,1
| branch,2021-09-01,1
$ jalon what-if --file planned.csv --as-of 2021-12-31
What if
with the 2 records of planned.csv, which are not stored

+ met  branches.five  pending, 4 of at least 5 branch -> met, 6 of at least 5
                      branch
  because: record #5: Branches opened: +1 branch, 2021-05-01
  because: record #6: Branches opened: +1 branch, 2021-09-01

! overdue  branches.all  overdue -> overdue, all of 2, decided by
                         branches.catalogue
  because: record #5: Branches opened: +1 branch, 2021-05-01
  because: record #6: Branches opened: +1 branch, 2021-09-01

Programme: libraries; Definitions: 4a7e199ee4a4…; Definitions kept: no; Last
record: #4; Log head: 9f087132dddb…; Made with: jalon 0.1.0; To make it again:
jalon what-if --as-of 2021-12-31 --known 2021-03-01 --upto 4 --file planned.csv
$ jalon what-if --file planned.csv --as-of 2021-05-31 branches.five --format md
# What if

with the 2 records of planned.csv, which are not stored

- \+ met `branches.five`: pending, 4 of at least 5 branch -&gt; met, 5 of at least 5 branch
  - because: record #5: Branches opened: +1 branch, 2021-05-01

---

- Programme: `libraries`
- Definitions: `4a7e199ee4a4667fd4279566d73011de3fefbb1217e5e8477980749c843cbddc`
- Definitions kept: no
- Last record: #4
- Log head: `9f087132dddb1be1a7ba981e1ed757940e18872f8ead4232a91a9dd184ac304c`
- Made with: jalon 0.1.0
- To make it again: `jalon what-if branches.five --as-of 2021-05-31 --known 2021-03-01 --upto 4 --file planned.csv`
$ jalon what-if
! error[missing-file]: there are no records to suppose
!   help: add --file FILE; for one record: jalon log ... --dry-run
[exit 2]
$ jalon what-if --file missing.csv
! error[no-such-file]: cannot open missing.csv
!   help: check the name; - reads the standard input
[exit 2]
$ jalon history branches.five --format json
{"schema":"jalon.history/1",
 "head":{"programme":"libraries","title":"A made-up plan for libraries","as_of":"2021-03-01","known":"2021-03-01","definitions_hash":"4a7e199ee4a4667fd4279566d73011de3fefbb1217e5e8477980749c843cbddc","definitions_kept":false,"last_record":4,"log_head":"9f087132dddb1be1a7ba981e1ed757940e18872f8ead4232a91a9dd184ac304c","version":"0.1.0","command":"jalon history branches.five --as-of 2021-03-01 --known 2021-03-01 --upto 4","period":null,"since":null},
 "rows":[
  {"learned":"2020-01-01","number":null,"kind":"first-look","subject":"branches.five","value":null,"happened":null,"dimensions":null,"key":null,"evidence":null,"replaces":null,"standing":null,"recorded_at":null,"recorded_by":null,"on_behalf_of":null,"note":null,"status":{"before":null,"after":"pending"},"reads":"nothing on record yet, at least 5 branch promised"},
  {"learned":"2020-09-01","number":1,"kind":"record","subject":"branch","value":"+3 branch","happened":"2020-08-20","dimensions":null,"key":null,"evidence":null,"replaces":null,"standing":"in-force","recorded_at":"2020-09-01T09:00:00.000000Z","recorded_by":"tester","on_behalf_of":null,"note":null,"status":{"before":"pending","after":"pending"},"reads":"3 of at least 5 branch"},
  {"learned":"2021-01-01","number":null,"kind":"time","subject":"branches.five","value":null,"happened":null,"dimensions":null,"key":null,"evidence":null,"replaces":null,"standing":null,"recorded_at":null,"recorded_by":null,"on_behalf_of":null,"note":null,"status":{"before":"pending","after":"missed"},"reads":"3 of at least 5 branch"},
  {"learned":"2021-01-05","number":2,"kind":"record","subject":"branch","value":"+1 branch","happened":"2020-12-20","dimensions":null,"key":null,"evidence":null,"replaces":null,"standing":"superseded","recorded_at":"2021-01-05T09:00:00.000000Z","recorded_by":"tester","on_behalf_of":null,"note":null,"status":{"before":"missed","after":"missed"},"reads":"4 of at least 5 branch"},
  {"learned":"2021-01-10","number":null,"kind":"waiver","subject":"branches.five","value":"W-1","happened":null,"dimensions":null,"key":null,"evidence":null,"replaces":null,"standing":null,"recorded_at":null,"recorded_by":null,"on_behalf_of":null,"note":null,"status":{"before":"missed","after":"missed"},"reads":"4 of at least 5 branch"},
  {"learned":"2021-02-01","number":null,"kind":"time","subject":"branches.five","value":null,"happened":null,"dimensions":null,"key":null,"evidence":null,"replaces":null,"standing":null,"recorded_at":null,"recorded_by":null,"on_behalf_of":null,"note":null,"status":{"before":"missed","after":"missed"},"reads":"4 of at least 5 branch"},
  {"learned":"2021-02-15","number":null,"kind":"revision","subject":"branches.five","value":"R-1","happened":null,"dimensions":null,"key":null,"evidence":null,"replaces":null,"standing":null,"recorded_at":null,"recorded_by":null,"on_behalf_of":null,"note":null,"status":{"before":"missed","after":"pending"},"reads":"4 of at least 5 branch"},
  {"learned":"2021-03-01","number":3,"kind":"correction","subject":"branch","value":"+1 branch","happened":"2021-01-04","dimensions":null,"key":null,"evidence":null,"replaces":2,"standing":"in-force","recorded_at":"2021-03-01T09:00:00.000000Z","recorded_by":"tester","on_behalf_of":null,"note":"opened after the holidays","status":{"before":null,"after":null},"reads":null},
  {"learned":"2021-03-01","number":4,"kind":"judgement","subject":"branches.five","value":"amber until 2021-06-30","happened":null,"dimensions":null,"key":null,"evidence":null,"replaces":null,"standing":"in-force","recorded_at":"2021-03-01T09:00:00.000000Z","recorded_by":"tester","on_behalf_of":null,"note":"two sites are still closed","status":{"before":"pending","after":"pending"},"reads":"4 of at least 5 branch"}
 ]}
$ jalon verify
sound: 4 records, head 9f087132dddb1be1a7ba981e1ed757940e18872f8ead4232a91a9dd184ac304c
