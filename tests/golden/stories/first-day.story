
// The first day of a newcomer with the shipped programme: what was known when the report came out, and later.
$ clock 2026-11-25T09:30:00Z
$ jalon init --example belgium-ai .
made a workspace in .: 25 files and an empty log
33 records in the log
as of 2026-11-25: 1 met, 1 pending, 3 unknown, 10 overdue
next: jalon status
$ jalon status --at 2020-02-25
Belgian AI strategies (federal, Flanders, Brussels, Wallonia)
As of 2020-02-25, as known on 2020-02-25

? 3 unknown   . 11 pending   + 1 met

15 targets and milestones, each counted once by its overall verdict. 2
commitments are made of them.

Overview of AI in the Brussels Region (overall, brussels)
  . pending  brussels-ai-overview.available
                at stage under-way, available promised, 126 days left, due
                2020-06-30, at the latest 2020-07-31 (mid-2020)

Flemish action plan on AI (Flemish government, overall, flanders)
  . pending  flanders.budget  nothing on record yet, at least 32 000 000 EUR
                              promised, 310 days left, due 2020-12-31 (2020)
                              (decided by flanders.budget[2020])
    . pending  [pillar=basic-research]
                  nothing on record yet, at least 12 000 000 EUR promised, 310
                  days left, due 2020-12-31 (2020) (decided by
                  flanders.budget[2020][pillar=basic-research])
    . pending  [pillar=technology-transfer]
                  nothing on record yet, at least 15 000 000 EUR promised, 310
                  days left, due 2020-12-31 (2020) (decided by
                  flanders.budget[2020][pillar=technology-transfer])
    . pending  [pillar=support]
                  nothing on record yet, at least 5 000 000 EUR promised, 310
                  days left, due 2020-12-31 (2020) (decided by
                  flanders.budget[2020][pillar=support])

Pillar 1: basic applied research (Flemish government, lab-to-market, flanders)
  + met  research-challenges.four  4 of at least 4 challenge, reached 2020-02-25

Investment in AI in Belgium (overall, national)
  . pending  ai-investment.yearly-floor     nothing on record yet, at least
                                            80 000 000 EUR promised, 310 days
                                            left, due 2020-12-31 (2020) (decided
                                            by ai-investment.yearly-floor[2020])
  . pending  ai-investment.cumulative-2030  nothing on record yet, at least
                                            1 000 000 000 EUR promised, 3962
                                            days left, due 2030-12-31 (2030)

National AI strategy (Federal Ministry of Economy, overall, federal)
  . pending  national-strategy.draft  at stage commissioned, draft promised, 126
                                      days left, due 2020-06-30, at the latest
                                      2020-07-31 (mid-2020)

Support of the Regions and the Federal State for the strategy (Federal Ministry
of Economy, overall, national)
  ? unknown  national-strategy.support  nothing on record, at least 4 party
                                        promised, without a date

Open online courses on AI (human-capital, national)
  ? unknown  ai-mooc.one-percent  nothing on record, at least 1 % promised,
                                  without a date

Start AI: a first coaching (DigitalWallonia4.ai programme, lab-to-market,
wallonia)
  ? unknown  start-ai.three-days  nothing on record, at least 3 day promised,
                                  nobody has begun yet

Tremplin AI: demonstrators (DigitalWallonia4.ai programme, lab-to-market,
wallonia)
  . pending  tremplin-ai.poc-individual  nothing on record yet, at least 2 PoC
                                         promised, 126 days left, due 2020-06-30
                                         (before 2020-H2)
  . pending  tremplin-ai.poc-collective  nothing on record yet, at least 3 PoC
                                         promised, 126 days left, due 2020-06-30
                                         (before 2020-H2)

AI training across Wallonia (DigitalWallonia4.ai programme, human-capital,
wallonia)
  . pending  ai-training.two-contracts  0 of at least 2 contract, 35 days left,
                                        due 2020-03-31, at the latest 2020-04-30
                                        (early 2020)

Commitments
  . pending  ai-investment.recommendation  all of 2, decided by
                                           ai-investment.yearly-floor
  . pending  tremplin-ai.pocs              all of 2, decided by
                                           tremplin-ai.poc-individual

Programme: belgium-ai; Definitions: 1e22cc031c5d…; Definitions kept: no; Last
record: #33; Log head: f9fabc6beee4…; Made with: jalon 0.1.0; To make it again:
jalon status --as-of 2020-02-25 --known 2020-02-25 --upto 33
$ jalon due --at 2020-02-25 --within 130d
Deadlines: Belgian AI strategies (federal, Flanders, Brussels, Wallonia)
As of 2020-02-25, as known on 2020-02-25

Late
====

Nothing is late.

Due within 130 days
===================

       Due  Days left  Status     Id
