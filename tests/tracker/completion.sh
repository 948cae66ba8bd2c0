#!/usr/bin/env bash
# usage: completion.sh JALON
# What the completion of bash offers; zsh and fish read theirs, groff reads the manual page without a
# warning. A tool that is missing is told.
set -euo pipefail
jalon=$1
fail() { echo "FAILED: $1"; exit 1; }

# shellcheck source=/dev/null
source <("$jalon" completion bash)
offered() {  # the words of a command line, the last one to be completed
  COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMPREPLY=()
  _jalon
  echo "${COMPREPLY[*]-}"
}
[ "$(offered jalon sta)" = status ] || fail "sta: $(offered jalon sta)"
[ "$(offered jalon -C /tmp sta)" = status ] || fail '-C DIR sta'
[ "$(offered jalon status --as)" = --as-of ] || fail "status --as: $(offered jalon status --as)"
[ "$(offered jalon why --know)" = --known ] || fail 'an alias has the flags of its command'
[ -z "$(offered jalon status str)" ] || fail 'words are left to the shell'
[ -z "$(offered jalon nonsense --as)" ] || fail 'nothing of what is no command'

for shell in zsh fish; do
  if command -v "$shell" >/dev/null; then
    "$jalon" completion "$shell" >"${TMPDIR:-/tmp}/jalon-completion.$$"
    "$shell" -n "${TMPDIR:-/tmp}/jalon-completion.$$" || fail "$shell does not read its script"
    rm "${TMPDIR:-/tmp}/jalon-completion.$$"
  else
    echo "SKIPPED: no $shell"
  fi
done
if command -v groff >/dev/null; then
  warnings=$("$jalon" man | groff -man -Tutf8 -ww -z 2>&1)
  [ -z "$warnings" ] || fail "groff: $warnings"
  "$jalon" man | groff -man -Tutf8 | sed 's,.\x08,,g' | grep -q 'EXIT STATUS' || fail 'no exit status on the page'
else
  echo 'SKIPPED: no groff'
fi
