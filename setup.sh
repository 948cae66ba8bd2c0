#!/bin/sh
# Sets jalon up on a fresh Debian 12 and does one of two things:
#
#   sh setup.sh run     builds it and judges the Belgian AI programme in work/belgium-ai
#   sh setup.sh test    builds it and runs every test
#
# Needs root only where a package is missing. Works from any folder, again and again.
set -eu
cd "$(dirname "$0")"

PACKAGES="g++ cmake ninja-build ccache pkg-config
  libboost-dev libboost-date-time-dev libfmt-dev libtomlplusplus-dev libsqlite3-dev libsqlitecpp-dev
  libcli11-dev rapidjson-dev libxlsxwriter-dev libcctz-dev tzdata libsodium-dev catch2"

say() { printf '%s\n' "$*" >&2; }

# Packages of $PACKAGES that are not installed.
missing() {
  for package in $PACKAGES; do
    case "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" in
      installed) ;;
      *) printf '%s ' "$package" ;;
    esac
  done
}

install_packages() {
  needed=$(missing)
  [ -n "$needed" ] || return 0
  as_root=
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { say "setup.sh: run as root, or install: $needed"; exit 5; }
    as_root=sudo
  fi
  say "setup.sh: installing $needed"
  $as_root apt-get update -q >&2
  # shellcheck disable=SC2086  # a list of packages
  DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -q --no-install-recommends $needed >&2
}

run() {
  cmake --preset release >&2
  cmake --build --preset release --target jalon >&2
  jalon=build/release/jalon
  workspace=work/belgium-ai
  if [ -e "$workspace/jalon.toml" ]; then
    say "setup.sh: going on with $workspace"
  else
    "$jalon" init --example belgium-ai "$workspace"
  fi
  echo
  "$jalon" -C "$workspace" status
  echo
  "$jalon" -C "$workspace" gap
  "$jalon" -C "$workspace" report progress -o "$workspace/progress.html"
  "$jalon" -C "$workspace" report gap -o "$workspace/gap.html"
  "$jalon" -C "$workspace" run
  cat <<EOF

The workspace is $workspace; progress.html, gap.html and what the scheduled job made in reports/ open in a browser.
Go on with, for example:

  $jalon -C $workspace explain tremplin-ai.pocs
  $jalon -C $workspace status --at 2020-02-25
  $jalon -C $workspace log poc +1 --set kind=individual --key A --evidence https://example.org/a --kind press --dry-run
EOF
}

test_all() {
  cmake --preset check >&2
  cmake --build --preset check >&2
  ctest --preset check
}

case "${1:-}" in
  run) install_packages; run ;;
  test) install_packages; test_all ;;
  *) say "usage: sh setup.sh run | test"; exit 2 ;;
esac