----------  ---------  ---------  ------------------------------
2020-03-31         35  . pending  ai-training.two-contracts
2020-06-30        126  . pending  tremplin-ai.poc-individual
2020-06-30        126  . pending  tremplin-ai.poc-collective
2020-06-30        126  . pending  brussels-ai-overview.available
2020-06-30        126  . pending  national-strategy.draft

Programme: belgium-ai; Definitions: 1e22cc031c5d…; Definitions kept: no; Last
record: #33; Log head: f9fabc6beee4…; Made with: jalon 0.1.0; To make it again:
jalon due --as-of 2020-02-25 --known 2020-02-25 --upto 33 --within 130d
$ jalon explain tremplin-ai.pocs --at 2020-02-25
Two individual and three collective proofs of concept before the second half of
2020
As of 2020-02-25, as known on 2020-02-25

. pending  tremplin-ai.pocs  all of 2, decided by tremplin-ai.poc-individual
  rule: targets/wallonia.toml:40
  source: aiwatch-be-2020, 6, Walloon Region, axis 2 (lines 309-310)
  note: Both are needed: five of any kind are not enough.
  . pending  tremplin-ai.poc-individual  nothing on record yet, at least 2 PoC
                                         promised, 126 days left, due 2020-06-30
                                         (before 2020-H2)
    "before 2020-H2" is read as from 2019-07-01 to 2020-06-30
    rule: targets/wallonia.toml:19
    source: aiwatch-be-2020, 6, Walloon Region, axis 2 (line 310)
  . pending  tremplin-ai.poc-collective  nothing on record yet, at least 3 PoC
                                         promised, 126 days left, due 2020-06-30
                                         (before 2020-H2)
    "before 2020-H2" is read as from 2019-07-01 to 2020-06-30
    rule: targets/wallonia.toml:29
    source: aiwatch-be-2020, 6, Walloon Region, axis 2 (line 310)
    note: At least stands before the individual ones only; read as meant for
      both.

Programme: belgium-ai; Definitions: 1e22cc031c5d…; Definitions kept: no; Last
record: #33; Log head: f9fabc6beee4…; Made with: jalon 0.1.0; To make it again:
jalon explain tremplin-ai.pocs --as-of 2020-02-25 --known 2020-02-25 --upto 33
$ jalon check --at 2020-07-15
Check: Belgian AI strategies (federal, Flanders, Brussels, Wallonia)
As of 2020-07-15, as known on 2020-07-15

6 findings
==========

Status     Id                            Severity  Why
---------  ----------------------------  --------  -----------------------------
! overdue  tremplin-ai.poc-individual    medium    nothing on record, at least 2
                                                   PoC promised, 15 days
                                                   overdue: nobody has said that
                                                   there is nothing
! overdue  tremplin-ai.poc-collective    medium    nothing on record, at least 3
                                                   PoC promised, 15 days
                                                   overdue: nobody has said that
                                                   there is nothing
! overdue  ai-training.two-contracts     medium    0 of at least 2 contract, gap
                                                   2, 106 days overdue: nobody
                                                   has said that the list is
                                                   complete
! overdue  brussels-ai-overview.         medium    at stage under-way, available
           available                               promised, 15 days overdue:
                                                   nobody has said that the list
                                                   is complete
! overdue  national-strategy.draft       medium    at stage commissioned, draft
                                                   promised, 15 days overdue:
                                                   nobody has said that the list
                                                   is complete
! overdue  tremplin-ai.pocs              medium    all of 2, decided by
                                                   tremplin-ai.poc-individual

3 cannot be judged
==================

Status     Id                         Severity  Why
---------  -------------------------  --------  --------------------------------
? unknown  national-strategy.support  medium    nothing on record, at least 4
                                                party promised, without a date
? unknown  ai-mooc.one-percent        medium    nothing on record, at least 1 %
                                                promised, without a date
? unknown  start-ai.three-days        medium    nothing on record, at least 3
                                                day promised, nobody has begun
                                                yet

Programme: belgium-ai; Definitions: 1e22cc031c5d…; Definitions kept: no; Last
record: #33; Log head: f9fabc6beee4…; Made with: jalon 0.1.0; To make it again:
jalon check --as-of 2020-07-15 --known 2020-07-15 --upto 33
[exit 1]
$ jalon gap tremplin-ai ai-training-wallonia --at 2020-07-15
Gaps: Belgian AI strategies (federal, Flanders, Brussels, Wallonia)
As of 2020-07-15, as known on 2020-07-15

! 3 overdue

3 targets and milestones, each counted once by its overall verdict.

What is missing
===============

What                                 Status     Gap                 Days overdue
-----------------------------------  ---------  ------------------  ------------
Two public contracts for AI          ! overdue  2 contract (100 %)           106
training published
(ai-training.two-contracts)
    0 of at least 2 contract, nobody has said that the list is complete
