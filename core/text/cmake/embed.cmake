# cmake -DOUTPUT=… "-DCATALOGUES=en/text=/path/text.mo;…" -P embed.cmake
# Writes a C++ file that holds the compiled catalogues, so that an installed program needs no files of its own.
set(arrays "")
set(entries "")
set(number 0)
foreach(catalogue IN LISTS CATALOGUES)
  string(REGEX MATCH "^([^/]+)/([^=]+)=(.+)$" parts "${catalogue}")
  set(language ${CMAKE_MATCH_1})
  set(domain ${CMAKE_MATCH_2})
  file(READ ${CMAKE_MATCH_3} hex HEX)
  string(REGEX REPLACE "(................................)" "\\1\n" hex "${hex}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," hex "${hex}")
  string(APPEND arrays "const unsigned char catalogue_${number}[] = {\n${hex}};\n")
  string(APPEND entries "    {\"${language}\", \"${domain}\", bytes(catalogue_${number})},\n")
  math(EXPR number "${number} + 1")
endforeach()
file(WRITE ${OUTPUT} "// Made by core/text/cmake/embed.cmake from core/text/catalogues.
#include \"catalogue.hpp\"

namespace attache::text {
namespace {
template <std::size_t size>
std::string_view bytes(const unsigned char (&array)[size]) {
  return {reinterpret_cast<const char*>(array), size};
}
${arrays}}  // namespace

const std::vector<EmbeddedCatalogue>& embedded_catalogues() {
  static const std::vector<EmbeddedCatalogue> all = {
${entries}  };
  return all;
}
}  // namespace attache::text
")
