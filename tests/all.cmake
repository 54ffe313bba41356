# SPDX-License-Identifier: Apache-2.0
# The whole of `./dev test` as one ctest run: read by ctest itself, through the file that ./dev writes into build/all/.
subdirs("${SCEAU_ROOT}/build/check" "${SCEAU_ROOT}/build/asan")

foreach(part format files layers docs reasons headers python abi tidy)
  add_test(lint.${part} "${SCEAU_ROOT}/tools/lint.sh" ${part})
  set_tests_properties(lint.${part} PROPERTIES LABELS lint)
endforeach()
# The longest first, so that it does not run on alone at the end; it uses every core.
set_tests_properties(lint.tidy PROPERTIES COST 1000 TIMEOUT 3000)
set_tests_properties(lint.headers PROPERTIES COST 50)

file(GLOB fuzzers RELATIVE "${SCEAU_ROOT}/fuzz" "${SCEAU_ROOT}/fuzz/*_fuzzer.cc")
foreach(fuzzer IN LISTS fuzzers)
  string(REPLACE "_fuzzer.cc" "" boundary "${fuzzer}")
  add_test(fuzz.${boundary} "${SCEAU_ROOT}/tools/run_fuzzer.sh" ${boundary} 5)
  set_tests_properties(fuzz.${boundary} PROPERTIES LABELS fuzz TIMEOUT 120)
endforeach()
