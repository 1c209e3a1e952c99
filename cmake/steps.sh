# shellcheck shell=bash
# Sourced by quickstart.sh and check.sh: steps that say their name and their time, and the Debian packages they need.
# The caller sets `steps` (how many there will be) before the first step.

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
logs=$root/build/log
steps=${steps:-0}
step_number=0
# What the library and the command are built from; cmake/dependencies.cmake finds the same.
# shellcheck disable=SC2034 # used by the scripts that source this one
build_packages=(g++ cmake ninja-build pkg-config python3 libboost1.81-dev libsimdjson-dev libfmt-dev libsodium-dev
    libutf8proc-dev libcli11-dev)
# What the tests of packages need beside it.
# shellcheck disable=SC2034
package_test_packages=(dpkg-dev file lintian man-db)

duration() { # SECONDS
    if (($1 < 60)); then printf '%d s' "$1"; else printf '%d min %02d s' $(($1 / 60)) $(($1 % 60)); fi
}

# Names the step, runs the command, says how long it took. Output goes to LOG and its end is shown when the command
# fails, unless show_log=no; LOG `-` leaves it on the terminal.
step() { # TITLE LOG COMMAND...
    local title=$1 log=$2 began=$SECONDS status=0
    shift 2
    step_number=$((step_number + 1))
    printf '\n[%d/%d] %s\n' "$step_number" "$steps" "$title"
    if [[ $log == - ]]; then
        "$@" || status=$?
    else
        "$@" >"$log" 2>&1 || status=$?
    fi
    if ((status == 0)); then
        printf '      done in %s\n' "$(duration $((SECONDS - began)))"
    else
        if [[ $log != - ]]; then
            [[ ${show_log:-yes} == no ]] || tail -n 60 -- "$log"
            printf '      the whole output: %s\n' "$log"
        fi
        printf '      failed after %s (status %d)\n' "$(duration $((SECONDS - began)))" "$status"
    fi
    return "$status"
}

# Where a long build writes: a terminal shows ninja's own progress line, anything else gets a file.
build_log() { # NAME
    if [[ -t 1 ]]; then printf -- '-'; else printf '%s/%s.log' "$logs" "$1"; fi
}

usage() { # SCRIPT: the comment at its top is its help
    sed -n '2,/^[^#]/{s/^# \{0,1\}//p;}' "$1"
}

installed() { # PACKAGE
    [[ $(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null) == installed ]]
}

header() { # NAME [PREPROCESSOR LINES]: does the compiler find it?
    local boost=()
    [[ -z ${BOOST_ROOT:-} ]] || boost=(-isystem "$BOOST_ROOT/include")
    printf '#include <%s>\n%s\n' "$1" "${2:-}" | "${CXX:-g++}" "${boost[@]}" -x c++ -std=c++20 -E - >/dev/null 2>&1
}

# Is what the package brings there, from Debian or from elsewhere?
present() { # PACKAGE
    case $1 in
    libboost1.81-dev) [[ -f ${BOOST_ROOT:-/nonexistent}/include/boost/describe.hpp ]] && return ;;
    esac
    installed "$1" && return
    case $1 in
    cmake | clang | codespell | file | fish | g++ | lintian | pkg-config | python3 | shellcheck | zsh) command -v "$1" ;;
    dpkg-dev) command -v dpkg-shlibdeps ;;
    llvm) command -v llvm-symbolizer ;;
    man-db) command -v man ;;
    ninja-build) command -v ninja ;;
    abigail-tools) command -v abidiff ;;
    python3-jsonschema) python3 -c 'import jsonschema' ;;
    python3-pytest) python3 -c 'import pytest' ;;
    python3-pycparser) python3 -c 'import pycparser' ;;
    python3-venv) python3 -c 'import ensurepip, venv' ;;
    libclang-rt-14-dev) compgen -G "$(clang++ -print-resource-dir)/lib/*/libclang_rt.fuzzer*" ;;
    locales) [[ -f /usr/share/i18n/locales/tr_TR ]] ;;
    libboost1.81-dev)
        header boost/describe.hpp $'#include <boost/version.hpp>\n#if BOOST_VERSION < 108100\n#error\n#endif'
        ;;
    libcli11-dev) header CLI/CLI.hpp ;;
    libfmt-dev) header fmt/format.h ;;
    libsimdjson-dev) header simdjson.h ;;
    libsodium-dev) header sodium.h ;;
    libutf8proc-dev) header utf8proc.h ;;
    doctest-dev) header doctest/doctest.h ;;
    nlohmann-json3-dev) header nlohmann/json.hpp ;;
    *) false ;;
    esac >/dev/null 2>&1
}

missing() { # PACKAGE...
    local package
    for package; do present "$package" || printf '%s ' "$package"; done
}

apt() {
    local as_root=()
    [[ $(id -u) -eq 0 ]] || as_root=(sudo)
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -y -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$@"
}

explain_boost() { # SCRIPT
    cat <<EOF

OpenEOM needs Boost 1.81 (libboost1.81-dev, for Boost.Describe). libboost1.74-dev is installed here, and Debian does
not let the two stand side by side. This script removes no package, so nothing was changed. Either

  keep 1.74, and unpack the headers of 1.81 inside the checkout:
      mkdir -p $root/build/boost && cd $root/build/boost
      apt-get download libboost1.81-dev && dpkg -x libboost1.81-dev_*.deb . && cd $root
      BOOST_ROOT=$root/build/boost/usr bash cmake/$1

  or replace it yourself, after looking at what would go with it:
      apt-get -s install libboost1.81-dev         (shows, changes nothing)
      apt-get install libboost1.81-dev
EOF
}

install_packages() { # PACKAGE...
    apt update || echo "The package lists could not be refreshed; going on with those there are."
    apt install --no-remove --no-install-recommends "$@"
}

# Lists what is needed, and sees to it that it is there. Without the optional packages things go on.
provide() { # SCRIPT INSTALL(yes|no) OPTIONAL_PACKAGES PACKAGE...
    local script=$1 install=$2 optional=$3 lacking
    shift 3
    printf 'Debian packages needed: %s\n' "$*${optional:+ $optional}"
    # shellcheck disable=SC2086 # a list of words
    lacking=$(missing "$@" $optional)
    lacking=${lacking% }
    if [[ -z $lacking ]]; then
        echo "All of them are here. Nothing outside $root will be changed."
        step "Packages: nothing to install" - true
        return
    fi
    printf 'Missing here: %s\n' "$lacking"
    if [[ $install == no ]]; then
        step "Packages: not installed, as asked (--no-install)" - true
        return
    fi
    if [[ " $lacking " == *' libboost1.81-dev '* ]] && installed libboost1.74-dev; then
        explain_boost "$script"
        return 5
    fi
    if ! command -v apt-get >/dev/null; then
        echo "There is no apt-get here. Install these by other means, then use --no-install."
        return 5
    fi
    if [[ $(id -u) -ne 0 ]] && ! command -v sudo >/dev/null; then
        echo "Neither root nor sudo: run as root   apt-get install --no-remove --no-install-recommends $lacking"
        return 5
    fi
    echo "These will be installed, nothing will be removed, and nothing else outside $root will be changed."
    # shellcheck disable=SC2086 # a list of words
    step "Installing packages" "$logs/packages.log" install_packages $lacking || true
    lacking=$(missing "$@")
    if [[ -n $lacking ]]; then
        printf '\nStill missing: %s\n' "$lacking"
        return 5
    fi
}
