"""Nothing runs when the library is loaded, and it imports nothing of what a guest leaves alone: imports.py LIBRARY

Not called in a test is not never called: what is not even imported cannot be. simdjson, which is inside, imports
getenv; watch.c tells what it asks.
"""

import re
import subprocess
import sys

library = sys.argv[1]
LEFT_ALONE = {
    "standard streams": r"std(in|out|err)|v?printf|puts|putchar|perror|_ZSt(3cin|4cout|4cerr|4clog)|.*St8ios_base.*",
    "the environment": r"secure_getenv|setenv|putenv|unsetenv|clearenv|environ",
    "locales": r"(set|new|use)locale|localeconv|nl_langinfo|.*St6locale.*|strto[dfl]\w*|atof|is[a-z]+|to(upper|lower)",
    "time zones": r"tzset|localtime(_r)?|mktime|strftime|ctime(_r)?",
    "signals": r"(__sysv_|bsd_)?signal|sigaction|sigaltstack|sigprocmask|pthread_sigmask|raise|kill|alarm|setitimer",
    "the process's end": r"_?exit|_Exit|quick_exit|abort|atexit|at_quick_exit",
    "other processes": r"v?fork|exec\w*|system|popen|posix_spawn",
    "the process's state": r"umask|chdir|setrlimit|prctl",
    "threads": r"pthread_create|pthread_atfork|thrd_create|.*St6thread.*",
    "other libraries": r"dlopen|dlmopen|dlsym",
    "randomness of the process": r"s?rand(om)?|.*random_device.*",
}
problems = []


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


imported = [line.split()[-1].split("@")[0] for line in run("nm", "-D", "--undefined-only", library).splitlines()]
for what, names in LEFT_ALONE.items():
    problems += [f"{what}: {name} is imported" for name in imported if re.fullmatch(names, name)]

# One entry each is the C runtime's own.
sizes = dict(re.findall(r" \.(init|fini)_array +\w+ +\w+ +\w+ +([0-9a-f]+) ", run("readelf", "-SW", library)))
entries = {name: int(size, 16) // 8 for name, size in sizes.items()}
if not imported or entries != {"init": 1, "fini": 1}:
    problems.append(
        f"code runs at loading and unloading: {entries}; "
        + ", ".join(line.split()[-1] for line in run("nm", library).splitlines() if "_GLOBAL__sub_" in line)
    )

for problem in problems:
    print(problem)
cases = len(LEFT_ALONE) + 1
print(f"{cases} cases, {len(problems)} failed" if problems else f"{cases} cases")
sys.exit(1 if problems else 0)
