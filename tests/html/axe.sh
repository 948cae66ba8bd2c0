#!/bin/sh
# usage: axe.sh JALON WORK_DIR
# Every report kind of the Belgian programme has no accessibility violation that axe-core finds, in
# light and dark, wide and at 360 px. Exit 77 (skipped) where a tool is missing: AXE_MODULES names the
# node_modules folder (npm install axe-core puppeteer-core), chromium and node are on the path.
set -eu
jalon=$1 work=$2
here=$(cd "$(dirname "$0")" && pwd)
modules=${AXE_MODULES:-}
browser=$(command -v chromium || true)
if [ -z "$browser" ] || ! command -v node >/dev/null; then
  echo "SKIPPED: no chromium or node"
  exit 77
fi
if [ ! -d "$modules/axe-core" ] || [ ! -d "$modules/puppeteer-core" ]; then
  echo "SKIPPED: AXE_MODULES names no folder with axe-core and puppeteer-core (npm install)"
  exit 77
fi
rm -rf "$work"
"$jalon" init --example belgium-ai "$work" >/dev/null
for day in 2020-02-25 2020-12-31; do
  for kind in progress gap initiative timeline evidence; do
    "$jalon" -C "$work" report "$kind" --at "$day" -o "$work/$kind-$day.html"
  done
done
"$jalon" -C "$work" report changes --since 2020-02-25 --at 2020-12-31 -o "$work/changes.html"
"$jalon" -C "$work" report periodic --period 2020-H2 --at 2021-01-31 -o "$work/periodic.html"
node "$here/axe.mjs" "$browser" "$modules" "$work"/*.html
