
// Logging a first update, a typo, and an explanation with its records.
$ clock 2020-07-15T09:30:00Z
$ file jalon.toml
| format = 1
| [programme]
| id       = "wallonia"
| title    = "A part of the Walloon programme"
| timezone = "Europe/Brussels"
| areas    = ["lab-to-market"]
| levels   = ["wallonia"]
| [definitions]
| include = ["targets/*.toml"]
$ file targets/wallonia.toml
| format = 1
| 
| [[source]]
| id    = "aiwatch-be-2020"
| title = "AI Watch: Belgium AI strategy report"
| 
| [[party]]
| id   = "adn"
| name = "Agence du Numérique"
| 
| [[initiative]]
| id    = "tremplin-ai"
| title = "Tremplin AI"
| owner = "adn"
| area  = "lab-to-market"
| level = "wallonia"
| start = "2019-07"
| 
| [[indicator]]
| id           = "poc"
| title        = "Proofs of concept supported"
| initiative   = "tremplin-ai"
| unit         = "PoC"
| measure      = "flow"
| key          = "project"
| dimensions   = { kind = ["individual", "collective"] }
| evidence     = { min = 1, kinds = ["official-publication", "contract", "press"], required = true }
| completeness = "attested"
| 
| [[target]]
| id        = "tremplin-ai.poc-individual"
| indicator = "poc"
| where     = { kind = "individual" }
| at_least  = 2
| before    = "2020-H2"
| severity  = "high"
| 
| [[target]]
| id         = "tremplin-ai.poc-collective"
| indicator  = "poc"
| where      = { kind = "collective" }
| at_least   = 3
| before     = "2020-H2"
| severity   = "high"
| checkpoint = [{ on = "2020-03-31", at_least = 1 }]
| 
| [[commitment]]
| id       = "tremplin-ai.pocs"
| title    = "Two individual and three collective PoCs in the first half of 2020"
| all      = ["tremplin-ai.poc-individual", "tremplin-ai.poc-collective"]
| severity = "high"
| source   = { ref = "aiwatch-be-2020", locator = "6, Walloon Region, axis 2" }
$ jalon init
made the log jalon.db
$ jalon log poc +1 --on 2020-01-15 --learned 2020-01-20 --set kind=individual --key A --evidence https://example.org/a --kind press --as-of 2020-02-25
recorded #1  poc  +1 PoC  on 2020-01-15  kind=individual  key=A  evidence: press
  tremplin-ai.poc-individual   nothing on record -> 1 of 2   pending, due 2020-06-30 (before 2020-H2)
$ jalon log poc +1 --key C --set kind=indivdual
! error[unknown-value]: `indivdual` is not a value of kind in indicator poc
!   help: did you mean `individual`?  (individual, collective)
[exit 2]
$ jalon log poc +1 --on 2020-02-10 --learned 2020-03-02 --set kind=collective --key B --evidence https://example.org/b --kind press --as-of 2020-03-02
recorded #2  poc  +1 PoC  on 2020-02-10  kind=collective  key=B  evidence: press
  tremplin-ai.poc-collective   nothing on record -> 1 of 3   pending, due 2020-06-30 (before 2020-H2)
$ jalon log poc +1 --on 2020-05-04 --learned 2020-05-04 --set kind=individual --key C --evidence 'contract 17' --kind contract --as-of 2020-05-04
recorded #3  poc  +1 PoC  on 2020-05-04  kind=individual  key=C  evidence: contract
  tremplin-ai.poc-individual   1 of 2, pending -> 2 of 2   met
$ jalon attest poc --complete-through 2020-06-30 --learned 2020-07-02 --as-of 2020-07-15
recorded #4  poc  complete through 2020-06-30
  tremplin-ai.poc-collective   1 of 3, overdue -> 1 of 3   missed
  tremplin-ai.pocs             overdue -> all of 2, decided by tremplin-ai.poc-collective   missed
$ jalon explain tremplin-ai.pocs --as-of 2020-07-15
Two individual and three collective PoCs in the first half of 2020
As of 2020-07-15, as known on 2020-07-15

x missed  tremplin-ai.pocs  all of 2, decided by tremplin-ai.poc-collective
  list complete through 2020-06-30
  rule: targets/wallonia.toml:47
  source: aiwatch-be-2020, 6, Walloon Region, axis 2
  + met     tremplin-ai.poc-individual  2 of at least 2 PoC, reached 2020-05-04
                                        (57 days early)
            #1  2020-01-15  +1     A                  press, learned 2020-01-20,
                                                      counted
            #3  2020-05-04  +1     C                  contract, learned
                                                      2020-05-04, counted
            #2  2020-02-10  +1     B kind=collective  press, learned 2020-03-02,
                                                      not counted: about
                                                      something else
    list complete through 2020-06-30 (attested: #4 through 2020-06-30)
    "before 2020-H2" is read as from 2019-07-01 to 2020-06-30
    rule: targets/wallonia.toml:30
  x missed  tremplin-ai.poc-collective  1 of at least 3 PoC, gap 2, 15 days
                                        overdue
            #2  2020-02-10  +1     B                  press, learned 2020-03-02,
                                                      counted
            #1  2020-01-15  +1     A kind=individual  press, learned 2020-01-20,
                                                      not counted: about
                                                      something else
            #3  2020-05-04  +1     C kind=individual  contract, learned
                                                      2020-05-04, not counted:
                                                      about something else
    all that it may be: 1 or more
    list complete through 2020-06-30 (attested: #4 through 2020-06-30)
    "before 2020-H2" is read as from 2019-07-01 to 2020-06-30
    rule: targets/wallonia.toml:38

Programme: wallonia; Definitions: 5818f06629b5…; Definitions kept: no; Last
record: #4; Log head: 52b326d6b633…; Made with: jalon 0.1.0; To make it again:
jalon explain tremplin-ai.pocs --as-of 2020-07-15 --known 2020-07-15 --upto 4
$ jalon check --as-of 2020-07-15
Check: A part of the Walloon programme
As of 2020-07-15, as known on 2020-07-15

2 findings
==========

Status    Id                          Severity  Why
--------  --------------------------  --------  --------------------------------
x missed  tremplin-ai.poc-collective  high      1 of at least 3 PoC, gap 2, 15
                                                days overdue
x missed  tremplin-ai.pocs            high      all of 2, decided by
                                                tremplin-ai.poc-collective

Programme: wallonia; Definitions: 5818f06629b5…; Definitions kept: no; Last
record: #4; Log head: 52b326d6b633…; Made with: jalon 0.1.0; To make it again:
jalon check --as-of 2020-07-15 --known 2020-07-15 --upto 4
[exit 1]
