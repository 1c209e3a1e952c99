# What the library is built from; the Debian package of each stands in README.
if(PROJECT_IS_TOP_LEVEL AND EXISTS /usr/include/boost/describe.hpp)
  set(Boost_INCLUDE_DIR /usr/include CACHE PATH "")
endif()
find_package(Boost 1.81 REQUIRED)
find_package(fmt REQUIRED)
find_package(simdjson REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(openeom_sodium REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(openeom_utf8proc REQUIRED IMPORTED_TARGET libutf8proc)

# simdjson's names are the same in every version, {fmt}'s in every minor one: a program that has its own of either would
# hand it to the library, or the linker would. Debian has neither as an archive. So the sources of the very versions that
# it has are compiled in: simdjson under a namespace of our own, {fmt} where nothing is exported (capi/fmt.cpp). With
# other versions the shared libraries are used, and such a program has to have the same ones.
add_library(openeom_simdjson INTERFACE)
target_link_libraries(openeom_simdjson INTERFACE simdjson::simdjson)
if(simdjson_VERSION VERSION_EQUAL 3.0.1)
  target_compile_definitions(openeom_simdjson INTERFACE simdjson=openeom_simdjson)
  add_library(openeom_simdjson_objects OBJECT ${PROJECT_SOURCE_DIR}/src/io/simdjson/simdjson.cpp)
  target_link_libraries(openeom_simdjson_objects PRIVATE openeom_simdjson)
  target_compile_options(openeom_simdjson_objects PRIVATE -w -ffunction-sections -fdata-sections)
else()
  message(WARNING "simdjson ${simdjson_VERSION} is not 3.0.1: it stays shared, and a program with another one clashes")
endif()
