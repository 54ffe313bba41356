# SPDX-License-Identifier: Apache-2.0
# How everything is compiled: the language, the warnings, the hardening, the sanitizers.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_C_STANDARD 11)  # examples and tests of sceau.h
set(CMAKE_C_STANDARD_REQUIRED ON)
set(CMAKE_C_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
# What a library shows is what its public headers declare, in a namespace that says so.
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)

find_program(SCEAU_CCACHE ccache)
if(SCEAU_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${SCEAU_CCACHE})
endif()

add_compile_options(-Wall -Wextra -Wpedantic $<$<BOOL:${SCEAU_WARNINGS_ARE_ERRORS}>:-Werror> -Wshadow -Wconversion
                    -Wsign-conversion -Wcast-align -Wunused -Wformat=2 -Wimplicit-fallthrough
                    "$<$<COMPILE_LANGUAGE:CXX>:-Wnon-virtual-dtor;-Wold-style-cast;-Woverloaded-virtual>")
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 reports false positives inside std::string, std::vector and absl::StatusOr when it optimises.
  add_compile_options(-Wno-restrict -Wno-maybe-uninitialized -Wno-stringop-overflow -Wno-array-bounds
                      -Wno-free-nonheap-object)
endif()
if(SCEAU_ASSERTIONS)
  foreach(config RELWITHDEBINFO RELEASE)
    string(REPLACE "-DNDEBUG" "" CMAKE_CXX_FLAGS_${config} "${CMAKE_CXX_FLAGS_${config}}")
  endforeach()
endif()

if(SCEAU_SANITIZE)
  add_compile_options(-fsanitize=${SCEAU_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer -g1)
  add_link_options(-fsanitize=${SCEAU_SANITIZE})
else()
  add_compile_options(-fstack-protector-strong -fcf-protection)
  if(NOT CMAKE_BUILD_TYPE STREQUAL "Debug")
    add_compile_options(-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
  endif()
  add_link_options(-Wl,-z,relro -Wl,-z,now -Wl,--as-needed)
endif()
if(SCEAU_COVERAGE)
  add_compile_options(-fprofile-instr-generate -fcoverage-mapping)
  add_link_options(-fprofile-instr-generate)
endif()
if(SCEAU_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
