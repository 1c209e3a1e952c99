"""The source archive holds what git tracks, and the same commit gives the same bytes: source_archive.py DEPENDENCIES."""
import hashlib
import pathlib
import shutil
import sys
import tarfile
import tempfile

import spdx_checks
from shared import RELEASE, SOURCE, attempt, case, finish, run

if not shutil.which("git") or attempt("git", "rev-parse", "--verify", "HEAD", cwd=SOURCE).returncode != 0:
    print("skipped: source_archive: this is no checkout of git")
    sys.exit(77)
tracked = {}
for line in run("git", "ls-tree", "-r", "-z", "HEAD", cwd=SOURCE).split("\0"):
    if line:
        mode, kind, name, path = *line.split("\t")[0].split(), line.split("\t")[1]
        tracked[path] = (mode, name)


def git_name(content):
    return hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()


with tempfile.TemporaryDirectory() as folder:
    folder = pathlib.Path(folder)
    archives = []
    for name, zone in (("a", "UTC"), ("b", "Pacific/Apia")):
        run("bash", SOURCE / "cmake/source_archive.sh", folder / name, TZ=zone)
        archives.append(folder / name / f"openeom-{RELEASE}.tar.gz")
    case("twice the same bytes", archives[0].read_bytes() == archives[1].read_bytes())
    with tarfile.open(archives[0]) as archive:
        members = archive.getmembers()
        files = {member.name: archive.extractfile(member).read() for member in members if member.isfile()}
    top = f"openeom-{RELEASE}/"
    case("everything is in one folder", all(member.name.startswith(top) or member.name + "/" == top for member in members))
    case("what git tracks is in it, and nothing else", {top + path for path in tracked} == set(files))
    case("as git has it", all(git_name(content) == tracked[name.removeprefix(top)][1] for name, content in files.items()))
    case("nobody's name is in it", all(member.uid == 0 and member.gid == 0 and member.uname in ("", "root") for member in members))
    case("everybody may read, nobody else may write", all(member.mode & 0o777 in (0o644, 0o755) for member in members))
    run(sys.executable, SOURCE / "cmake/spdx.py", archives[0], sys.argv[1], "--source")
    spdx_checks.check("source archive", archives[0], files, {}, source=True)
finish()
