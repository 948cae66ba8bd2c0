#!/bin/sh
# usage: prom.sh FOLDER
# Prometheus' own checker accepts every *.prom in the folder, without a remark. Exit 77 (skipped)
# where it is missing (apt-get install prometheus).
set -eu
tool=$(command -v promtool || true)
if [ -z "$tool" ]; then
  echo "SKIPPED: no promtool (apt-get install prometheus)"
  exit 77
fi
checked=0
for file in "$1"/*.prom; do
  [ -e "$file" ] || continue
  remarks=$("$tool" check metrics < "$file" 2>&1) || { echo "$file: $remarks"; exit 1; }
  [ -z "$remarks" ] || { echo "$file: $remarks"; exit 1; }
  checked=$((checked + 1))
done
[ "$checked" -gt 0 ] || { echo "no *.prom in $1"; exit 1; }
echo "$checked files accepted"
