"""A guest that is rude is noticed: mistakes.py WATCH RELOAD RUDE FOLDER"""

import os
import pathlib
import subprocess
import sys

watch, reload, rude = sys.argv[1:4]
folder = pathlib.Path(sys.argv[4])
folder.mkdir(exist_ok=True)
IMPORTS = pathlib.Path(__file__).with_name("imports.py")
EXPECTED = {
    watch: (
        "not allowed: libhost_rude.so calls getenv(HOME)",
        "not allowed: libhost_rude.so calls setlocale(C.UTF-8)",
        "not allowed: libhost_rude.so calls setenv(RUDE)",
        "not allowed: libhost_rude.so calls signal(Broken pipe)",
        "not so: signal handlers are as they were",
        "not so: the environment is as it was",
        "not so: the locale is as it was",
        "not so: standard output stayed empty",
        "not so: standard error stayed empty",
    ),
    reload: ("more bytes are allocated", "more files are open", "the library was not loaded"),
    IMPORTS: (
        "standard streams: puts is imported",
        "standard streams: stderr is imported",
        "the environment: setenv is imported",
        "locales: setlocale is imported",
        "signals: signal is imported",
        "code runs at loading and unloading: {'init': 2, 'fini': 1}",
    ),
}
cases = failures = 0
for host, lines in EXPECTED.items():
    environment = {**os.environ, "GLIBC_TUNABLES": "glibc.malloc.tcache_count=0", "HOME": str(folder)}
    command = [sys.executable, host, rude] if host == IMPORTS else [host, rude, folder]
    said = subprocess.run(command, capture_output=True, text=True, env=environment)
    for line in lines:
        cases += 1
        if said.returncode == 0 or line not in said.stdout:
            failures += 1
            print(f"failed: {pathlib.Path(host).name} does not say '{line}', but\n{said.stdout[-2000:]}")
print(f"{cases} cases, {failures} failed" if failures else f"{cases} cases")
sys.exit(1 if failures else 0)
