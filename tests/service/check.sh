#!/bin/sh
# usage: check.sh alerts|units|scripts FOLDER
# What ships beside the program: alert rules (promtool), units (systemd-analyze), the scripts that
# carry messages. Exit 77 (skipped) where the tool is missing.
set -eu
what=$1
service=$2
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

need() {
  command -v "$1" >/dev/null || { echo "SKIPPED: no $1 (apt-get install $2)"; exit 77; }
}
fail() { echo "$*"; exit 1; }

case $what in
alerts)
  need promtool prometheus
  cp "$service/alerts.yml" "$here/alerts_test.yml" "$work"
  cd "$work"
  promtool check rules alerts.yml
  promtool test rules alerts_test.yml
  ;;
units)
  need systemd-analyze systemd
  # What the units start is not installed here.
  for unit in jalon.service jalon.timer jalon-notify.service jalon-notify.path; do
    sed 's,^ExecStart=[^ ]*,ExecStart=/bin/true,; /^User=/d; /^Group=/d' "$service/$unit" > "$work/$unit"
  done
  said=$(cd "$work" && systemd-analyze verify --man=no ./jalon.service ./jalon.timer \
    ./jalon-notify.service ./jalon-notify.path 2>&1 | grep -F "$work" || true)
  [ -z "$said" ] || fail "$said"
  systemd-analyze security --offline=true --threshold=20 "$work/jalon.service" > "$work/out" ||
    { cat "$work/out"; fail "the job's unit is more exposed than 2.0"; }
  tail -n 1 "$work/out"
  ;;
scripts)
  [ -x /usr/bin/python3 ] || { echo "SKIPPED: no /usr/bin/python3 (apt-get install python3)"; exit 77; }
  cd "$work"
  printf '#!/bin/sh\ncat >> "%s/mails"\n[ ! -e "%s/down" ]\n' "$work" "$work" > sendmail
  chmod +x sendmail
  export JALON_QUEUE="$work/queue" JALON_MAIL_TO=officers@example.org JALON_SENDMAIL="$work/sendmail"
  message() {
    printf '%s' '{"schema":"jalon.notice/1","programme":"libraries","kind":"changes","day":"2020-07-02",
      "last_record":3,"counts":{"met":1},"owners":[{"owner":"office","name":"Library office","changes":
      [{"id":"branches.five","title":null,"before":"missed","after":"unknown","data_lost":true}],
      "reminders":[{"id":"branches.old","title":null,"status":"missed"}]}],"published":[],"failed":[]}'
  }
  "$service/send-queue" "$service/notify-mail" || fail "an empty queue is no failure"
  message | "$service/notify-queue" queue
  touch down
  "$service/send-queue" "$service/notify-mail" 2>/dev/null && fail "a mail that failed counts as sent"
  [ "$(ls queue | wc -l)" -eq 1 ] || fail "a message that was not sent is gone"
  rm down mails
  "$service/send-queue" "$service/notify-mail"
  [ -z "$(ls -A queue)" ] || fail "a message that was sent stays"
  grep -q '^Subject: libraries: changes of 2020-07-02$' mails || fail "no subject: $(cat mails)"
  grep -q 'branches.five: missed -> unknown  (data lost)' mails || fail "no change: $(cat mails)"
  grep -q 'branches.old: still missed' mails || fail "no reminder: $(cat mails)"
  printf '{"kind":"run-failed","programme":"p","day":"d","reason":"why"}' | "$service/notify-mail"
  grep -q 'Nothing could be made: why' mails || fail "no failure: $(cat mails)"
  ;;
*) fail "what is $what?" ;;
esac
