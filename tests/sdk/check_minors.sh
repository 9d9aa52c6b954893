#!/bin/sh
# check_minors.sh SDK_FOLDER PLUGINS_FOLDER RUN_PLUGIN WORK_FOLDER: the guards of the contract see what they are there for. Derives headers from
# today's: one with changes that a minor may make, others with one that it may not; compares them with the recorded layout, compiles the
# recorded asserts against them, and runs plugins of the made-up minor in today's host. 77 = no Python here.
set -eu
command -v python3 >/dev/null || { echo "skipped: no python3"; exit 77; }
sdk=$1 plugins=$2 run=$3 folder=$4
layout=$sdk/abi/1.0-draft/layout.inc
rm -rf "$folder" && mkdir -p "$folder"
failed=0
complain() { echo "FAILED: $*"; failed=1; }

derive() { # derive NAME SED_SCRIPT: a copy of the headers with the change
  mkdir -p "$folder/$1"
  cp -r "$sdk/include/attache" "$folder/$1/"
  sed -i "$2" "$folder/$1/attache/plugin.h"
  ! cmp -s "$sdk/include/attache/plugin.h" "$folder/$1/attache/plugin.h" || complain "the change '$1' changes nothing"
  python3 "$sdk/abi/generate.py" "$folder/$1" >"$folder/$1/layout.inc"
}

asserts_hold() { # asserts_hold NAME COMPILER STANDARD LANGUAGE
  "$2" "-std=$3" -pedantic -Wall -Wextra -Werror -fsyntax-only -x "$4" -I "$folder/$1" -I "$sdk/abi" \
    '-DATTACHE_LAYOUT="1.0-draft/layout.inc"' "$sdk/abi/assert_layout.h" 2>"$folder/asserts.log"
}

every_compiler() { # every_compiler COMMAND NAME …: for each compiler that is installed and each language whose types can be compared
  for line in "gcc c11 c" "clang c11 c" "g++ c++20 c++" "clang++ c++20 c++"; do
    # shellcheck disable=SC2086
    set -- "$1" "$2" $line
    command -v "$3" >/dev/null || { echo "skipped: no $3"; continue; }
    "$1" "$2" "$3" "$4" "$5"
  done
}

must_hold() { asserts_hold "$@" || { cat "$folder/asserts.log"; complain "the asserts do not hold of '$1' with $2"; }; }
must_stop() { ! asserts_hold "$@" || complain "the asserts do not see '$1' with $2"; }

mkdir "$folder/today" && cp -r "$sdk/include/attache" "$folder/today/"
every_compiler must_hold today

# What a minor may do: append members and kinds.
derive minor-1 '
  s/#define ATTACHE_ABI_MINOR_LATEST 0/#define ATTACHE_ABI_MINOR_LATEST 1/
  s/^} attache_host;/#if ATTACHE_TARGET_MINOR >= 1\n  int32_t (*rows_left)(attache_call* call, uint32_t table);\n#endif\n&/
  s/^} attache_request;/#if ATTACHE_TARGET_MINOR >= 1\n  attache_str time_zone;\n#endif\n&/
  s/ATTACHE_CONTENTS = 15 /ATTACHE_MAP = 16, &/'
python3 "$sdk/abi/prefix.py" "$layout" "$folder/minor-1/layout.inc" >"$folder/added" || { cat "$folder/added"; complain "an honest minor is called broken"; }
for name in attache_host.rows_left attache_request.time_zone ATTACHE_MAP; do
  grep -q "^added: $name" "$folder/added" || complain "$name is not seen as added"
done

# What it may not.
may_not() { # may_not NAME SED_SCRIPT WORDS
  derive "$1" "$2"
  ! python3 "$sdk/abi/prefix.py" "$layout" "$folder/$1/layout.inc" >"$folder/broken" || complain "'$1' is called no break"
  grep -q "BROKEN: $3" "$folder/broken" || { cat "$folder/broken"; complain "'$1' is not said as '$3'"; }
  every_compiler must_stop "$1"
}
may_not inserted 's/^  attache_str output_name; .*/  attache_str time_zone;\n&/' 'attache_request.output_name is not where it was: time_zone is'
may_not narrowed 's/^  int64_t source_date_epoch;/  int32_t source_date_epoch;/' 'attache_request.source_date_epoch was int64_t at'
may_not renumbered 's/ATTACHE_ERR_IO = 5/ATTACHE_ERR_IO = 15/' 'ATTACHE_ERR_IO was 5, is 15'
may_not argument 's/(\*progress)(attache_call\* call, double fraction/(*progress)(attache_call* call, float fraction/' 'attache_host.progress was'
may_not pointee 's/^  const attache_table\* const\* tables;/  const attache_block* const* tables;/' 'attache_document.tables was'
may_not renamed 's/^  attache_str output_stem; /  attache_str stem; /' 'attache_request.output_stem is not where it was'
may_not removed '/^  const void\* user; /d' 'attache_plugin.user is not where it was'
derive closed 's/^} attache_run;/  uint64_t more;\n&/'
! python3 "$sdk/abi/prefix.py" "$layout" "$folder/closed/layout.inc" >"$folder/broken" || complain "a closed struct may grow"
derive padding 's/^} attache_section;/  uint32_t more;\n&/'
! python3 "$sdk/abi/prefix.py" "$layout" "$folder/padding/layout.inc" >"$folder/broken" || complain "a member may lie in the padding of the old struct"
grep -q 'BROKEN: attache_section.more lies at 52, within the old size 56' "$folder/broken" || { cat "$folder/broken"; complain "the padding is not said"; }

# A plugin made with the newer header runs in today's host when it asks for no more than minor 0, and is refused with the remedy when it does.
build() { # build NAME [FLAG]
  cc -std=c99 -fPIC -shared -fvisibility=hidden -I "$folder/minor-1" ${2:+"$2"} "$plugins/title.c" -o "$folder/$1.attache.so"
}
build old-target
"$run" "$folder/old-target.attache.so" "$folder/out" >/dev/null || complain "a plugin of the newer header with target 0 does not run"
grep -q 'Kazakhstan and Russia' "$folder/out/document.title" || complain "it wrote something else"
build new-target -DATTACHE_TARGET_MINOR=1
if "$run" "$folder/new-target.attache.so" "$folder/out" 2>"$folder/error"; then complain "a plugin of a newer minor is taken"; fi
grep -q 'built for plugin contract 1.1.*this program offers 1.0.*-DATTACHE_TARGET_MINOR=0' "$folder/error" || { cat "$folder/error"; complain "the remedy is not said"; }
# So is one of an older draft, while there are drafts.
draft=$(sed -n 's/^#define ATTACHE_ABI_DRAFT \([0-9]*\)$/\1/p' "$sdk/include/attache/plugin.h")
if [ "$draft" -gt 0 ]; then
  derive old-draft "s/^#define ATTACHE_ABI_DRAFT $draft\$/#define ATTACHE_ABI_DRAFT $((draft - 1))/"
  cc -std=c99 -fPIC -shared -fvisibility=hidden -I "$folder/old-draft" "$plugins/title.c" -o "$folder/old-draft.attache.so"
  if "$run" "$folder/old-draft.attache.so" "$folder/out" 2>"$folder/error"; then complain "a plugin of an older draft is taken"; fi
  grep -q "drafts do not mix: rebuild the plugin or update attache, whichever is older" "$folder/error" || { cat "$folder/error"; complain "the remedy is not said"; }
fi
exit $failed
