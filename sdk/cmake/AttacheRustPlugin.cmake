# attache_add_rust_plugin(<id> SOURCE src/lib.rs): a loadable exporter in Rust, compiled by rustc alone against attache_sdk.rs; std only, no
# crates, no cargo. Modules beside SOURCE are found as Rust finds them. Where tests are built, the unit tests of SOURCE
# are the test <id>.unit, and check_<id> holds the plugin against the contract.
find_program(ATTACHE_RUSTC rustc DOC "the Rust compiler, 1.63 or later")

function(attache_add_rust_plugin id)
  cmake_parse_arguments(P "" "SOURCE" "" ${ARGN})
  if(NOT ATTACHE_RUSTC)
    message(FATAL_ERROR "plugin ${id}: there is no rustc; install Rust 1.63 or later (Debian: apt-get install rustc) or give -DATTACHE_RUSTC=/path/to/rustc")
  endif()
  if(NOT ATTACHE_PROGRAM)
    message(FATAL_ERROR "plugin ${id}: there is no program attache to write the manifest; give -DATTACHE_PROGRAM=/path/to/attache")
  endif()
  set(work ${CMAKE_CURRENT_BINARY_DIR}/plugin_${id}.dir)
  set(folder ${CMAKE_BINARY_DIR}/lib/attache/plugins/1)
  set(plugin ${folder}/${id}.attache.so)
  set(bindings ${work}/libattache_sdk.rlib)
  file(MAKE_DIRECTORY ${work} ${folder})
  get_filename_component(source ${P_SOURCE} ABSOLUTE)
  string(REPLACE - _ crate ${id})
  set(rustc ${ATTACHE_RUSTC} --edition 2021 -C opt-level=2 -C strip=debuginfo)
  if(CMAKE_BUILD_TYPE STREQUAL Debug)
    set(rustc ${ATTACHE_RUSTC} --edition 2021 -g)
  endif()
  add_custom_command(OUTPUT ${bindings} COMMAND ${rustc} --crate-name attache_sdk --crate-type rlib -o ${bindings} ${ATTACHE_SDK_RUST}/attache_sdk.rs
    DEPENDS ${ATTACHE_SDK_RUST}/attache_sdk.rs VERBATIM COMMENT "Compiling attache_sdk.rs")
  # rustc exports the one symbol by a version script of its own. The manifest, so that the plugin is listed without running its code.
  add_custom_command(OUTPUT ${plugin}
    COMMAND ${rustc} --crate-name ${crate} --crate-type cdylib --extern attache_sdk=${bindings} --emit=dep-info=${work}/${id}.d,link=${plugin}
      -C link-arg=-Wl,-z,defs -C link-arg=-Wl,-z,now -C link-arg=-Wl,-z,nodelete ${source}
    COMMAND ${ATTACHE_PROGRAM} plugins pack ${plugin}
    DEPENDS ${source} ${bindings} DEPFILE ${work}/${id}.d VERBATIM COMMENT "Compiling plugin ${id}")
  add_custom_target(build_plugin_${id} ALL DEPENDS ${plugin})
  add_library(plugin_${id} MODULE IMPORTED GLOBAL)
  set_target_properties(plugin_${id} PROPERTIES IMPORTED_LOCATION ${plugin})
  add_dependencies(plugin_${id} build_plugin_${id})
  if(BUILD_TESTING)
    set(unit ${work}/unit)
    add_custom_command(OUTPUT ${unit} COMMAND ${rustc} --test --crate-name ${crate} --extern attache_sdk=${bindings} -o ${unit} ${source}
      DEPENDS ${plugin} VERBATIM COMMENT "Compiling the tests of plugin ${id}")
    add_custom_target(test_plugin_${id} ALL DEPENDS ${unit})
    add_test(NAME ${id}.unit COMMAND ${unit})
    add_test(NAME check_${id} COMMAND ${ATTACHE_PROGRAM} plugins check ${plugin})
  endif()
  install(FILES ${plugin} DESTINATION lib/attache/plugins/1)
endfunction()
