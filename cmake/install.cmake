# What is installed: the library (component runtime), what C and C++17 programs are built with (development), what C++20
# programs are built with (cpp), the command (command), and texts (documentation). Nothing in it names a folder of the
# machine that built it: the tree can be moved.
include(CMakePackageConfigHelpers)

set(openeom_config_dir ${CMAKE_INSTALL_LIBDIR}/cmake/openeom)
set(openeom_config ${PROJECT_BINARY_DIR}/config)

install(
  TARGETS openeom
  EXPORT openeom
  RUNTIME COMPONENT runtime
  LIBRARY COMPONENT runtime NAMELINK_COMPONENT development
  ARCHIVE COMPONENT development)
install(FILES capi/include/openeom.h capi/include/openeom.hpp TYPE INCLUDE COMPONENT development)
install(EXPORT openeom NAMESPACE openeom:: FILE openeomTargets.cmake DESTINATION ${openeom_config_dir} COMPONENT development)

install(TARGETS openeom_cpp EXPORT openeom-cpp ARCHIVE COMPONENT cpp)
install(DIRECTORY include/openeom TYPE INCLUDE COMPONENT cpp FILES_MATCHING PATTERN "*.hpp")
install(EXPORT openeom-cpp NAMESPACE openeom:: FILE openeom-cppTargets.cmake DESTINATION ${openeom_config_dir} COMPONENT cpp)

configure_file(cmake/openeom-cpp.cmake.in ${openeom_config}/openeom-cpp.cmake @ONLY)
configure_file(cmake/openeomConfig.cmake ${openeom_config}/openeomConfig.cmake COPYONLY)
write_basic_package_version_file(${openeom_config}/openeomConfigVersion.cmake COMPATIBILITY SameMajorVersion)
file(RELATIVE_PATH openeom_root /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
string(REGEX REPLACE "/$" "" openeom_root "${openeom_root}")
configure_file(cmake/openeom.pc.in ${openeom_config}/openeom.pc @ONLY)
install(FILES ${openeom_config}/openeomConfig.cmake ${openeom_config}/openeomConfigVersion.cmake
        DESTINATION ${openeom_config_dir} COMPONENT development)
install(FILES ${openeom_config}/openeom-cpp.cmake DESTINATION ${openeom_config_dir} COMPONENT cpp)
install(FILES ${openeom_config}/openeom.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development)

install(FILES LICENSE NOTICE README.md CHANGELOG.md include/openeom/io/FORMAT.md TYPE DOC COMPONENT documentation)

if(TARGET openeom_command)
  set(completion bindings/cli/completion)
  install(TARGETS openeom_command RUNTIME COMPONENT command)
  # The linker looks below /usr by itself.
  install(CODE "if(CMAKE_INSTALL_PREFIX STREQUAL /usr)
    file(RPATH_REMOVE FILE \"\$ENV{DESTDIR}/usr/${CMAKE_INSTALL_BINDIR}/openeom\")
  endif()" COMPONENT command)
  configure_file(bindings/cli/openeom.1.in ${PROJECT_BINARY_DIR}/openeom.1 @ONLY)
  install(FILES ${PROJECT_BINARY_DIR}/openeom.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT manual)
  install(FILES ${completion}/openeom.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME openeom
          COMPONENT command)
  install(FILES ${completion}/openeom.zsh DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions RENAME _openeom
          COMPONENT command)
  install(FILES ${completion}/openeom.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT command)
endif()
