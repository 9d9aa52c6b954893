# cmake -DOUTPUT=templates.cpp -DFOLDER=sdk/templates -DFILES=c/README.md;… -P embed_templates.cmake: the projects that `plugins new`
# writes, as text inside the program. The first folder of a path is the language.
set(text "#include \"templates.hpp\"\n\nnamespace attache::cli {\n\nconst std::vector<TemplateFile>& template_files() {\n")
string(APPEND text "  static const std::vector<TemplateFile> files = {\n")
foreach(file IN LISTS FILES)
  string(REGEX MATCH "^([^/]+)/(.+)$" whole ${file})
  set(language ${CMAKE_MATCH_1})
  set(path ${CMAKE_MATCH_2})
  file(READ ${FOLDER}/${file} content)
  string(APPEND text "      {\"${language}\", \"${path}\", R\"embedded(${content})embedded\"},\n")
endforeach()
string(APPEND text "  };\n  return files;\n}\n\n}  // namespace attache::cli\n")
file(WRITE ${OUTPUT} "${text}")
