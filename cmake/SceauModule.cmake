# SPDX-License-Identifier: Apache-2.0
# sceau_module(<name> SOURCES … TESTS … DEPS … PRIVATE …) makes the module target sceau_<name> and its test program
# sceau_<name>_test. DEPS are the other modules it may use: this list is the dependency law, and
# tools/check_layers.py rejects an include that it does not allow. PRIVATE are outside libraries that stay in here.
function(sceau_module name)
  cmake_parse_arguments(M "" "" "SOURCES;TESTS;DEPS;PRIVATE;TEST_LIBS" ${ARGN})
  add_library(sceau_${name} STATIC ${M_SOURCES})
  target_include_directories(sceau_${name} PUBLIC ${PROJECT_SOURCE_DIR}/libverify/include ${PROJECT_SOURCE_DIR}/libverify/src)
  target_link_libraries(sceau_${name} PUBLIC ${M_DEPS} PRIVATE ${M_PRIVATE})
  set_property(GLOBAL APPEND PROPERTY SCEAU_MODULES sceau_${name})
  set_property(GLOBAL APPEND PROPERTY SCEAU_OUTSIDE_LIBRARIES ${M_PRIVATE})
  if(SCEAU_TESTS AND M_TESTS)
    add_executable(sceau_${name}_test ${M_TESTS})
    target_link_libraries(sceau_${name}_test PRIVATE sceau_${name} ${M_TEST_LIBS} GTest::gmock GTest::gtest_main)
    target_compile_definitions(sceau_${name}_test PRIVATE SCEAU_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    add_test(NAME ${SCEAU_TEST_PREFIX}${name} COMMAND sceau_${name}_test --gtest_filter=-*Interop*)
    if(M_TESTS MATCHES interop_test)  # against ../shared, whose absence is said aloud
      add_test(NAME ${SCEAU_TEST_PREFIX}${name}_interop COMMAND sceau_${name}_test --gtest_filter=*Interop*)
      set_tests_properties(${SCEAU_TEST_PREFIX}${name}_interop PROPERTIES LABELS interop
                           SKIP_REGULAR_EXPRESSION "\\[  SKIPPED \\]")
    endif()
  endif()
endfunction()
