#!/usr/bin/env bash
# As root: a Debian 12 with python3-venv and nothing else, in which README's part on Python is followed word for word.
#
#     OPENEOM_BUNDLE=dist/openeom-0.1.0-offline.tar.gz bash tests/install/wheel_chroot.sh [FOLDER]
#
# FOLDER holds the system that debootstrap makes (a temporary one by default) and is removed at the end; the bundle is what
# cmake/wheel.sh makes. No network is reached from inside. Ends with "N cases".
set -euo pipefail
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$root"
skip() { echo "skipped: wheel_chroot: $1" && exit 77; }
[[ $(id -u) -eq 0 ]] || skip "not root"
command -v debootstrap >/dev/null || skip "debootstrap is not installed"
[[ -n ${OPENEOM_BUNDLE:-} ]] || skip "no OPENEOM_BUNDLE; check.sh --long makes one"
system=${1:-$(mktemp -d)}
trap 'rm -rf --one-file-system -- "$system"' EXIT

[[ -x $system/usr/bin/python3 ]] ||
    debootstrap --variant=minbase --include=python3-venv bookworm "$system" http://deb.debian.org/debian >"$system.log" 2>&1 ||
    { tail -20 "$system.log" && skip "debootstrap reaches no mirror"; }
rm -f -- "$system.log"

# The example and the commands below it, as they stand there.
user=$system/home/user
mkdir -p "$user"
cp "$OPENEOM_BUNDLE" "$user"
part=$(sed -n '/^## Python/,/^## Next/p' README.md)
# shellcheck disable=SC2016 # the marks of a code block
sed -n '/^```python/,/^```/{/^```/d;p}' <<<"$part" >"$user/example.py"
commands=$(sed -n 's/^    \(tar\|python3\|venv\)/\1/p' <<<"$part")

cases=0 failed=0
check() { # NAME COMMAND...
    cases=$((cases + 1))
    "${@:2}" >"$user/output" 2>&1 || { failed=$((failed + 1)) && echo "failed: $1" && tail -20 "$user/output"; }
}
inside() { unshare --net chroot "$system" /usr/bin/env -i HOME=/home/user PATH=/usr/bin:/bin sh -c "cd /home/user && $1"; }
while read -r command; do
    check "$command" inside "$command"
done <<<"$commands"
check "README has the four commands" test "$cases" -ge 4
check "the example wrote a dossier" test -s "$user/mission.json"
check "there is no compiler and no library of ours in the system" inside "! command -v cc && ! ls /usr/lib/*/libopeneom*"
echo "$cases cases$( ((failed == 0)) || echo ", $failed failed")"
((failed == 0))
