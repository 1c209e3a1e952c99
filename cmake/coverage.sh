#!/usr/bin/env bash
# Says which lines and branches the suites reach: builds the preset `coverage`, runs every suite but `growth` and
# `symbols`, which are about other builds, and writes
#
#     build/coverage-report/index.html   every line of every file
#     build/coverage-report/table.txt    lines and branches by module, and the files that are reached least
#
#     bash cmake/coverage.sh [--no-install]
#
# The harnesses' kept corpora count as a suite. JOBS sets how many compilers and tests run at once (2).
set -euo pipefail
source "$(dirname -- "${BASH_SOURCE[0]}")/steps.sh"

install=yes
for argument; do
    case $argument in
    --no-install) install=no ;;
    -h | --help) usage "${BASH_SOURCE[0]}" && exit ;;
    *) echo "error: no option is called '$argument'" >&2 && usage "${BASH_SOURCE[0]}" >&2 && exit 2 ;;
    esac
done
cd "$root"
jobs=${JOBS:-2}
steps=4
report=$root/build/coverage-report
mkdir -p "$logs" "$report"
export PYTHONDONTWRITEBYTECODE=1

build() {
    cmake --preset coverage && cmake --build --preset coverage -j "$jobs"
}

# Each program has four files that its processes add their counts to.
run_tests() {
    rm -rf build/coverage/raw
    export LLVM_PROFILE_FILE=$root/build/coverage/raw/%4m.profraw
    ctest --preset coverage -j "$jobs" --timeout 1800 -E '^(growth|symbols)$'
    local status=$? name
    for name in $(python3 tests/fuzz/fuzz.py names); do
        "build/coverage/bin/fuzz_$name" -runs=0 "tests/fuzz/corpus/$name" || status=1
    done
    return "$status"
}

measure() {
    python3 cmake/coverage.py build/coverage "$report"
}

provide coverage.sh "$install" "" "${build_packages[@]}" doctest-dev nlohmann-json3-dev python3-venv python3-pytest \
    python3-pycparser python3-jsonschema clang libclang-rt-14-dev llvm

step "Building, counting lines" "$(build_log coverage)" build
show_log=no step "Running the suites" "$logs/coverage.ctest.log" run_tests || echo "      what failed is in the log; going on"
step "Reading what was reached" "$logs/coverage.log" measure
echo && cat "$report/table.txt" && echo && echo "Every line: $report/index.html"
