#!/bin/sh
# usage: sarif.sh FOLDER
# Microsoft's validator accepts every *.sarif in the folder. Exit 77 (skipped) where it is missing:
# SARIF_MULTITOOL names it, else `Sarif.Multitool` on the path
# (npm install @microsoft/sarif-multitool-linux).
set -eu
tool=${SARIF_MULTITOOL:-$(command -v Sarif.Multitool || true)}
if [ -z "$tool" ] || [ ! -x "$tool" ]; then
  echo "SKIPPED: no Sarif.Multitool (npm install @microsoft/sarif-multitool-linux)"
  exit 77
fi
checked=0
for file in "$1"/*.sarif; do
  [ -e "$file" ] || continue
  out=$("$tool" validate "$file")
  echo "$out"
  echo "$out" | grep -q 'Analysis completed successfully' || exit 1
  if echo "$out" | grep -q ': error '; then exit 1; fi
  checked=$((checked + 1))
done
[ "$checked" -gt 0 ] || { echo "no *.sarif in $1"; exit 1; }
