#!/usr/bin/env bash
# Follows README word for word in a bare Debian 12, made by debootstrap for the purpose. Run as root.
#
#     bash tests/install/chroot.sh packages DIST [FOLDER]
#     bash tests/install/chroot.sh source DIST [FOLDER] [--check]
#
# packages      what 'Packages' says: only the runtime and the development package of DIST, gcc and python3; then the
#               programs of the tests and Python with bare ctypes
# source        what the beginning says: only the source archive of DIST, its quickstart, and the tests of installing
# --check       all of check.sh instead of these (half an hour)
# FOLDER        where the Debian goes; it must not be there, or hold a bare one (/var/tmp/openeom-chroot)
#
# Status: 0 all of it worked.
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
usage() { sed -n '2,/^[^#]/{s/^# \{0,1\}//p;}' "${BASH_SOURCE[0]}"; }

whole=no
words=()
for argument; do
    case $argument in
    --check) whole=yes ;;
    -h | --help) usage && exit ;;
    *) words+=("$argument") ;;
    esac
done
[[ ${#words[@]} -ge 2 && ${words[0]} =~ ^(packages|source)$ ]] || { usage >&2 && exit 2; }
dist=$(realpath -- "${words[1]}")
folder=${words[2]:-/var/tmp/openeom-chroot}
version=$(sed -n 's/^project(openeom VERSION \([0-9.]*\).*/\1/p' "$here/../../CMakeLists.txt")

leave() {
    for place in proc dev/pts dev; do ! mountpoint -q "$folder/$place" || umount -l "$folder/$place"; done
}
trap leave EXIT

inside() { # COMMAND...: in the Debian, with nothing of this machine's environment
    chroot "$folder" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 JOBS="${JOBS:-2}" "$@"
}

bare() {
    [[ -e $folder/etc/debian_version ]] || debootstrap --variant=minbase bookworm "$folder" "${MIRROR:-http://deb.debian.org/debian}"
    cp /etc/resolv.conf "$folder/etc/resolv.conf"
    mount -t proc proc "$folder/proc"
    mount --bind /dev "$folder/dev"
    mkdir -p "$folder/root/openeom"
    # A person at the terminal says yes.
    echo 'APT::Get::Assume-Yes "true";' >"$folder/etc/apt/apt.conf.d/99yes"
    inside apt-get -q update
}

follow() { # HEADING: what README says there, in order; the first failure ends it
    python3 "$here/readme_commands.py" "$readme" "$1" | tee /dev/stderr >"$folder/root/commands.sh"
    inside bash -ec 'cd /root/openeom && set -x && . /root/commands.sh'
}

packages() {
    readme=$here/../../README.md
    mkdir -p "$folder/root/openeom/dist"
    cp "$dist/libopeneom0_$version"-*.deb "$dist/libopeneom-dev_$version"-*.deb "$folder/root/openeom/dist/"
    python3 "$here/readme_commands.py" "$readme" C c >"$folder/root/openeom/example.c"
    follow "Debian packages"
    mkdir -p "$folder/root/tests"
    cp "$here/consumer/consumer.c" "$here/bare.py" "$folder/root/tests/"
    inside bash -ec 'cd /root/tests && gcc -std=c99 -pedantic -Wall -Wextra -Werror consumer.c -lopeneom -o consumer && ./consumer && python3 bare.py'
    [[ $(inside /root/tests/consumer) == "$(inside python3 /root/tests/bare.py)" ]]
    inside dpkg-query -W 'libopeneom*' gcc python3
}

without_git() {
    ! inside sh -c 'command -v git' || { echo 'error: git is here' >&2 && return 1; }
}

unpacked() { # COMMAND...: in the folder that the archive holds
    inside bash -ec "cd /root/openeom-$version && $1"
}

source_archive() {
    cp "$dist/openeom-$version.tar.gz" "$folder/root/"
    inside tar -xzf "/root/openeom-$version.tar.gz" -C /root
    without_git
    mapfile -t commands < <(python3 "$here/readme_commands.py" "$folder/root/openeom-$version/README.md" OpenEOM)
    printf 'README: %s\n' "${commands[@]}"
    [[ ${commands[0]} == *quickstart.sh* && ${commands[1]} == *check.sh* ]]
    unpacked "${commands[0]}"
    if [[ $whole == yes ]]; then
        unpacked "${commands[1]}"
    else
        # The quickstart's build is the one that is tested.
        # shellcheck disable=SC2016 # expanded inside
        unpacked '. cmake/steps.sh && apt update && apt install doctest-dev clang "${package_test_packages[@]}"
            cmake --preset release -DOPENEOM_TESTS=ON -DCMAKE_INSTALL_PREFIX=/usr
            cmake --build --preset release -j "$JOBS" --target openeom openeom_cpp openeom_command
            ctest --preset release -L install'
    fi
    without_git
}

bare
case ${words[0]} in
packages) packages ;;
source) source_archive ;;
esac
printf '\nREADME holds: %s, in %s\n' "${words[0]}" "$folder"
