#!/bin/sh
# check_headers.sh INCLUDE_FOLDER: each SDK header compiles alone under every language and compiler it promises; compilers that are not
# installed are named and skipped.
set -u
include=$1
failed=0
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
try() { # try COMPILER STANDARD LANGUAGE HEADER
  command -v "$1" >/dev/null || { echo "skipped: no $1"; return; }
  echo "#include <attache/$4>" >"$folder/alone.source"
  "$1" "-std=$2" -pedantic -Wall -Wextra -Wconversion -Wshadow -Werror -fsyntax-only -x "$3" -I "$include" "$folder/alone.source" && return
  echo "FAILED: $1 -std=$2 $4"
  failed=1
}
for compiler in gcc clang; do
  for standard in c99 c11 c17; do try $compiler $standard c plugin.h; done
done
for compiler in g++ clang++; do
  try $compiler c++20 c++ plugin.h
  try $compiler c++20 c++ plugin.hpp
  try $compiler c++20 c++ view.hpp
done
exit $failed
