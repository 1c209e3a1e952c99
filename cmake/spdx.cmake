# dependencies.json: the libraries that this build found, for cmake/spdx.py. `loaded` is the name by which a program asks
# for the library at run time; what is headers only has none.
set(openeom_dependencies "")

# openeom_dependency(NAME VERSION FILE LOADED LICENCE HOME part...)
function(openeom_dependency name version file loaded licence home)
  list(TRANSFORM ARGN REPLACE "(.+)" "\"\\1\"")
  list(JOIN ARGN ", " parts)
  string(APPEND openeom_dependencies ",\n    {\"name\": \"${name}\", \"version\": \"${version}\", \"file\": \"${file}\", "
                                     "\"loaded\": \"${loaded}\", \"licence\": \"${licence}\",\n     \"home\": \"${home}\", "
                                     "\"part_of\": [${parts}]}")
  set(openeom_dependencies "${openeom_dependencies}" PARENT_SCOPE)
endfunction()

list(GET openeom_sodium_LINK_LIBRARIES 0 sodium)
list(GET openeom_utf8proc_LINK_LIBRARIES 0 utf8proc)
# pkg-config tells the number of its interface instead.
find_file(OPENEOM_UTF8PROC_HEADER utf8proc.h HINTS ${openeom_utf8proc_INCLUDE_DIRS})
mark_as_advanced(OPENEOM_UTF8PROC_HEADER)
file(STRINGS ${OPENEOM_UTF8PROC_HEADER} numbers REGEX "^#define UTF8PROC_VERSION_(MAJOR|MINOR|PATCH)")
list(TRANSFORM numbers REPLACE "^#define UTF8PROC_VERSION_[A-Z]+ +([0-9]+).*" "\\1")
list(JOIN numbers "." utf8proc_version)
execute_process(COMMAND ${CMAKE_CXX_COMPILER} -print-file-name=libstdc++.so.6 OUTPUT_VARIABLE stdcxx OUTPUT_STRIP_TRAILING_WHITESPACE)
openeom_dependency("Boost" "${Boost_VERSION_STRING}" "${Boost_INCLUDE_DIRS}/boost/describe.hpp" "" "BSL-1.0"
                   "https://www.boost.org" library)
openeom_dependency("simdjson" "${simdjson_VERSION}" "$<TARGET_FILE:simdjson::simdjson>" "simdjson"
                   "Apache-2.0 AND BSD-3-Clause AND BSL-1.0 AND MIT" "https://github.com/simdjson/simdjson" library)
openeom_dependency("fmt" "${fmt_VERSION}" "$<TARGET_FILE:fmt::fmt>" "fmt" "MIT" "https://github.com/fmtlib/fmt" library command)
openeom_dependency("libsodium" "${openeom_sodium_VERSION}" "${sodium}" "sodium" "ISC AND BSD-2-Clause AND CC0-1.0"
                   "https://doc.libsodium.org" library)
openeom_dependency("utf8proc" "${utf8proc_version}" "${utf8proc}" "utf8proc" "MIT AND Unicode-DFS-2015"
                   "https://juliastrings.github.io/utf8proc/" library)
openeom_dependency("libstdc++" "${CMAKE_CXX_COMPILER_VERSION}" "${stdcxx}" "stdc++" "GPL-3.0-or-later WITH GCC-exception-3.1"
                   "https://gcc.gnu.org" library command)
if(TARGET openeom_command)
  find_package(CLI11 QUIET)
  get_target_property(cli11 CLI11::CLI11 INTERFACE_INCLUDE_DIRECTORIES)
  openeom_dependency("CLI11" "${CLI11_VERSION}" "${cli11}/CLI/CLI.hpp" "" "BSD-3-Clause"
                     "https://github.com/CLIUtils/CLI11" command)
endif()
string(SUBSTRING "${openeom_dependencies}" 1 -1 openeom_dependencies)
file(GENERATE OUTPUT ${PROJECT_BINARY_DIR}/dependencies.json
     CONTENT "{\n  \"version\": \"${PROJECT_VERSION}\",\n  \"compiler\": \"${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION}\",\n  \"libraries\": [${openeom_dependencies}\n  ]\n}\n")
