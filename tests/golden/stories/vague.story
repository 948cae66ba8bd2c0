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
$ jalon log member '>500' --on ../2020-02-25
$ jalon log event '2..3' --on 2020-Q1
$ jalon log club.statutes --stage draft --on 2020-06~
$ jalon status
$ jalon explain club.five-hundred-and-one
$ jalon explain club.events
$ jalon log event '~0'
$ jalon log member 12 --on 'summer 2020'
$ jalon log club.statutes --stage adopted --on mid-2020
$ jalon explain club.statutes
$ jalon check --as-of 2020-08-01
$ file targets/wrong.toml
| format = 1
| [[target]]
| id        = "club.before-mid"
| indicator = "member"
| at_least  = 10
| before    = "mid-2020"
$ jalon status
