#!/bin/sh
# usage: sarif.sh JALON DATA_DIR WORK_DIR
# Microsoft's validator accepts what `jalon lint` writes, of a sound and of a broken programme, and
# what `jalon check` does.
# Exit 77 (skipped) where it is missing: SARIF_MULTITOOL names it, else `Sarif.Multitool` on the path
# (npm install @microsoft/sarif-multitool-linux).
set -eu
jalon=$1 data=$2 work=$3
tool=${SARIF_MULTITOOL:-$(command -v Sarif.Multitool || true)}
if [ -z "$tool" ] || [ ! -x "$tool" ]; then
  echo "SKIPPED: no Sarif.Multitool (npm install @microsoft/sarif-multitool-linux)"
  exit 77
fi
rm -rf "$work"
mkdir -p "$work"
cp -r "$data/programmes/belgium-ai" "$work/sound"
cp -r "$data/programmes/belgium-ai" "$work/broken"
printf '[[target]]\nid = "x"\n"a \\u202e \\"<b>" = 1\n' >> "$work/broken/targets/national.toml"
"$jalon" -C "$work/sound" lint -q -o "$work/sound.sarif"
code=0
"$jalon" -C "$work/broken" lint -q -o "$work/broken.sarif" || code=$?
[ "$code" -eq 4 ] || { echo "a broken programme gave exit $code"; exit 1; }
"$jalon" init --example belgium-ai "$work/judged"
code=0
"$jalon" -C "$work/judged" check --as-of 2021-03-01 -q -o "$work/check.sarif" || code=$?
[ "$code" -eq 1 ] || { echo "a programme with findings gave exit $code"; exit 1; }
for one in sound broken check; do
  out=$("$tool" validate "$work/$one.sarif")
  echo "$out"
  echo "$out" | grep -q 'Analysis completed successfully' || exit 1
  if echo "$out" | grep -q ': error '; then exit 1; fi
done
