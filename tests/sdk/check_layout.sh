#!/bin/sh
# check_layout.sh SDK_FOLDER: the recorded layout is the one that the generator makes of today's header, and so are the numbers
# that the bindings for Rust are asserted by. 77 = no Python here.
command -v python3 >/dev/null || { echo "skipped: no python3"; exit 77; }
recorded=$1/abi/1.0-draft/layout.inc
made=$(mktemp)
trap 'rm -f "$made"' EXIT
python3 "$1/abi/generate.py" "$1/include" >"$made" || exit 1
good=yes
if ! diff -u "$recorded" "$made"; then
  [ -z "${ATTACHE_ACCEPT:-}" ] || cat "$made" >"$recorded"
  echo "the contract changed: raise ATTACHE_ABI_DRAFT and write $recorded again (ATTACHE_ACCEPT=1)"
  good=no
fi
bindings=$1/rust/attache_sdk.rs
python3 "$1/abi/generate.py" "$1/include" --rust "$bindings" >"$made" || exit 1
if ! diff -u "$bindings" "$made"; then
  [ -z "${ATTACHE_ACCEPT:-}" ] || cat "$made" >"$bindings"
  echo "the numbers in $bindings are not those of plugin.h: bring its structs in line and write it again (ATTACHE_ACCEPT=1)"
  good=no
fi
[ $good = yes ]
