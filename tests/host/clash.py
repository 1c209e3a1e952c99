"""A program's own {fmt} and simdjson stay its own, and the library's the library's.

    clash.py CC FOLDER LIBRARY THEIRS...

Builds a program that defines every name that the shared libraries THEIRS export, exports them in turn, and is linked
with LIBRARY: what the library would take of them ends the program and says the name. It then does all that
tests/abi/client.c does; and each name must still be the program's.
"""

import pathlib
import subprocess
import sys

compiler, folder, library, theirs = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3]), sys.argv[4:]
tests = pathlib.Path(__file__).resolve().parents[1]
PROGRAM = """#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "client.h"

static int failures;

static void taken(const char *name) {
    printf("the library calls the program's %s\\n", name);
    fflush(stdout);
    _Exit(1);
}

static void pointed_at(void) { taken("vtable or table"); }

static void failed(const char *expectation, int line) {
    printf("client.c:%d: %s\\n", line, expectation);
    ++failures;
}

static const char *const names[];
static const int count;

int main(int argc, char **argv) {
    Dl_info own, found;
    int i;
    (void)argc;
    if (client_run(argv[1], failed) == 0 || dladdr((void *)&main, &own) == 0) return 2;
    for (i = 0; i < count; ++i) {
        const void *at = dlsym(RTLD_DEFAULT, names[i]);
        if (at == NULL || dladdr(at, &found) == 0 || found.dli_fbase != own.dli_fbase) failed(names[i], 0);
    }
    printf(failures ? "%d cases, %d failed\\n" : "%d cases\\n", count + 1, failures);
    return failures != 0;
}

"""


def exported(path):
    """Name -> kind, of what a shared library defines."""
    lines = subprocess.run(
        ["nm", "-D", "--defined-only", path], check=True, capture_output=True, text=True
    ).stdout.splitlines()
    return {name.split("@")[0]: kind for _, kind, name in (line.split() for line in lines)}


names = {name: kind for path in theirs for name, kind in exported(path).items() if name.startswith("_Z")}
source = PROGRAM
for number, (name, kind) in enumerate(names.items()):
    if kind in "TWi":
        source += f'void f{number}(void) __asm__("{name}");\nvoid f{number}(void) {{ taken("{name}"); }}\n'
    else:
        source += f'void (*d{number}[64])(void) __asm__("{name}");\n'
        source += f"void (*d{number}[64])(void) = {{[0 ... 63] = pointed_at}};\n"
source += "static const char *const names[] = {" + ", ".join(f'"{name}"' for name in names) + "};\n"
source += f"static const int count = {len(names)};\n"

folder.mkdir(exist_ok=True)
(folder / "program.c").write_text(source, encoding="utf-8")
built = subprocess.run(
    [
        compiler,
        "-std=gnu99",
        "-rdynamic",
        f"-I{tests / 'abi'}",
        f"-I{tests / 'abi/released'}",
        "-o",
        folder / "program",
        folder / "program.c",
        tests / "abi/client.c",
        library,
        f"-Wl,-rpath,{library.parent}",
    ],
    capture_output=True,
    text=True,
)
if built.returncode != 0 or not any("simdjson" in name for name in names) or not any("fmt" in name for name in names):
    sys.exit(f"clash.py: no program, or not of these two: {built.stderr}")
ran = subprocess.run([folder / "program", folder], capture_output=True, text=True)
print(ran.stdout, ran.stderr, sep="", end="")
if ran.returncode != 0 and "failed" not in ran.stdout:
    print("1 cases, 1 failed")
sys.exit(ran.returncode)
