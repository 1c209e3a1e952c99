#!/usr/bin/env bash
# Makes the Python package in dist/: the sources (sdist), a wheel built from them, and a bundle that installs offline.
#
#     bash cmake/wheel.sh [--no-install] [--with "PACKAGE..."]
#
# --no-install  install no packages; say what is missing, and go on
# --with        packages of PyPI that the bundle brings along, such as "pyarrow pandas"
#
# The tools come from PyPI (cmake/wheel-requirements.txt) into build/wheel-tools. The same commit gives the same bytes.
# Status: 0 done, 2 wrong usage, 5 something is missing or does not build.
set -euo pipefail
source "$(dirname -- "${BASH_SOURCE[0]}")/steps.sh"

install=yes
with=
while (($#)); do
    case $1 in
    --no-install) install=no ;;
    --with) (($# > 1)) || { usage "${BASH_SOURCE[0]}" >&2 && exit 2; }
        with=$2 && shift ;;
    -h | --help) usage "${BASH_SOURCE[0]}" && exit ;;
    *) echo "error: no option is called '$1'" >&2 && usage "${BASH_SOURCE[0]}" >&2 && exit 2 ;;
    esac
    shift
done
cd "$root"
steps=6
mkdir -p "$logs" dist
version=$(sed -n 's/^project(openeom VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)
tools=$root/build/wheel-tools
sources=$root/build/sdist/openeom-$version
bundle=openeom-$version-offline
export PATH=$tools/bin:$PATH PYTHONDONTWRITEBYTECODE=1 CC=${CC:-cc} CXX=${CXX:-c++}
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || stat -c %Y CMakeLists.txt)}
export SOURCE_DATE_EPOCH CMAKE_BUILD_PARALLEL_LEVEL=${JOBS:-2}
if [[ -z ${CMAKE_CXX_COMPILER_LAUNCHER:-} ]] && command -v ccache >/dev/null; then
    export CMAKE_C_COMPILER_LAUNCHER=ccache CMAKE_CXX_COMPILER_LAUNCHER=ccache
fi

get_tools() {
    cmp -s cmake/wheel-requirements.txt "$tools/made-of" ||
        { python3 -m venv --clear "$tools" && pip install --only-binary=:all: -r cmake/wheel-requirements.txt &&
            cp cmake/wheel-requirements.txt "$tools/made-of"; }
}

make_sdist() {
    rm -f "dist/openeom-$version.tar.gz" && python -m build --sdist --no-isolation --outdir dist .
}

# In the unpacked sources, so that it is they that are known to build.
make_wheel() {
    rm -rf "$sources" build/wheels && mkdir -p build/sdist && tar -xzf "dist/openeom-$version.tar.gz" -C build/sdist &&
        python -m build --wheel --no-isolation --outdir build/wheels --config-setting=build-dir="$sources/build/wheel" \
            --config-setting=cmake.define.OPENEOM_WERROR=ON "$sources"
}

# What is shared still goes into the wheel under a name of its own; the tag says how old a glibc may be.
repair_wheel() {
    rm -f dist/openeom-"$version"-*.whl* && auditwheel repair --wheel-dir dist build/wheels/openeom-"$version"-*.whl || return
    local described=$sources/build/wheel/dependencies.json
    [[ ! -f cmake/spdx.py || ! -f $described ]] || python3 cmake/spdx.py dist/openeom-"$version"-*.whl "$described"
}

make_bundle() {
    local folder=build/bundle/$bundle
    rm -rf "$folder" && mkdir -p "$folder" && cp dist/openeom-"$version"-*.whl* LICENSE NOTICE "$folder" || return
    # shellcheck disable=SC2086 # a list of packages
    [[ -z $with ]] || pip download --only-binary=:all: --dest "$folder" $with || return
    cat >"$folder/README.txt" <<EOF
OpenEOM $version for Python 3.9 or newer on Linux with glibc 2.36 or newer (Debian 12), x86-64. Without a network:

    python3 -m venv venv
    venv/bin/pip install --no-index --find-links $bundle openeom${with:+ $with}

(cd $bundle && sha256sum --check SHA256SUMS) tells whether the files are whole.
EOF
    (cd "$folder" && sha256sum -- * >SHA256SUMS) &&
        tar -C build/bundle --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" -c "$bundle" |
        gzip -n >"dist/$bundle.tar.gz"
}

provide wheel.sh "$install" "" "${build_packages[@]}" python3-venv
step "Tools from PyPI (build/wheel-tools)" "$logs/wheel-tools.log" get_tools || exit 5
step "The sources: dist/openeom-$version.tar.gz" "$logs/sdist.log" make_sdist || exit 5
step "A wheel of them" "$logs/wheel.log" make_wheel || exit 5
step "What it needs goes into it (auditwheel)" "$logs/auditwheel.log" repair_wheel || exit 5
step "The bundle: dist/$bundle.tar.gz" "$logs/bundle.log" make_bundle || exit 5
printf '\n'
sha256sum dist/openeom-"$version"*
