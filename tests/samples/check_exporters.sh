#!/bin/sh
# check_exporters.sh BUILD_FOLDER RUN_PLUGIN: the sample exporters build against an installed Attaché, write golden bytes for the document
# with everything in it, and the five reports of the sample dataset; Python's json module and cmark-gfm (where it is installed) read them.
# ATTACHE_ACCEPT=1 rewrites the golden files and fails once.
set -eu
build=$1 run=$2
here=$(cd "$(dirname "$0")" && pwd)
samples=$here/../../samples
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cmake --install "$build" --prefix "$folder/attache" >/dev/null
attache=$folder/attache/bin/attache
bad=0
complain() { echo "$*"; bad=1; }

exporters='markdown:md json:json'
if command -v rustc >/dev/null; then
  exporters="$exporters text:txt"
else
  echo "not run: the sample in Rust; there is no rustc (apt-get install rustc)"
fi

for each in $exporters; do
  id=${each%:*} ext=${each#*:}
  {
    cmake -S "$samples/exporters/$id" -B "$folder/$id" "-DCMAKE_PREFIX_PATH=$folder/attache" -DCMAKE_BUILD_TYPE=Debug \
      "-DCMAKE_C_FLAGS=-Wall -Wextra -Wconversion -Werror" "-DCMAKE_CXX_FLAGS=-Wall -Wextra -Wconversion -Werror" &&
      cmake --build "$folder/$id" && ctest --test-dir "$folder/$id" --output-on-failure
  } >"$folder/log" 2>&1 || { cat "$folder/log"; exit 1; }
  plugins=$folder/$id/lib/attache/plugins/1
  for name in sample empty; do
    wanted=$([ $name = sample ] || echo --empty)
    # shellcheck disable=SC2086
    "$run" "$plugins/$id.attache.so" "$folder/$name-$ext" --name "$name.$ext" $wanted >"$folder/log" 2>&1 || { cat "$folder/log"; exit 1; }
    cp "$folder/$name-$ext/$name.$ext" "$folder/"
    golden=$here/golden/$name.$ext
    cmp -s "$folder/$name.$ext" "$golden" && continue
    diff -u "$golden" "$folder/$name.$ext" || true
    complain "$id: $name.$ext differs from $golden"
    [ "${ATTACHE_ACCEPT:-}" != 1 ] || cp "$folder/$name.$ext" "$golden"
  done
  for report in briefing trade-sheet factsheet chronology extract; do
    "$attache" -q export "$samples/kazakhstan-russia" --report $report --plugin-dir "$plugins" --plugin "$id" -o "$folder/$report.$ext"
  done
done

for file in "$folder"/*.json; do
  python3 "$here/read_json.py" "$file" || complain "$file is not what it should be"
done
if command -v cmark-gfm >/dev/null; then
  for name in sample briefing trade-sheet factsheet chronology extract; do
    cmark-gfm -e table -e footnotes --unsafe "$folder/$name.md" >"$folder/html"
    python3 "$here/same_words.py" "$folder/$name.json" "$folder/html" || complain "$name.md does not read as the document does"
  done
else
  echo "not run: a reader of Markdown; there is no cmark-gfm (apt-get install cmark-gfm)"
fi
if [ -f "$folder/briefing.txt" ]; then
  python3 "$here/read_text.py" 100 "$folder"/*.txt || complain "a text is wider than its lines may be"
fi
exit $bad
