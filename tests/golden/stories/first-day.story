// The first day of a newcomer: the shipped programme, what was known on the day of the report, and
// what became of it without further records.
$ clock 2026-11-25T09:30:00Z
$ jalon init --example belgium-ai .
$ jalon status --at 2020-02-25
$ jalon due --at 2020-02-25 --within 130d
$ jalon explain tremplin-ai.pocs --at 2020-02-25
$ jalon check --at 2020-07-15
$ jalon gap tremplin-ai ai-training-wallonia --at 2020-07-15
$ jalon check national-strategy --at 2020-08-01
$ jalon log poc +1 --on 2020-01-15 --learned 2020-01-20 --set kind=individual --key A --evidence https://example.org/a --kind press --as-of 2020-02-25 --dry-run
$ jalon log poc +1 --set kind=indivdual --key A
$ jalon status --at 2020-02-25 --format csv tremplin-ai
$ jalon init --example belgium-ai .
$ jalon verify
