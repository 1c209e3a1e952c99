# One object library a module; a module sees the headers of lower floors by convention, kept by tests/floors.
set(openeom_warnings -Wall -Wextra -Wpedantic -Wconversion -Wshadow)
# GCC 12 sees overlaps in the sum of a literal and a std::string that are not there (GCC bug 105651, mended in 13).
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  list(APPEND openeom_warnings $<$<COMPILE_LANGUAGE:CXX>:-Wno-restrict>)
endif()

function(openeom_compile_options target)
  target_compile_options(${target} PRIVATE ${openeom_warnings} -ffp-contract=off)
  if(OPENEOM_WERROR)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
  if(OPENEOM_SANITIZE)
    # The checks that a sanitizer inserts make GCC see uninitialised reads that are not there, as its manual says.
    target_compile_options(${target} PRIVATE -fsanitize=${OPENEOM_SANITIZE} -fno-omit-frame-pointer
                                             -fno-sanitize-recover=all
                                             $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
    target_link_options(${target} PUBLIC -fsanitize=${OPENEOM_SANITIZE})
  endif()
  if(OPENEOM_COVERAGE)
    target_compile_options(${target} PRIVATE -fprofile-instr-generate -fcoverage-mapping)
    target_link_options(${target} PUBLIC -fprofile-instr-generate)
  endif()
endfunction()

# openeom_module(NAME SOURCES file... LINK target...)
function(openeom_module name)
  cmake_parse_arguments(arg "" "" "SOURCES;LINK" ${ARGN})
  add_library(openeom_${name} OBJECT ${arg_SOURCES})
  target_include_directories(openeom_${name} PUBLIC ${PROJECT_SOURCE_DIR}/include PRIVATE ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(openeom_${name} PUBLIC Boost::headers fmt::fmt ${arg_LINK})
  openeom_compile_options(openeom_${name})
endfunction()

# openeom_link_modules(TARGET SCOPE module...): the objects of the modules and what they link to; SCOPE is PUBLIC where the
# target's users include the C++ headers.
function(openeom_link_modules target scope)
  foreach(name IN LISTS ARGN)
    target_sources(${target} PRIVATE $<TARGET_OBJECTS:openeom_${name}>)
  endforeach()
  if(TARGET openeom_simdjson_objects)
    target_sources(${target} PRIVATE $<TARGET_OBJECTS:openeom_simdjson_objects>)
  else()
    target_link_libraries(${target} PRIVATE simdjson::simdjson)
  endif()
  target_link_libraries(${target} ${scope} Boost::headers fmt::fmt PRIVATE PkgConfig::openeom_sodium PkgConfig::openeom_utf8proc)
endfunction()

# openeom_unit_test(NAME SOURCES file...): a doctest executable over the C++ API, one suite of check.sh.
function(openeom_unit_test name)
  cmake_parse_arguments(arg "" "" "SOURCES" ${ARGN})
  add_executable(test_${name} ${PROJECT_SOURCE_DIR}/tests/unit/main.cpp ${arg_SOURCES})
  target_link_libraries(test_${name} PRIVATE openeom_cpp PkgConfig::openeom_sodium PkgConfig::openeom_utf8proc)
  target_include_directories(test_${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests ${PROJECT_SOURCE_DIR}/src)
  target_compile_definitions(test_${name} PRIVATE OPENEOM_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
                                                  OPENEOM_DATA_DIR="${OPENEOM_DATA}")
  openeom_compile_options(test_${name})
  add_test(NAME ${name} COMMAND test_${name})
  set_tests_properties(${name} PROPERTIES LABELS unit)
endfunction()
