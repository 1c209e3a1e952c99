#!/usr/bin/env bash
# Installs what is needed, builds OpenEOM, and writes a statement in which every sentence opens what it rests on.
#
#     bash cmake/quickstart.sh [DOSSIER] [--no-install]
#
# DOSSIER       a file, or example:NAME (default example:kazakhstan-2012)
# --no-install  install no packages; say what is missing, and go on
#
# Made for Debian 12, as root or with sudo. Can be run again. Outside the checkout it adds the packages it lists,
# and touches nothing else. Status: 0 done, 2 wrong usage, 5 something is missing or does not build, else openeom's own.
set -euo pipefail
source "$(dirname -- "${BASH_SOURCE[0]}")/steps.sh"

dossier=
install=yes
for argument; do
    case $argument in
    --no-install) install=no ;;
    -h | --help) usage "${BASH_SOURCE[0]}" && exit ;;
    -*) echo "error: no option is called '$argument'" >&2 && usage "${BASH_SOURCE[0]}" >&2 && exit 2 ;;
    *) [[ -z $dossier ]] || { echo "error: one dossier at a time" >&2 && exit 2; }
        dossier=$argument ;;
    esac
done
dossier=${dossier:-example:kazakhstan-2012}
if [[ $dossier != example:* ]]; then
    [[ -r $dossier ]] || { echo "error: $dossier cannot be read" >&2 && exit 3; }
    dossier=$(realpath -- "$dossier")
fi
cd "$root"

build=build/release
openeom=$build/bin/openeom
page=build/statement.html
steps=5
mkdir -p "$logs"

configure() { cmake --preset release -DOPENEOM_TESTS=OFF; }
compile() { cmake --build "$build" -j "${JOBS:-2}"; }
show() {
    "$openeom" show "$dossier" | awk 'NR <= 24 { print } END { if (NR > 24) printf "... %d more lines\n", NR - 24 }'
}
write_page() { "$openeom" document "$dossier" statement --audience public -o "$page"; }

provide quickstart.sh "$install" "" "${build_packages[@]}"
step "Configuring (build/release)" "$logs/configure.log" configure || exit 5
step "Building the library and the command (some minutes the first time)" "$(build_log build)" compile || exit 5
step "What is in the dossier: openeom show $dossier" - show
step "Writing its statement: openeom document $dossier statement --audience public -o $page" - write_page || {
    status=$?
    echo "openeom show $dossier document   lists the documents it has"
    exit "$status"
}

cat <<EOF

Ready after $(duration $SECONDS). Open this in a browser; every sentence opens what it rests on:

    $root/$page

Try next:

    $openeom registration $dossier
EOF
if [[ $dossier == example:kazakhstan-2012 ]]; then
    echo "    $openeom trace $dossier finding:candidates-deregistered"
else
    echo "    $openeom check $dossier"
fi
echo "    $openeom discrepancies $dossier"
