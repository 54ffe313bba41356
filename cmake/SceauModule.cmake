# SPDX-License-Identifier: Apache-2.0
# What tests run thousands of times is optimised a little under the sanitizers too; the tests themselves are not.
function(sceau_compile_as_library target)
  target_compile_options(${target} PRIVATE $<$<CONFIG:Debug>:-O1>)
  set_target_properties(${target} PROPERTIES UNITY_BUILD ${SCEAU_UNITY})
  string(REPLACE sceau_ "" room ${target})
  if(room IN_LIST SCEAU_ONE_BY_ONE)
    set_target_properties(${target} PROPERTIES UNITY_BUILD OFF)
  endif()
endfunction()

# A test calls what it tests and is compiled to run once: to optimise it would cost four of the ten seconds that a source of
# tests takes. What draws the pages and scenes of tests (…testing.cc) has pixels to go through.
function(sceau_compile_as_test target)
  target_compile_options(${target} PRIVATE $<$<CONFIG:RelWithDebInfo>:-O0>)
  set_target_properties(${target} PROPERTIES UNITY_BUILD ${SCEAU_UNITY})
  get_target_property(sources ${target} SOURCES)
  list(FILTER sources INCLUDE REGEX testing)
  set_source_files_properties(${sources} PROPERTIES COMPILE_OPTIONS "$<IF:$<CONFIG:RelWithDebInfo>,-O2,-O1>")
endfunction()

# sceau_module(<name> SOURCES … TESTS … DEPS … PRIVATE …) makes the module target sceau_<name> and its test program
# sceau_<name>_test. DEPS are the other modules it may use: this list is the dependency law, and
# tools/check_layers.py rejects an include that it does not allow. PRIVATE are outside libraries that stay in here.
# COST is about how many seconds its tests take under the sanitizers, where they are many: ctest starts the most expensive first.
# IN says where the room goes: `library` (libsceau), `issue` (libsceau-issue), `helper` (sceau-decode); library and helper
# when it is not said.
function(sceau_module name)
  cmake_parse_arguments(M "" "COST" "IN;SOURCES;TESTS;DEPS;PRIVATE;TEST_LIBS" ${ARGN})
  add_library(sceau_${name} STATIC ${M_SOURCES})
  target_include_directories(sceau_${name} PUBLIC ${PROJECT_SOURCE_DIR}/libverify/include ${PROJECT_SOURCE_DIR}/libverify/src)
  target_link_libraries(sceau_${name} PUBLIC ${M_DEPS} PRIVATE ${M_PRIVATE})
  sceau_compile_as_library(sceau_${name})
  if(NOT M_IN)
    set(M_IN library helper)
  endif()
  foreach(program IN LISTS M_IN)
    set_property(GLOBAL APPEND PROPERTY SCEAU_MODULES_OF_${program} sceau_${name})
    set_property(GLOBAL APPEND PROPERTY SCEAU_OUTSIDE_LIBRARIES_OF_${program} ${M_PRIVATE})
  endforeach()
  list(GET M_IN 0 home)
  set_property(GLOBAL PROPERTY SCEAU_HOME_OF_${name} ${home})
  if(SCEAU_TESTS AND M_TESTS)
    add_executable(sceau_${name}_test ${M_TESTS})
    sceau_compile_as_test(sceau_${name}_test)
    target_link_libraries(sceau_${name}_test PRIVATE sceau_${name} ${M_TEST_LIBS} GTest::gmock GTest::gtest_main)
    target_compile_definitions(sceau_${name}_test PRIVATE SCEAU_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    add_test(NAME ${SCEAU_TEST_PREFIX}${name} COMMAND sceau_${name}_test --gtest_filter=-*Interop*)
    if(M_COST)
      set_tests_properties(${SCEAU_TEST_PREFIX}${name} PROPERTIES COST ${M_COST})
    endif()
    if(M_TESTS MATCHES interop_test)  # against ../shared, whose absence is reported
      add_test(NAME ${SCEAU_TEST_PREFIX}${name}_interop COMMAND sceau_${name}_test --gtest_filter=*Interop*)
      set_tests_properties(${SCEAU_TEST_PREFIX}${name}_interop PROPERTIES LABELS interop
                           SKIP_REGULAR_EXPRESSION "\\[  SKIPPED \\]")
    endif()
  endif()
endfunction()
