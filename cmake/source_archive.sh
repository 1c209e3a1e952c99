#!/usr/bin/env bash
# Writes the source archive of what is committed: openeom-VERSION.tar.gz, which builds without git.
#
#     bash cmake/source_archive.sh [FOLDER]
#
# FOLDER        where to (dist)
#
# The same commit gives the same bytes. Status: 0 done, 5 this is no checkout.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
folder=${1:-dist}
[[ $(git rev-parse --show-toplevel 2>/dev/null) == "$PWD" ]] || { echo "error: $PWD is no checkout of git" >&2 && exit 5; }
[[ -z $(git status --porcelain) ]] || echo "note: what is not committed is not in the archive" >&2
version=$(sed -n 's/^project(openeom VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)
mkdir -p -- "$folder"
git -c tar.umask=0022 archive --format=tar --prefix="openeom-$version/" HEAD | gzip -9n >"$folder/openeom-$version.tar.gz"
printf '%s\n' "$folder/openeom-$version.tar.gz"
