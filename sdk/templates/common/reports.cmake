# Exports every report of a dataset with the plugin and looks at what came out.
# cmake -DATTACHE=program -DDATASET=folder -DID=my-format -DPLUGIN=file -DFOLDER=output -P reports.cmake
cmake_minimum_required(VERSION 3.25)
get_filename_component(plugins ${PLUGIN} DIRECTORY)
file(REMOVE_RECURSE ${FOLDER})
file(MAKE_DIRECTORY ${FOLDER})
foreach(report briefing trade-sheet factsheet chronology extract)
  set(output ${FOLDER}/${report}.${ID})
  execute_process(COMMAND ${ATTACHE} -q export ${DATASET} --report ${report} --plugin-dir ${plugins} --plugin ${ID} -o ${output}
    RESULT_VARIABLE code ERROR_VARIABLE said)
  if(NOT code EQUAL 0 OR NOT said STREQUAL "")
    message(FATAL_ERROR "${report}: exit code ${code}\n${said}")
  endif()
  file(READ ${output} text)
  if(NOT text MATCHES "Kazakhstan.*Russia")
    message(FATAL_ERROR "${output} does not name the two countries")
  endif()
endforeach()
