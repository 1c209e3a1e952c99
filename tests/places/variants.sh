#!/usr/bin/env bash
# The same bytes come out however the library was compiled.
#
#     bash tests/places/variants.sh BUILD
#
# Builds the library in BUILD by clang, without optimisation, and with -O3 and link-time optimisation, and compares what
# outputs.py prints of each with what it prints of BUILD's own. Some minutes a variant. The last line is "N cases".
set -euo pipefail
source=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
build=$(realpath -- "$1")
export PYTHONPATH=$build/python PYTHONDONTWRITEBYTECODE=1 LC_ALL=C.UTF-8
cases=0
failed=0

outputs() { python3 "$source/tests/places/outputs.py" "$@"; }

variant() { # NAME CMAKE_ARGUMENTS...
    local name=$1 folder=$build/variants/$1 lines
    shift
    if ! { cmake -S "$source" -B "$folder" -G Ninja -DOPENEOM_TESTS=OFF -DOPENEOM_BINDINGS=OFF "$@" &&
        cmake --build "$folder" -j "${JOBS:-2}" --target openeom &&
        outputs "$folder/lib/libopeneom.so" >"$folder/outputs"; }; then
        echo "failed: $name does not build or run"
        failed=$((failed + 1))
        return
    fi
    lines=$(wc -l <"$folder/outputs")
    cases=$((cases + lines))
    if ! diff "$build/variants/expected" "$folder/outputs"; then
        echo "failed: $name gives other bytes"
        failed=$((failed + 1))
    fi
}

mkdir -p "$build/variants"
outputs >"$build/variants/expected"
variant clang -DCMAKE_BUILD_TYPE=Release -DCMAKE_C_COMPILER=clang -DCMAKE_CXX_COMPILER=clang++
variant unoptimised -DCMAKE_BUILD_TYPE=Debug "-DCMAKE_CXX_FLAGS_DEBUG=-O0"
variant lto -DCMAKE_BUILD_TYPE=Release "-DCMAKE_CXX_FLAGS_RELEASE=-O3 -DNDEBUG" -DCMAKE_INTERPROCEDURAL_OPTIMIZATION=ON
echo "$cases cases, $failed failed"
((failed == 0))
