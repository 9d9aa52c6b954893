#!/bin/sh
# report.sh: what abidiff sees between the recorded types.abi and today's plugin.h; an alarm for the reviewer, see README.md.
# report.sh --record: writes types.abi again. Needs abigail-tools and a C compiler (cc, or $CC).
set -eu
sdk=$(cd "$(dirname "$0")/.." && pwd)
recorded=$sdk/abi/1.0-draft/types.abi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 "$sdk/abi/generate.py" "$sdk/include" --types >"$folder/types.c"
cd "$folder"
"${CC:-cc}" -g -shared -fPIC -fvisibility=hidden -DATTACHE_TARGET_MINOR=ATTACHE_ABI_MINOR_LATEST -I "$sdk/include" types.c -o types.so
if [ "${1:-}" = --record ]; then
  abidw --no-corpus-path --no-comp-dir-path --no-show-locs --no-elf-needed --type-id-style hash "$folder/types.so" >"$recorded"
  exit
fi
code=0
abidiff --no-show-locs "$recorded" "$folder/types.so" || code=$?
[ $code -ne 0 ] || echo "no difference to $(basename "$(dirname "$recorded")")"
# 1, 2: it could not work; 4: something changed, allowed or not; 8: incompatible for certain.
[ $((code & 11)) -eq 0 ]
