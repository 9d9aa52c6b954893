# attache_embed(<output.cpp> <header> <namespace> <type> <function> FILES…): the texts of FILES as one table of `type`, {name without
# extension, text}, in the order given, which `function` returns; `header` declares both.
function(attache_embed output header namespace type function)
  cmake_parse_arguments(E "" "" "FILES" ${ARGN})
  set(body "#include \"${header}\"\n\nnamespace ${namespace} {\n\nconst std::vector<${type}>& ${function}() {\n  static const std::vector<${type}> all = {\n")
  foreach(file IN LISTS E_FILES)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${file})
    get_filename_component(name ${file} NAME_WLE)
    file(READ ${file} text)
    string(APPEND body "      {\"${name}\", R\"embedded(${text})embedded\"},\n")
  endforeach()
  string(APPEND body "  };\n  return all;\n}\n\n}  // namespace ${namespace}\n")
  file(CONFIGURE OUTPUT ${output} CONTENT "${body}" @ONLY)
endfunction()
