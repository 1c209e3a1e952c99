# openeom_embed(OUTPUT source FILES file...): a C++ source that holds the files as bytes, each named after its folder
# and itself.
find_package(Python3 3.9 REQUIRED COMPONENTS Interpreter)

function(openeom_embed)
  cmake_parse_arguments(arg "" "OUTPUT" "FILES" ${ARGN})
  add_custom_command(
    OUTPUT ${arg_OUTPUT}
    COMMAND Python3::Interpreter ${PROJECT_SOURCE_DIR}/cmake/embed.py ${arg_OUTPUT} ${arg_FILES}
    DEPENDS ${PROJECT_SOURCE_DIR}/cmake/embed.py ${arg_FILES}
    COMMENT "Embedding the catalogue"
    VERBATIM)
endfunction()
