#!/usr/bin/env bash
# Installs what is needed, builds with warnings as errors, and runs every test: the optimised build, the unit and C API
# suites under AddressSanitizer and UBSan, and a minute of fuzzing.
#
#     bash cmake/check.sh [--no-install] [--long] [--fuzz-runs N] [--fuzz-seconds N]
#
# --no-install      install no packages; say what is missing, and go on
# --long            what takes too long for every change: each fuzz harness ten million times or for an hour of the
#                   processor, eight threads under ThreadSanitizer, the Python wheel, and the tests of configuration Long,
#                   some of which compile the library anew
# --fuzz-runs N     each fuzz harness as often at most (10000000)
# --fuzz-seconds N  each as long at most, in seconds of the processor (10; with --long 3600)
#
# Ends with a table of suites and their case counts; a suite without cases fails. The last line is
# "N passed, N failed, N skipped". Logs are in build/log. JOBS sets how many compilers and tests run at once (2).
# Tests on data kept outside the product look in OPENEOM_DATA and are skipped by name where it is absent.
# Status: 0 all passed, 1 something failed, 2 wrong usage, 5 something is missing.
set -euo pipefail
source "$(dirname -- "${BASH_SOURCE[0]}")/steps.sh"

install=yes
long=no
configuration=()
fuzz_seconds=10
fuzz_runs=10000000
while (($#)); do
    case $1 in
    --no-install) install=no ;;
    --long) fuzz_seconds=3600 long=yes configuration=(-C Long) ;;
    --fuzz-runs) fuzz_runs=${2:?"error: $1 needs a number"} && shift ;;
    --fuzz-seconds) fuzz_seconds=${2:?"error: $1 needs a number"} && shift ;;
    -h | --help) usage "${BASH_SOURCE[0]}" && exit ;;
    *) echo "error: no option is called '$1'" >&2 && usage "${BASH_SOURCE[0]}" >&2 && exit 2 ;;
    esac
    shift
done
cd "$root"
jobs=${JOBS:-2}
steps=9
[[ $long == no ]] || steps=12
mkdir -p "$logs"
rm -f "$logs"/*.junit.xml "$logs"/*.tests.json "$logs"/fuzz-*.log

export PYTHONDONTWRITEBYTECODE=1 # the checkout stays clean
if command -v ccache >/dev/null; then
    export CMAKE_C_COMPILER_LAUNCHER=ccache CMAKE_CXX_COMPILER_LAUNCHER=ccache
fi

summary=() # arguments for suites.py
broken() { # TITLE: a step that failed counts as a failed suite
    summary+=(--broken "$1")
}

# The suite must not change its answers where the decimal mark is a comma and i has no dot. The locales are made
# inside the checkout, and C.UTF-8 beside them, because LOCPATH replaces the system's own place.
locales() {
    mkdir -p build/locale
    localedef -i C -f UTF-8 build/locale/C.UTF-8 &&
        localedef -i de_DE -f UTF-8 build/locale/de_DE.UTF-8 &&
        localedef -i tr_TR -f UTF-8 build/locale/tr_TR.UTF-8 &&
        localedef -i ar_EG -f UTF-8 build/locale/ar_EG.UTF-8
}

build() { # PRESET
    cmake --preset "$1" && cmake --build --preset "$1" -j "$jobs"
}

# What failing tests and the fuzzer printed is shown by suites.py, from the same files it counts.
run_tests() { # PRESET
    ctest --preset "$1" "${configuration[@]}" --show-only=json-v1 >"$logs/$1.tests.json" &&
        ctest --preset "$1" "${configuration[@]}" -j "$jobs" --output-junit "$logs/$1.junit.xml" --test-output-truncation head \
            --test-output-size-passed 8000000 --test-output-size-failed 8000000
}

# Inputs that break something are kept in build/fuzz/found and belong, once mended, into tests/fuzz/corpus. The table of
# executions, speed and findings is shown as it is printed.
fuzz() {
    python3 tests/fuzz/fuzz.py run --logs "$logs" --jobs "$jobs" --runs "$fuzz_runs" --seconds "$fuzz_seconds"
}

optional="locales tzdata"
[[ $long == no ]] || optional+=" debootstrap"
provide check.sh "$install" "$optional" "${build_packages[@]}" doctest-dev nlohmann-json3-dev \
    python3-venv python3-pytest python3-pycparser python3-jsonschema zsh fish clang libclang-rt-14-dev llvm abigail-tools \
    codespell shellcheck "${package_test_packages[@]}"

step "The counter of cases counts its own examples" "$logs/suites.log" python3 -m doctest cmake/suites.py ||
    broken "cmake/suites.py"
if step "Locales for the tests (build/locale)" "$logs/locale.log" locales; then
    export LOCPATH=$root/build/locale
else
    echo "      going on without: what needs them is skipped by name"
fi

if step "Building, optimised, warnings as errors" "$(build_log check-release)" build check-release; then
    if [[ $long == yes ]]; then
        rm -f dist/openeom-*-offline.tar.gz
        step "The Python package: sdist, wheel, bundle (dist)" "$logs/wheel.sh.log" bash cmake/wheel.sh --no-install ||
            broken "cmake/wheel.sh"
        OPENEOM_BUNDLE=$(compgen -G "dist/openeom-*-offline.tar.gz" || true)
        export OPENEOM_BUNDLE
    fi
    show_log=no step "Testing the optimised build" "$logs/check-release.ctest.log" run_tests check-release || true
    summary+=(--ctest "release=$logs/check-release")

    if step "Building with AddressSanitizer and UBSan" "$(build_log check-asan-ubsan)" build check-asan-ubsan; then
        show_log=no step "Testing under AddressSanitizer and UBSan" "$logs/check-asan-ubsan.ctest.log" \
            run_tests check-asan-ubsan || true
        summary+=(--ctest "asan-ubsan=$logs/check-asan-ubsan")
    else
        broken "build asan-ubsan"
    fi

    if [[ $long == yes ]]; then
        if step "Building with ThreadSanitizer" "$(build_log check-tsan)" build check-tsan; then
            show_log=no step "Testing under ThreadSanitizer" "$logs/check-tsan.ctest.log" run_tests check-tsan || true
            summary+=(--ctest "tsan=$logs/check-tsan")
        else
            broken "build tsan"
        fi
    fi

    if step "Building the fuzz harnesses with clang" "$(build_log check-fuzz)" build check-fuzz; then
        show_log=no step "Fuzzing, each harness for $(duration "$fuzz_seconds")" "$logs/fuzz.log" fuzz || true
        cat "$logs/fuzz.log"
        while read -r name; do summary+=(--fuzz "$name=$logs/fuzz-$name.log"); done < <(python3 tests/fuzz/fuzz.py names)
    else
        broken "build fuzz"
    fi
else
    broken "build release"
fi

printf '\nEverything took %s.\n\n' "$(duration $SECONDS)"
python3 cmake/suites.py --require unit,capi,python "${summary[@]}"
