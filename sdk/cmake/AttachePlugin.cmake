# attache_add_plugin(<id> SOURCES … LIBRARIES …): a loadable exporter with every flag the contract needs. It sees the SDK and its
# own libraries and nothing of core/.
set(ATTACHE_PLUGIN_MAP ${CMAKE_CURRENT_LIST_DIR}/plugin.map)

function(attache_add_plugin id)
  cmake_parse_arguments(P "" "" "SOURCES;LIBRARIES" ${ARGN})
  foreach(library IN LISTS P_LIBRARIES)
    if(library MATCHES "^attache_(value|text|dataset|trade|analysis|report|host|jobs)$")
      message(FATAL_ERROR "plugin ${id} may not link ${library}: plugins see the SDK and their own libraries only")
    endif()
  endforeach()
  add_library(plugin_${id} MODULE ${P_SOURCES})
  target_link_libraries(plugin_${id} PRIVATE attache::sdk ${P_LIBRARIES})
  if(TARGET attache_warnings)
    target_link_libraries(plugin_${id} PRIVATE attache_warnings)
  endif()
  set_target_properties(plugin_${id} PROPERTIES PREFIX "" OUTPUT_NAME ${id} SUFFIX ".attache.so" C_VISIBILITY_PRESET hidden
    CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON CXX_EXTENSIONS OFF LINK_DEPENDS ${ATTACHE_PLUGIN_MAP}
    LIBRARY_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/lib/attache/plugins/1)
  target_link_options(plugin_${id} PRIVATE -Wl,-z,defs -Wl,-z,now -Wl,-z,nodelete -Wl,--exclude-libs,ALL
    -Wl,--version-script=${ATTACHE_PLUGIN_MAP})
  install(TARGETS plugin_${id} LIBRARY DESTINATION lib/attache/plugins/1)
endfunction()
