# find_package(openeom CONFIG) gives
#   openeom::openeom  the C interface, with openeom.h and openeom.hpp: shared, needs nothing else
#   openeom::cpp      the C++20 interface: static, where the libraries it is built on are found as well
# COMPONENTS cpp refuses where the second cannot be had.
include(${CMAKE_CURRENT_LIST_DIR}/openeomTargets.cmake)

set(openeom_cpp_missing "the files of openeom::cpp are not installed")
include(${CMAKE_CURRENT_LIST_DIR}/openeom-cpp.cmake OPTIONAL)
if(openeom_cpp_missing STREQUAL "")
  set(openeom_cpp_FOUND TRUE)
else()
  set(openeom_cpp_FOUND FALSE)
  if(NOT openeom_FIND_QUIETLY)
    message(STATUS "openeom::cpp cannot be had here: ${openeom_cpp_missing}")
  endif()
endif()

foreach(openeom_part IN LISTS openeom_FIND_COMPONENTS)
  if(openeom_FIND_REQUIRED_${openeom_part} AND NOT openeom_${openeom_part}_FOUND)
    set(openeom_FOUND FALSE)
    if(openeom_part STREQUAL cpp)
      set(openeom_NOT_FOUND_MESSAGE "openeom::cpp cannot be had here: ${openeom_cpp_missing}")
    else()
      set(openeom_NOT_FOUND_MESSAGE "openeom has no component '${openeom_part}', only cpp")
    endif()
  endif()
endforeach()
