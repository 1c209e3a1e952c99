# Debian packages, made by `cpack -G DEB` where things are installed to /usr; cmake/packages.sh makes all there is.
# What Debian wants beside the files is below cmake/debian; Depends of programs come from dpkg-shlibdeps.
if(DEFINED ENV{DEBEMAIL})
  set(maintainer "$ENV{DEBFULLNAME} <$ENV{DEBEMAIL}>")
else()
  set(maintainer "OpenEOM maintainers <maintainers@openeom.invalid>")
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME openeom)
set(CPACK_PACKAGE_VENDOR OpenEOM)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "") # each package has its own
set(CPACK_PACKAGE_CONTACT "${maintainer}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_PRE_BUILD_SCRIPTS ${PROJECT_SOURCE_DIR}/cmake/debian/strip.cmake)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ
                                                WORLD_EXECUTE)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_COMPONENTS_ALL runtime development cpp command)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SOURCE openeom)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${CMAKE_LIBRARY_OUTPUT_DIRECTORY})
set(version ${PROJECT_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE})

set(what "OpenEOM keeps an election observation mission's record, checks and
analyses it, and ties the mission's statements to it, so that every
sentence opens the evidence it rests on.")

set(soname_package libopeneom0)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME ${soname_package})
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SECTION libs)
set(CPACK_DEBIAN_RUNTIME_DESCRIPTION "library for election observation
${what}

This package has the shared library.")
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SHLIBDEPS ON)

set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libopeneom-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "${soname_package} (= ${version})")
set(CPACK_DEBIAN_DEVELOPMENT_DESCRIPTION "library for election observation (C and C++17 headers)
${what}

This package has what C and C++17 programs are built with.")

# The minor versions that the archive holds; see cmake/openeom-cpp.cmake.in.
function(openeom_debian_range output package version)
  string(REGEX MATCH "^([0-9]+)\\.([0-9]+)" this "${version}")
  math(EXPR next "${CMAKE_MATCH_2} + 1")
  set(${output} "${package} (>= ${this}), ${package} (<< ${CMAKE_MATCH_1}.${next}~)" PARENT_SCOPE)
endfunction()
openeom_debian_range(fmt libfmt-dev ${fmt_VERSION})
openeom_debian_range(simdjson libsimdjson-dev ${simdjson_VERSION})
set(CPACK_DEBIAN_CPP_PACKAGE_NAME libopeneom-cpp-dev)
set(CPACK_DEBIAN_CPP_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_CPP_PACKAGE_DEPENDS "libopeneom-dev (= ${version}), libboost1.81-dev, ${fmt}, ${simdjson}, libsodium-dev, libutf8proc-dev")
set(CPACK_DEBIAN_CPP_DESCRIPTION "library for election observation (C++20 headers and archive)
${what}

This package has what C++20 programs are built with: a static library
that is stable in source only. It is apart from libopeneom-dev because
it wants Boost 1.81.")

set(CPACK_DEBIAN_COMMAND_PACKAGE_NAME openeom)
set(CPACK_DEBIAN_COMMAND_PACKAGE_SECTION science)
set(CPACK_DEBIAN_COMMAND_PACKAGE_DEPENDS "${soname_package} (= ${version})")
set(CPACK_DEBIAN_COMMAND_DESCRIPTION "record of an election observation (command)
${what}

This package has the command openeom.")
set(CPACK_DEBIAN_COMMAND_PACKAGE_SHLIBDEPS ON)

# The texts of each package. EXCLUDE_FROM_ALL: they are for packages, not for `cmake --install`.
set(texts ${PROJECT_BINARY_DIR}/debian)
string(TIMESTAMP today "%a, %d %b %Y %H:%M:%S +0000" UTC) # of SOURCE_DATE_EPOCH, where that is set
configure_file(cmake/debian/changelog.in ${texts}/changelog.Debian @ONLY)
configure_file(cmake/debian/copyright ${texts}/copyright COPYONLY)
function(openeom_gzip from to)
  execute_process(COMMAND gzip -9nc ${from} OUTPUT_FILE ${to} COMMAND_ERROR_IS_FATAL ANY)
endfunction()
openeom_gzip(${texts}/changelog.Debian ${texts}/changelog.Debian.gz)
openeom_gzip(${PROJECT_SOURCE_DIR}/CHANGELOG.md ${texts}/changelog.gz)
openeom_gzip(${PROJECT_BINARY_DIR}/openeom.1 ${texts}/openeom.1.gz)
install(FILES ${texts}/openeom.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT command EXCLUDE_FROM_ALL)
install(FILES NOTICE DESTINATION share/doc/${soname_package} COMPONENT runtime EXCLUDE_FROM_ALL)
foreach(component IN LISTS CPACK_COMPONENTS_ALL)
  string(TOUPPER ${component} upper)
  set(package ${CPACK_DEBIAN_${upper}_PACKAGE_NAME})
  install(FILES ${texts}/copyright ${texts}/changelog.Debian.gz ${texts}/changelog.gz DESTINATION share/doc/${package}
          COMPONENT ${component} EXCLUDE_FROM_ALL)
  if(EXISTS ${PROJECT_SOURCE_DIR}/cmake/debian/${package}.lintian-overrides)
    install(FILES cmake/debian/${package}.lintian-overrides DESTINATION share/lintian/overrides RENAME ${package}
            COMPONENT ${component} EXCLUDE_FROM_ALL)
  endif()
endforeach()

# Since when each symbol is there, so that what is built against the library asks for the version it needs, not for this one.
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS capi/include/openeom.h capi/openeom.map cmake/debian/symbols.py
                                       cmake/debian/copyright cmake/debian/changelog.in)
execute_process(
  COMMAND ${Python3_EXECUTABLE} ${PROJECT_SOURCE_DIR}/cmake/debian/symbols.py ${PROJECT_SOURCE_DIR}/capi ${soname_package}
  OUTPUT_FILE ${texts}/symbols COMMAND_ERROR_IS_FATAL ANY)
file(WRITE ${texts}/shlibs "libopeneom 0 ${soname_package} (>= ${PROJECT_VERSION})\n")
file(WRITE ${texts}/triggers "activate-noawait ldconfig\n")
set(CPACK_DEBIAN_RUNTIME_PACKAGE_CONTROL_EXTRA ${texts}/symbols ${texts}/shlibs ${texts}/triggers)

include(CPack)
