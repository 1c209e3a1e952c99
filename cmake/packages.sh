#!/usr/bin/env bash
# Makes what is given to others: Debian packages and, in a checkout of git, the source archive, each with the list of
# what is inside it (SPDX).
#
#     bash cmake/packages.sh [--no-install]
#
# --no-install  install no packages; say what is missing, and go on
#
# Builds in build/package and writes dist. DEBFULLNAME and DEBEMAIL are the packages' maintainer, SOURCE_DATE_EPOCH their
# time, which is otherwise that of the commit. Status: 0 done, 2 wrong usage, 5 something is missing or does not build.
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
steps=5
mkdir -p "$logs" dist
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}
export SOURCE_DATE_EPOCH

configure() { cmake --preset package; }
compile() { cmake --build --preset package -j "${JOBS:-2}"; }
pack() {
    rm -f dist/*.deb
    cpack -G DEB --config build/package/CPackConfig.cmake -B build/package/packages
    mv build/package/packages/*.deb dist
}
archive() {
    local artefact
    for artefact in dist/*.deb; do python3 cmake/spdx.py "$artefact" build/package/dependencies.json; done
    if ! git rev-parse --git-dir >/dev/null 2>&1; then
        echo "This is no checkout of git: no source archive is made."
        return
    fi
    python3 cmake/spdx.py "$(bash cmake/source_archive.sh dist)" build/package/dependencies.json --source
}

provide packages.sh "$install" "" "${build_packages[@]}" dpkg-dev file
step "Configuring (build/package)" "$logs/package-configure.log" configure || exit 5
step "Building" "$(build_log package)" compile || exit 5
step "Debian packages" "$logs/package.log" pack || exit 5
step "Source archive, and what is inside each" - archive || exit 5
ls -l dist
