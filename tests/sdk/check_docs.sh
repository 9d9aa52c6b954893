#!/bin/sh
# check_docs.sh BUILD_FOLDER: what the SDK's documents quote is what the installed program prints and what the templates and samples say.
set -eu
build=$1
here=$(cd "$(dirname "$0")" && pwd)
root=$here/../..
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cmake --install "$build" --prefix "$folder/attache" >/dev/null
mkdir -p "$folder/home/other" "$folder/home/plugins"
cd "$folder/home"
export HOME="$folder/home" PATH="$folder/attache/bin:$PATH" ATTACHE_PLUGIN_PATH="$folder/home/plugins" LC_ALL=C.UTF-8
unset XDG_DATA_HOME ATTACHE_PLUGIN ATTACHE_LOG_LEVEL || true
# a small dataset: the document is built at once, whatever else this machine does
attache -q data init dataset --pair KAZ-RUS
echo 'news,news-item,News,Talks,,,en,2015-10-15,2015-10-16,,,,,' >>dataset/sources.csv
echo 'talks,meeting,,,,2015-10-14,,,,,,,held,Talks of the presidents,,,,,news,sentence 1,,' >>dataset/events.csv
printf '%s,talks,,%s,principal,,news,sentence 1,,\n' first KAZ second RUS >>dataset/participations.csv

compile() { # OUTPUT FLAGS…: the plugin of errors.md
  output=$1
  shift
  # shellcheck disable=SC2046
  cc -std=gnu99 "$@" "$here/docs/faulty.c" $(PKG_CONFIG_PATH="$folder/attache/share/pkgconfig" pkg-config --cflags --libs attache-sdk) -o "$output"
}
compile plugins/faulty.attache.so
attache plugins pack plugins/faulty.attache.so
compile other/faulty.attache.so -DFAULTY_DRAFT=1
bad=0
python3 "$here/docs/check_console.py" "$root/sdk/docs/errors.md" || bad=1
python3 "$here/docs/check_excerpts.py" "$root/sdk/docs/writing-a-plugin.md" "$root/sdk/docs/abi-rules.md" || bad=1
exit $bad
