"""The consumer is built with OpenEOM inside it, by add_subdirectory and by FetchContent of the source archive.

    taken_in.py WORK

It compiles the library twice, and takes long.
"""
import os
import pathlib
import shutil
import sys

from shared import RELEASE, SOURCE, attempt, case, consume, finish, run

work = pathlib.Path(sys.argv[1])
launchers = [f"-D{name}={os.environ[name]}" for name in ("CMAKE_C_COMPILER_LAUNCHER", "CMAKE_CXX_COMPILER_LAUNCHER") if name in os.environ]
shutil.rmtree(work, ignore_errors=True)

consume("add_subdirectory, gcc", work / "subdirectory", "-DWAY=subdirectory", f"-DSOURCE={SOURCE}", *launchers, compilers=("gcc", "g++"))

if attempt("git", "rev-parse", "--verify", "HEAD", cwd=SOURCE).returncode != 0:
    print("skipped: fetch: this is no checkout of git, so there is no source archive")
    case("fetch", True)
else:
    run("bash", SOURCE / "cmake/source_archive.sh", work)
    # The archive has to do without git: one that fails and leaves a mark stands before the real one.
    (work / "bin").mkdir()
    mark = work / "git-was-asked"
    (work / "bin/git").write_text(f"#!/bin/sh\n: >'{mark}'\nexit 1\n", encoding="utf-8")
    (work / "bin/git").chmod(0o755)
    os.environ["PATH"] = f"{work / 'bin'}:{os.environ['PATH']}"
    compilers = ("clang", "clang++") if shutil.which("clang++") else ("gcc", "g++")
    consume(f"FetchContent of the archive, {compilers[0]}", work / "fetch", "-DWAY=fetch", f"-DSOURCE={work}/openeom-{RELEASE}.tar.gz", *launchers,
            compilers=compilers)
    case("git is not asked for", not mark.exists())
finish()
