# attache_add_plugin(<id> SOURCES … [LIBRARIES …] [FOLDER …] [NO_CHECK]): a loadable exporter with every flag the contract needs. It sees the SDK
# and its own libraries and nothing of core/. FOLDER: where it is built; such a plugin is not installed. Where tests are built, the test
# check_<id> holds it against the rules of sdk/docs/checks.md, unless NO_CHECK is given.
set(ATTACHE_PLUGIN_MAP ${CMAKE_CURRENT_LIST_DIR}/plugin.map)

# The test check_<id> of the target plugin_<id>, where tests are built and the program is known.
function(attache_check_plugin id)
  if(BUILD_TESTING AND TARGET attache_pack) # this project itself, which builds the program too
    add_test(NAME check_${id} COMMAND attache plugins check $<TARGET_FILE:plugin_${id}> --time 120)
  elseif(BUILD_TESTING AND ATTACHE_PROGRAM)
    add_test(NAME check_${id} COMMAND ${ATTACHE_PROGRAM} plugins check $<TARGET_FILE:plugin_${id}>)
  endif()
endfunction()

function(attache_add_plugin id)
  cmake_parse_arguments(P "NO_CHECK" "FOLDER" "SOURCES;LIBRARIES" ${ARGN})
  set(folder ${CMAKE_BINARY_DIR}/lib/attache/plugins/1)
  if(P_FOLDER)
    set(folder ${P_FOLDER})
  endif()
  foreach(library IN LISTS P_LIBRARIES)
    if(library MATCHES "^attache_(value|text|dataset|trade|analysis|report|host|jobs|cli)$")
      message(FATAL_ERROR "plugin ${id} may not link ${library}: plugins see the SDK and their own libraries only")
    endif()
  endforeach()
  add_library(plugin_${id} MODULE ${P_SOURCES})
  target_link_libraries(plugin_${id} PRIVATE attache::sdk ${P_LIBRARIES})
  get_property(languages GLOBAL PROPERTY ENABLED_LANGUAGES)
  if("CXX" IN_LIST languages)
    target_compile_features(plugin_${id} PRIVATE cxx_std_20)
  endif()
  if(TARGET attache_warnings)
    target_link_libraries(plugin_${id} PRIVATE attache_warnings)
  endif()
  set_target_properties(plugin_${id} PROPERTIES PREFIX "" OUTPUT_NAME ${id} SUFFIX ".attache.so" C_VISIBILITY_PRESET hidden
    CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON CXX_EXTENSIONS OFF LINK_DEPENDS ${ATTACHE_PLUGIN_MAP}
    LIBRARY_OUTPUT_DIRECTORY ${folder})
  target_link_options(plugin_${id} PRIVATE -Wl,-z,defs -Wl,-z,now -Wl,-z,nodelete -Wl,--exclude-libs,ALL
    -Wl,--version-script=${ATTACHE_PLUGIN_MAP})
  # The manifest, so that the plugin is listed without running its code.
  if(TARGET attache_pack)
    add_custom_command(TARGET plugin_${id} POST_BUILD COMMAND attache_pack $<TARGET_FILE:plugin_${id}> VERBATIM)
  elseif(ATTACHE_PROGRAM)
    add_custom_command(TARGET plugin_${id} POST_BUILD COMMAND ${ATTACHE_PROGRAM} plugins pack $<TARGET_FILE:plugin_${id}> VERBATIM)
  endif()
  if(NOT P_NO_CHECK)
    attache_check_plugin(${id})
  endif()
  if(NOT P_FOLDER)
    install(TARGETS plugin_${id} LIBRARY DESTINATION lib/attache/plugins/1)
  endif()
endfunction()
