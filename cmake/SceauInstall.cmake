# SPDX-License-Identifier: Apache-2.0
# What `cmake --install` puts where: the libraries and their headers, the command with the programs that it starts, its manual
# and completion, the schemas, and what CMake and pkg-config need to find them. tests/install_consumer builds programs against
# the result in both ways. Everything finds everything else from where it lies itself: under any prefix, even a moved one.
include(CMakePackageConfigHelpers)

install(TARGETS sceau EXPORT SceauTargets LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
        INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
# In an export of its own: libsceau may be packaged without it.
set_target_properties(sceau_issuing PROPERTIES INSTALL_RPATH "$ORIGIN")
install(TARGETS sceau_issuing EXPORT SceauIssueTargets LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
        INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
file(RELATIVE_PATH library_from_command /${CMAKE_INSTALL_BINDIR} /${CMAKE_INSTALL_LIBDIR})
file(RELATIVE_PATH library_from_programs /${CMAKE_INSTALL_LIBEXECDIR}/sceau /${CMAKE_INSTALL_LIBDIR})
set_target_properties(sceau_cli PROPERTIES INSTALL_RPATH "$ORIGIN/${library_from_command}")
set_target_properties(sceau_issue_program PROPERTIES INSTALL_RPATH "$ORIGIN/${library_from_programs}")
install(TARGETS sceau_cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS sceau_decode_program sceau_decode_pdf_program sceau_draw_program sceau_read_list_program
        sceau_issue_program
        RUNTIME DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/sceau)  # where sceau/programs.h says
if(TARGET sceau_recognise_program)  # of a package of its own: nothing else needs it
  install(TARGETS sceau_recognise_program RUNTIME DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/sceau COMPONENT recogniser)
endif()
set(completions ${PROJECT_BINARY_DIR}/cli/completions)
install(FILES ${completions}/sceau DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${completions}/_sceau DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(FILES ${completions}/sceau.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/libverify/include/sceau DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})

set(SCEAU_PYTHON_DIR lib/python3/dist-packages CACHE STRING "Where the Python package goes, from the prefix")
file(RELATIVE_PATH library_from_python /${SCEAU_PYTHON_DIR}/sceau /${CMAKE_INSTALL_LIBDIR})
file(WRITE ${PROJECT_BINARY_DIR}/library-path "${library_from_python}/libsceau.so.${PROJECT_VERSION_MAJOR}\n")
install(DIRECTORY ${PROJECT_SOURCE_DIR}/python/sceau DESTINATION ${SCEAU_PYTHON_DIR}
        FILES_MATCHING PATTERN "*.py" PATTERN py.typed PATTERN __pycache__ EXCLUDE)
install(FILES ${PROJECT_BINARY_DIR}/library-path DESTINATION ${SCEAU_PYTHON_DIR}/sceau)

set(package ${CMAKE_INSTALL_LIBDIR}/cmake/Sceau)
install(EXPORT SceauTargets NAMESPACE Sceau:: DESTINATION ${package})
install(EXPORT SceauIssueTargets NAMESPACE Sceau:: DESTINATION ${package})
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/SceauConfig.cmake.in ${PROJECT_BINARY_DIR}/SceauConfig.cmake
                              INSTALL_DESTINATION ${package})
# Before 1.0 a new minor version may break callers.
write_basic_package_version_file(${PROJECT_BINARY_DIR}/SceauConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/SceauConfig.cmake ${PROJECT_BINARY_DIR}/SceauConfigVersion.cmake
        DESTINATION ${package})

file(RELATIVE_PATH include_from_pc /${CMAKE_INSTALL_LIBDIR}/pkgconfig /${CMAKE_INSTALL_INCLUDEDIR})
foreach(name sceau sceau-issue)
  configure_file(${CMAKE_CURRENT_LIST_DIR}/${name}.pc.in ${PROJECT_BINARY_DIR}/${name}.pc @ONLY)
  install(FILES ${PROJECT_BINARY_DIR}/${name}.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
endforeach()

install(FILES ${PROJECT_SOURCE_DIR}/man/sceau.1 ${PROJECT_SOURCE_DIR}/man/sceau-ledger.1
              ${PROJECT_SOURCE_DIR}/man/sceau-trust.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${PROJECT_SOURCE_DIR}/man/fr/sceau.1 ${PROJECT_SOURCE_DIR}/man/fr/sceau-ledger.1
              ${PROJECT_SOURCE_DIR}/man/fr/sceau-trust.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/fr/man1)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/docs/schemas ${PROJECT_SOURCE_DIR}/docs/policies
        DESTINATION ${CMAKE_INSTALL_DATADIR}/sceau)
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE ${PROJECT_SOURCE_DIR}/NOTICE DESTINATION ${CMAKE_INSTALL_DOCDIR})

if(TARGET sceau_gui)
  set(share ${PROJECT_SOURCE_DIR}/verifier-gui/share)
  set_target_properties(sceau_gui PROPERTIES INSTALL_RPATH "$ORIGIN/${library_from_command}")
  install(TARGETS sceau_gui RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
  install(FILES ${share}/fr.sceau.Verifier.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
  install(FILES ${share}/fr.sceau.Verifier.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
  install(FILES ${PROJECT_SOURCE_DIR}/verifier-gui/resources/fr.sceau.Verifier.svg
          DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
  install(FILES ${PROJECT_SOURCE_DIR}/man/verifier-gui.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
  install(FILES ${PROJECT_SOURCE_DIR}/man/fr/verifier-gui.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/fr/man1)
endif()
