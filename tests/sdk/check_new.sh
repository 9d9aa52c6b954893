#!/bin/sh
# check_new.sh BUILD_FOLDER: with nothing but an installed Attaché, `plugins new` writes projects that configure (with clang, while the
# program is built by another compiler), build, pass their tests, install and export; and says what is wrong with what it cannot do.
set -eu
build=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cmake --install "$build" --prefix "$folder/attache" >/dev/null
cd "$folder"
export RUSTUP_HOME="${RUSTUP_HOME:-$HOME/.rustup}" HOME="$folder/home" PATH="$folder/attache/bin:$PATH"
unset ATTACHE_PLUGIN_PATH XDG_DATA_HOME || true

# refused CODE WORDS COMMAND…: ends with CODE, says WORDS, and writes nothing
refused() {
  code=$1 words=$2 said=0
  shift 2
  "$@" 2>said || said=$?
  [ "$said" = "$code" ] || { echo "exit code $said, not $code: $*"; cat said; exit 1; }
  grep -q -- "$words" said || { echo "not said: $words"; cat said; exit 1; }
  rm said
}
refused 64 "cannot be called 'House Style': .* did you mean 'house-style'?" attache plugins new 'House Style' --language c++
refused 64 "cannot be called '../x': .* did you mean 'x'?" attache plugins new ../x --language c
refused 64 "cannot be called '2024': .* write one such as" attache plugins new 2024 --language c
refused 64 "'--language' cannot be 'python'; choose one of: c++, c, rust" attache plugins new x --language python
refused 64 "did you mean 'c++'?" attache plugins new x --language C++
refused 64 "language" attache plugins new x
mkdir taken
refused 73 "cannot create 'taken': it exists already; choose another name" attache plugins new taken --language c
ln -s nowhere dangling
refused 73 "cannot create 'dangling': it exists already" attache plugins new dangling --language c
refused 73 "cannot create 'dangling/x'" attache plugins new x --language c --into dangling
touch file
refused 73 "cannot create .file/sub" attache plugins new sub --language c --into file
rmdir taken
attache -q plugins new x --language c --into new/folders
[ -f new/folders/x/src/x.c ] || { echo "not written into new folders"; exit 1; }
rm -r new
rm dangling file
[ "$(ls)" = attache ] || { echo "something was written:"; ls; exit 1; }

compiler=$(command -v clang || command -v cc)
compiler_cxx=$(command -v clang++ || command -v c++)
languages='c++ c'
# Debian's rustc is the oldest that must do
compiler_rust=$(command -v /usr/bin/rustc || command -v rustc || true)
if [ -n "$compiler_rust" ]; then languages="$languages rust"; else echo "not run: the template in Rust; there is no rustc"; fi
for language in $languages; do
  name=try-$(echo $language | tr + p)
  mkdir -p projects
  (cd projects && attache -q plugins new "$name" --language $language)
  project=projects/$name
  if grep -ri 'my.\?format' "$project"; then echo "the template's name is left in $name"; exit 1; fi
  {
    cmake -S "$project" -B "$project/build" "-DCMAKE_PREFIX_PATH=$folder/attache" "-DCMAKE_C_COMPILER=$compiler" \
      "-DCMAKE_CXX_COMPILER=$compiler_cxx" "-DATTACHE_RUSTC=$compiler_rust" "-DCMAKE_INSTALL_PREFIX=$folder/usr" -DCMAKE_BUILD_TYPE=Debug &&
      cmake --build "$project/build" && ctest --test-dir "$project/build" --output-on-failure && cmake --install "$project/build"
  } >log 2>&1 || { cat log; exit 1; }
  ! grep 'warning: ' log || { echo "$name is not compiled silently"; exit 1; }
  plugins=$folder/usr/lib/attache/plugins/1
  symbols=$(nm -D --defined-only "$plugins/$name.attache.so" | awk '{print $3}')
  [ "$symbols" = attache_plugin_v1 ] || { echo "$name exports: $symbols"; exit 1; }
  attache plugins show "$name" --plugin-dir "$plugins" | grep -q 'sources' || { echo "$name: no option 'sources'"; exit 1; }
  # the five reports lie where the project's own test wrote them; one is without sources when nobody wants them
  cp "$project/build/reports/briefing.$name" "out.$name"
  grep -q '^\[1\] ' "out.$name" || { echo "$name lists no sources"; exit 1; }
  attache -q export attache/share/attache/samples/kazakhstan-russia --plugin-dir "$plugins" --report chronology -o "short.$name" --option sources=false
  if grep -q '^\[1\] ' "short.$name"; then echo "$name lists sources that nobody wants"; exit 1; fi
done
cmp out.try-cpp out.try-c # one format in every language
[ ! -f out.try-rust ] || cmp out.try-cpp out.try-rust
