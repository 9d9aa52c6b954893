# One CMake target a room of core/. The include path of a target holds its own headers and those of the rooms it USES, so an
# include that goes upward does not compile: `#include "dataset/model.hpp"` is found through <build>/include/dataset/dataset.

add_library(attache_warnings INTERFACE)
target_compile_options(attache_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wundef
  $<$<COMPILE_LANGUAGE:CXX>:-Wold-style-cast;-Wnon-virtual-dtor;-Woverloaded-virtual;-Wextra-semi>
  $<$<BOOL:${ATTACHE_WARNINGS_AS_ERRORS}>:-Werror>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # False ones of g++ 12's optimiser (its bugs 105329 and 105562); the newer ones and clang keep watch.
  target_compile_options(attache_warnings INTERFACE "$<$<NOT:$<CONFIG:Debug>>:-Wno-restrict;-Wno-maybe-uninitialized>")
endif()
if(ATTACHE_SANITIZE)
  add_compile_options(-fsanitize=${ATTACHE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
  add_link_options(-fsanitize=${ATTACHE_SANITIZE})
endif()

if(ATTACHE_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link,address,undefined -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()

# attache_module(<room> HEADERS public… SOURCES … USES rooms below… LIBRARIES private third-party…)
function(attache_module room)
  cmake_parse_arguments(M "" "" "HEADERS;SOURCES;USES;LIBRARIES" ${ARGN})
  set(root ${CMAKE_BINARY_DIR}/include/${room})
  file(MAKE_DIRECTORY ${root})
  file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR} ${root}/${room} SYMBOLIC)
  list(TRANSFORM M_HEADERS PREPEND ${root}/${room}/ OUTPUT_VARIABLE headers)
  list(TRANSFORM M_USES PREPEND attache_ OUTPUT_VARIABLE uses)
  add_library(attache_${room} STATIC)
  target_sources(attache_${room} PRIVATE ${M_SOURCES} PUBLIC FILE_SET HEADERS BASE_DIRS ${root} FILES ${headers})
  target_link_libraries(attache_${room} PUBLIC ${uses} PRIVATE attache_warnings ${M_LIBRARIES})
  set_target_properties(attache_${room} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
endfunction()

# attache_test(<name> SOURCES … USES rooms… LIBRARIES …): a doctest program, registered as one test.
function(attache_test name)
  cmake_parse_arguments(T "" "" "SOURCES;USES;LIBRARIES" ${ARGN})
  list(TRANSFORM T_USES PREPEND attache_ OUTPUT_VARIABLE uses)
  add_executable(test_${name} ${CMAKE_SOURCE_DIR}/tests/support/main.cpp ${T_SOURCES})
  target_link_libraries(test_${name} PRIVATE ${uses} attache_warnings ${T_LIBRARIES})
  target_include_directories(test_${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
  target_compile_definitions(test_${name} PRIVATE ATTACHE_SOURCE_DIR="${CMAKE_SOURCE_DIR}" ATTACHE_BINARY_DIR="${CMAKE_BINARY_DIR}")
  add_test(NAME ${name} COMMAND test_${name})
endfunction()
