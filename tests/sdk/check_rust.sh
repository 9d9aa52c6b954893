#!/bin/sh
# check_rust.sh RUN_PLUGIN: the bindings for Rust compile without a warning with every rustc of this machine, and not when a struct is laid
# out otherwise; they read every kind of block and cell; a panic or an error becomes a text, and nothing is printed. 77 = no rustc here.
set -eu
run=$1
here=$(cd "$(dirname "$0")" && pwd)
sdk=$here/../../sdk/rust/attache_sdk.rs
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
compilers=$(for each in /usr/bin/rustc "$(command -v rustc || true)"; do [ ! -x "$each" ] || echo "$each"; done | sort -u)
[ -n "$compilers" ] || { echo "skipped: there is no rustc (apt-get install rustc)"; exit 77; }

# says HOW WORDS: the export fails with these words on its one line
says() {
  if "$run" "$folder/faulty.attache.so" "$folder/out" "how=$1" >"$folder/stdout" 2>"$folder/stderr"; then echo "$1 does not fail"; exit 1; fi
  [ "$(wc -l <"$folder/stderr")" = 1 ] && grep -q -- "$2" "$folder/stderr" || { echo "$1 says:"; cat "$folder/stderr"; exit 1; }
}

for rustc in $compilers; do
  "$rustc" --edition 2021 -D warnings --crate-type rlib --crate-name attache_sdk -o "$folder/libattache_sdk.rlib" "$sdk"
  "$rustc" --edition 2021 -D warnings --crate-type cdylib --crate-name faulty --extern attache_sdk="$folder/libattache_sdk.rlib" \
    -C link-arg=-Wl,-z,defs -o "$folder/faulty.attache.so" "$here/rust/faulty.rs"
  symbols=$(nm -D --defined-only "$folder/faulty.attache.so" | awk '{print $3}')
  [ "$symbols" = attache_plugin_v1 ] || { echo "exports: $symbols"; exit 1; }
  says panic 'faulty: the plugin panicked at .*rust/faulty\.rs:[0-9]*: 5 rows are too many'
  says no-option "faulty: the plugin panicked at .*rust/faulty\.rs:[0-9]*: the exporter declares no option 'hwo' of this type"
  says error 'faulty: the report has no table; choose another$'
  says nested "faulty: the table 'trade-by-year' is read while it is being read"
  says open 'faulty'
  "$run" "$folder/faulty.attache.so" "$folder/out" --name read.txt >/dev/null 2>"$folder/stderr"
  [ ! -s "$folder/stderr" ] || { cat "$folder/stderr"; exit 1; }
  diff -u "$here/rust/read.txt" "$folder/out/read.txt" || { [ "${ATTACHE_ACCEPT:-}" != 1 ] || cp "$folder/out/read.txt" "$here/rust/read.txt"; exit 1; }

  # a member of another size, one left out, one of another name
  for edit in 's/pub has_total: i32,/pub has_total: i64,/' '/pub(crate) alt_text: Str,/d' 's/pub magnitude: i32,/pub decimals2: i32,/'; do
    sed "$edit" "$sdk" >"$folder/edited.rs"
    cmp -s "$sdk" "$folder/edited.rs" && { echo "nothing to edit: $edit"; exit 1; }
    if "$rustc" --edition 2021 --crate-type rlib --crate-name edited -o "$folder/edited.rlib" "$folder/edited.rs" 2>/dev/null; then
      echo "another layout compiles: $edit"
      exit 1
    fi
  done
done
