# A library for other people's machines, as the Python wheel has it: libstdc++, libgcc and what has an archive are linked
# in, {fmt} is compiled in. auditwheel brings along what is shared still.
set(CMAKE_FIND_LIBRARY_SUFFIXES .a ${CMAKE_FIND_LIBRARY_SUFFIXES})
add_link_options(-static-libstdc++ -static-libgcc -Wl,--as-needed)

# openeom_portable(TARGET...): each has {fmt} inside.
function(openeom_portable)
  add_library(openeom_fmt OBJECT ${PROJECT_SOURCE_DIR}/cmake/portable_fmt.cpp)
  target_link_libraries(openeom_fmt PRIVATE fmt::fmt)
  target_compile_options(openeom_fmt PRIVATE -fno-inline -fkeep-inline-functions -fno-ipa-cp -fno-ipa-sra)
  foreach(target IN LISTS ARGN)
    target_sources(${target} PRIVATE $<TARGET_OBJECTS:openeom_fmt>)
  endforeach()
endfunction()