At least two individual proofs of    ! overdue  2 PoC (100 %)                 15
concept
(tremplin-ai.poc-individual)
    nothing on record, at least 2 PoC promised, nobody has said that there is
    nothing
    no pace so far: there is no value
At least three collective proofs of  ! overdue  3 PoC (100 %)                 15
concept
(tremplin-ai.poc-collective)
    nothing on record, at least 3 PoC promised, nobody has said that there is
    nothing
    no pace so far: there is no value

Data that are missing
=====================

Id                          Status     What is wrong        What to do
--------------------------  ---------  -------------------  --------------------
tremplin-ai.poc-individual  ! overdue  nothing on record    log what happened
                                                            under poc, or 0 if
                                                            nothing did
tremplin-ai.poc-collective  ! overdue  nothing on record    log what happened
                                                            under poc, or 0 if
                                                            nothing did
ai-training.two-contracts   ! overdue  nobody has said      jalon attest
                                       that the list is     ai-training.two-
                                       complete             contracts
                                                            --complete-through
                                                            2020-04-30

Programme: belgium-ai; Definitions: 1e22cc031c5d…; Definitions kept: no; Last
record: #33; Log head: f9fabc6beee4…; Made with: jalon 0.1.0; To make it again:
jalon gap tremplin-ai ai-training-wallonia --as-of 2020-07-15 --known 2020-07-15
--upto 33
$ jalon check national-strategy --at 2020-08-01
Check: Belgian AI strategies (federal, Flanders, Brussels, Wallonia)
As of 2020-08-01, as known on 2020-08-01

1 finding
=========

Status     Id                       Severity  Why
---------  -----------------------  --------  ----------------------------------
! overdue  national-strategy.draft  medium    at stage commissioned, draft
                                              promised, 32 days overdue: nobody
                                              has said that the list is complete

Programme: belgium-ai; Definitions: 1e22cc031c5d…; Definitions kept: no; Last
record: #33; Log head: f9fabc6beee4…; Made with: jalon 0.1.0; To make it again:
jalon check national-strategy --as-of 2020-08-01 --known 2020-08-01 --upto 33
[exit 1]
$ jalon log poc +1 --on 2020-01-15 --learned 2020-01-20 --set kind=individual --key A --evidence https://example.org/a --kind press --as-of 2020-02-25 --dry-run
would record #34  poc  +1 PoC  on 2020-01-15  kind=individual  key=A  evidence: press
  tremplin-ai.poc-individual   nothing on record -> 1 of 2   pending, due 2020-06-30 (before 2020-H2)
$ jalon log poc +1 --set kind=indivdual --key A
! error[unknown-value]: `indivdual` is not a value of kind in indicator poc
!   help: did you mean `individual`?  (individual, collective)
[exit 2]
$ jalon status --at 2020-02-25 --format csv tremplin-ai
id,kind,title,as_of,known,status,since,reason,reached_on,days_late,days_overdue,days_left,within_tolerance,waived.id,waived.expires,original,severity,owner,initiative,unit,value,goal,gap,surplus,progress,bounds.lo,bounds.lo_open,bounds.hi,bounds.hi_open,due.written,due.from,due.nominal,due.latest,outlook.state,outlook.expected,outlook.projected,outlook.needed_per_day,outlook.method,outlook.rate_so_far,outlook.reached_at_pace,outlook.days_behind,confidence.evidence,confidence.freshness,confidence.complete_through,decided_by,records,defined_at,source.ref,source.locator,judgement.colour,judgement.by,judgement.on,judgement.expires,judgement.record
tremplin-ai.poc-individual,target,At least two individual proofs of concept,2020-02-25,2020-02-25,pending,,no-data,,,,126,false,,,,medium,dw4ai-programme,tremplin-ai,PoC,,2,2,,,0,false,,false,before 2020-H2,2019-07-01,2020-06-30,2020-06-30,none,,,,,,,,none,,,,,targets/wallonia.toml:19,aiwatch-be-2020,"6, Walloon Region, axis 2 (line 310)",,,,,
tremplin-ai.poc-collective,target,At least three collective proofs of concept,2020-02-25,2020-02-25,pending,,no-data,,,,126,false,,,,medium,dw4ai-programme,tremplin-ai,PoC,,3,3,,,0,false,,false,before 2020-H2,2019-07-01,2020-06-30,2020-06-30,none,,,,,,,,none,,,,,targets/wallonia.toml:29,aiwatch-be-2020,"6, Walloon Region, axis 2 (line 310)",,,,,
$ jalon init --example belgium-ai .
! error[already-there]: DESK/. is a workspace already
!   help: --example needs an empty folder
[exit 2]
$ jalon verify
sound: 33 records, head f9fabc6beee4655e6ce39657a6e52e87b449a28cdeb660a0e7c269c1cd07c537
