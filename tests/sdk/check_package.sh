#!/bin/sh
# check_package.sh BUILD_FOLDER PROJECT_FOLDER RUN_PLUGIN: the installed SDK is all that a plugin outside this project needs.
set -eu
build=$1 project=$2 run=$3
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cmake --install "$build" --component sdk --prefix "$folder/sdk" >/dev/null
cmake -S "$project" -B "$folder/build" "-DCMAKE_PREFIX_PATH=$folder/sdk" >/dev/null
cmake --build "$folder/build" >/dev/null
for id in title lines; do
  plugin=$folder/build/lib/attache/plugins/1/$id.attache.so
  symbols=$(nm -D --defined-only "$plugin" | awk '{print $3}')
  [ "$symbols" = attache_plugin_v1 ] || { echo "$id exports: $symbols"; exit 1; }
  "$run" "$plugin" "$folder/out-$id"
done
[ -f "$folder/sdk/share/doc/attache/samples/exporters/json/json.c" ] || { echo "the examples that the guide names are not installed"; exit 1; }
grep -q 'Kazakhstan and Russia' "$folder/out-title/document.title"
grep -q '^trade-by-year 6$' "$folder/out-lines/document.lines"
if "$run" "$folder/build/lib/attache/plugins/1/lines.attache.so" "$folder/out" lenght=3 2>"$folder/error"; then exit 1; fi
grep -q "no option 'lenght'; did you mean 'length'?" "$folder/error"
if command -v pkg-config >/dev/null; then
  export PKG_CONFIG_PATH="$folder/sdk/share/pkgconfig"
  # shellcheck disable=SC2046
  cc -std=c99 "$project/title.c" $(pkg-config --cflags --libs attache-sdk) -o "$folder/title.attache.so"
  "$run" "$folder/title.attache.so" "$folder/out-pc"
fi
